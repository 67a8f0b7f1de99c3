"""Guards the window against hands that shake or rest: a second hit within half a second is not meant, nor is a palm.

EN 301 549 clause 5.8 allows to ignore a second hit of the same key within 0.5 s.
"""

from collections.abc import Callable
from enum import Enum, auto
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QEventPoint, QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kiosk.ui.controls.press import TakesPresses

REPEAT_SECONDS = 0.5
RESTING_SECONDS = 4.0
"""Old hands press for up to three seconds and mean a tap; what stays longer leans on the screen."""

PALM_POINTS = 3
"""One finger acts, a second one may brush the screen; more at once is a hand."""

_AFTER_PRESS = frozenset({QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease})
_ACTING_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class Press(Enum):
    """What the finger that is down now means."""

    ACTS = auto()
    ASKS = auto()
    REPEATS = auto()
    RESTS = auto()
    """It is no finger: a palm, or a hand that stays where it is."""


class TouchGuard(QObject):
    """An event filter for the application; `touched` tells of every press, before anybody reacts to it."""

    touched = Signal()
    keyed = Signal(bool)
    """Whether the last move was a key (true) or a finger (false)."""
    asked = Signal(object)
    """While touches only ask to hear: the place in the window, a QPoint."""

    def __init__(self, window: QWidget, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._last_release = float("-inf")
        self._press = Press.ACTS
        self._pressed: QObject | None = None
        self._pressed_at = float("-inf")
        self._palm = False
        self._listening = False
        self._last_key = (0, float("-inf"))

    def install(self) -> None:
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def remove(self) -> None:
        """To be called before the window goes: a filter that is being destroyed must not be asked any more."""
        application = QApplication.instance()
        assert application is not None
        application.removeEventFilter(self)

    def listen(self, on: bool) -> None:
        """From now on a touch asks to hear what it touches, and presses nothing but what always acts."""
        self._listening = on

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ContextMenu:
            return True
        if isinstance(event, QTouchEvent):
            self._look_for_palm(event)
            return False
        if not self._mine(watched):
            return False
        if isinstance(event, QKeyEvent):
            return self._filter_key(watched, event) if watched is self._window.focusWidget() else False
        if not isinstance(event, QMouseEvent):
            return False
        if kind in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}:
            self._press, self._pressed, self._pressed_at = self._judge(watched), watched, self._clock()
            self._tell_press(watched, event.position().toPoint())
            return self._press is not Press.ACTS
        if kind == QEvent.Type.MouseButtonRelease:
            if self._rested():
                self._give_up_press()
            if self._press is not Press.REPEATS:
                self._last_release = self._clock()
        return self._press is not Press.ACTS and kind in _AFTER_PRESS

    def _look_for_palm(self, event: QTouchEvent) -> None:
        """A palm lasts until all of it has left. What the screen itself takes back was none of a finger's doing."""
        down = [point for point in event.points() if point.state() != QEventPoint.State.Released]
        if event.type() == QEvent.Type.TouchCancel:
            self._give_up_press()
        elif len(down) >= PALM_POINTS:
            self._palm = True
            self._give_up_press()
        elif not down or event.type() == QEvent.Type.TouchBegin:
            self._palm = False

    def _give_up_press(self) -> None:
        """The button lets go, and what the hand still does is not heard of."""
        pressed = self._taker()
        if self._press is Press.ACTS and pressed:
            pressed.give_up()
        self._press = Press.RESTS

    def _rested(self) -> bool:
        """Whether a finger stayed where it was for too long; one that carries something may take its time."""
        pressed = self._taker()
        carries = pressed is not None and pressed.moves
        return self._clock() - self._pressed_at > RESTING_SECONDS and not carries

    def _taker(self) -> TakesPresses | None:
        """What the finger came down on, unless the page has changed under it."""
        there = self._pressed if self._pressed is not None and isValid(self._pressed) else None
        return there if isinstance(there, TakesPresses) else None

    def _judge(self, watched: QObject) -> Press:
        if self._palm:
            return Press.RESTS
        if self._clock() - self._last_release < REPEAT_SECONDS and not _takes_repeats(watched):
            return Press.REPEATS
        return Press.ASKS if self._only_asks(watched) else Press.ACTS

    def _only_asks(self, watched: QObject) -> bool:
        return self._listening and not (isinstance(watched, TakesPresses) and watched.always_acts)

    def _tell_press(self, watched: QObject, at: QPoint) -> None:
        if self._press is Press.REPEATS:
            return
        self.keyed.emit(False)
        self.touched.emit()
        if self._press is Press.ASKS and isinstance(watched, QWidget):
            self.asked.emit(watched.mapTo(self._window, at))

    def _filter_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or event.isAutoRepeat():
            return False
        now, (key, before) = self._clock(), self._last_key
        self._last_key = (event.key(), now)
        acting = event.key() in _ACTING_KEYS
        again = event.key() == key and now - before < REPEAT_SECONDS
        if acting and again and not _takes_repeats(watched):
            return True
        asks = acting and self._only_asks(watched)
        self.keyed.emit(True)
        self.touched.emit()
        if asks and isinstance(watched, QWidget):
            self.asked.emit(watched.mapTo(self._window, watched.rect().center()))
        return asks

    def _mine(self, watched: QObject) -> bool:
        """Widgets only: the same event passes the window's QWindow first."""
        return isinstance(watched, QWidget) and watched.window() is self._window


def _takes_repeats(watched: QObject) -> bool:
    return isinstance(watched, TakesPresses) and watched.takes_repeats
