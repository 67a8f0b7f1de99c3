"""Where a block really paints, to be compared with the room it says it takes."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.handout.blocks import Block
from kiosk.handout.pages import Placed
from kiosk.handout.paper import Format
from kiosk.handout.sheet_pages import Leaf

_DARK = 200
_BEYOND_MM = 8.0
"""How far round a block is looked."""


def grey(image: QImage) -> NDArray[np.uint8]:
    """Rows by columns of a picture, 0 is black."""
    flat = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(bytes(flat.constBits()), np.uint8)
    return pixels.reshape(flat.height(), flat.bytesPerLine())[:, : flat.width()]


def ink_of(block: Block, form: Format, x: float = 0.0) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom of what is painted, in mm from the block's corner; its x counts from the margin."""
    beyond, scale = form.mm(_BEYOND_MM), 6 / form.dots_per_mm
    wide, high = ((length + 2 * beyond) * scale for length in (form.width, block.height))
    image = QImage(round(wide), round(high), QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    block.paint_at(painter, beyond + x, beyond)
    painter.end()
    rows, columns = (grey(image) < _DARK).nonzero()
    if not len(rows):
        return None
    edges = columns.min(), rows.min(), columns.max() + 1, rows.max() + 1
    left, top, right, bottom = (float(edge) / 6 - _BEYOND_MM for edge in edges)
    return left, top, right, bottom


def outside(leaf: Leaf, form: Format, slack: float = 1.2) -> list[Placed]:
    """Blocks that stand or paint beyond their own height or the page, by more than `slack` mm."""
    return [one for one in leaf.placed if _beyond(one, leaf, form, slack)]


def _beyond(one: Placed, leaf: Leaf, form: Format, slack: float) -> bool:
    if one.y < 0 or one.y + one.block.height > leaf.height + 1:
        return True
    ink = ink_of(one.block, form, one.x)
    if ink is None:
        return False
    left, top, right, bottom = ink
    wide, high = form.width / form.dots_per_mm, one.block.height / form.dots_per_mm
    return left < -slack or top < -slack or right > wide + slack or bottom > high + slack
