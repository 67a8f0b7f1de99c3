"""Sheets as a file: black on white, ready for any printer."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from kiosk.files import write_whole
from kiosk.handout.paper import Format, Paper, format_of
from kiosk.handout.sheet import Sheet
from kiosk.handout.sheet_pages import Leaf, leaves
from kiosk.handout.tags import Part, TaggedPainter, tagged
from kiosk.text.readings import Readings
from kiosk.text.ruby import strip_markup


def write_pdf(
    sheets: Sequence[Sheet],
    path: Path,
    readings: Readings,
    paper: Paper = Paper.A4,
    large: bool = False,
    title: str = "",
) -> int:
    """Write sheets, each from a new page, as one whole file or not at all. Gives the number of pages.

    The fonts must be loaded. Without a `title` the file has the titles of its sheets. Raises `OutputError` when it
    cannot be written.
    """
    form = format_of(paper, large)
    printed = [
        PrintedPage(strip_markup(sheet.title), sheet.language, leaf)
        for sheet in sheets
        for leaf in leaves(sheet, readings, form)
    ]
    title = strip_markup(title or "、".join(sheet.title for sheet in sheets))
    write_whole(path, pdf_bytes(printed, form, title))
    return len(printed)


class PrintedPage(NamedTuple):
    """A page, and the title of what it belongs to."""

    title: str
    language: str
    leaf: Leaf


def pdf_bytes(printed: Sequence[PrintedPage], form: Format, title: str) -> bytes:
    """The content of a tagged PDF file in the language of its first page, pages of one title a part with a bookmark."""
    from kiosk.handout.tagged_pdf import tagged_pdf

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(round(form.dots_per_mm * 25.4))
    writer.setColorModel(QPdfWriter.ColorModel.Grayscale)
    writer.setTitle(title)
    writer.setCreator("まなびキオスク")
    painter = TaggedPainter(printed[0].language)
    with painter:
        for page in printed:
            writer.setPageLayout(_layout(page.leaf, form))
            if painter.isActive():
                writer.newPage()
            else:
                painter.begin(writer)
            painter.resetTransform()
            painter.translate(form.margin, form.margin)
            with tagged(painter, Part(page.title), page.language):
                page.leaf.paint(painter)
    return tagged_pdf(bytes(buffer.data().data()), painter.document, painter.contents, title)


def _layout(leaf: Leaf, form: Format) -> QPageLayout:
    """The whole page without margins: the sheet keeps its own."""
    wide = form.page[0]
    size = QSizeF(wide, leaf.height / form.dots_per_mm + 2 * form.margin_mm)
    page = QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    return QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Millimeter)
