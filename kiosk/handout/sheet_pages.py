"""A sheet on its paper, page by page: the most comfortable arrangement that needs the fewest pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from kiosk.handout import pieces
from kiosk.handout.blocks import Block
from kiosk.handout.drawings import Drawing, drawn
from kiosk.handout.link_piece import link, links, side_by_side
from kiosk.handout.pages import Content, Page, Placed, column_width, paginate
from kiosk.handout.paper import Format, Setting
from kiosk.handout.receipt_pieces import receipt_content
from kiosk.handout.sheet import Sheet
from kiosk.handout.step_piece import step
from kiosk.handout.typesetter import Typesetter
from kiosk.handout.warning_piece import warnings
from kiosk.text.readings import Readings


@dataclass(frozen=True)
class Leaf:
    """One page between its margins: what stands where, and the page's height in dots."""

    placed: Page
    height: float

    def paint(self, painter: QPainter) -> None:
        """With the painter at the corner of the margins, in dots of the printer."""
        for one in self.placed:
            one.block.paint_at(painter, one.x, one.y)


def leaves(sheet: Sheet, readings: Readings, paper: Format) -> tuple[Leaf, ...]:
    """The pages of a sheet; a receipt is one page as long as it needs. The fonts must be loaded."""
    types = Typesetter(sheet.language, readings, paper)
    if paper.paper.is_receipt:
        pages = paginate(receipt_content(sheet, types), 1, paper)
        return tuple(Leaf(page, _end(page)) for page in pages)
    pictures = [drawn(step.picture, sheet.language) for step in sheet.steps]
    pages = min((_set(sheet, pictures, types, setting) for setting in paper.settings), key=len)
    return tuple(
        Leaf((*page, Placed(pieces.page_number(sheet, number, len(pages), types), 0, 0)), paper.height)
        for number, page in enumerate(pages, start=1)
    )


def _end(page: Page) -> float:
    return max(one.y + one.block.height for one in page)


def _set(
    sheet: Sheet, pictures: Sequence[Drawing | None], types: Typesetter, setting: Setting
) -> tuple[Page, ...]:
    paper = types.format
    column = column_width(paper, setting.columns)
    prepare = [pieces.prepare(sheet, types)] if sheet.prepare else []
    warned = [warnings(sheet, types)] if sheet.warnings else []
    content = Content(
        head=[pieces.head(sheet, types), *prepare],
        running_head=pieces.running_head(sheet, types),
        steps=[
            step(one, picture, types, column, paper.mm(setting.phone))
            for one, picture in zip(sheet.steps, pictures, strict=True)
        ],
        tail=[*warned, *_ways_on(sheet, types, setting)],
        last=pieces.notes(sheet, types),
    )
    return paginate(content, setting.columns, paper)


def _ways_on(sheet: Sheet, types: Typesetter, setting: Setting) -> list[Block]:
    """The links, and whom to ask."""
    paper, code = types.format, types.format.mm(setting.code)
    if setting.paired and len(sheet.links) == 1:
        half = column_width(paper, 2)
        pair = [link(sheet.links[0], types, half, code), pieces.help_box(sheet.help, types, half)]
        return [side_by_side(pair, paper)]
    return [*links(sheet.links, types, code), pieces.help_box(sheet.help, types, paper.width)]
