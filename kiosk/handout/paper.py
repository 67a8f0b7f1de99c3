"""A4 paper in printer dots, and the pieces that a page is made of.

Every length inside the handout is in dots of `DPI`; `mm` and `pt` convert. Type sizes after municipal
guides: body at least 12 pt, better 14, in a universal-design Gothic.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.draw.ruby import RubyBlock, TextStyle, set_text
from kiosk.errors import Message
from kiosk.text.filling import filled
from kiosk.text.readings import Readings
from kiosk.text.ruby import RubyText, parse_ruby

DPI = 600
MARGIN_MM = 15.0

INK = QColor("#000000")
HAIRLINE = QColor("#808080")


def mm(length: float) -> float:
    return length * DPI / 25.4


def pt(size: float) -> int:
    return round(size * DPI / 72)


WIDTH = mm(210 - 2 * MARGIN_MM)
HEIGHT = mm(297 - 2 * MARGIN_MM)


@dataclass(frozen=True)
class Block:
    """A piece of the page that stays whole; `paint` finds the painter at the piece's top left corner."""

    height: float
    paint: Callable[[QPainter], None]

    def paint_at(self, painter: QPainter, x: float, y: float) -> None:
        painter.save()
        painter.translate(x, y)
        self.paint(painter)
        painter.restore()


@dataclass(frozen=True)
class Typesetter:
    """Sets texts of one language; Japanese gets furigana in every kind of Japanese."""

    language: str
    readings: Readings

    def set(
        self, text: str | Message, size: float, width: float, *, bold: bool = False, language: str = ""
    ) -> RubyBlock:
        """A text at `size` points in lines of at most `width` dots; `language` if it is not the sheet's."""
        language = language or self.language
        return set_text(self._ruby(text, language), width, TextStyle(pt(size), bold, language=language))

    def block(
        self, text: str | Message, size: float, width: float, *, bold: bool = False, language: str = ""
    ) -> Block:
        return words(self.set(text, size, width, bold=bold, language=language))

    def _ruby(self, text: str | Message, language: str) -> RubyText:
        if isinstance(text, Message):
            values = {name: self._ruby(str(value), language) for name, value in text.values.items()}
            return filled(self._ruby(text.template, language), values)
        return self.readings.annotate(text) if language.startswith("ja") else parse_ruby(text)


def words(text: RubyBlock) -> Block:
    return Block(text.height, lambda painter: text.paint(painter, QPointF(), INK))


def space(height: float) -> Block:
    return Block(height, lambda _painter: None)


def rule(width: float, thickness: float, colour: QColor = INK) -> Block:
    return Block(thickness, lambda painter: painter.fillRect(QRectF(0, 0, width, thickness), colour))


def stack(blocks: Sequence[Block], gap: float = 0.0) -> Block:
    """Blocks one below the other."""

    def paint(painter: QPainter) -> None:
        y = 0.0
        for block in blocks:
            block.paint_at(painter, 0, y)
            y += block.height + gap

    return Block(sum(block.height for block in blocks) + gap * max(0, len(blocks) - 1), paint)


def beside(parts: Sequence[tuple[Block, float]]) -> Block:
    """Blocks at the given x, each centred in the height of the tallest."""
    height = max(block.height for block, _ in parts)

    def paint(painter: QPainter) -> None:
        for block, x in parts:
            block.paint_at(painter, x, (height - block.height) / 2)

    return Block(height, paint)


def tick_box(text: RubyBlock) -> Block:
    """A box to tick, standing before the first line of its text."""
    side = text.style.px * 0.8
    top = text.pitch - text.style.px * text.style.spacing / 2 - side / 2

    def paint(painter: QPainter) -> None:
        painter.setPen(QPen(INK, mm(0.35)))
        painter.drawRect(QRectF(mm(0.2), top, side, side))
        text.paint(painter, QPointF(tick_indent(text.style.px), 0), INK)

    return Block(text.height, paint)


def tick_indent(px: float) -> float:
    """How far a ticked text stands in from its box."""
    return px * 1.25
