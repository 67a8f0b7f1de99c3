"""The four corners: staff come in, and a resident who touches a corner by chance meets no dead spot."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.ui.staff.gesture import FIRST_SECONDS, NEXT_SECONDS, REACH_MM, CornerGesture
from kiosk.ui.touch import TouchGuard
from kiosk.visit.visit import Attract, Home

CLOCKWISE = ((0, 0), (1, 0), (1, 1), (0, 1))


class Watched:
    """The attract screen, and what came of touching it."""

    def __init__(self, stage) -> None:
        stage.show(Attract())
        self.stage, self.screen = stage, stage.shell.screen_now
        self.told: list[str] = []
        self.gesture = CornerGesture(stage.shell)
        self.gesture.watch(self.screen)
        self.gesture.asked.connect(lambda: self.told.append("staff"))
        self.screen.start_requested.disconnect()
        self.screen.start_requested.connect(lambda: self.told.append("visit"))

    def touch(self, across: float, down: float, mm: float = 0.0) -> None:
        """At a corner, or so many millimetres inwards from it."""
        away = max(1, round(self.screen.theme.mm(mm)))
        x = round(across * (self.screen.width() - 1)) + (away if across < 0.5 else -away)
        y = round(down * (self.screen.height() - 1))
        QTest.mouseClick(self.screen, Qt.MouseButton.LeftButton, pos=QPoint(x, y))


@pytest.fixture
def watched(make_stage) -> Watched:
    return Watched(make_stage())


def test_four_corners_clockwise_call_for_staff_and_begin_no_visit(watched):
    for corner in CLOCKWISE:
        watched.touch(*corner)
    assert watched.told == ["staff"]
    assert not watched.gesture.patience.isActive()


def test_a_trembling_finger_may_touch_a_corner_twice(watched):
    for corner in CLOCKWISE:
        watched.touch(*corner)
        if corner != CLOCKWISE[-1]:
            watched.touch(*corner)
    assert watched.told == ["staff"]


def test_quick_hands_are_staff_too(watched):
    """The guard against trembling must not swallow the next corner."""
    TouchGuard(watched.stage.shell, lambda: 0.0).install()
    for corner in CLOCKWISE:
        watched.touch(*corner)
    assert watched.told == ["staff"]


def test_it_works_again_and_by_touch(watched):
    finger = QTest.createTouchDevice()
    for across, down in CLOCKWISE * 2:
        at = QPoint(across * (watched.screen.width() - 1), down * (watched.screen.height() - 1))
        window = watched.stage.shell
        QTest.touchEvent(window, finger).press(0, at, window)
        QTest.touchEvent(window, finger).release(0, at, window)
    assert watched.told == ["staff", "staff"]


@pytest.mark.parametrize("touches", [1, 2, 3])
def test_an_unfinished_gesture_begins_a_visit_after_a_while(watched, touches):
    for corner in CLOCKWISE[:touches]:
        watched.touch(*corner)
    seconds = FIRST_SECONDS if touches == 1 else NEXT_SECONDS
    assert (watched.told, watched.gesture.patience.interval()) == ([], seconds * 1000)
    watched.gesture.patience.timeout.emit()
    assert watched.told == ["visit"]
    assert not watched.gesture.patience.isActive()


@pytest.mark.parametrize("wrong", [(0.5, 0.5), (1, 1), (0, 1)])
def test_any_other_touch_begins_a_visit_at_once(watched, wrong):
    watched.touch(0, 0)
    watched.touch(*wrong)
    assert watched.told == ["visit"]
    assert not watched.gesture.patience.isActive()


def test_the_middle_is_no_corner(watched):
    watched.touch(0.5, 0.5)
    assert watched.told == ["visit"]


def test_a_corner_reaches_so_far_and_no_farther(watched):
    watched.touch(0, 0, REACH_MM - 1)
    assert watched.told == []
    watched.touch(1, 0, REACH_MM + 1)
    assert watched.told == ["visit"]


def test_the_order_begins_anew_after_a_wrong_touch(watched):
    for corner in (*CLOCKWISE[:3], (0.5, 0.5), CLOCKWISE[3]):
        watched.touch(*corner)
    assert watched.told == ["visit", "visit"]


def test_a_key_begins_a_visit_and_the_gesture_is_forgotten(watched):
    watched.touch(0, 0)
    QTest.keyClick(watched.screen, Qt.Key.Key_Return)
    watched.stage.show(Home())
    watched.gesture.watch(watched.stage.shell.screen_now)
    assert watched.told == ["visit"]
    assert not watched.gesture.patience.isActive()


def test_only_the_attract_screen_has_it(watched):
    watched.stage.show(Home())
    watched.gesture.watch(watched.stage.shell.screen_now)
    home = watched.stage.shell.screen_now
    for across, down in CLOCKWISE:
        at = QPoint(across * (home.width() - 1), down * (home.height() - 1))
        QTest.mouseClick(home, Qt.MouseButton.LeftButton, pos=at)
    assert watched.told == []
