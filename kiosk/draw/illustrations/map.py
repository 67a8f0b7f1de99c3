"""A map of a made-up coast, with a hazard's colours and shelters laid over it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTransform

from kiosk.draw.illustrations import terrain
from kiosk.draw.illustrations.hazard_colours import hazard_brushes, paint_legend
from kiosk.draw.illustrations.shapes import SHADOW, Drawing, Points, round_pen, soft_line, soft_shape
from kiosk.lessons.phone.pictures import Hazard, Map

_TREE, _WALL = "#A9C595", "#E9DFC9"
_ROOFS = (("#D98F74", "#C67A5F"), ("#9FA9B5", "#87929F"), ("#C9A97F", "#B4936A"))


@dataclass(frozen=True)
class MapSheet:
    """How the coast lies in a box: the whole of it, or twice or four times as large with the home in the middle.

    It is stretched to the box, so that nothing of it is ever cut off; `unit` is one per cent of its shorter side in px.
    """

    box: QRectF
    zoom: int = 0

    @property
    def scale(self) -> int:
        return 1 << self.zoom

    @property
    def transform(self) -> QTransform:
        middle = terrain.HOME if self.zoom else QPointF(50, 50)
        across, down = (side * self.scale / 100 for side in (self.box.width(), self.box.height()))
        placed = QTransform.fromTranslate(self.box.center().x(), self.box.center().y()).scale(across, down)
        return placed.translate(-middle.x(), -middle.y())

    @property
    def unit(self) -> float:
        return min(self.box.width(), self.box.height()) * self.scale / 100

    @property
    def marker(self) -> float:
        """Half of a marker's width: markers do not grow with the map."""
        return min(self.box.width(), self.box.height()) * 0.058

    def at(self, x: float, y: float) -> QPointF:
        return self.transform.map(QPointF(x, y))


def paint_map(painter: QPainter, box: QRectF, drawn: Map) -> None:
    """The coast, the home, and what the map's layers say."""
    sheet = MapSheet(box, drawn.zoom)
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, sheet)
    _paint_hazard(painter, sheet, drawn.hazard)
    _paint_water(painter, sheet)
    _paint_roads(painter, sheet)
    if drawn.zoom:
        _paint_houses(painter, sheet)
    if drawn.shelters:
        for place in terrain.hazard_layer(drawn.hazard).shelters:
            _paint_shelter(painter, sheet, place)
    _paint_home(painter, sheet)
    if drawn.hazard is not Hazard.NONE:
        paint_legend(painter, box, drawn.hazard)
    painter.restore()


def _paint_ground(painter: QPainter, sheet: MapSheet) -> None:
    painter.fillRect(sheet.box, QColor("#F3F0E4"))
    for hill, colour in zip(terrain.HILLS, ("#DCE6C6", "#C9DAAE", "#DCE6C6"), strict=True):
        painter.fillPath(sheet.transform.map(soft_shape(hill)), QColor(colour))


def _paint_hazard(painter: QPainter, sheet: MapSheet, hazard: Hazard) -> None:
    if hazard is Hazard.NONE:
        return
    layer = terrain.hazard_layer(hazard)
    light, deep, pattern = hazard_brushes(hazard, round(sheet.marker * 1.2))
    painter.fillPath(sheet.transform.map(layer.possible), light)
    worst = sheet.transform.map(layer.worst)
    painter.fillPath(worst, deep)
    # A pattern as well: the meaning must not hang on the colour alone.
    painter.fillPath(worst, pattern)


def _paint_water(painter: QPainter, sheet: MapSheet) -> None:
    painter.fillPath(sheet.transform.map(terrain.sea()), QColor("#BFDDEE"))
    _paint_ways(painter, sheet, (terrain.SHORE,), "#9CC7DF", 0.7 / sheet.scale)
    _paint_ways(painter, sheet, (terrain.RIVER,), "#BFDDEE", 2.6)


def _paint_roads(painter: QPainter, sheet: MapSheet) -> None:
    """A bridge comes by itself: the roads cross the river on top of it."""
    for colour, wider in (("#CFC8B4", 0.7), ("#FFFFFF", 0.0)):
        if sheet.zoom:
            _paint_ways(painter, sheet, terrain.LANES, colour, 0.9 + wider * 0.5)
        _paint_ways(painter, sheet, terrain.ROADS, colour, 1.9 + wider)


def _paint_ways(
    painter: QPainter, sheet: MapSheet, ways: Sequence[Points], colour: str, width: float
) -> None:
    path = QPainterPath()
    for way in ways:
        path.addPath(soft_line(way))
    painter.strokePath(sheet.transform.map(path), round_pen(colour, width * sheet.unit))


def _paint_houses(painter: QPainter, sheet: MapSheet) -> None:
    """Plain blocks at first; roofs and gardens when one looks closer. One path a colour: there are many."""
    unit = sheet.unit
    paths: defaultdict[str, QPainterPath] = defaultdict(QPainterPath)
    near, transform = sheet.box.adjusted(-2 * unit, -2 * unit, 2 * unit, 2 * unit), sheet.transform
    for number, place in enumerate(terrain.houses()):
        at = transform.map(QPointF(*place))
        if not near.contains(at):
            continue
        if number % 6 == 5:
            paths[_TREE].addEllipse(at, 0.75 * unit, 0.75 * unit)
        elif sheet.zoom == 1:
            paths["#D9CDB5"].addRect(at.x() - unit, at.y() - 0.8 * unit, 2 * unit, 1.6 * unit)
        else:
            light, deep = _ROOFS[number % 3]
            paths[light].addRect(at.x() - unit, at.y() - 0.85 * unit, 2 * unit, 0.85 * unit)
            paths[deep].addRect(at.x() - unit, at.y(), 2 * unit, 0.85 * unit)
            paths[_WALL].addRect(at.x() - 0.85 * unit, at.y() + 0.85 * unit, 1.7 * unit, 0.3 * unit)
    for colour, path in paths.items():
        painter.fillPath(path, QColor(colour))


def _paint_home(painter: QPainter, sheet: MapSheet) -> None:
    """A pin: its tip is where the home is."""
    with Drawing.at(painter, sheet.at(terrain.HOME.x(), terrain.HOME.y()), sheet.marker) as draw:
        draw.oval(SHADOW, 0, 0.05, 0.55, 0.2)
        for colour, wider in (("#FFFFFF", 0.16), ("#0017C1", 0.0)):
            draw.oval(colour, 0, -1.45, 1 + wider)
            draw.polygon(colour, [(-0.78 - wider, -0.95), (0.78 + wider, -0.95), (0, 0.05 + wider * 1.4)])
        draw.polygon("#FFFFFF", [(-0.66, -1.42), (0, -2.06), (0.66, -1.42)])
        draw.rect("#FFFFFF", -0.46, -1.48, 0.92, 0.66, 0.08)
        draw.rect("#0017C1", -0.14, -1.2, 0.28, 0.38)


def _paint_shelter(painter: QPainter, sheet: MapSheet, place: tuple[float, float]) -> None:
    """A green square with a running figure: reach this place."""
    at, reach = sheet.at(*place), sheet.marker * 1.2
    if not sheet.box.intersects(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)):
        return
    with Drawing.at(painter, at, sheet.marker) as draw:
        draw.rect(SHADOW, -0.92, -0.88, 2.0, 2.04, 0.3)
        draw.rect("#FFFFFF", -1.12, -1.12, 2.24, 2.24, 0.36)
        draw.rect("#197A4B", -1.0, -1.0, 2.0, 2.0, 0.26)
        draw.oval("#FFFFFF", 0.24, -0.62, 0.2)
        for points in (
            [(0.1, -0.3), (-0.12, 0.16)],
            [(0.1, -0.3), (0.36, -0.08), (0.62, -0.16)],
            [(0.06, -0.3), (-0.3, -0.32), (-0.46, -0.06)],
            [(-0.12, 0.16), (0.22, 0.34), (0.16, 0.72)],
            [(-0.12, 0.16), (-0.3, 0.5), (-0.66, 0.52)],
        ):
            draw.line("#FFFFFF", 0.2, points)
