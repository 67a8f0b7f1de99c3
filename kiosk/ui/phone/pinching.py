"""Two fingers on the phone.

The phone itself lives on the mouse events that Qt makes of the first finger, as all of the kiosk does, so it accepts
no touch events: that would end those. The second finger is only watched, where touches enter the window.
"""

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QEventPoint, QTouchEvent, QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kiosk.ui.phone.gestures import TwoFingers
from kiosk.ui.phone.hand import Hand


class Pinching(QObject):
    pinched = Signal(QPointF, object)
    """Where, in the phone's pixels, and a `Size`; when one of the two fingers leaves."""

    def __init__(self, phone: QWidget, hand: Hand, px_per_mm: float) -> None:
        super().__init__(phone)
        self._phone, self._hand = phone, hand
        self._fingers = TwoFingers(px_per_mm)
        self._sure = False
        self._window: QWindow | None = None

    def watch(self, window: QWindow | None) -> None:
        """Look at the touches of a window, or of none."""
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.TouchCancel:
            self._sure = False
            self._follow([])
        elif isinstance(event, QTouchEvent):
            down = [point for point in event.points() if point.state() is not QEventPoint.State.Released]
            self._follow([self._phone.mapFromGlobal(point.globalPosition()) for point in down])
        return False

    def _follow(self, points: list[QPointF]) -> None:
        before = self._fingers.size
        self._fingers.follow(points)
        if self._sure and len(points) != 2:
            self._sure = False
            if before is not None and len(points) < 2:
                self.pinched.emit(self._fingers.middle, before)
        elif self._fingers.size is not None and self._hand.touches:
            self._sure = True
            self._hand.give_up()
