"""The screen changes while the kiosk runs: a second monitor, another size."""

import subprocess

import pytest

from tests.escape.desktop import NAME, OUTSIDE
from tests.programs import until

HALVES = {"left-half": "640/170x720/190+0+0", "right-half": "640/170x720/190+640+0"}


def xrandr(desktop, *words):
    subprocess.run(["xrandr", "--display", desktop.display, *words], check=True, capture_output=True)


@pytest.fixture
def two_monitors(kiosk):
    """One screen shared out as two monitors, as far as programs can see."""
    left, right = HALVES
    xrandr(kiosk.desktop, "--setmonitor", left, HALVES[left], "screen")
    xrandr(kiosk.desktop, "--setmonitor", right, HALVES[right], "none")
    yield
    for name in HALVES:
        xrandr(kiosk.desktop, "--delmonitor", name)


def places(kiosk):
    return sorted(window.place for window in kiosk.screen.seen() if NAME in window.name)


def test_a_second_monitor_is_covered_by_calm_paper(kiosk, two_monitors):
    until(lambda: places(kiosk) == [(0, 0, 640, 720), (640, 0, 640, 720)])
    until(lambda: not kiosk.spots_outside())
    assert len(kiosk.screen.seen()) == 2


def test_what_opens_on_the_second_monitor_is_covered_again(kiosk, two_monitors):
    until(lambda: len(places(kiosk)) == 2)
    window = kiosk.screen.pop_up(OUTSIDE, unmanaged=True)
    kiosk.desktop.xdotool("windowmove", window, 800, 100)
    until(lambda: not kiosk.spots_outside())
    kiosk.screen.remove(window)


def test_a_touch_on_the_second_monitor_leaves_the_keyboard_where_it_is(kiosk, two_monitors):
    until(lambda: places(kiosk) == [(0, 0, 640, 720), (640, 0, 640, 720)])
    kiosk.desktop.xdotool("mousemove", 960, 400, "click", 1, "click", 3, "key", "Return")
    own = next(window for window in kiosk.screen.seen() if window.place[0] == 0)
    until(lambda: kiosk.screen.focus() == own.number)
    assert not kiosk.spots_outside()


def test_the_paper_goes_with_its_monitor(kiosk):
    """After the tests above the second one is unplugged."""
    until(lambda: places(kiosk) == [(0, 0, 1280, 720)])
    assert kiosk.kept_in()
