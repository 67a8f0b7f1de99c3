"""What other programs of the same desktop do to the kiosk's window, such as one that opens for a USB stick."""

import os
import signal

import pytest

from tests.escape.desktop import OUTSIDE
from tests.programs import until


@pytest.fixture
def pop_up(kiosk, request):
    """Another program's window over everything; `request.param` says whether no window manager manages it."""
    window = kiosk.screen.pop_up(OUTSIDE, request.param)
    kiosk.desktop.obeyed()
    yield window
    kiosk.screen.remove(window)


@pytest.mark.parametrize("pop_up", [False, True], ids=["managed", "unmanaged"], indirect=True)
def test_a_window_that_opens_on_top_is_covered_again(kiosk, pop_up):
    assert kiosk.kept_in()


@pytest.mark.parametrize("pop_up", [False], ids=["managed"], indirect=True)
@pytest.mark.parametrize("wish", ["windowactivate", "windowfocus", "windowraise"])
def test_a_window_that_is_put_in_front_is_covered_again(kiosk, pop_up, wish):
    kiosk.desktop.xdotool(wish, pop_up)
    assert kiosk.kept_in()


@pytest.mark.parametrize("pop_up", [False], ids=["managed"], indirect=True)
def test_keys_do_not_reach_the_window_of_another_program(kiosk, pop_up):
    kiosk.desktop.xdotool("windowfocus", pop_up, "key", "--delay", 1, "alt+Tab", "alt+F4", "Return", "super")
    assert kiosk.kept_in()


@pytest.mark.parametrize("wish", ["_NET_CLOSE_WINDOW", "WM_CHANGE_STATE", "_NET_ACTIVE_WINDOW"])
def test_wishes_to_the_window_manager_do_nothing(kiosk, wish):
    kiosk.screen.send(kiosk.front.number, wish, 3, 0, through_root=True)
    assert kiosk.kept_in()


def test_being_asked_to_close_is_not_heard(kiosk):
    screen = kiosk.screen
    screen.send(kiosk.front.number, "WM_PROTOCOLS", screen.atom("WM_DELETE_WINDOW"), 0)
    assert kiosk.kept_in()


CHANGES = {
    "minimised": ("windowminimize",),
    "moved": ("windowmove", "{window}", 300, 200),
    "smaller": ("windowsize", "{window}", 200, 100),
    "unmapped": ("windowunmap",),
}


def test_a_window_that_is_lowered_comes_back(kiosk):
    front = kiosk.front.number
    kiosk.screen.lower(front)
    assert kiosk.screen.on_top() != front
    until(lambda: kiosk.screen.on_top() == front)


@pytest.mark.parametrize("change", CHANGES)
def test_a_window_that_is_changed_comes_back(kiosk, change):
    command, *rest = CHANGES[change]
    words = [str(word).format(window=kiosk.front.number) for word in rest] or [kiosk.front.number]
    kiosk.desktop.xdotool(command, *words)
    assert kiosk.kept_in()


def test_a_window_that_is_destroyed_comes_back(kiosk):
    before = kiosk.front.number
    kiosk.desktop.xdotool("windowclose", before)
    assert kiosk.kept_in()
    assert kiosk.front.number != before


def test_a_window_whose_process_is_killed_comes_back(kiosk):
    """Somebody waits for that: `kiosk run` starts another one."""
    before = kiosk.front.pid
    os.kill(before, signal.SIGKILL)
    until(lambda: kiosk.front.pid != before)
    assert kiosk.kept_in()
