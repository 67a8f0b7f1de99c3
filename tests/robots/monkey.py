"""A robot that understands nothing and touches everything, and what must be true whatever it has done."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import get_args

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.shots import Stage
from kiosk.text.ruby import plain
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.phone.stage import PhoneStage
from kiosk.ui.screens.finish import FinishScreen
from kiosk.ui.screens.step import StepScreen
from kiosk.ui.touch import TouchGuard
from kiosk.visit.visit import Attract, InLesson, Page
from tests.robots.finger import Clock, Finger
from tests.ui.old_hands import Hand

KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_Backspace, Qt.Key.Key_Delete),
    *(
        Qt.Key.Key_A,
        Qt.Key.Key_N,
        Qt.Key.Key_Q,
        Qt.Key.Key_W,
        Qt.Key.Key_1,
        Qt.Key.Key_Plus,
        Qt.Key.Key_Minus,
    ),
    *(Qt.Key.Key_F1, Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F10, Qt.Key.Key_F11, Qt.Key.Key_Menu),
)
"""Also those that close or leave other programs, together with the ones below."""

HELD = (
    *(Qt.KeyboardModifier.NoModifier,) * 5,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)

MOST_NEXT = 3
"""An open question may answer twice before it lets people pass."""


@dataclass
class Tally:
    """What a monkey has seen."""

    events: int = 0
    checks: int = 0
    pages: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    places: set[tuple[str, int]] = field(default_factory=set)


class Monkey:
    """Plays with a stage that is guarded as the kiosk is. `pages` are where somebody may have left it."""

    def __init__(
        self, stage: Stage, clock: Clock, pages: Sequence[Page], seed: int, guard: TouchGuard | None = None
    ) -> None:
        self.stage, self.tally = stage, Tally()
        self._pages, self._random = pages, Random(seed)
        self._finger = Finger(stage, clock)
        self._palm = Hand(stage.shell, stage.theme.display.px_per_mm, clock, seed=seed)
        self.guard = guard or guarded(stage, clock)
        self._ways: dict[Callable[[], None], int] = {
            self._tap_button: 40,
            self._tap_phone: 22,
            self._tap_anywhere: 12,
            self._press_key: 10,
            self._stroke: 8,
            self._hold: 3,
            self._pinch: 2,
            self._wait: 2,
            self._lean: 1,
        }

    @property
    def _window(self) -> QWidget:
        return self.stage.shell

    @property
    def page(self) -> Page:
        return self.stage.state.visit.page

    def play(self, events: int, check_every: int, leave_every: int) -> None:
        """Do things at random. Now and then see whether there is a way on; later, begin somewhere else."""
        self.stage.settle()
        for number in range(1, events + 1):
            if number % leave_every == 0:
                self.stage.show(self._random.choice(self._pages))
            self.act()
            if number % check_every == 0:
                self.tally.checks += 1
                self.go_on()
                assert_sound(self.stage)

    def act(self) -> None:
        """Do one thing, anything."""
        [way] = self._random.choices(list(self._ways), list(self._ways.values()))
        way()
        self._note()
        assert_sound(self.stage)

    def _note(self) -> None:
        page, tally = self.page, self.tally
        tally.events += 1
        tally.pages[type(page).__name__] += 1
        if isinstance(page, InLesson):
            tally.kinds[page.place.step.do] += 1
            tally.places.add((page.place.lesson_id, page.place.index))

    # -- what it does ----------------------------------------------------------------------------

    def _tap_button(self) -> None:
        """Something that can be pressed, wherever it is."""
        seen = [one for one in self._window.findChildren(QAbstractButton) if _seen(one)]
        if seen:
            self._finger.touch(self._random.choice(seen))

    def _tap_phone(self) -> None:
        self._finger.tap(self._on_phone(), self._random.choice((1, 1, 1, 2)))

    def _tap_anywhere(self) -> None:
        self._finger.tap(self._within(self._window), self._random.choice((1, 1, 2, 3)))

    def _press_key(self) -> None:
        window = self._window.windowHandle()
        QTest.keyClick(window, self._random.choice(KEYS), self._random.choice(HELD))
        self.stage.settle()

    def _stroke(self) -> None:
        begin = self._on_phone() if self._random.random() < 0.8 else self._within(self._window)
        end = self._on_phone() if self._random.random() < 0.8 else self._within(self._window)
        self._finger.stroke(begin, end)

    def _hold(self) -> None:
        self._finger.hold(self._on_phone())

    def _pinch(self) -> None:
        self._finger.pinch(self._on_phone(), *self._random.choice(((20, 90), (90, 20))))

    def _wait(self) -> None:
        self._finger.wait()

    def _lean(self) -> None:
        """A palm on the glass."""
        self._palm.rest(self._within(self._window))
        self.stage.settle()

    def _on_phone(self) -> QPoint:
        phone = self._window.findChild(PhoneStage)
        return self._within(phone or self._window)

    def _within(self, part: QWidget) -> QPoint:
        at = QPoint(self._random.randrange(part.width()), self._random.randrange(part.height()))
        return part.mapTo(self._window, at)

    # -- whether there is a way on ---------------------------------------------------------------

    def go_on(self) -> None:
        """From wherever this is, as somebody who only wants to get on; answering is not needed for that."""
        self._close_what_lies_over()
        before = self.page
        match before:
            case Attract():
                self._finger.tap(self._window.rect().center())
            case InLesson(place) if not place.finished:
                self._pass_step()
            case _:
                self._touch_bar(self._random.choice(("もどる", "はじめから")))
                if self.stage.shell.overlay:
                    self._finger.touch(self.stage.shell.overlay.buttons[-1])
        assert self.page != before, f"stuck at {before}"

    def _pass_step(self) -> None:
        screen, place = self.stage.shell.screen_now, self.page.place
        assert isinstance(screen, StepScreen)
        by_offer = self._random.random() < 0.5
        for _ in range(MOST_NEXT):
            offer = _offer_to_pass(screen) if by_offer else None
            self._finger.touch(offer or self.stage.shell.bottom.next_button)
            if self.page.place != place:
                break
        finished = isinstance(self.stage.shell.screen_now, FinishScreen)
        assert self.page.place.index > place.index, f"stuck at {place.lesson_id} {place.index}"
        assert finished == self.page.place.finished

    def _close_what_lies_over(self) -> None:
        if cover := self.stage.shell.cover:
            self._finger.touch(next(one for one in cover.findChildren(TouchButton) if _seen(one)))
            assert self.stage.shell.cover is None
        if sheet := self.stage.shell.overlay:
            close = plain(sheet.words.tr("とじる"))
            self._finger.touch(
                next((one for one in sheet.buttons if one.accessibleName() == close), sheet.buttons[0])
            )
            assert self.stage.shell.overlay is None
        if strip := self.stage.shell.strip:
            self._finger.touch(strip.findChild(TouchButton))
            assert self.stage.shell.strip is None

    def _touch_bar(self, name: str) -> None:
        words = plain(self.stage.shell.screen_now.words.tr(name))
        bar = [one for one in self.stage.shell.top.findChildren(TouchButton) if _seen(one)]
        named = [one for one in bar if one.accessibleName() == words]
        self._finger.touch(named[0] if named else bar[0])


def guarded(stage: Stage, clock: Clock) -> TouchGuard:
    """Guard a stage's window as `kiosk.app` does."""
    guard, presenter = TouchGuard(stage.shell, clock), stage.presenter
    guard.touched.connect(presenter.voice.hush)
    guard.asked.connect(presenter.voice.tell_about)
    presenter.voice.listening_changed.connect(guard.listen)
    guard.keyed.connect(stage.shell.by_keyboard)
    guard.install()
    return guard


def assert_sound(stage: Stage) -> None:
    """The kiosk stands: its window, nothing else, with a page that exists."""
    shell, page = stage.shell, stage.state.visit.page
    others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not shell]
    assert shell.isVisible() and not others, others
    assert QApplication.activeWindow() is shell
    assert QApplication.activePopupWidget() is None and QApplication.activeModalWidget() is None
    assert isinstance(page, get_args(Page))
    assert shell.screen_now is not None and shell.screen_now.isVisible()
    if isinstance(page, InLesson):
        assert page.place.index in {place.index for place in page.place.way()}


def _seen(control: QWidget) -> bool:
    return control.isVisible() and control.isEnabled() and not control.visibleRegion().isEmpty()


def _offer_to_pass(screen: StepScreen) -> TouchButton | None:
    """「かわりに進める」, where it is offered."""
    name = plain(screen.words.tr("かわりに進める"))
    buttons = [one for one in screen.spoken if isinstance(one, TouchButton)]
    return next((one for one in buttons if one.accessibleName() == name and _seen(one)), None)
