"""The sheet as an A4 file: black on white, ready for any printer."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from kiosk.files import write_whole
from kiosk.handout import pieces
from kiosk.handout.pages import Page, column_width, paginate
from kiosk.handout.paper import DPI, HEIGHT, MARGIN_MM, WIDTH, Block, Typesetter, beside, mm
from kiosk.handout.sheet import Sheet, SheetLink
from kiosk.text.readings import Readings
from kiosk.text.ruby import strip_markup

_SETTINGS = ((1, 24.0), (2, 22.0), (2, 20.0))
"""Columns of steps and width of the phone pictures in mm, the most comfortable first."""


def write_pdf(sheet: Sheet, path: Path, readings: Readings) -> None:
    """Write the sheet as one whole file or not at all.

    The fonts must be loaded. Raises `OutputError` when the file cannot be written.
    """
    write_whole(path, pdf_bytes(sheet, readings))


def pdf_bytes(sheet: Sheet, readings: Readings) -> bytes:
    """The sheet as the content of a PDF file."""
    types = Typesetter(sheet.language, readings)
    pages = sheet_pages(sheet, types)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, strip_markup(sheet.title))
    painter = QPainter(writer)
    for number, page in enumerate(pages, start=1):
        if number > 1:
            writer.newPage()
        for placed in page:
            placed.block.paint_at(painter, placed.x, placed.y)
        foot = pieces.foot(sheet, types, number, len(pages))
        foot.paint_at(painter, 0, HEIGHT - foot.height)
    painter.end()
    return bytes(buffer.data().data())


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    )
    writer.setColorModel(QPdfWriter.ColorModel.Grayscale)
    writer.setTitle(title)
    writer.setCreator("まなびキオスク")
    return writer


def sheet_pages(sheet: Sheet, types: Typesetter) -> tuple[Page, ...]:
    """The most comfortable arrangement that needs the fewest pages."""
    top = [pieces.head(sheet, types)]
    if sheet.prepare:
        top.append(pieces.prepare(sheet, types))
    running_head = pieces.running_head(sheet, types)
    tail = [*_links(sheet.links, types), pieces.help_box(sheet.help, types)]
    height = HEIGHT - pieces.foot(sheet, types, 1, 1).height - mm(4)
    arrangements: list[tuple[Page, ...]] = []
    for columns, phone in _SETTINGS:
        steps = [pieces.step(step, sheet, types, column_width(columns), mm(phone)) for step in sheet.steps]
        arrangements.append(paginate(top, running_head, steps, tail, columns, height))
    return min(arrangements, key=len)


def _links(links: tuple[SheetLink, ...], types: Typesetter) -> list[Block]:
    """One link across the page, or two side by side."""
    if len(links) == 1:
        return [pieces.link(links[0], types, WIDTH)]
    half = column_width(2)
    blocks = [pieces.link(link, types, half) for link in links]
    return [
        beside([(block, number * (WIDTH - half)) for number, block in enumerate(blocks[at : at + 2])])
        for at in range(0, len(blocks), 2)
    ]
