"""The part of a page where something is done: the practice phone with its keyboard, or the phone over a card or a code."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import ClassVar

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.lessons.phone.forms import FieldBox, Keys
from kiosk.lessons.phone.gestures import Waited
from kiosk.lessons.phone.pictures import Camera
from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.steps import CardStep, Pin, Practice, Scan, Type, Wait
from kiosk.text.kana_input import Board, Confirm, Move, Typed
from kiosk.text.typing_guide import Wanted, next_move
from kiosk.ui.controls.surfaces import Card
from kiosk.ui.phone.card_stage import CardStage
from kiosk.ui.phone.demonstration import Demonstration
from kiosk.ui.phone.hand_moves import Move as HandMove
from kiosk.ui.phone.keyboard import Keyboard
from kiosk.ui.phone.scan_stage import ScanStage
from kiosk.ui.phone.show_how import how, secret
from kiosk.ui.phone.view import PhoneView
from kiosk.ui.phone.waiting import Waiting
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

Candidates = Callable[[str, Mapping[str, str]], tuple[str, ...]]
"""The ways to write kana, with the words of the lesson by their reading."""

SHARE, WIDE_SHARE = 0.30, 0.40
"""The stage's part of a wide screen; keyboards, cards and codes need more of it."""

LEAST_ASPECT = 1.35
"""Width against height: on a screen that is nearly square the phone keeps what it would get of a wider one."""


def no_candidates(kana: str, words: Mapping[str, str]) -> tuple[str, ...]:
    """Only the lesson's own words."""
    return tuple(written for reading, written in words.items() if reading == kana)


@dataclass(frozen=True)
class StageView:
    """`marked` gets the ring, which `pulses` when help is offered."""

    phone: Shown
    practice: Practice | None = None
    marked: str | None = None
    pulses: bool = False
    typed: Typed | None = None
    guidance: float = 0.0
    """How strongly the next key is pointed at, from 0 to 1."""
    accomplished: bool = False

    explored: bool = False
    """No task is set."""

    @property
    def wide(self) -> bool:
        return bool(self.phone.keys) or isinstance(self.practice, CardStep | Scan)


class PhoneStage(Card):
    clock: "ClassVar[staticmethod[[], float]]" = staticmethod(monotonic)
    """What tells a slow finger from a quick one, in seconds."""

    gestured = Signal(object)
    typed = Signal(object)
    decided = Signal()
    shown_how = Signal()
    """The demonstration has ended by itself."""

    def __init__(self, theme: Theme, words: Wording, view: StageView, candidates: Candidates) -> None:
        super().__init__(theme, theme.colours.stage)
        self._theme, self._words, self._candidates = theme, words, candidates
        self.view = view
        self.keyboard: Keyboard | None = None
        self._demonstration: Demonstration | None = None
        self.moves_shown: list[HandMove] = []
        """What the hand has shown last; empty where there was nothing to show."""
        self._inside = QVBoxLayout(self)
        edge = max(4, theme.edge // 2)
        self._inside.setContentsMargins(edge, edge, edge, edge)
        self.scene = self._make_scene(view)
        self.scene.gestured.connect(self.gestured)
        self._inside.addWidget(self.scene)
        if isinstance(view.practice, Wait) and not view.accomplished:
            self._wait(view.practice)
        if isinstance(self.scene, PhoneView):
            self.scene.keyboard_moved.connect(self._place_keyboard)
            self._raise_keyboard()
        self._fit_width()

    def _make_scene(self, view: StageView) -> "PhoneView | CardStage | ScanStage":
        theme, words, phone = self._theme, self._words, view.phone
        match view.practice:
            case CardStep():
                return CardStage(theme, words, phone.skin)
            case Scan() as step if isinstance(camera := phone.element(step.target), Camera):
                return ScanStage(theme, words, camera, phone.skin, step.show)
            case _:
                scene = PhoneView(theme, phone, words, view.marked, self.clock)
                if view.explored:
                    scene.explore()
                else:
                    scene.expect(view.practice)
                return scene

    def _fit_width(self) -> None:
        theme = self._theme
        if theme.display.portrait:
            return
        across = max(theme.display.width, theme.display.height * LEAST_ASPECT)
        share = round(across * (WIDE_SHARE if self.view.wide else SHARE))
        least = self.scene.minimumSizeHint().width() + 2 * self._inside.contentsMargins().left()
        self.setFixedWidth(max(share, least))

    def show_view(self, view: StageView) -> None:
        """Another state of the same step, or of the phone that is being explored."""
        before, self.view = self.view, view
        if isinstance(self.scene, PhoneView):
            if view.phone != before.phone:
                self.scene.show_phone(view.phone)
            if view.pulses and view.marked:
                self.scene.marks.pulse(view.marked)
            else:
                self.scene.marks.mark(view.marked)
            if bool(self.keyboard) != bool(view.phone.keys) or view.phone.typing != before.phone.typing:
                self._raise_keyboard()
                self._fit_width()
            elif self.keyboard and view.phone.keys:
                if view.typed is None or view.typed != self.keyboard.typed_now:
                    self.keyboard.start(self._typed_so_far(view.phone.keys))
                self._guide()

    def first_focus(self) -> QWidget | None:
        return self.scene.first_button()

    @property
    def glass(self) -> QRect:
        """The phone's glass, in the scene's pixels."""
        return (
            self.scene.glass.box.toAlignedRect() if isinstance(self.scene, PhoneView) else self.scene.rect()
        )

    # -- the keyboard --------------------------------------------------------------------------

    def _raise_keyboard(self) -> None:
        if self.keyboard:
            self.keyboard.deleteLater()
            self.keyboard = None
        keys, phone = self.view.phone.keys, self.scene
        if keys is None or not isinstance(phone, PhoneView):
            return
        typed = self._typed_so_far(keys)
        keyboard = Keyboard(self._theme, self._words, keys, typed, self._ways_to_write, phone, self.clock)
        keyboard.typed.connect(self.typed)
        keyboard.done.connect(self.decided)
        self.keyboard = keyboard
        self._guide()
        self._place_keyboard()

    def _typed_so_far(self, keys: Keys) -> Typed:
        """What the resident has typed, or what stood in the field before."""
        if self.view.typed is not None:
            return self.view.typed
        field = self.view.phone.element(self.view.phone.typing)
        value = field.value if isinstance(field, FieldBox) else None
        return Typed(text=str(value or ""), board=_BOARDS[keys])

    def _place_keyboard(self) -> None:
        if self.keyboard and isinstance(self.scene, PhoneView) and (box := self.scene.keyboard_box):
            self.keyboard.setGeometry(box)
            self.keyboard.show()
            self.keyboard.raise_()

    def _ways_to_write(self, kana: str) -> tuple[str, ...]:
        step = self.view.practice
        own = {step.reading or step.text: step.text} if isinstance(step, Type) else {}
        return self._candidates(kana, own)

    def _guide(self) -> None:
        """Point at the next key of the text that is to be typed."""
        if self.keyboard:
            self.keyboard.guide(self.next_key(), self.view.guidance)

    def next_key(self) -> Move | None:
        """What to press next, if the step knows."""
        step = self.view.practice
        if self.keyboard is None or not isinstance(step, Type | Pin):
            return None
        wanted = Wanted(step.text, step.reading) if isinstance(step, Type) else Wanted(secret(step))
        return next_move(self.keyboard.typed_now, (wanted,)) or (Confirm() if isinstance(step, Pin) else None)

    # -- waiting -------------------------------------------------------------------------------

    def _wait(self, step: Wait) -> None:
        waiting = Waiting(self, step, self.view.phone)
        waiting.changed.connect(self._show_progress)
        waiting.done.connect(lambda: self.gestured.emit(Waited()))
        waiting.start()

    def _show_progress(self, values: Mapping[str, str]) -> None:
        if isinstance(self.scene, PhoneView):
            self.scene.show_phone(self.view.phone.with_values(values))

    # -- show me -------------------------------------------------------------------------------

    def show_how(self) -> None:
        """Play the step with an animated hand; nothing is done by it."""
        step = self.view.practice
        if step is None:
            return
        if self._demonstration is None:
            self._demonstration = Demonstration(self.scene, self._theme)
            self._demonstration.finished.connect(self.shown_how)
        self.moves_shown = how(step, self) if isinstance(self.scene, PhoneView) else self.scene.how_to()
        if self.moves_shown:
            self._demonstration.play(self.moves_shown)
        else:
            self.shown_how.emit()

    def box_of(self, widget: QWidget) -> QRect:
        """Where something inside is, in the scene's pixels."""
        return QRect(widget.mapTo(self.scene, QPoint(0, 0)), widget.size())

    def place_of(self, name: str) -> QRect | None:
        """Where something is, in the scene's pixels."""
        return self.scene.place_of(name)


_BOARDS = {Keys.KANA: Board.KANA, Keys.LATIN: Board.LATIN, Keys.DIGITS: Board.DIGITS}
