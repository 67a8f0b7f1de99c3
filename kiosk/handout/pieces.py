"""The pieces of the sheet that stand across the page: head, things to prepare, whom to ask, notes."""

from collections.abc import Sequence
from dataclasses import replace

from kiosk.draw.ruby import RubyBlock
from kiosk.handout.blocks import (
    HAIRLINE,
    Block,
    arranged,
    framed,
    moved,
    read_as,
    rule,
    space,
    stack,
    tick_indent,
    ticked,
    words,
)
from kiosk.handout.paper import Format
from kiosk.handout.sheet import Sheet, SheetHelp
from kiosk.handout.tags import Furniture, Role
from kiosk.handout.typesetter import Typesetter

_NUMBER = 4.6
"""Room that the page's number keeps at the top right, in sizes of its type: for three digits on each side."""
_LEAST_TO_WRITE_ON_MM = 30.0
"""Of a ruled line, for a number written by hand."""


def head(sheet: Sheet, types: Typesetter) -> Block:
    """Titles, day and city; a thick rule below. The day stands at the right if the title leaves room for it."""
    paper, sizes = types.format, types.format.types
    kind = types.block(sheet.kind, sizes.small, paper.width - _number_room(paper))
    dated = [types.set(text, sizes.small, paper.width) for text in (sheet.date, sheet.city)]
    room = paper.width - max(text.width for text in dated) - paper.mm(6)
    title = types.set(sheet.title, sizes.title, max(room, paper.width / 3), bold=True)
    if len(title.lines) == 1:
        titles = stack([read_as(words(title), Role.TITLE), *_japanese(sheet, types, room)])
        day = stack([moved(words(text), paper.width - text.width) for text in dated])
        height = max(titles.height, day.height)
        named = arranged([(titles, 0, height - titles.height), (day, 0, height - day.height)], height)
        rows = [kind, named]
    else:
        whole = types.in_lines(sheet.title, (sizes.title, sizes.body * 1.15), paper.width, 2, bold=True)
        rows = [kind, read_as(words(whole), Role.TITLE), *_japanese(sheet, types, paper.width)]
        rows += [types.block(f"{sheet.date}　{sheet.city}", sizes.small, paper.width)]
    return stack([*rows, space(paper.mm(2)), rule(paper.width, paper.mm(0.8)), space(paper.mm(3))])


def _japanese(sheet: Sheet, types: Typesetter, width: float) -> list[Block]:
    if not sheet.japanese_title:
        return []
    return [types.block(sheet.japanese_title, types.format.types.body, width, language="ja")]


def running_head(sheet: Sheet, types: Typesetter) -> Block:
    """What tells a second page apart when it is alone: the title, as far as one line holds it."""
    paper = types.format
    title = types.set(sheet.title, paper.types.small, paper.width - _number_room(paper))
    line = read_as(words(replace(title, lines=title.lines[:1])), Furniture())
    return stack([line, space(paper.mm(1)), rule(paper.width, paper.line), space(paper.mm(3))])


def page_number(sheet: Sheet, page: int, pages: int, types: Typesetter) -> Block:
    """At the top right of every page, level with its first line, so that nobody takes one sheet for all."""
    paper, small, room = types.format, types.format.types.small, _number_room(types.format)
    number = types.set(f"{page}/{pages}", small, room, language="en")
    first = types.set(sheet.kind if page == 1 else sheet.title, small, paper.width - room)
    y = first.ruby_space + first.above
    placed = (read_as(words(number), Furniture()), paper.width - number.width, y)
    return arranged([placed], y + number.height)


def _number_room(paper: Format) -> float:
    return _NUMBER * paper.pt(paper.types.small)


def prepare(sheet: Sheet, types: Typesetter) -> Block:
    """Things to have ready, as boxes to tick, flowing behind their heading."""
    paper, body = types.format, types.format.types.body
    heading = types.set(sheet.prepare_heading, body, paper.width, bold=True)
    left = heading.width + paper.mm(5)
    if left > paper.width * 0.4:
        left = 0.0
    room = paper.width - left
    items = [types.set(text, body, room - tick_indent(paper.pt(body))) for text in sheet.prepare]
    rows = [
        _row(line, left, heading if left and not number else None, paper.line)
        for number, line in enumerate(_flowing(items, room, paper.mm(6)))
    ]
    first = [] if left else [read_as(words(heading), Role.HEADING)]
    whole = stack([*first, *rows, space(paper.mm(2)), rule(paper.width, paper.mm(0.15), HAIRLINE)])
    return read_as(whole, Role.SECTION)


def _row(
    line: Sequence[tuple[RubyBlock, float]], left: float, heading: RubyBlock | None, thick: float
) -> Block:
    """Texts whose first lines stand level."""
    above = [text.ruby_space + text.above for text, _ in line]
    above += [heading.ruby_space + heading.above] if heading else []
    top = max(above)
    boxes = [(ticked(text, thick), left + x, top - text.ruby_space - text.above) for text, x in line]
    first = (
        [(read_as(words(heading), Role.HEADING), 0.0, top - heading.ruby_space - heading.above)]
        if heading
        else []
    )
    placed = [*first, *boxes]
    row = arranged(placed, max(y + block.height for block, _, y in placed))
    return replace(row, parts=tuple(moved(block, x) for block, x, _ in placed))


def _flowing(texts: Sequence[RubyBlock], width: float, gap: float) -> list[list[tuple[RubyBlock, float]]]:
    """Texts in lines, each with its x; a text moves to the next line as a whole."""
    lines: list[list[tuple[RubyBlock, float]]] = []
    x = width
    for text in texts:
        wide = tick_indent(text.style.px) + text.width
        if x + wide > width:
            lines.append([])
            x = 0.0
        lines[-1].append((text, x))
        x += wide + gap
    return lines


def help_box(what: SheetHelp, types: Typesetter, width: float) -> Block:
    """Whom to ask, in a frame; ruled lines wait for what the city has not given."""
    paper, sizes = types.format, types.format.types
    pad = paper.mm(3.5)
    room = width - 2 * pad
    texts = [
        read_as(types.block(what.heading, sizes.body, room, bold=True), Role.HEADING),
        types.block(what.who, sizes.body, room),
        types.block(what.how, sizes.second, room),
        _filled_or_ruled(what.phone_label, what.phone, types, room),
        _filled_or_ruled(what.other_label, what.other, types, room),
    ]
    return read_as(framed(stack(texts), width, paper.line * 1.6, pad), Role.SECTION)


def _filled_or_ruled(name: str, value: str | None, types: Typesetter, width: float) -> Block:
    paper, body = types.format, types.format.types.body
    if value is not None:
        return types.block(f"{name}  {value}", body, width, bold=True)
    label = types.set(name, body, width, bold=True)
    x = label.width + paper.mm(3)
    if width - x < paper.mm(_LEAST_TO_WRITE_ON_MM):
        return stack([words(label), space(paper.mm(7)), rule(width, paper.line)])
    line = rule(min(paper.mm(80), width - x), paper.line)
    return arranged([(words(label), 0, 0), (line, x, label.height - paper.mm(1))], label.height)


def notes(sheet: Sheet, types: Typesetter) -> Block:
    """What may change, and since when."""
    paper = types.format
    return stack([types.block(note, paper.types.note, paper.width) for note in sheet.notes])
