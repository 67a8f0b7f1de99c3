"""Where the volume stands: five marks, each taller than the one before, as many of them filled as it is loud."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme import Theme
from kiosk.visit.visit import VOLUMES


class VolumeMarks(QWidget):
    """Its name says the same in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._volume = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_volume(self, volume: int, name: str) -> None:
        self._volume = volume
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        tall = round(self._theme.target * 0.45)
        return QSize(tall * len(VOLUMES), tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, tall = self._theme.colours, float(self.height())
        pitch = min(self.width() / len(VOLUMES), tall)
        wide, left = pitch * 0.6, (self.width() - pitch * len(VOLUMES)) / 2 + pitch * 0.2
        stroke = max(2.0, wide / 12)
        for place, volume in enumerate(VOLUMES):
            high = tall * (0.4 + 0.6 * place / (len(VOLUMES) - 1))
            mark = QRectF(left + place * pitch, tall - high, wide, high)
            filled = volume <= self._volume
            painter.setBrush(colours.main if filled else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.main if filled else colours.outline, stroke))
            inset = stroke / 2
            painter.drawRoundedRect(mark.adjusted(inset, inset, -inset, -inset), wide / 5, wide / 5)
