"""Surfaces and small drawn things: cards, the progress of a lesson, an icon, the veil of a page change."""

from PySide6.QtCore import Property, QPropertyAnimation, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.draw.fonts import font, metrics
from kiosk.draw.icons import paint_icon
from kiosk.ui.theme import Theme


class Card(QWidget):
    """A rounded surface that holds other controls."""

    def __init__(
        self, theme: Theme, fill: QColor | None = None, edge: QColor | None = None, radius: int | None = None
    ) -> None:
        super().__init__()
        self._fill = fill or theme.colours.surface
        self._edge = edge
        self._radius = radius or theme.radius

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._fill)
        painter.setPen(QPen(self._edge, 1.5) if self._edge else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._radius, self._radius)


class Bar(QWidget):
    """The surface of the bars at the top and the bottom, with a hairline towards the content."""

    def __init__(self, theme: Theme, line_at_top: bool, fill: QColor | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._fill = fill or theme.colours.bar
        self._line_at_top = line_at_top

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._fill)
        y = 0 if self._line_at_top else self.height() - 1
        painter.setPen(QPen(self._theme.colours.hairline, 2))
        painter.drawLine(0, y, self.width(), y)


class Picture(QWidget):
    """An icon on a tinted tile; an ornament, so it has no name for a screen reader."""

    def __init__(self, name: str, side: int, ink: QColor, tile: QColor | None = None) -> None:
        super().__init__()
        self._name, self._ink, self._tile = name, ink, tile
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(self.width())
        box = QRectF(0, 0, side, side)
        if self._tile:
            painter.setBrush(self._tile)
            painter.setPen(QPen(self._ink, 1) if self._tile == QColor("#000000") else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), side * 0.22, side * 0.22)
            box = box.adjusted(side * 0.2, side * 0.2, -side * 0.2, -side * 0.2)
        paint_icon(painter, self._name, box, self._ink)


class Progress(QWidget):
    """How far a lesson has come: one mark a step, and "3 / 9" in figures."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._number, self._total = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def text_px(self) -> int:
        return self._theme.least_label

    def show_place(self, number: int, total: int, name: str) -> None:
        self._number, self._total = number, total
        self.setAccessibleName(name)
        self.setVisible(total > 0)
        self.updateGeometry()
        self.update()

    def _figures(self) -> str:
        return f"{self._number} / {self._total}"

    def sizeHint(self) -> QSize:
        wide = metrics(self.text_px).horizontalAdvance(self._figures())
        return QSize(
            int(wide) + self._total * round(self.text_px * 0.8) + self.text_px, round(self.text_px * 1.3)
        )

    def minimumSizeHint(self) -> QSize:
        wide = metrics(self.text_px).horizontalAdvance(self._figures())
        return QSize(int(wide) + 4, round(self.text_px * 1.3))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, tall = self._theme.colours, self.text_px * 0.36
        figures = metrics(self.text_px).horizontalAdvance(self._figures())
        room = self.width() - figures - self.text_px * 0.5
        pitch = min(self.text_px * 1.1, room / max(1, self._total))
        marks = pitch * self._total if pitch >= self.text_px * 0.45 else 0.0
        x = (self.width() - marks - figures - self.text_px * 0.5) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        if marks:
            for step in range(1, self._total + 1):
                reached = step <= self._number
                painter.setBrush(colours.main if reached else colours.outline)
                tallness = tall * (1.5 if step == self._number else 1.0)
                y = (self.height() - tallness) / 2
                mark = QRectF(x + (step - 1) * pitch, y, pitch * 0.78, tallness)
                painter.drawRoundedRect(mark, tallness / 2, tallness / 2)
        painter.setFont(font(self.text_px))
        painter.setPen(colours.text)
        at = QRectF(x + marks + self.text_px * 0.4, 0, figures + 4, self.height())
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, self._figures())


class Veil(QWidget):
    """A page change: the new page appears from under a thin veil of paper. Touches go through it."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._covered = parent
        self._paper = theme.colours.paper
        self._share = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._motion = QPropertyAnimation(self, b"share", self)
        self._motion.setDuration(theme.transition_ms)
        self._motion.setStartValue(0.85)
        self._motion.setEndValue(0.0)
        self._motion.finished.connect(self.hide)
        self.hide()

    def lift(self) -> None:
        """Show the veil over the parent and let it fade."""
        if self._motion.duration() == 0:
            return
        self.setGeometry(self._covered.rect())
        self.raise_()
        self.show()
        self._motion.start()

    def _get_share(self) -> float:
        return self._share

    def _set_share(self, share: float) -> None:
        self._share = share
        self.update()

    share = Property(float, _get_share, _set_share)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = QColor(self._paper)
        colour.setAlphaF(self._share)
        QPainter(self).fillRect(self.rect(), colour)
