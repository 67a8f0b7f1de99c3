"""Pieces of a page: how high they are, and how they are painted. Every length is in dots of the printer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.draw.ruby import RubyBlock
from kiosk.handout.tags import Role, Tag, Words, tagged

INK = QColor("#000000")
HAIRLINE = QColor("#808080")
"""For lines that help the eye and may vanish in a copy."""


@dataclass(frozen=True)
class Block:
    """A piece of the page; `paint` finds the painter at the piece's top left corner.

    It stays whole unless no page can hold it: then `parts`, which show the same one below the other, take its place.
    """

    height: float
    paint: Callable[[QPainter], None]
    parts: tuple["Block", ...] = ()

    def paint_at(self, painter: QPainter, x: float, y: float) -> None:
        painter.save()
        painter.translate(x, y)
        self.paint(painter)
        painter.restore()

    def within(self, height: float) -> tuple["Block", ...]:
        """The block, or its parts where it is higher than that."""
        if self.height <= height or not self.parts:
            return (self,)
        return tuple(piece for part in self.parts for piece in part.within(height))


def words(text: RubyBlock) -> Block:
    """All text on paper is painted here."""
    lines = tuple(replace(text, lines=(line,)) for line in text.lines) if len(text.lines) > 1 else ()
    said = Words(_said(text))
    language = text.style.language if any(map(str.isalpha, said.text)) else ""

    def paint(painter: QPainter) -> None:
        with tagged(painter, said, language):
            text.paint(painter, QPointF(), INK)

    return Block(text.height, paint, tuple(map(words, lines)))


def _said(text: RubyBlock) -> str:
    """What stands in its lines, which need not be all of it."""
    runs = [run for line in text.lines for run in line.runs]
    return text.text[runs[0].start : runs[-1].end] if runs else ""


def read_as(block: Block, tag: Tag) -> Block:
    """The block as an element of the tagged file; so is each of its parts."""

    def paint(painter: QPainter) -> None:
        with tagged(painter, tag):
            block.paint(painter)

    return Block(block.height, paint, tuple(read_as(part, tag) for part in block.parts))


def space(height: float) -> Block:
    return Block(height, lambda _painter: None)


def rule(width: float, thickness: float, colour: QColor = INK) -> Block:
    return Block(thickness, lambda painter: painter.fillRect(QRectF(0, 0, width, thickness), colour))


def arranged(parts: Sequence[tuple[Block, float, float]], height: float) -> Block:
    """Blocks at their x and y, as one."""

    def paint(painter: QPainter) -> None:
        for block, x, y in parts:
            block.paint_at(painter, x, y)

    return Block(height, paint)


def moved(block: Block, x: float) -> Block:
    """The block, and each of its parts, further to the right."""
    return replace(
        arranged([(block, x, 0)], block.height), parts=tuple(moved(part, x) for part in block.parts)
    )


def stack(blocks: Sequence[Block], gap: float = 0.0) -> Block:
    """Blocks one below the other."""
    rows = [row for block in blocks for row in (space(gap), block)][1:] if gap else list(blocks)
    placed: list[tuple[Block, float, float]] = []
    y = 0.0
    for row in rows:
        placed.append((row, 0.0, y))
        y += row.height
    return replace(arranged(placed, y), parts=tuple(rows))


def beside(parts: Sequence[tuple[Block, float]]) -> Block:
    """Blocks at the given x, each centred in the height of the tallest."""
    height = max(block.height for block, _ in parts)
    return arranged([(block, x, (height - block.height) / 2) for block, x in parts], height)


def framed(inside: Block, width: float, line: float, pad: float) -> Block:
    """A block in a frame with round corners, `pad` dots from it; the frame goes where the block is taken apart."""
    height = inside.height + 2 * pad

    def paint(painter: QPainter) -> None:
        painter.setPen(QPen(INK, line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(line / 2, line / 2, width - line, height - line), pad, pad)
        inside.paint_at(painter, pad, pad)

    return Block(height, paint, tuple(moved(part, pad) for part in inside.parts))


def ticked(text: RubyBlock, line: float) -> Block:
    """A text behind a box to tick, which stands before its first line."""
    side, px = text.style.px * 0.8, text.style.px
    top = text.pitch - px * text.style.spacing / 2 - side / 2
    box = Block(side, lambda painter: _square(painter, side, line))
    whole = read_as(words(text), Role.ITEM_BODY)
    first, *others = whole.parts or (whole,)
    parts = [arranged([(box, 0, top), (first, tick_indent(px), 0)], first.height)]
    parts += [moved(other, tick_indent(px)) for other in others]
    row = arranged([(box, 0, top), (whole, tick_indent(px), 0)], whole.height)
    return read_as(replace(row, parts=tuple(parts) if others else ()), Role.ITEM)


def tick_list(texts: Sequence[RubyBlock], line: float) -> list[Block]:
    """Texts behind boxes to tick, evenly spaced whether they have furigana or not."""
    above = max((text.ruby_space for text in texts), default=0.0)
    return [stack([space(above - text.ruby_space), ticked(text, line)]) for text in texts]


def _square(painter: QPainter, side: float, line: float) -> None:
    painter.setPen(QPen(INK, line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(line / 2, line / 2, side - line, side - line))


def tick_indent(px: float) -> float:
    """How far a ticked text stands in from its box."""
    return px * 1.25
