"""The pieces of the sheet: head, things to prepare, steps, links, help, notes."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kiosk.draw.ruby import RubyBlock
from kiosk.handout.paper import (
    HAIRLINE,
    INK,
    WIDTH,
    Block,
    Typesetter,
    beside,
    mm,
    pt,
    rule,
    space,
    stack,
    tick_box,
    tick_indent,
    words,
)
from kiosk.handout.phone_picture import phone_block
from kiosk.handout.qr import QUIET, QrCode, paint_qr
from kiosk.handout.sheet import Sheet, SheetHelp, SheetLink, SheetStep

TITLE, BODY, SECOND, SMALL, NOTE = 24.0, 14.0, 12.0, 11.0, 10.0
"""Type sizes in points."""

_DATE_WIDTH = mm(46)
_CIRCLE = mm(9)
_QR_SIDE, _QR_MODULE = mm(30), mm(0.8)
"""The least side of a symbol without its quiet zone, and the least module."""


def head(sheet: Sheet, types: Typesetter) -> Block:
    """Titles at the left, day and city at the right, a thick rule below."""
    width = WIDTH - _DATE_WIDTH - mm(6)
    titles = [types.block(sheet.kind, SMALL, width), types.block(sheet.title, TITLE, width, bold=True)]
    if sheet.japanese_title:
        titles += [types.block(sheet.japanese_title, BODY, width, language="ja")]
    left = stack(titles)
    dated = [types.set(text, SMALL, _DATE_WIDTH) for text in (sheet.date, sheet.city)]

    def paint(painter: QPainter) -> None:
        left.paint(painter)
        y = left.height - sum(text.height for text in dated)
        for text in dated:
            text.paint(painter, QPointF(WIDTH - text.width, y), INK)
            y += text.height

    return stack([Block(left.height, paint), space(mm(2)), rule(WIDTH, mm(0.8)), space(mm(3))])


def running_head(sheet: Sheet, types: Typesetter) -> Block:
    """What tells a second page apart when it is alone."""
    title = types.block(sheet.title, SMALL, WIDTH)
    return stack([title, space(mm(1)), rule(WIDTH, mm(0.4)), space(mm(3))])


def prepare(sheet: Sheet, types: Typesetter) -> Block:
    """Things to have ready, as boxes to tick, flowing behind their heading."""
    heading = types.set(sheet.prepare_heading, BODY, WIDTH / 3, bold=True)
    left = heading.width + mm(5)
    indent = tick_indent(pt(BODY))
    items = [types.set(text, BODY, WIDTH - left - indent) for text in sheet.prepare]
    lines = _flowing(items, WIDTH - left, indent, mm(6))
    height = max(heading.height, sum(_tallest(line) for line in lines))

    def paint(painter: QPainter) -> None:
        y = 0.0
        for number, line in enumerate(lines):
            tall = max(_tallest(line), heading.height if number == 0 else 0)
            if number == 0:
                heading.paint(painter, QPointF(0, tall - heading.height), INK)
            for text, x in line:
                tick_box(text).paint_at(painter, left + x, y + tall - text.height)
            y += tall

    return stack([Block(height, paint), space(mm(2)), rule(WIDTH, mm(0.15), HAIRLINE)])


def _flowing(
    texts: Sequence[RubyBlock], width: float, indent: float, gap: float
) -> list[list[tuple[RubyBlock, float]]]:
    """Texts in lines, each with its x; a text moves to the next line as a whole."""
    lines: list[list[tuple[RubyBlock, float]]] = [[]]
    x = 0.0
    for text in texts:
        if lines[-1] and x + indent + text.width > width:
            lines.append([])
            x = 0.0
        lines[-1].append((text, x))
        x += indent + text.width + gap
    return lines


def _tallest(line: Sequence[tuple[RubyBlock, float]]) -> float:
    return max((text.height for text, _ in line), default=0.0)


def step(
    what: SheetStep,
    sheet: Sheet,
    types: Typesetter,
    width: float,
    phone: float,
) -> Block:
    """Number, words, and a picture `phone` dots wide if the step has one; a hairline below."""
    left = _CIRCLE + mm(3)
    room = width - left - (phone + mm(4) if what.picture else 0)
    said = [types.block(what.say, BODY, room)]
    said += [tick_box(types.set(item, BODY, room - tick_indent(pt(BODY)))) for item in what.items]
    parts = [(_numbered(what.number, types), 0.0), (stack(said, gap=mm(0.8)), left)]
    if what.picture:
        drawn = phone_block(what.picture.shown, what.picture.marked, phone, sheet.language)
        parts.append((drawn, width - phone))
    return stack([space(mm(2.5)), beside(parts), space(mm(2.5)), rule(width, mm(0.15), HAIRLINE)])


def _numbered(number: int, types: Typesetter) -> Block:
    digits = types.set(str(number), BODY, _CIRCLE, bold=True)

    def paint(painter: QPainter) -> None:
        pen = mm(0.5)
        painter.setPen(QPen(INK, pen))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(pen / 2, pen / 2, _CIRCLE - pen, _CIRCLE - pen))
        top = (_CIRCLE - digits.height) / 2
        digits.paint(painter, QPointF(0, top), INK, Qt.AlignmentFlag.AlignHCenter, _CIRCLE)

    return Block(_CIRCLE, paint)


def link(what: SheetLink, types: Typesetter, width: float) -> Block:
    """The code, and beside it whose page it opens."""
    module = math.ceil(max(_QR_MODULE, _QR_SIDE / what.code.size))
    side = module * what.code.size
    room = width - side - QUIET * module - mm(2)
    texts = [
        types.block(what.title, BODY, room, bold=True),
        words(_host(what.host, types, room)),
    ]
    texts += [types.block(note, SECOND, room) for note in (what.note, what.checked) if note]
    code = _code(what.code, module)
    return beside([(code, 0), (stack(texts), width - room)])


def _host(host: str, types: Typesetter, width: float) -> RubyBlock:
    """A host in one line, small if need be: a torn address cannot be compared with the one on the phone."""
    size = SECOND
    while len((text := types.set(host, size, width, language="en")).lines) > 1 and size > NOTE - 2:
        size -= 0.5
    return text


def _code(code: QrCode, module: int) -> Block:
    """The symbol flush with the left edge; its quiet zone reaches into the white margin."""
    side = (code.size + 2 * QUIET) * module

    def paint(painter: QPainter) -> None:
        paint_qr(painter, code, QRectF(-QUIET * module, 0, side, side))

    return Block(side, paint)


def help_box(what: SheetHelp, types: Typesetter) -> Block:
    """Whom to ask, in a frame; a ruled line waits for the phone number that the city has not given."""
    pad = mm(5)
    room = WIDTH - 2 * pad
    texts = [
        types.block(what.heading, BODY, room, bold=True),
        types.block(what.who, BODY, room),
        types.block(what.how, SECOND, room),
        _phone_line(what, types, room),
    ]
    texts += [types.block(what.other, SECOND, room)] if what.other else []
    inside = stack(texts)

    def paint(painter: QPainter) -> None:
        painter.setPen(QPen(INK, mm(0.5)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(mm(0.25), 0, WIDTH - mm(0.5), inside.height + mm(6)), mm(3), mm(3))
        inside.paint_at(painter, pad, mm(3))

    return Block(inside.height + mm(6.5), paint)


def _phone_line(what: SheetHelp, types: Typesetter, width: float) -> Block:
    if what.phone is not None:
        return types.block(f"{what.phone_label}  {what.phone}", BODY, width, bold=True)
    label = types.set(what.phone_label, BODY, width, bold=True)

    def paint(painter: QPainter) -> None:
        label.paint(painter, QPointF(), INK)
        x, y = label.width + mm(3), label.height - mm(1)
        painter.fillRect(QRectF(x, y, mm(80), mm(0.25)), INK)

    return Block(label.height, paint)


def foot(sheet: Sheet, types: Typesetter, page: int, pages: int) -> Block:
    """What may change, and which page this is."""
    number = types.set(f"{page}/{pages}", SMALL, WIDTH, language="en")
    notes = stack([types.block(note, NOTE, WIDTH - mm(16)) for note in sheet.notes])
    return beside([(notes, 0.0), (words(number), WIDTH - number.width)])
