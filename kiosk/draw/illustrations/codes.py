"""Codes that are none: a person sees a code, no reader takes it.

The eyes of a real QR code are a ring with a core in the proportions 1:1:3:1:1 (ISO/IEC 18004, 6.3.3); ours have a thick
ring and a small dot. A real barcode has one height and begins and ends with a known pattern; ours has neither.
"""

from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from kiosk.draw.illustrations.shapes import Drawing

CODE_INK = "#1F1F24"

_CELLS = 21
_EYE = 7


def paint_code(painter: QPainter, box: QRectF) -> None:
    """A square, make-believe QR code on white, as large as the box allows."""
    with Drawing.inside(painter, box) as draw:
        draw.rect("#FFFFFF", 0, 0, 100, 100)
        draw_code(draw, 7, 7, 86)


def paint_pay_code(painter: QPainter, box: QRectF) -> None:
    """What a shop reads from a payment app: a strip of bars above a square, on white."""
    painter.fillRect(box, QColor("#FFFFFF"))
    with Drawing.inside(painter, box) as draw:
        draw_bars(draw, 9, 10, 82, 19)
        draw_code(draw, 23, 38, 54)


def draw_code(draw: Drawing, x: float, y: float, side: float) -> None:
    with draw.moved(x, y, side / _CELLS) as cells:
        cells.path(CODE_INK, _cells())
        for left, top in ((0, 0), (_CELLS - _EYE, 0), (0, _CELLS - _EYE)):
            cells.rect(CODE_INK, left, top, _EYE, _EYE, 1)
            cells.rect("#FFFFFF", left + 1.4, top + 1.4, _EYE - 2.8, _EYE - 2.8, 0.6)
            cells.oval(CODE_INK, left + _EYE / 2, top + _EYE / 2, 0.8)


def draw_bars(draw: Drawing, x: float, y: float, wide: float, high: float) -> None:
    """Bars of uneven height: a person sees a barcode."""
    widths = [(number * number * 7 + number * 3) % 5 % 3 + 1 for number in range(31)]
    unit = wide / (sum(widths) + len(widths))
    for number, bar in enumerate(widths):
        draw.rect(CODE_INK, x, y, unit * bar, high * (0.78 + 0.11 * (number * 5 % 3)))
        x += unit * (bar + 1)


@lru_cache(maxsize=1)
def _cells() -> QPainterPath:
    path = QPainterPath()
    for row in range(_CELLS):
        for column in range(_CELLS):
            if _is_dark(column, row):
                path.addRect(column, row, 1, 1)
    return path.simplified()


def _is_dark(column: int, row: int) -> bool:
    far = _CELLS - _EYE - 1
    in_eye = (column <= _EYE or column >= far) and (row <= _EYE or row >= far)
    if in_eye and not (column >= far and row >= far):
        return False
    return ((row * 37 + column * 61 + 5) ** 3 >> 5) % 9 < 4
