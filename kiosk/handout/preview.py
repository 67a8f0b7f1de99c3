"""The first page of a sheet as a picture for the screen."""

from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.handout.paper import Paper, format_of
from kiosk.handout.sheet import Sheet
from kiosk.handout.sheet_pages import leaves
from kiosk.text.readings import Readings

_TALLEST = 4
"""Height of the picture in widths: a receipt is as long as it needs, its beginning is enough to see what comes."""


def preview_image(sheet: Sheet, readings: Readings, paper: Paper, large: bool, width_px: int) -> QImage:
    """The first page, margins included, `width_px` wide. The fonts must be loaded."""
    form = format_of(paper, large)
    leaf = leaves(sheet, readings, form)[0]
    scale = width_px / form.mm(form.page[0])
    height = min((leaf.height + 2 * form.margin) * scale, width_px * _TALLEST)
    image = QImage(width_px, round(height), QImage.Format.Format_Grayscale8)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(scale, scale)
    painter.translate(form.margin, form.margin)
    leaf.paint(painter)
    painter.end()
    return image
