"""The colours and patterns of hazards, and what they mean, told without words."""

from functools import lru_cache
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

from kiosk.draw.illustrations.shapes import SHADOW, Drawing
from kiosk.lessons.phone.pictures import Hazard

_TILE = 12
"""Units that a pattern repeats after."""


def hazard_brushes(hazard: Hazard, tile: int) -> tuple[QBrush, QBrush, QBrush]:
    """For where it is possible, for where it is worst, and a pattern for the latter that repeats after `tile` px."""
    light, deep, ink = _colours(hazard)
    return QBrush(QColor(light)), QBrush(QColor(deep)), QBrush(_pattern(hazard, ink, max(8, tile)))


def _colours(hazard: Hazard) -> tuple[str, str, str]:
    match hazard:
        case Hazard.NONE:
            return "#FFFFFF", "#FFFFFF", "#00FFFFFF"
        case Hazard.FLOOD:
            return "#FBE3B8", "#F4B08E", "#90A8502F"
        case Hazard.LANDSLIDE:
            return "#FBE49A", "#E9A15A", "#908A4A12"
        case Hazard.STORM_SURGE:
            return "#F9D9DF", "#EE9FB4", "#909C2F55"
        case Hazard.TSUNAMI:
            return "#F6D6C6", "#E58C86", "#908E2430"
        case _:
            assert_never(hazard)


@lru_cache(maxsize=32)
def _pattern(hazard: Hazard, ink: str, side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    with Drawing.at(painter, QPointF(0, 0), side / _TILE) as draw:
        _draw_tile(draw, hazard, ink)
    painter.end()
    return pixmap


def _draw_tile(draw: Drawing, hazard: Hazard, ink: str) -> None:
    match hazard:
        case Hazard.NONE:
            pass
        case Hazard.FLOOD:
            for y in (3, 9):
                draw.line(ink, 1.4, [(-1, y), (13, y)])
        case Hazard.LANDSLIDE:
            for x in (-12, 0, 12):
                draw.line(ink, 1.6, [(x - 1, 13), (x + 13, -1)])
        case Hazard.STORM_SURGE:
            for x, y in ((3, 3), (9, 9)):
                draw.oval(ink, x, y, 1.6)
        case Hazard.TSUNAMI:
            for y in (0, 6, 12):
                draw.line(
                    ink,
                    1.4,
                    [(-3, y + 2), (0, y - 1), (3, y + 2), (6, y - 1), (9, y + 2), (12, y - 1), (15, y + 2)],
                )
        case _:
            assert_never(hazard)


def paint_legend(painter: QPainter, box: QRectF, hazard: Hazard) -> None:
    """In the lower left corner: each colour beside a house and how high the water or the earth comes up to it."""
    unit = min(box.width(), box.height()) / 100
    light, deep, pattern = hazard_brushes(hazard, round(unit * 6))
    with Drawing.at(painter, QPointF(box.left() + unit * 3, box.bottom() - unit * 33), unit) as draw:
        draw.rect(SHADOW, 0.6, 1, 33, 30, 3)
        draw.rect("#FFFFFF", 0, 0, 33, 30, 3)
        for y, high in ((3, 0.75), (16, 0.25)):
            _draw_depth(draw, hazard, y, high)
    for y, brushes in ((3, (deep, pattern)), (16, (light,))):
        swatch = QRectF(box.left() + unit * 6, box.bottom() - unit * (33 - y), unit * 12, unit * 11)
        for brush in brushes:
            painter.fillRect(swatch, brush)


def _draw_depth(draw: Drawing, hazard: Hazard, y: float, high: float) -> None:
    """A house 11 high; `high` is the part of it that is buried or under water."""
    x, floor, top = 20.0, y + 11, y + 11 * (1 - high)
    draw.polygon("#5A5A60", [(x, y + 5), (x + 5, y), (x + 10, y + 5)])
    draw.rect("#5A5A60", x + 1.2, y + 4.6, 7.6, floor - y - 4.6)
    if hazard is Hazard.LANDSLIDE:
        draw.polygon("#A8703A", [(x - 1, floor), (x - 1, top), (x + 3, top), (x + 11, floor)])
    else:
        draw.rect(QColor(58, 140, 196, 225), x - 1, top, 12, floor - top)
