"""A phone's keyboard: kana by flick or repeated tap, Latin letters, digits; with candidates above the keys."""

from collections.abc import Callable
from dataclasses import replace
from time import monotonic

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.draw.key_paint import KeyPainter
from kiosk.draw.keys import EVERY_BOARD, key_for, lay_out_keys
from kiosk.lessons.phone.forms import Keys
from kiosk.text.kana_input import CYCLE_MS, Board, Choose, Confirm, Flick, Move, Tap, Typed, after
from kiosk.text.typing_guide import guidance_delay_ms
from kiosk.ui.phone.candidates import CandidateBar, CandidateButton
from kiosk.ui.phone.key_button import KeyButton
from kiosk.ui.phone.key_overlay import CrossOverlay, GuideOverlay
from kiosk.ui.phone.key_words import key_labels
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

CandidateSource = Callable[[str], tuple[str, ...]]
"""Ways to write kana, the likeliest first; must answer at once."""

PLAY_MS = 500
"""How long a key that is pressed for show stays down."""

_ROWS = 4
_ROW_SHARE = 0.132
"""Height of a row of keys, as a share of the keyboard's width."""

_HOME = {Keys.KANA: Board.KANA, Keys.LATIN: Board.LATIN, Keys.DIGITS: Board.DIGITS}


class Keyboard(QWidget):
    """Shows what has been typed only in its candidates and labels: the field belongs to the phone.

    A field of kana lets people change to letters and digits; one of letters or of digits takes nothing else.
    """

    typed = Signal(object)
    """What has been typed now, a `Typed`."""
    done = Signal()
    """There is nothing left to confirm."""

    def __init__(
        self,
        theme: Theme,
        words: Wording,
        keys: Keys,
        start: Typed | None,
        candidates: CandidateSource,
        parent: QWidget | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._source, self._clock = theme, words, candidates, clock
        self._home = _HOME[keys]
        self._offered = EVERY_BOARD if keys is Keys.KANA else (self._home,)
        self._typed = self._at_home(start or Typed())
        self._candidates: tuple[str, ...] = ()
        self._painter = KeyPainter(theme.colours, theme.phone, key_labels(words))
        self.buttons: list[KeyButton] = []
        self.bar = CandidateBar(self, theme, words)
        self.bar.chosen.connect(lambda word: self._do(Choose(word)))
        self.cross: CrossOverlay | None = None
        self.ring = GuideOverlay(self, theme)
        self._guided: tuple[Move | None, float] = (None, 0.0)
        self._playing: Move | None = None
        self._to_point = self._timer(self._point)
        self._to_settle = self._timer(self.settle)
        self._to_act = self._timer(self.finish_press)

    @property
    def typed_now(self) -> Typed:
        return self._typed

    def tall_for(self, width: float) -> int:
        """The height that suits a width: rows that a finger finds, below the candidates."""
        row = max(width * _ROW_SHARE, self._theme.target)
        return self._bar_height + round(row * _ROWS)

    def sizeHint(self) -> QSize:
        width = self._theme.target * 6
        return QSize(width, self.tall_for(width))

    def start(self, typed: Typed) -> None:
        """Go on from another text. Tells nobody."""
        if self._at_home(typed) != self._typed:
            self._become(self._at_home(typed))

    # -- guidance ------------------------------------------------------------------------------

    def guide(self, move: Move | None, strength: float) -> None:
        """Point at what to press next; weak guidance comes later. The next key typed takes it away, as None does."""
        self._guided = (move, strength)
        self.ring.hide()
        self._to_point.stop()
        if move and strength > 0:
            delay = guidance_delay_ms(strength) if self._theme.animations else 0
            self._to_point.start(delay) if delay else self._point()

    def press(self, move: Move) -> None:
        """Make a move so that everybody sees it: the key goes down, then it acts."""
        self.finish_press()
        self._playing = move
        if self._theme.animations:
            self._hold(move, True)
            self._to_act.start(PLAY_MS)
        else:
            self.finish_press()

    def finish_press(self) -> None:
        """Let the key that is down for show act now."""
        self._to_act.stop()
        move, self._playing = self._playing, None
        if move:
            self._hold(move, False)
            self._do(move)

    def control_of(self, move: Move) -> KeyButton | CandidateButton | None:
        """What a finger goes to for a move: a key, or a candidate, which is turned to."""
        if isinstance(move, Choose):
            self.bar.show_word(move.written)
            return self.bar.button_of(move.written)
        return self.button_of(move)

    def button_of(self, move: Move) -> KeyButton | None:
        """The key that a finger goes to for a move."""
        key = key_for([button.key for button in self.buttons], move)
        return next((button for button in self.buttons if button.key is key), None)

    def settle(self) -> None:
        """After a while a tap begins a new kana: who guides must know."""
        now = self._typed.next_letter()
        if now != self._typed:
            self._become(now)
            self.typed.emit(now)

    # -- places and pictures -------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.bar.setGeometry(0, 0, self.width(), self._bar_height)
        self._lay_out()
        self._show()
        self.guide(*self._guided)

    def hideEvent(self, event: QHideEvent) -> None:
        if self.cross:
            self.cross.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painter.paint_ground(QPainter(self), QRectF(self.rect()))

    @property
    def _bar_height(self) -> int:
        return self._theme.target + self._theme.touch_gap // 2

    def _timer(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer

    def _at_home(self, typed: Typed) -> Typed:
        """On a keyboard that this field offers."""
        board = Board.LATIN if typed.board is Board.SIGNS else typed.board
        return typed if board in self._offered else replace(typed, board=self._home)

    def _lay_out(self) -> None:
        by_keys = any(button.ringed for button in self.buttons)
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        box = QRectF(self.rect()).adjusted(0, self._bar_height, 0, 0)
        keys = lay_out_keys(self._typed.board, box, self._theme.phone, self._offered)
        self.buttons = [KeyButton(self, key, self._theme, self._words, self._clock) for key in keys]
        for button in self.buttons:
            button.struck.connect(self._do)
            button.aimed.connect(self._aim)
            button.show()
        if by_keys:
            self.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self) -> None:
        typed = self._typed
        self._candidates = self._source(typed.composing) if typed.composing else ()
        self.bar.offer(self._candidates, typed.converted)
        self._painter = replace(self._painter, shift=typed.shift, composing=bool(typed.composing))
        for button in self.buttons:
            button.look(self._painter)

    def _aim(self, button: KeyButton) -> None:
        """The kana round the finger, as long as it may choose between them."""
        if self.cross is None or self.cross.parent() is not self.window():
            self.cross = CrossOverlay(self.window(), self._theme)
            self.destroyed.connect(self.cross.deleteLater)
        if isinstance(button.key.move, Tap) and button.isDown():
            here = self.mapTo(self.window(), QPoint(0, 0))
            face = button.key.face.translated(QPointF(here))
            self.cross.show_cross(button.key.move.key, face, QRect(here, self.size()), button.way)
        else:
            self.cross.hide()

    # -- what keys do --------------------------------------------------------------------------

    def _do(self, move: Move) -> None:
        if isinstance(move, Confirm) and not self._typed.composing:
            self.done.emit()
            return
        now = after(self._typed, move, self._clock() * 1000, self._candidates)
        if now == self._typed:
            return
        self._become(now)
        self.typed.emit(now)

    def _become(self, typed: Typed) -> None:
        before, self._typed = self._typed, typed
        if typed.board is not before.board:
            self._lay_out()
        if typed.repeated:
            self._to_settle.start(CYCLE_MS)
        self.guide(None, 0.0)
        self._show()

    def _point(self) -> None:
        move, strength = self._guided
        control = self.control_of(move) if move else None
        if move and control:
            self.ring.point_at(move, control.face.translated(control.mapTo(self, QPointF(0, 0))), strength)
        else:
            self.ring.hide()

    def _hold(self, move: Move, down: bool) -> None:
        match self.control_of(move):
            case KeyButton() as key:
                key.play(move.way if isinstance(move, Flick) else None, down)
            case CandidateButton() as candidate:
                candidate.setDown(down)
