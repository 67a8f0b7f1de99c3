"""The way in for staff: the four corners of the attract screen, one after the other, clockwise."""

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from shiboken6 import isValid

from kiosk.ui.screens.attract import AttractScreen
from kiosk.ui.screens.screen import Screen

CORNERS = ((0, 0), (1, 0), (1, 1), (0, 1))
"""Shares of width and height: top left, top right, bottom right, bottom left."""

REACH_MM = 25.0
FIRST_SECONDS = 1.5
"""A resident who touches a corner by chance waits so long for the kiosk to begin."""
NEXT_SECONDS = 3.0


def is_next(touched: int, at: QPointF, size: QSize, reach: float) -> bool:
    """Whether a touch is at the corner that follows on so many; `reach` in pixels."""
    across, down = CORNERS[touched]
    away = at - QPointF(across * size.width(), down * size.height())
    return away.x() ** 2 + away.y() ** 2 <= reach**2


class CornerGesture(QObject):
    """Watches the releases on the screen it is given; whatever is not the gesture begins a visit."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screen: AttractScreen | None = None
        self._touched = 0
        self.patience = QTimer(self, singleShot=True)
        self.patience.timeout.connect(self._begin_visit)

    def watch(self, screen: Screen) -> None:
        """There is a new screen; only an attract screen has the gesture."""
        self._forget()
        self._screen = screen if isinstance(screen, AttractScreen) else None
        if self._screen is not None:
            self._screen.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._screen and isinstance(event, QMouseEvent):
            return event.type() == QEvent.Type.MouseButtonRelease and self._take(event.position())
        return False

    def _take(self, at: QPointF) -> bool:
        """Whether the touch belongs to the gesture, so that nobody else need hear of it."""
        screen = self._screen
        if screen is None:
            return False
        reach = screen.theme.mm(REACH_MM)
        if self._touched and is_next(self._touched - 1, at, screen.size(), reach):
            return True  # a trembling finger touched the same corner twice
        if not is_next(self._touched, at, screen.size(), reach):
            self._forget()
            return False
        self._touched += 1
        if self._touched == len(CORNERS):
            self._forget()
            self.asked.emit()
        else:
            seconds = FIRST_SECONDS if self._touched == 1 else NEXT_SECONDS
            self.patience.start(round(seconds * 1000))
        return True

    def _forget(self) -> None:
        self.patience.stop()
        self._touched = 0

    def _begin_visit(self) -> None:
        """It was no gesture but a touch near a corner: what a touch is for happens, only later."""
        self._forget()
        if self._screen is not None and isValid(self._screen):
            self._screen.start_requested.emit()
