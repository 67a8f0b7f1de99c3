"""The table on which cards, papers and phones lie, the lamp over it, and their soft shadows."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF, QRadialGradient

_WOOD, _GRAIN, _SHADE = QColor("#D9BC92"), QColor("#CFAE80"), QColor(40, 30, 10, 24)
_FAR_SHADE, _SIGHT = QColor(40, 30, 10, 70), QColor(0, 120, 220, 50)
_PLANKS = 7
_LAMP, _BULB, _LIGHT = QColor("#4A6B57"), QColor("#FFF3C4"), QColor(255, 214, 90, 150)


def paint_table(painter: QPainter, box: QRectF, radius: float) -> None:
    """A wooden table top that fills a box."""
    shape = QPainterPath()
    shape.addRoundedRect(box, radius, radius)
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(box, _WOOD)
    plank = box.height() / _PLANKS
    for number in range(1, _PLANKS):
        painter.fillRect(QRectF(box.left(), box.top() + number * plank, box.width(), 2), _GRAIN)
    painter.restore()


def paint_shadow(painter: QPainter, thing: QRect, radius: float, lift: float) -> None:
    """The soft shadow of a thing that is `lift` pixels above the table; the lamp stands at the upper left."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_SHADE)
    for ring in range(4):
        spread = lift * 0.15 * ring
        box = QRectF(thing).adjusted(-spread, -spread, spread, spread).translated(lift * 0.4, lift * 0.6)
        painter.drawRoundedRect(box, radius + spread, radius + spread)


def paint_far_shadow(painter: QPainter, middle: QPointF, wide: float, flat: float) -> None:
    """The shadow of a thing held high; `wide` and `flat` are half of its axes."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_FAR_SHADE)
    painter.drawEllipse(middle, wide, flat)


def paint_sight(painter: QPainter, eye: QPointF, floor: QPointF, wide: float, flat: float) -> None:
    """What a camera sees: from its eye down to a round place on the table."""
    sight = QPainterPath(eye)
    sight.lineTo(floor.x() - wide, floor.y())
    sight.arcTo(QRectF(floor.x() - wide, floor.y() - flat, 2 * wide, 2 * flat), 180, 180)
    sight.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_SIGHT)
    painter.drawPath(sight)


def paint_lamp(painter: QPainter, side: float) -> None:
    """A lamp `side` pixels large that shines from the upper left corner."""
    light = QRadialGradient(QPointF(side / 2, side / 2), side * 2.2)
    dark = QColor(_LIGHT)
    dark.setAlpha(0)
    light.setColorAt(0, _LIGHT)
    light.setColorAt(1, dark)
    painter.fillRect(QRectF(0, 0, side * 3, side * 3), light)
    painter.save()
    painter.scale(side / 100, side / 100)
    painter.rotate(-45)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_BULB)
    painter.drawEllipse(QPointF(0, 78), 20, 20)
    painter.setBrush(_LAMP)
    shade = ((-14, 20), (14, 20), (38, 78), (-38, 78))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in shade]))
    painter.drawRect(QRectF(-5, 0, 10, 24))
    painter.restore()
