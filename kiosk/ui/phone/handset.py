"""A small practice phone as a thing on a stage: its body, its band, and room for what it shows."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from kiosk.draw.ruby import RubyBlock, set_text
from kiosk.lessons.phone.screen import Skin
from kiosk.ui.phone.movable import Movable
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

_BODY = QColor("#26262B")
_SLENDER, _STOUT = 0.52, 1.3
_BEZEL = 0.035
_ROUNDNESS = {Skin.IPHONE: 0.15, Skin.ANDROID: 0.09}
CENTRE = Qt.AlignmentFlag.AlignHCenter


class Handset(Movable):
    """`shows` paints what is below the band."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        words: Wording,
        skin: Skin,
        shows: Callable[[QPainter, QRectF], None],
    ) -> None:
        super().__init__(parent, theme, words.tr("スマートフォン"), self._paint_body, _ROUNDNESS[skin])
        self._band = words.tr("練習です")
        self._shows = shows

    def size_for(self, height: float, room: float) -> QSize:
        """As slender as a phone is, as wide as the words of its band need, at most `room` wide."""
        width = height * _SLENDER
        while width < min(room, height * _STOUT) and not self._band_fits(width):
            width += height * 0.02
        return QSize(round(min(width, room)), round(height))

    def _band_fits(self, width: float) -> bool:
        block = self._band_block(width)
        return not block.torn and block.width <= self._band_room(width) and len(block.lines) <= 2

    def _band_room(self, width: float) -> float:
        return width * (1 - 2 * _BEZEL) - self._theme.touch_gap

    def _band_block(self, width: float) -> RubyBlock:
        return set_text(
            self._band, self._band_room(width), self._theme.text_style(self._theme.least_label, True)
        )

    @property
    def band_height(self) -> float:
        return self._band_block(self.width()).height + self.radius * 0.3

    def _paint_body(self, painter: QPainter, box: QRectF) -> None:
        body, bezel = box.adjusted(1, 1, -1, -1), self.width() * _BEZEL
        painter.setPen(QPen(self._theme.colours.outline, 1.5))
        painter.setBrush(_BODY)
        painter.drawRoundedRect(body, self.radius, self.radius)
        self._paint_screen(painter, body.adjusted(bezel, bezel, -bezel, -bezel))

    def _paint_screen(self, painter: QPainter, glass: QRectF) -> None:
        block = self._band_block(self.width())
        shape = QPainterPath()
        shape.addRoundedRect(glass, self.radius * 0.75, self.radius * 0.75)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(glass, self._theme.colours.surface)
        tall = self.band_height
        band = QRectF(glass.left(), glass.top(), glass.width(), tall)
        painter.fillRect(band, self._theme.colours.practice)
        at = QPointF(band.left(), band.top() + (tall - block.height) / 2)
        block.paint(painter, at, self._theme.colours.on_practice, CENTRE, band.width())
        self._shows(painter, glass.adjusted(0, tall, 0, 0))
        painter.restore()
