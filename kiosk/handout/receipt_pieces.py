"""The short version of a sheet, for a receipt: everything below each other, no pictures."""

from kiosk.handout import pieces
from kiosk.handout.blocks import (
    Block,
    arranged,
    moved,
    read_as,
    rule,
    space,
    stack,
    tick_indent,
    tick_list,
    words,
)
from kiosk.handout.link_piece import links
from kiosk.handout.pages import Content
from kiosk.handout.sheet import Sheet, SheetStep
from kiosk.handout.tags import Role
from kiosk.handout.typesetter import Typesetter
from kiosk.handout.warning_piece import warnings


def receipt_content(sheet: Sheet, types: Typesetter) -> Content:
    """The pieces of a receipt in reading order."""
    paper = types.format
    prepare = [_prepare(sheet, types)] if sheet.prepare else []
    warned = [warnings(sheet, types)] if sheet.warnings else []
    return Content(
        head=[_head(sheet, types), *prepare],
        running_head=space(0),
        steps=[_step(step, types) for step in sheet.steps],
        tail=[
            space(0),
            *warned,
            *links(sheet.links, types, 0),
            pieces.help_box(sheet.help, types, paper.width),
        ],
        last=stack([pieces.notes(sheet, types), space(paper.mm(2))]),
    )


def _head(sheet: Sheet, types: Typesetter) -> Block:
    """Titles, day and city below each other; a thick rule below."""
    paper, sizes, width = types.format, types.format.types, types.format.width
    title = types.in_lines(sheet.title, (sizes.title, sizes.body), width, 3, bold=True)
    rows = [types.block(sheet.kind, sizes.small, width), read_as(words(title), Role.TITLE)]
    if sheet.japanese_title:
        rows.append(types.block(sheet.japanese_title, sizes.body, width, language="ja"))
    rows += [types.block(text, sizes.small, width) for text in (sheet.date, sheet.city)]
    return stack([*rows, space(paper.mm(1.5)), rule(width, paper.mm(0.75)), space(paper.mm(2.5))])


def _prepare(sheet: Sheet, types: Typesetter) -> Block:
    """Things to have ready, one a line."""
    paper, sizes, width = types.format, types.format.types, types.format.width
    heading = read_as(types.block(sheet.prepare_heading, sizes.body, width, bold=True), Role.HEADING)
    things = _to_tick(sheet.prepare, types, width)
    return read_as(stack([heading, *things, space(paper.mm(2.5)), rule(width, paper.line)]), Role.SECTION)


def _step(what: SheetStep, types: Typesetter) -> Block:
    """The number before the first line of the words."""
    paper, sizes = types.format, types.format.types
    left = paper.pt(sizes.body) * 2
    room = paper.width - left
    number = types.set(str(what.number), sizes.body, left, bold=True, language="en")
    said = types.set(what.say, sizes.body, room)
    label, body = read_as(words(number), Role.LABEL), read_as(words(said), Role.ITEM_BODY)
    line = arranged([(label, 0, said.ruby_space + said.above), (body, left, 0)], said.height)
    items = read_as(stack([moved(item, left) for item in _to_tick(what.items, types, room)]), Role.ITEM_BODY)
    return read_as(stack([space(paper.mm(2)), line, items]), Role.ITEM)


def _to_tick(texts: tuple[str, ...], types: Typesetter, width: float) -> list[Block]:
    paper, body = types.format, types.format.types.body
    room = width - tick_indent(paper.pt(body))
    return tick_list([types.set(text, body, room) for text in texts], paper.line)
