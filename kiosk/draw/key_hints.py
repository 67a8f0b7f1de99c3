"""What a keyboard shows beyond its keys: the kana round a finger, and where to press next."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kiosk.draw.key_paint import paint_letter
from kiosk.draw.palette import Palette
from kiosk.draw.phone_sizes import PhoneSizes
from kiosk.text.kana_input import Flick, Mark, Move, Tap
from kiosk.text.kana_table import Way, flicked

STEPS: Mapping[Way | None, QPointF] = {
    None: QPointF(0, 0),
    Way.LEFT: QPointF(-1, 0),
    Way.UP: QPointF(0, -1),
    Way.RIGHT: QPointF(1, 0),
    Way.DOWN: QPointF(0, 1),
}
"""Where a flick goes, in lengths of one."""

_TILE = 1.6
"""Side of a tile of the cross, in finger's targets."""


@dataclass(frozen=True)
class FlickCross:
    """The kana of a key as a cross, clear of the finger that is on the key."""

    key: str
    tile: float
    box: QRectF

    @staticmethod
    def above(key: str, face: QRectF, bounds: QRectF, sizes: PhoneSizes) -> "FlickCross":
        """Over a key, within `bounds`."""
        tile = min(sizes.touch * _TILE, bounds.width() / 3, bounds.height() / 3)
        side = tile * 3
        left = min(max(face.center().x() - side / 2, bounds.left()), bounds.right() - side)
        top = max(face.top() - sizes.gap - side, bounds.top())
        return FlickCross(key, tile, QRectF(left, top, side, side))

    def paint(self, painter: QPainter, colours: Palette, chosen: Way | None) -> None:
        """With the direction that the finger goes in filled."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for way, step in STEPS.items():
            kana = flicked(self.key, way)
            if kana:
                self._paint_tile(painter, colours, kana, step, way is chosen)

    def _paint_tile(
        self, painter: QPainter, colours: Palette, kana: str, step: QPointF, chosen: bool
    ) -> None:
        gap = self.tile * 0.03
        corner = self.box.center() + (step - QPointF(0.5, 0.5)) * self.tile
        tile = QRectF(corner.x(), corner.y(), self.tile, self.tile).adjusted(gap, gap, -gap, -gap)
        painter.setPen(QPen(colours.outline, max(1.0, self.tile * 0.02)))
        painter.setBrush(colours.main if chosen else colours.surface)
        painter.drawRoundedRect(tile, self.tile * 0.18, self.tile * 0.18)
        paint_letter(
            painter, tile, kana, round(self.tile * 0.56), colours.on_main if chosen else colours.text
        )


def paint_hint(
    painter: QPainter, face: QRectF, move: Move, strength: float, colours: Palette, sizes: PhoneSizes
) -> None:
    """An orange ring round the next key, with an arrow for a flick and a number for several taps."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(strength)
    stroke = sizes.gap * 0.4
    radius = min(face.width(), face.height()) * 0.16 + stroke / 2
    halo = QColor(colours.target)
    halo.setAlpha(70)
    ring = face.adjusted(-stroke / 4, -stroke / 4, stroke / 4, stroke / 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((halo, stroke * 2), (colours.target, stroke)):
        painter.setPen(QPen(colour, width))
        painter.drawRoundedRect(ring, radius, radius)
    size = min(face.width(), face.height()) * 0.56
    if isinstance(move, Flick):
        step = STEPS[move.way]
        edge = QPointF(step.x() * face.width() / 2, step.y() * face.height() / 2)
        _paint_arrow(
            painter, _badge(painter, face.center() + edge, size, colours, stroke), step, colours.text
        )
    elif isinstance(move, Tap | Mark) and move.times > 1:
        badge = _badge(painter, face.topRight() + QPointF(-size * 0.3, size * 0.2), size, colours, stroke)
        paint_letter(painter, badge, f"×{move.times}", round(size * 0.5), colours.text)
    painter.restore()


def _badge(painter: QPainter, centre: QPointF, size: float, colours: Palette, stroke: float) -> QRectF:
    badge = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    painter.setPen(QPen(colours.target, stroke * 0.6))
    painter.setBrush(colours.surface)
    painter.drawEllipse(badge)
    return badge


def _paint_arrow(painter: QPainter, badge: QRectF, step: QPointF, ink: QColor) -> None:
    length = badge.width() * 0.26
    tip, tail = badge.center() + step * length, badge.center() - step * length
    pen = QPen(ink, badge.width() * 0.1)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLine(QLineF(tail, tip))
    side = QPointF(step.y(), step.x()) * length
    head = QPainterPath(tip - step * length + side)
    head.lineTo(tip)
    head.lineTo(tip - step * length - side)
    painter.drawPath(head)
