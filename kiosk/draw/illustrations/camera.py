"""What the camera of the practice phone sees."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kiosk.draw.illustrations.codes import draw_bars, draw_code
from kiosk.draw.illustrations.scenes import draw_house, draw_room
from kiosk.draw.illustrations.shapes import Drawing, round_pen
from kiosk.lessons.phone.pictures import Camera, CameraSubject, CameraView

_TABLE, _GRAIN, _SHADE = "#CFA878", "#C39A69", "#AC895F"

_CODE = 44
"""How wide the code on the table is."""


@dataclass(frozen=True)
class Aim:
    """How the camera is held over a code.

    `x`, `y`: where the code's middle is seen, 0 to 100 across the largest square in the view; `scale` 1 fits.
    """

    x: float = 50
    y: float = 50
    scale: float = 1
    shaded: bool = False


def aim_of(view: CameraView) -> Aim:
    """A typical case of each way a code can lie in the view finder."""
    match view:
        case CameraView.RIGHT:
            return Aim()
        case CameraView.NEAR:
            return Aim(68, 62, 2.7)
        case CameraView.FAR:
            return Aim(52, 48, 0.3)
        case CameraView.SHADOW:
            return Aim(shaded=True)
        case CameraView.OUTSIDE:
            return Aim(124, 138)
        case _:
            assert_never(view)


def paint_camera(painter: QPainter, box: QRectF, camera: Camera) -> None:
    """A view finder and what lies before it; the yellow frame only comes when the code lies right."""
    match camera.sees:
        case CameraSubject.QR_CODE | CameraSubject.PAYMENT_CODE:
            framed = camera.framed and camera.view is CameraView.RIGHT
            paint_aim(painter, box, camera.sees, aim_of(camera.view), framed)
        case CameraSubject.ROOM:
            with Drawing.covering(painter, box) as draw:
                draw_room(draw)
            _paint_corners(painter, box)
        case CameraSubject.HOUSE:
            with Drawing.covering(painter, box) as draw:
                draw_house(draw)
            _paint_corners(painter, box)
        case _:
            assert_never(camera.sees)


def paint_aim(painter: QPainter, box: QRectF, sees: CameraSubject, aim: Aim, framed: bool = False) -> None:
    """A code on a table as the camera is moved over it."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, QColor(_TABLE))
    with Drawing.inside(painter, box) as draw, draw.moved(aim.x, aim.y, aim.scale) as table:
        _draw_grain(table, math.ceil(2.5 / aim.scale) + 1)
        draw_code_bearer(table, sees, _SHADE)
        if aim.shaded:
            _draw_hand_shadow(table)
        if framed:
            _draw_frame(table)
    _paint_corners(painter, box)
    painter.restore()


def _draw_grain(table: Drawing, reach: int) -> None:
    """Boards of 40 units, `reach` of them to every side."""
    grain = QPainterPath()
    for number in range(-reach, reach + 1):
        grain.addRect(-60 * reach, number * 40 - 21, 120 * reach, 1)
        for knot in range(-reach, reach + 1):
            grain.addRect(knot * 61 + number % 3 * 19, number * 40 - 5 + number % 2 * 9, 30, 1)
    table.path(_GRAIN, grain)


def draw_code_bearer(table: Drawing, sees: CameraSubject, shade: QColor | str) -> None:
    """Round the origin, about 80 by 106 units; anything but a payment code is a sheet of paper."""
    if sees is CameraSubject.PAYMENT_CODE:
        _draw_pay_stand(table, shade)
    else:
        _draw_paper(table, shade)


def _draw_paper(table: Drawing, shade: QColor | str) -> None:
    """A printed sheet with a code in its middle."""
    table.sheet("#FFFEFA", shade, -37, -49, 74, 98, 1.5)
    table.rect("#35577A", -26, -42, 34, 5, 1.5)
    table.rect("#C9C6BD", -26, -34, 50, 2.6, 1.3)
    draw_code(table, -_CODE / 2, -_CODE / 2, _CODE)
    for y, wide in ((31, 52), (36.5, 44), (42, 28)):
        table.rect("#C9C6BD", -26, y, wide, 2.6, 1.3)


def _draw_pay_stand(table: Drawing, shade: QColor | str) -> None:
    """A shop's stand with a coin and a payment code: not what the camera is looking for."""
    table.sheet("#2F7D6B", shade, -37, -52, 74, 103, 6)
    table.oval("#F3C64F", 0, -41.5, 7.8)
    table.oval("#FBE08C", 0, -41.5, 6)
    _draw_yen(table, 0, -41.5)
    table.rect("#FFFFFF", -32, -31, 64, 77, 3)
    draw_code(table, -_CODE / 2, -_CODE / 2, _CODE)
    draw_bars(table, -24, 31, 48, 11)


def _draw_yen(table: Drawing, x: float, y: float) -> None:
    for points in (
        [(x - 3, y - 4), (x, y - 0.4), (x + 3, y - 4)],
        [(x, y - 0.4), (x, y + 4.2)],
        [(x - 2.6, y + 0.6), (x + 2.6, y + 0.6)],
        [(x - 2.6, y + 2.6), (x + 2.6, y + 2.6)],
    ):
        table.line("#7A5510", 1.2, points)


def _draw_hand_shadow(table: Drawing) -> None:
    """The phone and the hand that holds it stand in their own light, over half of the code."""
    with table.moved(0, 0, turn=5) as turned:
        turned.path(QColor(24, 18, 14, 165), _hand_with_phone())


@lru_cache(maxsize=1)
def _hand_with_phone() -> QPainterPath:
    """One outline: painting overlapping parts takes five times as long."""
    shadow = QPainterPath()
    shadow.setFillRule(Qt.FillRule.WindingFill)
    shadow.addRoundedRect(QRectF(-78, -52, 76, 150), 12, 12)
    for y, reach in ((-14, 9), (1, 11), (16, 10), (31, 7)):
        shadow.addRoundedRect(QRectF(-20, y, 20 + reach, 13), 6.5, 6.5)
    return shadow.simplified()


def _draw_frame(table: Drawing) -> None:
    """Yellow inside a thin dark line: it must stand out from white paper."""
    painter, side = table.painter, 27.0
    frame = QRectF(-side, -side, 2 * side, 2 * side)
    painter.setBrush(QColor(0, 0, 0, 0))
    for colour, width in (("#4A3B00", 4.6), ("#FFC800", 3.0)):
        painter.setPen(round_pen(colour, width))
        painter.drawRoundedRect(frame, 4, 4)


def _paint_corners(painter: QPainter, box: QRectF) -> None:
    """The view finder's corner marks, white with a dark edge for light things behind them."""
    short = min(box.width(), box.height())
    inset, arm, line = short * 0.05, short * 0.11, max(3.0, short * 0.012)
    frame = box.adjusted(inset, inset, -inset, -inset)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for pen in (round_pen(QColor(0, 0, 0, 120), line * 1.9), round_pen("#FFFFFF", line)):
        _draw_corners(painter, frame, arm, pen)
    painter.restore()


def _draw_corners(painter: QPainter, frame: QRectF, arm: float, pen: QPen) -> None:
    painter.setPen(pen)
    for corner, dx, dy in (
        (frame.topLeft(), arm, arm),
        (frame.topRight(), -arm, arm),
        (frame.bottomLeft(), arm, -arm),
        (frame.bottomRight(), -arm, -arm),
    ):
        ends = (corner.x() + dx, corner.y()), (corner.x(), corner.y()), (corner.x(), corner.y() + dy)
        painter.drawPolyline([type(corner)(x, y) for x, y in ends])
