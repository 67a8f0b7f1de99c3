"""One numbered step on paper: its words, and a small picture with the place to touch marked."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kiosk.handout.blocks import (
    HAIRLINE,
    INK,
    Block,
    arranged,
    beside,
    moved,
    read_as,
    rule,
    space,
    stack,
    tick_indent,
    tick_list,
    words,
)
from kiosk.handout.drawings import Drawing
from kiosk.handout.sheet import FilePicture, SheetStep
from kiosk.handout.tags import Figure, Role
from kiosk.handout.typesetter import Typesetter

_TALLEST = 0.24
"""Height of a picture, as a share of the page's: a step with one still fits on a page."""


def step(what: SheetStep, drawing: Drawing | None, types: Typesetter, width: float, phone: float) -> Block:
    """Number, words, and the picture `phone` dots wide if the step has one; a hairline below."""
    paper = types.format
    left = paper.circle + paper.mm(3)
    picture = drawing.block(phone, paper.height * _TALLEST) if drawing else None
    room = width - left - (phone + paper.mm(4) if picture else 0)
    said = stack(_said(what, types, room, with_alt=picture is None), gap=paper.mm(0.8))
    row = [(read_as(numbered(what.number, types), Role.LABEL), 0.0), (read_as(said, Role.ITEM_BODY), left)]
    row += [(read_as(_described(picture, what), Role.ITEM_BODY), width - phone)] if picture else []
    parts = tuple(moved(block, x) for block, x in row)
    above, below = space(paper.mm(2.2)), space(paper.mm(2.2))
    whole = replace(beside(row), parts=parts)
    return read_as(stack([above, whole, below, rule(width, paper.mm(0.15), HAIRLINE)]), Role.ITEM)


def _described(picture: Block, what: SheetStep) -> Block:
    alt = what.picture.alt if what.picture else ""
    return read_as(picture, Figure(alt)) if alt else picture


def _said(what: SheetStep, types: Typesetter, room: float, *, with_alt: bool) -> list[Block]:
    """The words of a step, its things to tick off, and the words for a picture that is gone."""
    paper, body = types.format, types.format.types.body
    said = [types.block(what.say, body, room)]
    indent = tick_indent(paper.pt(body))
    said += tick_list([types.set(item, body, room - indent) for item in what.items], paper.line)
    if with_alt and isinstance(what.picture, FilePicture) and what.picture.alt:
        said.append(types.block(what.picture.alt, paper.types.second, room))
    return said


def numbered(number: int, types: Typesetter) -> Block:
    """The number of a step in a circle."""
    paper, side = types.format, types.format.circle
    size = paper.types.body * (1 if number < 10 else 0.86)
    digits = types.set(str(number), size, side, bold=True, language="en")
    pen = paper.mm(0.5)

    def paint(painter: QPainter) -> None:
        painter.setPen(QPen(INK, pen))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(pen / 2, pen / 2, side - pen, side - pen))

    middle = (side - digits.width) / 2, (side - digits.height) / 2
    return arranged([(Block(side, paint), 0, 0), (words(digits), *middle)], side)
