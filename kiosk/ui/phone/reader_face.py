"""What the phone shows while it looks for a card and reads it."""

from typing import assert_never

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.draw.icons import paint_icon
from kiosk.draw.palette import Palette
from kiosk.lessons.phone.elements import Reading

_LEAST_PX = 16.0


def paint_reader(painter: QPainter, glass: QRectF, stage: Reading, share: float, colours: Palette) -> None:
    """Waves that look for a card, a ring that fills by `share`, a tick, or: once more."""
    side = max(_LEAST_PX, min(glass.width(), glass.height()) * 0.72)
    ring = QRectF(0, 0, side, side)
    ring.moveCenter(glass.center())
    match stage:
        case Reading.WAITING:
            _paint_waves(painter, ring, colours.main)
        case Reading.READING:
            _paint_ring(painter, ring, colours.hairline, 1.0)
            _paint_ring(painter, ring, colours.main, share)
            _paint_waves(painter, _inside(ring, 0.2), colours.main)
        case Reading.DONE:
            _paint_ring(painter, ring, colours.done, 1.0)
            paint_icon(painter, "check", _inside(ring, 0.17), colours.done)
        case Reading.MOVED:
            paint_icon(painter, "replay", ring, colours.text)
        case _:
            assert_never(stage)


def _inside(box: QRectF, share: float) -> QRectF:
    edge = box.width() * share
    return box.adjusted(edge, edge, -edge, -edge)


def _paint_ring(painter: QPainter, box: QRectF, colour: QColor, share: float) -> None:
    wide = box.width() * 0.09
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    inner = box.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
    painter.drawArc(inner, 90 * 16, -round(share * 360 * 16))


def _paint_waves(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Radio waves to both sides of a dot."""
    unit = box.width() / 8
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(box.center(), unit * 0.7, unit * 0.7)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, unit * 0.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for size in (2.2, 3.6):
        arc = QRectF(0, 0, size * 2 * unit, size * 2 * unit)
        arc.moveCenter(box.center())
        for middle in (0, 180):
            painter.drawArc(arc, (middle - 40) * 16, 80 * 16)
