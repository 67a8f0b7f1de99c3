"""A sheet as the dots of a receipt printer: every script prints, because nothing is left to the printer's own fonts."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.handout.paper import Format, Paper, format_of
from kiosk.handout.sheet import Sheet
from kiosk.handout.sheet_pages import Leaf, leaves
from kiosk.text.readings import Readings

_BAND = 4096
"""Rows painted at once: Qt paints no picture of more than 32767."""
_DARK = 160
"""Shades of grey below this print black: so thin strokes stay, and small counters do not fill."""


def receipt_image(sheet: Sheet, readings: Readings, paper: Paper, large: bool = False) -> QImage:
    """The short version in black and white, 576 dots wide for 80 mm and 384 for 58, as long as it needs.

    The fonts must be loaded.
    """
    form = format_of(paper, large)
    return dots(leaves(sheet, readings, form), form)


def dots(pages: Sequence[Leaf], form: Format) -> QImage:
    """Pages one below the other, in black and white."""
    return _joined([band for leaf in pages for band in _bands(leaf, form)])


def _bands(leaf: Leaf, form: Format) -> Iterator[QImage]:
    """The page in pictures of at most `_BAND` rows."""
    tall = round(leaf.height)
    for top in range(0, tall, _BAND):
        image = QImage(round(form.width), min(_BAND, tall - top), QImage.Format.Format_Grayscale8)
        image.fill(QColor("#FFFFFF"))
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(0, -top)
        leaf.paint(painter)
        painter.end()
        yield _black_and_white(image)


def _black_and_white(grey: QImage) -> QImage:
    """Every dot black or white by itself: dithering would make crumbs of letters."""
    table = bytes(0 if shade < _DARK else 255 for shade in range(256))
    pixels = bytes(grey.constBits()).translate(table)
    sharp = QImage(pixels, grey.width(), grey.height(), grey.bytesPerLine(), QImage.Format.Format_Grayscale8)
    return sharp.convertToFormat(QImage.Format.Format_Mono)


def _joined(bands: Sequence[QImage]) -> QImage:
    """Pictures of one width, one below the other."""
    rows = b"".join(bytes(band.constBits()) for band in bands)
    first, height = bands[0], sum(band.height() for band in bands)
    whole = QImage(rows, first.width(), height, first.bytesPerLine(), QImage.Format.Format_Mono)
    whole.setColorTable(first.colorTable())
    return whole.copy()
