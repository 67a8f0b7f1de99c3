"""The entrances to the real procedures on paper: a code, and beside it whose page it opens."""

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kiosk.draw.ruby import RubyBlock
from kiosk.handout.blocks import Block, beside, moved, read_as, stack, words
from kiosk.handout.pages import column_width
from kiosk.handout.paper import Format
from kiosk.handout.qr import QUIET, QrCode, module_dots, paint_qr
from kiosk.handout.sheet import SheetLink
from kiosk.handout.tags import Figure, Link, Role
from kiosk.handout.typesetter import Typesetter
from kiosk.text.ruby import strip_markup

_LEAST_ROOM = 9.0
"""Room for the words beside a code, in sizes of their type; with less they stand below it, or the links below each other."""


def links(what: Sequence[SheetLink], types: Typesetter, least: float) -> list[Block]:
    """One link across the page, or two side by side where both have room. Codes are `least` dots wide or more."""
    paper = types.format
    half = column_width(paper, 2)
    if len(what) == 1 or not all(_has_room(one, paper, half, least) for one in what):
        return [link(one, types, paper.width, least) for one in what]
    blocks = [link(one, types, half, least) for one in what]
    return [side_by_side(blocks[at : at + 2], paper) for at in range(0, len(blocks), 2)]


def side_by_side(blocks: Sequence[Block], paper: Format) -> Block:
    """One or two blocks, each as wide as one of two columns."""
    step = paper.width - column_width(paper, 2)
    placed = [(block, number * step) for number, block in enumerate(blocks)]
    return replace(beside(placed), parts=tuple(moved(block, x) for block, x in placed))


def link(what: SheetLink, types: Typesetter, width: float, least: float) -> Block:
    return read_as(_link(what, types, width, least), Role.SECTION)


def _link(what: SheetLink, types: Typesetter, width: float, least: float) -> Block:
    module = _module(what.code, types.format, width, least) if what.code else None
    if what.code is None or module is None:
        return stack(_texts(what, types, width))
    code = _code(what, what.code, module, types.format)
    if not _has_room(what, types.format, width, least):
        return stack([code, *_texts(what, types, width)])
    taken = _taken(what.code, module, types.format)
    said = stack(_texts(what, types, width - taken))
    return replace(beside([(code, 0), (said, taken)]), parts=(code, moved(said, taken)))


def _has_room(what: SheetLink, paper: Format, width: float, least: float) -> bool:
    """Whether the words can stand beside the code."""
    module = _module(what.code, paper, width, least) if what.code else None
    taken = _taken(what.code, module, paper) if what.code and module else 0.0
    return width - taken >= _LEAST_ROOM * paper.pt(paper.types.body)


def _taken(code: QrCode, module: int, paper: Format) -> float:
    return (code.size + QUIET) * module + paper.mm(1)


def _texts(what: SheetLink, types: Typesetter, width: float) -> list[Block]:
    """Title, host, and what else is known."""
    sizes = types.format.types
    title = read_as(types.block(what.title, sizes.body, width, bold=True), Role.HEADING)
    host = _host(what.host, types, width)
    named = words(host)
    if what.code:
        named = read_as(named, _way_in(what, what.code, QRectF(0, 0, host.width, host.height)))
    return [title, named] + [
        types.block(note, sizes.second, width) for note in (what.note, what.checked) if note
    ]


def _way_in(what: SheetLink, code: QrCode, box: QRectF) -> Link:
    return Link(code.url, box, strip_markup(what.title))


def _host(host: str, types: Typesetter, width: float) -> RubyBlock:
    """A host in one line, small if need be: a torn address cannot be compared with the one on the phone."""
    size = types.format.types.second
    while len((text := types.set(host, size, width, language="en")).lines) > 1 and size > 8:
        size -= 0.5
    return text


def _module(code: QrCode, paper: Format, width: float, least: float) -> int | None:
    """Dots a module: on pages an even number, which a printer half as fine has whole too. None if there is no room."""
    if paper.paper.is_receipt:
        return module_dots(code, paper.dots_per_mm, width)
    module = module_dots(code, paper.dots_per_mm / 2)
    assert module
    return 2 * max(module, math.ceil(least / code.size / 2 - 0.01))


def _code(what: SheetLink, code: QrCode, module: int, paper: Format) -> Block:
    """All codes of a sheet are painted here.

    Flush left on a page, where the quiet zone reaches into the white margin; in the middle of a receipt.
    """
    side = (code.size + 2 * QUIET) * module
    x = round((paper.width - side) / 2) if paper.paper.is_receipt else -QUIET * module
    box = QRectF(x, 0, side, side)

    def paint(painter: QPainter) -> None:
        paint_qr(painter, code, box)

    return read_as(read_as(Block(side, paint), Figure(what.alt)), _way_in(what, code, box))
