"""Unicode's boundaries of characters (UAX #29) and lines (UAX #14), as Qt knows them."""

import re
from collections.abc import Iterator
from unicodedata import category

from PySide6.QtCore import QTextBoundaryFinder

_CHARACTER = QTextBoundaryFinder.BoundaryType.Grapheme
_FINAL = re.compile("[\u1000-\u1021]\u1037?[\u1039\u103a]")
_LINE = QTextBoundaryFinder.BoundaryType.Line


class QtBoundaries:
    """Positions count Python's characters; Qt counts UTF-16 units, so an emoji counts two there."""

    def characters(self, text: str, /) -> Iterator[int]:
        return _ends(text, _CHARACTER)

    def lines(self, text: str, /) -> Iterator[int]:
        return _ends(text, _LINE)


def _ends(text: str, kind: QTextBoundaryFinder.BoundaryType) -> Iterator[int]:
    positions = {unit: index for index, unit in enumerate(_unit_offsets(text))}
    finder = QTextBoundaryFinder(kind, text)
    while (unit := finder.toNextBoundary()) != -1:
        index = positions.get(unit)
        if index is not None and not _goes_on(text, index):
            yield index


def _goes_on(text: str, index: int) -> bool:
    """Qt ends characters before vowel signs and final consonants of Burmese, which belong to what stands before them."""
    return index < len(text) and (category(text[index]).startswith("M") or bool(_FINAL.match(text, index)))


def _unit_offsets(text: str) -> Iterator[int]:
    """The UTF-16 offset of every character, and of the end."""
    offset = 0
    for character in text:
        yield offset
        offset += 2 if ord(character) > 0xFFFF else 1
    yield offset
