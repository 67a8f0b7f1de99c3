"""The terminal sleeps: all black, but for a faint point that tells staff it is on."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.controls.touch_pane import TouchPane
from kiosk.ui.theme import Theme

FAINT = QColor("#333333")
POINT_MM = 2.0
GOLDEN = 0.6180339887
SILVER = 0.7548776662
"""Multiples of these shares fill a width and a height evenly, whatever their number (Roberts' sequences)."""


class Asleep(QWidget):
    """A touch anywhere, or any key, wakes it."""

    wake_requested = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._radius = theme.mm(POINT_MM) / 2
        self._moves = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.pane = TouchPane(self)
        self.pane.setAccessibleName(name)
        self.pane.touched.connect(self.wake_requested)

    def move_point(self) -> None:
        """To another place, so that nothing burns in."""
        self._moves += 1
        self.update()

    def _place(self) -> QPointF:
        across, down = self._moves * GOLDEN % 1, self._moves * SILVER % 1
        return QPointF(self.width() * (0.1 + 0.8 * across), self.height() * (0.1 + 0.8 * down))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(FAINT)
        painter.drawEllipse(self._place(), self._radius, self._radius)
