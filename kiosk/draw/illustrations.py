"""Drawn pictures inside the practice phone: what a camera sees, and a made-up map of a coast.

The drawn QR code is no code: it has no finder patterns that a reader could take for real.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from kiosk.lessons.phone import Camera, CameraSubject, Hazard, Map

_SEA, _LAND, _HILL, _ROAD = QColor("#BFDDF0"), QColor("#EEF0DF"), QColor("#CFDDB8"), QColor("#FFFFFF")
_HAZARD_COLOURS = {
    Hazard.FLOOD: ("#F7B2B2", "#FFE0B3"),
    Hazard.LANDSLIDE: ("#E08A3C", "#FFD98A"),
    Hazard.STORM_SURGE: ("#F39BB0", "#FFD5C2"),
    Hazard.TSUNAMI: ("#E8797F", "#F9C9A0"),
}

SHELTERS = {
    Hazard.NONE: ((72, 14), (20, 16)),
    Hazard.FLOOD: ((76, 18), (12, 22)),
    Hazard.LANDSLIDE: ((16, 18), (24, 34)),
    Hazard.STORM_SURGE: ((72, 14), (20, 16)),
    Hazard.TSUNAMI: ((72, 14), (20, 16)),
}
"""Where shelters stand, in per cent of the map: never inside the hazard they are for."""


def paint_camera(painter: QPainter, box: QRectF, camera: Camera) -> None:
    """A view finder and what lies before it."""
    painter.save()
    painter.setClipRect(box)
    painter.fillRect(box, QColor("#3A3F45"))
    match camera.sees:
        case CameraSubject.QR_CODE:
            _paint_sheet_with_code(painter, box, camera.framed)
        case CameraSubject.ROOM:
            _paint_room(painter, box)
        case CameraSubject.HOUSE:
            _paint_house(painter, box)
    _paint_corners(painter, box)
    painter.restore()


def _paint_sheet_with_code(painter: QPainter, box: QRectF, framed: bool) -> None:
    side = min(box.width(), box.height()) * 0.86
    sheet = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawRoundedRect(sheet, 4, 4)
    code = sheet.adjusted(side * 0.2, side * 0.2, -side * 0.2, -side * 0.2)
    _paint_make_believe_code(painter, code)
    if framed:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("#F5C400"), max(4.0, side * 0.035)))
        painter.drawRoundedRect(code.adjusted(-8, -8, 8, 8), 8, 8)


def _paint_make_believe_code(painter: QPainter, box: QRectF) -> None:
    cells = 15
    cell = box.width() / cells
    painter.setBrush(QColor("#1A1A1A"))
    for row in range(cells):
        for column in range(cells):
            corner = (row < 5 or row > 9) and (column < 5 or column > 9) and not (row > 9 and column > 9)
            if not corner and (row * 7 + column * 11 + row * column) % 5 < 2:
                painter.drawRect(QRectF(box.left() + column * cell, box.top() + row * cell, cell, cell))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("#1A1A1A"), cell))
    for x, y in ((0, 0), (10, 0), (0, 10)):
        eye = QRectF(box.left() + x * cell, box.top() + y * cell, 5 * cell, 5 * cell)
        # Hollow squares: a person sees a QR code, a reader misses the core.
        painter.drawRect(eye.adjusted(cell / 2, cell / 2, -cell / 2, -cell / 2))
    painter.setPen(Qt.PenStyle.NoPen)


def _paint_room(painter: QPainter, box: QRectF) -> None:
    floor = box.top() + box.height() * 0.62
    painter.fillRect(box, QColor("#EFE7D6"))
    painter.fillRect(QRectF(box.left(), floor, box.width(), box.bottom() - floor), QColor("#C9AD84"))
    stain = QRectF(box.left(), floor - box.height() * 0.2, box.width(), box.height() * 0.2)
    painter.fillRect(stain, QColor(150, 120, 80, 110))
    window = QRectF(
        box.left() + box.width() * 0.55,
        box.top() + box.height() * 0.12,
        box.width() * 0.3,
        box.height() * 0.26,
    )
    painter.setPen(QPen(QColor("#7A5C3A"), 4))
    painter.setBrush(QColor("#CFE6F5"))
    painter.drawRect(window)
    painter.drawLine(
        QPointF(window.center().x(), window.top()), QPointF(window.center().x(), window.bottom())
    )


def _paint_house(painter: QPainter, box: QRectF) -> None:
    painter.fillRect(box, QColor("#CFE6F5"))
    ground = box.top() + box.height() * 0.72
    wide = min(box.width(), box.height()) * 0.7
    wall = QRectF(box.center().x() - wide / 2, ground - wide * 0.55, wide, wide * 0.6)
    painter.setPen(QPen(QColor("#5C4A33"), 3))
    painter.setBrush(QColor("#F7F1E3"))
    painter.drawRect(wall)
    roof = QPolygonF(
        [
            QPointF(wall.left() - wide * 0.1, wall.top()),
            QPointF(wall.center().x(), wall.top() - wide * 0.35),
            QPointF(wall.right() + wide * 0.1, wall.top()),
        ]
    )
    painter.setBrush(QColor("#8A4B3A"))
    painter.drawPolygon(roof)
    painter.setBrush(QColor("#7A5C3A"))
    door = QRectF(wall.center().x() - wide * 0.09, wall.bottom() - wide * 0.34, wide * 0.18, wide * 0.34)
    painter.drawRect(door)
    painter.fillRect(QRectF(box.left(), ground, box.width(), box.bottom() - ground), QColor("#9C8B6B"))


def _paint_corners(painter: QPainter, box: QRectF) -> None:
    """The view finder's corner marks."""
    inset, arm = min(box.width(), box.height()) * 0.05, min(box.width(), box.height()) * 0.12
    frame = box.adjusted(inset, inset, -inset, -inset)
    painter.setPen(QPen(QColor("#FFFFFF"), 3))
    for corner, dx, dy in (
        (frame.topLeft(), 1, 1),
        (frame.topRight(), -1, 1),
        (frame.bottomLeft(), 1, -1),
        (frame.bottomRight(), -1, -1),
    ):
        painter.drawLine(corner, corner + QPointF(arm * dx, 0))
        painter.drawLine(corner, corner + QPointF(0, arm * dy))


def paint_map(painter: QPainter, box: QRectF, drawn: Map) -> None:
    """A made-up coast with hills, a road, a home, perhaps a hazard's colours and shelters."""
    painter.save()
    painter.setClipRect(box)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 100, box.height() / 100)
    painter.fillRect(QRectF(0, 0, 100, 100), _SEA)
    painter.setPen(Qt.PenStyle.NoPen)
    _blob(painter, _LAND, [(0, 0), (100, 0), (100, 60), (78, 66), (52, 58), (30, 74), (0, 70)])
    _blob(painter, _HILL, [(55, 0), (100, 0), (100, 34), (82, 30), (66, 18)])
    _paint_hazard(painter, drawn.hazard)
    painter.setPen(QPen(_ROAD, 3))
    painter.drawPolyline(QPolygonF([QPointF(0, 42), QPointF(36, 46), QPointF(62, 40), QPointF(100, 48)]))
    painter.setPen(QPen(_ROAD, 2))
    painter.drawLine(QPointF(36, 46), QPointF(44, 0))
    painter.restore()
    _paint_home(painter, _at(box, 40, 56), min(box.width(), box.height()) * 0.055)
    if drawn.shelters:
        for x, y in SHELTERS[drawn.hazard]:
            _paint_shelter(painter, _at(box, x, y), min(box.width(), box.height()) * 0.06)


Area = tuple[tuple[float, float], ...]

_COAST: Area = ((100, 60), (78, 66), (52, 58), (30, 74), (0, 70))

HAZARD_AREAS: dict[Hazard, tuple[Area, Area]] = {
    Hazard.FLOOD: (
        ((30, 0), (54, 0), (56, 58), (30, 74), (24, 40)),
        ((38, 0), (48, 0), (46, 56), (34, 66)),
    ),
    Hazard.LANDSLIDE: (
        ((46, 0), (100, 0), (100, 44), (76, 40), (56, 22)),
        ((58, 0), (88, 0), (80, 26), (66, 18)),
    ),
    Hazard.STORM_SURGE: (
        ((0, 54), (40, 50), (70, 50), (100, 46), *_COAST),
        ((0, 64), (28, 66), (52, 53), (78, 61), (100, 55), *_COAST),
    ),
    Hazard.TSUNAMI: (
        ((0, 46), (40, 44), (70, 44), (100, 40), *_COAST),
        ((0, 60), (28, 62), (52, 50), (78, 58), (100, 52), *_COAST),
    ),
}
"""Where a hazard is possible, and where it is worst, in per cent of the map."""


def _paint_hazard(painter: QPainter, hazard: Hazard) -> None:
    if hazard is Hazard.NONE:
        return
    deep, shallow = (QColor(colour) for colour in _HAZARD_COLOURS[hazard])
    possible, worst = HAZARD_AREAS[hazard]
    _blob(painter, shallow, possible)
    _blob(painter, deep, worst)
    # Stripes as well: the meaning must not hang on the colour alone.
    _blob(painter, QBrush(QColor(90, 40, 0, 120), Qt.BrushStyle.BDiagPattern), worst)


def _blob(painter: QPainter, fill: QColor | QBrush, points: Sequence[tuple[float, float]]) -> None:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    painter.fillPath(path, QBrush(fill))


def _paint_home(painter: QPainter, at: QPointF, size: float) -> None:
    painter.setPen(QPen(QColor("#FFFFFF"), 2))
    painter.setBrush(QColor("#0017C1"))
    painter.drawEllipse(at, size * 1.5, size * 1.5)
    roof = [(-1, 0), (0, -0.9), (1, 0), (0.7, 0), (0.7, 0.9), (-0.7, 0.9), (-0.7, 0)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawPolygon(QPolygonF([at + QPointF(x * size, y * size) for x, y in roof]))


def _paint_shelter(painter: QPainter, at: QPointF, size: float) -> None:
    """A green square with a running figure's arrow: reach this place."""
    painter.setPen(QPen(QColor("#FFFFFF"), 2))
    painter.setBrush(QColor("#197A4B"))
    painter.drawRect(QRectF(at.x() - size, at.y() - size, size * 2, size * 2))
    painter.setPen(QPen(QColor("#FFFFFF"), size * 0.3))
    painter.drawLine(at + QPointF(-size * 0.5, 0), at + QPointF(size * 0.5, 0))
    painter.drawLine(at + QPointF(size * 0.1, -size * 0.4), at + QPointF(size * 0.5, 0))
    painter.drawLine(at + QPointF(size * 0.1, size * 0.4), at + QPointF(size * 0.5, 0))


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.left() + box.width() * x / 100, box.top() + box.height() * y / 100)
