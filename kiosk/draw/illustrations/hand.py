"""A friendly hand that shows what to do, and the way a finger goes."""

import math
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from kiosk.draw.illustrations.shapes import Drawing, round_pen
from kiosk.draw.palette import Palette

_SKIN, _OUTLINE, _CUFF = "#FFFFFF", "#22252B", "#3B66C4"
_LEAN = -24.0
"""Degrees: the hand comes from the lower right and leaves what it points at in view."""

_LINE = 3.4
"""Width of the outline, where the whole hand is 100 long."""


def paint_hand(
    painter: QPainter, tip: QPointF, size: float, pressing: bool, colours: Palette | None = None
) -> None:
    """A hand `size` px long whose index finger ends at `tip`; `pressing` it is a little smaller.

    With `colours` a pressing finger has ripples round it; without, whoever moves the hand paints its own.
    """
    with Drawing.at(painter, tip, size / 100) as draw:
        if pressing and colours:
            _draw_ripples(draw, colours)
        # The outer edge of the outline is the finger's end.
        with (
            draw.moved(0, 0, 0.93 if pressing else 1.0, _LEAN) as hand,
            hand.moved(0, _LINE / 2) as upright,
        ):
            _draw_hand(upright, 1.5 if pressing else 3.5)


def _draw_hand(draw: Drawing, lifted: float) -> None:
    shape = _hand_shape()
    with draw.moved(lifted, lifted) as shadow:
        shadow.path(QColor(0, 0, 0, 60), shape)
    draw.painter.setBrush(QColor(_CUFF))
    draw.painter.setPen(round_pen(_OUTLINE, _LINE))
    draw.painter.drawRoundedRect(QRectF(-3, 86, 44, 15), 4, 4)
    draw.painter.setBrush(QColor(_SKIN))
    draw.painter.drawPath(shape)
    for x, top in ((8.5, 41), (20.5, 42), (32, 44.5)):
        draw.line(_OUTLINE, _LINE * 0.8, [(x, top), (x - 0.6, 60)])


@lru_cache(maxsize=1)
def _hand_shape() -> QPainterPath:
    """A right hand from its back, pointing up, its index finger's end at the origin."""
    path = QPainterPath(QPointF(-8.5, 8.5))
    path.arcTo(QRectF(-8.5, 0, 17, 17), 180, -180)
    path.lineTo(8.5, 41)
    for bend, other, end in _OUTLINE_FROM_INDEX_TO_THUMB:
        path.cubicTo(QPointF(*bend), QPointF(*other), QPointF(*end))
    path.closeSubpath()
    return path


_OUTLINE_FROM_INDEX_TO_THUMB = (
    ((8.5, 33), (20.5, 33), (20.5, 42)),
    ((21, 35), (32, 36), (32, 44.5)),
    ((33, 38.5), (42.5, 40), (42.5, 50)),
    ((42.5, 66), (43, 76), (38.5, 88)),
    ((26, 88), (12, 88), (0, 88)),
    ((-3, 79), (-11, 76), (-17, 68)),
    ((-21, 63), (-27, 57), (-28.5, 52)),
    ((-30.5, 44.5), (-22, 41), (-17.5, 46)),
    ((-14.5, 50), (-12, 54.5), (-8.5, 57.5)),
)


def _draw_ripples(draw: Drawing, colours: Palette) -> None:
    draw.painter.setBrush(Qt.BrushStyle.NoBrush)
    for radius, width, alpha in ((13.0, 4.0, 255), (23.0, 2.8, 150)):
        for ground, wider in ((colours.surface, 2.4), (colours.target, 0.0)):
            ink = QColor(ground)
            ink.setAlpha(alpha)
            draw.painter.setPen(round_pen(ink, width + wider))
            draw.painter.drawEllipse(QPointF(0, 0), radius, radius)


def paint_path_arrow(painter: QPainter, start: QPointF, end: QPointF, colours: Palette) -> None:
    """The way a finger goes: from a dot at `start` to the point of an arrow at `end`."""
    way = QLineF(start, end)
    long = way.length()
    if long == 0:
        return
    thick = long * 0.035 + math.sqrt(long) * 0.5
    with Drawing.at(painter, start, 1.0) as draw, draw.moved(0, 0, 1.0, -way.angle()) as along:
        for colour, wider in ((colours.surface, thick * 0.5), (colours.target, 0.0)):
            _draw_arrow(along, colour, long, thick, wider)


def _draw_arrow(draw: Drawing, colour: QColor, long: float, thick: float, wider: float) -> None:
    """Along the x axis; `wider` is the edge that sets it off from its ground, which ends at the point too."""
    head, tip = thick * 2.6, long - thick * 0.5
    draw.line(colour, thick + wider, [(0, 0), (long - head, 0)])
    draw.oval(colour, 0, 0, thick + wider / 2)
    draw.painter.setPen(round_pen(colour, thick + wider))
    draw.painter.setBrush(colour)
    draw.painter.drawPolygon(
        [QPointF(x, y) for x, y in ((tip - head, -head * 0.62), (tip, 0), (tip - head, head * 0.62))]
    )
