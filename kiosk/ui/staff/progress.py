"""How far something long has come."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme import Theme


class ProgressBar(QWidget):
    """A bar that fills from the left; the words beside it say the same in figures."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, name: str) -> None:
        """From 0 to 1; `name` is what a screen reader says."""
        self._share = share
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.target * 4, self._theme.note)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        round_by = box.height() / 2
        painter.setPen(QPen(colours.outline, 2))
        painter.setBrush(colours.surface)
        painter.drawRoundedRect(box, round_by, round_by)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.main)
        box.setWidth(max(box.height(), box.width() * self._share) if self._share else 0)
        painter.drawRoundedRect(box, round_by, round_by)
