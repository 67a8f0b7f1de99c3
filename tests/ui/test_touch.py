"""Shaking fingers, keys held down, and what the window lets through."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete

from kiosk.draw.palette import palette
from kiosk.ui.controls.press import PressButton
from kiosk.ui.touch import Press, TouchGuard
from kiosk.visit.visit import Front, InLesson
from tests.ui.phones import Clock, theme


def guarded(stage) -> Clock:
    clock = Clock()
    TouchGuard(stage.shell, clock).install()
    return clock


class Key(PressButton):
    """A key of a keyboard, which may be hit quickly, or another button."""

    def __init__(self, takes_repeats: bool) -> None:
        super().__init__(theme())
        self.takes_repeats = takes_repeats
        self.hits = 0
        self.clicked.connect(self._count)

    def _count(self) -> None:
        self.hits += 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing to see."""


@pytest.mark.parametrize(("takes_repeats", "hits"), [(False, 1), (True, 3)])
def test_quick_hits_count_where_they_are_meant(qtbot, takes_repeats: bool, hits: int) -> None:
    key = Key(takes_repeats)
    qtbot.addWidget(key)
    TouchGuard(key, Clock()).install()
    key.show()
    for _ in range(3):
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    assert key.hits == hits


@pytest.mark.parametrize(("takes_repeats", "hits"), [(False, 1), (True, 3)])
def test_quick_keys_count_where_they_are_meant(qtbot, takes_repeats: bool, hits: int) -> None:
    key = Key(takes_repeats)
    qtbot.addWidget(key)
    TouchGuard(key, Clock()).install()
    key.show()
    key.setFocus()
    for _ in range(3):
        QTest.keyClick(key, Qt.Key.Key_Return)
    assert key.hits == hits


def test_a_button_that_is_gone_is_not_let_go(qtbot) -> None:
    """A page can change under a finger; then the hand turns out to be a palm."""
    window = QWidget()
    qtbot.addWidget(window)
    guard = TouchGuard(window, Clock())
    guard.install()
    key = Key(False)
    key.setParent(window)
    window.show()
    QTest.mousePress(key, Qt.MouseButton.LeftButton)
    delete(key)
    guard._give_up_press()
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton)
    assert guard._press is Press.RESTS


def press_next(stage) -> None:
    QTest.mouseClick(stage.shell.bottom.next_button, Qt.MouseButton.LeftButton)
    stage.settle()


def start(stage) -> None:
    stage.show(Front("see-hazard-map"))
    stage.shell.screen_now.start_requested.emit()
    stage.settle()


def test_a_second_hit_within_half_a_second_is_not_meant(make_stage):
    stage = make_stage()
    start(stage)
    clock = guarded(stage)
    press_next(stage)
    clock.now = 0.3
    press_next(stage)
    assert stage.state.visit.page.place.number == 2
    clock.now = 1.0
    press_next(stage)
    assert stage.state.visit.page.place.number == 3


def test_fifty_hits_at_once_are_one(make_stage):
    stage = make_stage()
    start(stage)
    guarded(stage)
    for _ in range(50):
        press_next(stage)
    assert stage.state.visit.page.place.number == 2


def test_back_goes_back(make_stage):
    stage = make_stage()
    start(stage)
    press_next(stage)
    QTest.mouseClick(stage.shell.top._back, Qt.MouseButton.LeftButton)
    assert stage.state.visit.page.place.number == 1


def test_a_finger_that_slides_off_does_nothing(make_stage):
    stage = make_stage()
    start(stage)
    button = stage.shell.bottom.next_button
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    QTest.mouseMove(button, QPoint(-200, -200))
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=QPoint(-200, -200))
    assert stage.state.visit.page.place.number == 1


def test_a_key_held_down_counts_once(make_stage):
    stage = make_stage()
    start(stage)
    button = stage.shell.bottom.next_button
    button.setFocus()
    for held in (False, True, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", held)
        QApplication.sendEvent(button, event)
    assert stage.state.visit.page.place.number == 2


def test_there_is_no_context_menu(make_stage):
    stage = make_stage()
    start(stage)
    guarded(stage)
    QTest.mouseClick(stage.shell.bottom.next_button, Qt.MouseButton.RightButton)
    stage.settle()
    assert QApplication.activePopupWidget() is None
    assert isinstance(stage.state.visit.page, InLesson)


def test_start_over_asks_first_and_then_forgets_everything(make_stage):
    stage = make_stage()
    fresh = stage.state.visit
    start(stage)
    stage.shell.bottom.contrast_requested.emit()
    stage.shell.top.start_over_requested.emit()
    stage.settle()
    assert isinstance(stage.state.visit.page, InLesson)
    QTest.keyClick(stage.shell.focusWidget(), Qt.Key.Key_Escape)
    assert stage.shell.overlay is None
    stage.shell.top.start_over_requested.emit()
    stage.settle()
    QTest.mouseClick(stage.shell.overlay.buttons[1], Qt.MouseButton.LeftButton)
    assert stage.state.visit == fresh


def test_the_same_key_twice_in_half_a_second_counts_once(make_stage):
    stage = make_stage()
    start(stage)
    clock = guarded(stage)
    stage.shell.bottom.next_button.setFocus()
    for now in (0.0, 0.2, 0.4, 2.0):
        clock.now = now
        QTest.keyClick(stage.shell.focusWidget(), Qt.Key.Key_Return)
        stage.shell.bottom.next_button.setFocus()
    assert stage.state.visit.page.place.number == 3


def test_the_veil_of_a_page_change_has_the_paper_of_the_contrast(make_stage):
    """Else every page change would flash white in the dark contrast."""
    stage = make_stage()
    start(stage)
    stage.shell.bottom.contrast_requested.emit()
    press_next(stage)
    assert stage.shell._veil._paper == stage.theme.colours.paper != palette("light").paper
