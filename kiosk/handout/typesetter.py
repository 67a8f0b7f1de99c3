"""Texts of a sheet, set for its paper."""

from dataclasses import dataclass, replace

from kiosk.draw.ruby import RubyBlock, TextStyle, set_text
from kiosk.errors import Message
from kiosk.handout.blocks import Block, words
from kiosk.handout.paper import Format
from kiosk.text.filling import filled
from kiosk.text.readings import Readings
from kiosk.text.ruby import RubyText, parse_ruby

_STEP, _LEAST = 0.9, 0.4
"""By how much a text shrinks that no line can hold, and how far."""


@dataclass(frozen=True)
class Typesetter:
    """Sets texts of one language; Japanese gets furigana in every kind of Japanese."""

    language: str
    readings: Readings
    format: Format

    def set(
        self, text: str | Message, size: float, width: float, *, bold: bool = False, language: str = ""
    ) -> RubyBlock:
        """A text at `size` points in lines of at most `width` dots; `language` if it is not the sheet's.

        Long words are broken; what cannot be broken, as a long reading above its word, makes the text smaller.
        """
        language = language or self.language
        px, ruby = self.format.pt(size), self._ruby(text, language)
        form = self.format
        style = TextStyle(px, bold, form.has_ruby(px), form.spacing, language, bold_ruby=True)
        block = set_text(ruby, width, style)
        while block.width > width + 1 and style.px > px * _LEAST:
            style = replace(style, px=int(style.px * _STEP))
            block = set_text(ruby, width, style)
        return block

    def in_lines(
        self, text: str | Message, sizes: tuple[float, float], width: float, lines: int, *, bold: bool = False
    ) -> RubyBlock:
        """A text in the larger of the two sizes, or smaller while it takes more lines, down to the other one."""
        size, least = sizes
        while len((block := self.set(text, size, width, bold=bold)).lines) > lines and size > least:
            size = max(least, size - 1)
        return block

    def block(
        self, text: str | Message, size: float, width: float, *, bold: bool = False, language: str = ""
    ) -> Block:
        return words(self.set(text, size, width, bold=bold, language=language))

    def _ruby(self, text: str | Message, language: str) -> RubyText:
        if isinstance(text, Message):
            values = {name: self._ruby(str(value), language) for name, value in text.values.items()}
            return filled(self._ruby(text.template, language), values)
        return self.readings.annotate(text) if language.startswith("ja") else parse_ruby(text)
