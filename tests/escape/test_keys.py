"""A keyboard that somebody plugs in: nothing it can type leaves the kiosk."""

from random import Random

import pytest

from tests.escape.desktop import CLOSES, LEAVES, Terminal
from tests.programs import until

FUNCTION = tuple(f"F{number}" for number in range(1, 13))
NAMED = ("Tab", "Escape", "Delete", "BackSpace", "Print", "Menu", "space", "Return", "Home", "Up", "Down")
LETTERS = tuple("qwcvxaponstdle1")
KEYS = (*FUNCTION, *NAMED, *LETTERS)
HELD = (
    "",
    "shift",
    "ctrl",
    "alt",
    "super",
    "ctrl+shift",
    "ctrl+alt",
    "alt+shift",
    "ctrl+alt+shift",
    "super+shift",
)
ALONE = (
    "Super_L",
    "Super_R",
    "Alt_L",
    "Control_L",
    "Shift_L",
    "Caps_Lock",
    "Caps_Lock",
    "Hyper_L",
    "Multi_key",
)
INPUT_METHOD = ("Zenkaku_Hankaku", "Henkan", "Muhenkan", "Hiragana_Katakana", "ctrl+space", "super+space")
MEDIA = (
    "XF86AudioMute",
    "XF86WWW",
    "XF86Mail",
    "XF86Explorer",
    "XF86Calculator",
    "XF86Sleep",
    "Pause",
    "Break",
)

FUZZ_KEYS, FUZZ_SEED, AT_ONCE = 2000, 6, 250


def with_held(held: str, key: str) -> str:
    return f"{held}+{key}" if held else key


@pytest.mark.parametrize("held", HELD, ids=lambda held: held or "alone")
def test_no_key_leaves(kiosk, held):
    kiosk.desktop.xdotool("key", "--delay", 1, *(with_held(held, key) for key in KEYS))
    assert kiosk.kept_in()


@pytest.mark.parametrize("keys", [ALONE, INPUT_METHOD, MEDIA], ids=["held-alone", "input-method", "media"])
def test_no_special_key_leaves(kiosk, keys):
    kiosk.desktop.xdotool("key", "--delay", 1, *keys)
    assert kiosk.kept_in()


def test_holding_shift_or_hitting_it_five_times_opens_nothing(kiosk):
    """What desktops take for a wish for sticky or slow keys."""
    kiosk.desktop.xdotool("key", "--delay", 1, *["Shift_L"] * 8, "keydown", "Shift_R", "keyup", "Shift_R")
    assert kiosk.kept_in()


def test_a_keyboard_that_types_anything_very_fast(kiosk):
    random = Random(FUZZ_SEED)
    keys = [with_held(random.choice(HELD), random.choice(KEYS)) for _ in range(FUZZ_KEYS)]
    for start in range(0, FUZZ_KEYS, AT_ONCE):
        kiosk.desktop.xdotool("key", "--delay", 0, *keys[start : start + AT_ONCE])
        assert kiosk.kept_in()


def xdotool_name(key: str) -> str:
    """Openbox's `C-A-t` is xdotool's `ctrl+alt+t`."""
    *held, name = key.split("-")
    return "+".join([{"A": "alt", "C": "ctrl", "S": "shift", "W": "super"}[one] for one in held] + [name])


@pytest.mark.parametrize("key", sorted(LEAVES))
def test_the_same_key_would_leave_another_window(desktop_without_kiosk, key):
    """Otherwise the tests above would prove nothing."""
    desktop = desktop_without_kiosk
    desktop.xdotool("key", xdotool_name(key))
    desktop.obeyed()
    assert desktop.left
    desktop.come_back()


def test_a_window_that_is_not_kept_in_closes_by_the_key(desktop_without_kiosk):
    windowed = Terminal(desktop_without_kiosk, "--windowed")
    until(lambda: desktop_without_kiosk.has_active_window, 30)
    desktop_without_kiosk.xdotool("key", xdotool_name(CLOSES))
    until(lambda: not windowed.alive)
