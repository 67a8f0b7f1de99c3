"""Seconds that are left: in figures, and as a ring that gets shorter."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.draw.fonts import font
from kiosk.ui.theme import Theme

FULL_TURN = 360 * 16
"""Qt measures angles in sixteenths of a degree; the ring begins at the top and gets shorter clockwise."""


class CountRing(QWidget):
    """What is left is a thick band, what has gone a thin line: nobody needs to see their colours."""

    def __init__(self, theme: Theme, whole: int) -> None:
        super().__init__()
        self._theme, self._whole, self._left = theme, whole, whole
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @property
    def left(self) -> int:
        return self._left

    def show_left(self, seconds: int, name: str) -> None:
        """`name` says it to a screen reader."""
        self._left = seconds
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        display = self._theme.display
        side = min(display.width, display.height) * 2 // 5
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.instruction * 2, self._theme.instruction * 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(min(self.width(), self.height(), self.sizeHint().width()))
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        band = side * 0.08
        ring = box.adjusted(band, band, -band, -band)
        colours = self._theme.colours
        painter.setPen(QPen(colours.soft_text, max(2.0, band * 0.15)))
        painter.drawEllipse(ring)
        painter.setPen(QPen(colours.main, band, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(ring, FULL_TURN // 4, round(FULL_TURN * self._left / self._whole))
        painter.setPen(colours.text)
        painter.setFont(font(round(side * 0.34), bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._left))
