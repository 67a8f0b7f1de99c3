"""Shaking fingers, keys held down, and what the window lets through."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.draw.palette import palette
from kiosk.ui.touch import TouchGuard
from kiosk.visit.visit import Front, InLesson


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def guarded(stage) -> Clock:
    clock = Clock()
    TouchGuard(stage.shell, clock).install()
    return clock


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
