"""A mouse that somebody plugs in, and what a finger does as a mouse. Real touches: tests/ui/test_kept_in.py."""

import pytest

WIDTH, HEIGHT = 1280, 720
MIDDLE = (WIDTH // 2, HEIGHT // 2)
EDGES = {
    "bottom": (WIDTH // 2, HEIGHT - 1),
    "left": (0, HEIGHT // 2),
    "right": (WIDTH - 1, HEIGHT // 2),
    "top": (WIDTH // 2, 0),
}
CORNERS = {
    "bottom-left": (0, HEIGHT - 1),
    "bottom-right": (WIDTH - 1, HEIGHT - 1),
    "top-left": (0, 0),
    "top-right": (WIDTH - 1, 0),
}
BUTTONS = range(1, 10)
"""Left, middle, right, the wheel in four directions, back and forward."""


def drag(kiosk, start, end, button=1) -> None:
    steps = [part for share in range(1, 6) for part in ("mousemove", *_between(start, end, share / 5))]
    kiosk.desktop.xdotool("mousemove", *start, "mousedown", button, *steps, "mouseup", button)


def _between(start, end, share):
    return (round(a + (b - a) * share) for a, b in zip(start, end, strict=True))


@pytest.mark.parametrize("edge", EDGES)
def test_a_swipe_over_an_edge_brings_nothing_in(kiosk, edge):
    drag(kiosk, EDGES[edge], MIDDLE)
    drag(kiosk, MIDDLE, EDGES[edge])
    assert kiosk.kept_in()


@pytest.mark.parametrize("corner", CORNERS)
def test_a_corner_is_no_hot_corner(kiosk, corner):
    kiosk.desktop.xdotool("mousemove", *CORNERS[corner], "click", 1, "mousemove", *MIDDLE)
    drag(kiosk, CORNERS[corner], MIDDLE)
    assert kiosk.kept_in()


@pytest.mark.parametrize(
    "held", ["", "alt", "ctrl", "ctrl+alt", "shift", "super"], ids=lambda held: held or "alone"
)
def test_no_button_opens_a_menu_or_another_program(kiosk, held):
    """Single, double and triple clicks of all buttons; the middle one pastes elsewhere."""
    clicks = [word for button in BUTTONS for word in ("click", "--repeat", 3, "--delay", 1, button)]
    keys = (("keydown", held), ("keyup", held)) if held else ((), ())
    kiosk.desktop.xdotool("mousemove", *MIDDLE, *keys[0], *clicks, *keys[1])
    assert kiosk.kept_in()


@pytest.mark.parametrize("button", [1, 3])
def test_the_window_cannot_be_dragged_or_made_smaller_with_a_key_held(kiosk, button):
    """What window managers do with Alt and a button."""
    kiosk.desktop.xdotool("keydown", "alt")
    drag(kiosk, MIDDLE, (40, 40), button)
    kiosk.desktop.xdotool("keyup", "alt")
    assert kiosk.kept_in()


def test_pictures_and_words_cannot_be_dragged_out(kiosk):
    for x in range(80, WIDTH, 240):
        drag(kiosk, (x, 300), (x, HEIGHT - 1))
    assert kiosk.kept_in()


def test_a_press_with_both_buttons_and_the_wheel(kiosk):
    down = [word for button in (1, 2, 3) for word in ("mousedown", button)]
    up = [word for button in (1, 2, 3) for word in ("mouseup", button)]
    kiosk.desktop.xdotool("mousemove", *MIDDLE, *down, "click", 4, "click", 5, *up)
    assert kiosk.kept_in()
