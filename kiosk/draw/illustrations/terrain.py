"""A made-up coast, in per cent of the map: no real place, so that nobody takes a practice for a warning."""

from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from kiosk.draw.illustrations.shapes import Points, soft_line, soft_shape
from kiosk.lessons.phone.pictures import Hazard

HOME = QPointF(40, 56)
"""On low land near the river and the sea."""

SHORE: Points = ((108, 59), (92, 62), (78, 66), (62, 60), (51, 61), (30, 74), (12, 71), (-8, 69))
RIVER: Points = ((50, -5), (47, 16), (52, 36), (50, 50), (50, 66))
HILLS: tuple[Points, ...] = (
    ((58, -8), (62, 12), (74, 27), (90, 32), (110, 38), (110, -8)),
    ((72, -8), (76, 8), (86, 18), (110, 22), (110, -8)),
    ((-8, -8), (-8, 22), (10, 18), (22, 8), (24, -8)),
)
ROADS: tuple[Points, ...] = (
    ((-5, 42), (18, 43), (36, 46), (62, 40), (80, 43), (105, 50)),
    ((34, -5), (32, 20), (36, 46)),
)
LANES: tuple[Points, ...] = (
    ((24, 44), (26, 58), (23, 70)),
    ((26, 55), (36, 51.5), (45, 51)),
    ((36, 46), (35, 58), (33, 68)),
    ((58, 41), (58, 58)),
    ((14, 43), (15, 28), (32, 25)),
    ((36, 34), (48, 32)),
)


@dataclass(frozen=True)
class HazardLayer:
    """Where a hazard is possible, where it is worst, and shelters that lie outside both."""

    possible: QPainterPath
    worst: QPainterPath
    shelters: Points


@lru_cache(maxsize=len(Hazard))
def hazard_layer(hazard: Hazard) -> HazardLayer:
    """Beyond the shore the areas run on into the sea, which is painted over them."""
    high_ground = ((74, 15), (16, 18), (21, 37))
    match hazard:
        case Hazard.NONE:
            return HazardLayer(QPainterPath(), QPainterPath(), high_ground)
        case Hazard.FLOOD:
            possible = soft_shape(
                ((36, -8), (62, -8), (62, 26), (67, 58), (50, 76), (29, 72), (33, 52), (38, 26))
            )
            worst = soft_shape(
                ((43, -8), (56, -8), (53, 16), (59, 38), (56, 66), (47, 68), (45, 36), (41, 16))
            )
            return HazardLayer(possible, worst, ((78, 18), (15, 18), (21, 37)))
        case Hazard.LANDSLIDE:
            possible = soft_shape(((53, -10), (58, 14), (72, 31), (90, 37), (114, 42), (114, -10)))
            worst = soft_shape(((66, -10), (70, 10), (82, 22), (114, 28), (114, -10)))
            return HazardLayer(possible, worst, ((17, 20), (21, 37), (72, 52)))
        case Hazard.STORM_SURGE:
            return HazardLayer(
                _below((52, 49, 51, 47, 52, 49)), _below((64, 65, 55, 54, 60, 55)), high_ground
            )
        case Hazard.TSUNAMI:
            return HazardLayer(
                _below((45, 44, 45, 39, 45, 42)), _below((59, 60, 51, 49, 56, 51)), high_ground
            )
        case _:
            assert_never(hazard)


def sea() -> QPainterPath:
    path = soft_line(SHORE)
    path.lineTo(-8, 110)
    path.lineTo(108, 110)
    path.closeSubpath()
    return path


@lru_cache(maxsize=1)
def houses() -> Points:
    """Where houses stand round the home: on land, with room for the roads, the river and the home itself."""
    ways = [*((road, 4.4) for road in (*ROADS, *LANES)), (RIVER, 7.0), (SHORE, 5.0)]
    yard = QPainterPath()
    yard.addEllipse(HOME, 4, 4)
    taken = [sea(), yard, *(_strip(points, width) for points, width in ways)]
    grid = ((15 + x * 3.1 + y % 2, 30 + y * 3.0) for y in range(14) for x in range(17))
    return tuple(at for at in grid if not any(path.contains(QPointF(*at)) for path in taken))


def _strip(points: Points, width: float) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    return stroker.createStroke(soft_line(points))


def _below(heights: tuple[float, ...]) -> QPainterPath:
    """Everything below a line whose heights are given from left to right."""
    step = 116 / (len(heights) - 1)
    path = soft_line([(-8 + number * step, y) for number, y in enumerate(heights)])
    path.lineTo(108, 110)
    path.lineTo(-8, 110)
    path.closeSubpath()
    return path
