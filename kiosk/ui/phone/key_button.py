"""One key of a keyboard: a tap, or a flick that may be slow and crooked."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.draw.key_paint import KeyPainter
from kiosk.draw.keys import Key
from kiosk.text.kana_input import Backspace, Flick, Move, Tap
from kiosk.text.kana_table import Way
from kiosk.text.ruby import RubyText, plain
from kiosk.ui.controls.press import PressButton
from kiosk.ui.phone.key_words import is_japanese, key_name
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

FLICK_MM = 3.5
"""A finger that travels less means a tap, however long it rests: hands over 75 drift by 2 to 3 mm."""

BOUNCE_SECONDS = 0.08
"""A finger cannot come back so soon: it never left, or it trembles."""

_HELD_MS, _AGAIN_MS = 2000, 300
"""Before a key held down deletes more, and between two deletions: a slow tap must not delete twice."""


class KeyButton(PressButton):
    """A real button on its place of the keyboard."""

    takes_repeats = True

    struck = Signal(object)
    """The move that the finger made."""
    aimed = Signal(object)
    """A finger came, went on or left: this button, whose `way` tells where it is."""

    def __init__(
        self, parent: QWidget, key: Key, theme: Theme, words: Wording, clock: Callable[[], float]
    ) -> None:
        super().__init__(theme, parent)
        self.key = key
        self.way: Way | None = None
        self.spoken_in = "ja" if is_japanese(key.move) and not words.language.startswith("ja") else ""
        self._words, self._clock = words, clock
        self._left_at = float("-inf")
        self._bounces = False
        self._painter: KeyPainter | None = None
        self._heard: RubyText = ()
        self.setGeometry(key.box.toAlignedRect())
        if isinstance(key.move, Backspace):
            self.setAutoRepeat(True)
            self.setAutoRepeatDelay(_HELD_MS)
            self.setAutoRepeatInterval(_AGAIN_MS)
        self.clicked.connect(self._act)

    @property
    def flickable(self) -> bool:
        return isinstance(self.key.move, Tap)

    @property
    def face(self) -> QRectF:
        """What is seen of it, in its own pixels."""
        return self.key.face.translated(-QPointF(self.pos()))

    @property
    def ringed(self) -> bool:
        """Whether somebody at a real keyboard stands on it."""
        return self.hasFocus() and self._ringed

    @property
    def moves(self) -> bool:
        return self.way is not None

    def heard_text(self) -> RubyText:
        return self._heard

    def look(self, painter: KeyPainter) -> None:
        """Be painted so from now on."""
        if painter == self._painter:
            return
        self._painter = painter
        self._heard = key_name(self.key.move, self._words, painter.shift, painter.composing)
        self.setAccessibleName(plain(self._heard))
        self.update()

    def play(self, way: Way | None, down: bool) -> None:
        """Look as if a finger were on it, or had left."""
        self.way = way if down else None
        self.setDown(down)
        self.aimed.emit(self)

    def give_up(self) -> None:
        super().give_up()
        self.way = None
        self.aimed.emit(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.way = None
        self._bounces = self._clock() - self._left_at < BOUNCE_SECONDS
        super().mousePressEvent(event)
        self.aimed.emit(self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._aim(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._aim(event.position().toPoint())
        self._left_at = self._clock()
        super().mouseReleaseEvent(event)
        self.way = None
        self.aimed.emit(self)

    def hitButton(self, at: QPoint) -> bool:
        """A flick may end anywhere."""
        return (self.flickable and self._pressed_at is not None) or super().hitButton(at)

    def _aim(self, at: QPoint) -> None:
        if self.flickable and self.isDown() and self._pressed_at is not None:
            self.way = way_of(at - self._pressed_at, self._theme.mm(FLICK_MM))
            self.aimed.emit(self)

    def _act(self) -> None:
        if not self._bounces:
            self.struck.emit(self._move())
        self._bounces = False

    def _move(self) -> Move:
        tap = self.key.move
        return Flick(tap.key, self.way) if isinstance(tap, Tap) and self.way else tap

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._painter is None:
            return
        painter = QPainter(self)
        painter.translate(-self.x(), -self.y())
        self._painter.paint_key(painter, self.key, self.isDown())
        self.paint_focus(painter, self.key.face, self._theme.radius * 0.4)


def way_of(travel: QPoint, least: float) -> Way | None:
    """The way of a finger that travelled so far (px); None for less than `least`."""
    if travel.x() ** 2 + travel.y() ** 2 < least**2:
        return None
    if abs(travel.x()) >= abs(travel.y()):
        return Way.RIGHT if travel.x() > 0 else Way.LEFT
    return Way.DOWN if travel.y() > 0 else Way.UP
