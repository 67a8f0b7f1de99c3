"""Somebody with a keyboard and nothing else, who knows what a step wants and sees where the focus is."""

from typing import assert_never

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.lessons.phone.gestures import Edge, Size, Way
from kiosk.lessons.phone.pictures import CameraView
from kiosk.lessons.steps import (
    Ask,
    CardStep,
    Check,
    Done,
    Drag,
    Hold,
    Look,
    Pin,
    Pinch,
    Practice,
    Quiz,
    Scan,
    Scroll,
    Step,
    Swipe,
    Tap,
    Type,
    Wait,
)
from kiosk.shots import Stage
from kiosk.ui.phone.show_how import secret
from kiosk.ui.screens.step import StepScreen
from tests.robots.finger import Clock, Finger

MOST_TABS = 120
MOST_PAGES = 12
MOST_KEYS = 80

MOVES = {
    Way.LEFT: Qt.Key.Key_Left,
    Way.RIGHT: Qt.Key.Key_Right,
    Way.UP: Qt.Key.Key_Up,
    Way.DOWN: Qt.Key.Key_Down,
    Edge.BACK: Qt.Key.Key_Backspace,
    Edge.HOME: Qt.Key.Key_Home,
    Edge.NOTIFICATIONS: Qt.Key.Key_N,
}

NONE = Qt.KeyboardModifier.NoModifier


class Typist:
    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._time = Finger(stage, Clock())
        stage.shell.by_keyboard(True)

    # -- keys ------------------------------------------------------------------------------------

    def go_to(self, control: QWidget) -> None:
        """By Tab, until the control has the focus."""
        window = self._stage.shell
        for _ in range(MOST_TABS):
            if window.focusWidget() is control:
                break
            QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        assert window.focusWidget() is control, f"no way by Tab to {control.accessibleName()}"
        assert self._is_marked(control), f"nobody sees that {control.accessibleName()} has the focus"

    def press(self, control: QWidget, held: Qt.KeyboardModifier = NONE) -> None:
        self.go_to(control)
        self.strike(Qt.Key.Key_Return, held)

    def strike(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self._stage.shell.focusWidget() or self._stage.shell, key, held)
        self._stage.settle()

    def _is_marked(self, control: QWidget) -> bool:
        """Whether the window looks different there, or just around it, without the focus."""
        window, gap = self._stage.shell, self._stage.theme.touch_gap
        box = QRect(control.mapTo(window, control.rect().topLeft()), control.size()).adjusted(
            -gap, -gap, gap, gap
        )
        marked = window.grab(box).toImage()
        control.clearFocus()
        bare = window.grab(box).toImage()
        control.setFocus(Qt.FocusReason.TabFocusReason)
        return bool(marked != bare)

    # -- steps -----------------------------------------------------------------------------------

    @property
    def _screen(self) -> StepScreen:
        screen = self._stage.shell.screen_now
        assert isinstance(screen, StepScreen)
        return screen

    @property
    def _phone(self) -> QWidget:
        assert self._screen.stage
        return self._screen.stage.scene

    def do(self, step: Step) -> None:
        """Do a step; 「つぎへ」 where doing it does not lead on."""
        screen = self._screen
        self._time.wait()
        if not self._left(screen):
            self._do(step)
            self._time.wait()
        assert self._done(screen) or not isinstance(step, Practice), step.say
        if not self._left(screen):
            self.press(self._stage.shell.bottom.next_button)

    def _left(self, screen: StepScreen) -> bool:
        return self._stage.shell.screen_now is not screen

    def _done(self, screen: StepScreen) -> bool:
        return self._left(screen) or self._stage.state.visit.page.accomplished

    def _do(self, step: Step) -> None:
        match step:
            case Look() | Done() | Wait():
                pass
            case Ask():
                self.press(self._screen._choices[-1])
            case Quiz():
                self.press(self._screen._choices[list(step.choices).index(step.right)])
            case Check():
                for item in self._screen._items:
                    self.press(item)
            case Tap():
                held = Qt.KeyboardModifier.ControlModifier if step.times == 2 else NONE
                self.press(self._button(step.target), held)
            case Hold():
                self.press(self._button(step.target), Qt.KeyboardModifier.ShiftModifier)
            case Swipe():
                self.go_to(self._button(step.target) if step.target else self._phone.buttons[0])
                self.strike(MOVES[step.way])
            case Scroll():
                self._scroll()
            case Drag():
                self.press(self._button(step.target))
                self.press(self._button(step.onto))
            case Pinch():
                self.strike(Qt.Key.Key_Plus if step.size is Size.LARGER else Qt.Key.Key_Minus)
            case Type():
                self._type()
            case Pin():
                self._enter(step)
            case CardStep():
                self.press(self._phone.phone)
                self.press(self._phone.card)
            case Scan():
                self._aim()
            case _:
                assert_never(step)

    def _button(self, element: str) -> QWidget:
        return next(one for one in self._phone.buttons if one.element == element)

    def _scroll(self) -> None:
        screen = self._screen
        for _ in range(MOST_PAGES):
            if not self._left(screen):
                self.strike(Qt.Key.Key_PageDown)

    def _type(self) -> None:
        """Whatever comes next, until the step is done."""
        screen = self._screen
        for _ in range(MOST_KEYS):
            if self._done(screen):
                break
            self.press(screen.stage.keyboard.control_of(screen.stage.next_key()))

    def _enter(self, step: Pin) -> None:
        """As often as is asked for."""
        screen = self._screen
        if screen.stage.keyboard:
            self._type()
        for _ in range(step.which.tries):
            for digit in () if self._done(screen) else secret(step):
                self.press(self._button(f"{step.target}.{digit}"))

    def _aim(self) -> None:
        """Over the paper, then nearer or farther."""
        scan, screen = self._phone, self._screen
        self.press(scan.phone)
        self.press(scan.paper)
        self._time.wait()
        for _ in range(MOST_PAGES):
            if self._left(screen):
                break
            self.press(scan.farther if scan.pose.view is CameraView.NEAR else scan.nearer)
            self._time.wait()
