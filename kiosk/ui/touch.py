"""Guards the window against hands that shake: a second hit within half a second is not meant.

EN 301 549 clause 5.8 allows to ignore a second hit of the same key within 0.5 s.
"""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

REPEAT_SECONDS = 0.5
_ACTING_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class TouchGuard(QObject):
    """An event filter for the application; `touched` tells of every press, before anybody reacts to it."""

    touched = Signal()
    keyed = Signal(bool)
    """Whether the last move was a key (true) or a finger (false)."""

    def __init__(self, window: QWidget, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._last_release = float("-inf")
        self._swallowing = False
        self._last_key = (0, float("-inf"))

    def install(self) -> None:
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ContextMenu:
            return True
        if not self._mine(watched):
            return False
        if isinstance(event, QKeyEvent):
            return self._filter_key(event) if watched is self._window.focusWidget() else False
        if not isinstance(event, QMouseEvent):
            return False
        if kind in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}:
            self._swallowing = self._clock() - self._last_release < REPEAT_SECONDS
            if not self._swallowing:
                self.keyed.emit(False)
                self.touched.emit()
            return self._swallowing
        if kind == QEvent.Type.MouseButtonRelease:
            if self._swallowing:
                return True
            self._last_release = self._clock()
        return False

    def _filter_key(self, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or event.isAutoRepeat():
            return False
        now, (key, before) = self._clock(), self._last_key
        self._last_key = (event.key(), now)
        if event.key() in _ACTING_KEYS and event.key() == key and now - before < REPEAT_SECONDS:
            return True
        self.keyed.emit(True)
        self.touched.emit()
        return False

    def _mine(self, watched: QObject) -> bool:
        """Widgets only: the same event passes the window's QWindow first."""
        return isinstance(watched, QWidget) and watched.window() is self._window
