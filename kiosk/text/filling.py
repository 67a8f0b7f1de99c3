"""Sentences with gaps, filled without losing a reading."""

from collections.abc import Mapping
from itertools import accumulate

from kiosk.text.lexicon import joined
from kiosk.text.ruby import GAP, RubyText, Segment, plain
from kiosk.text.spoken import spoken_forms


def filled(template: RubyText, values: Mapping[str, RubyText]) -> RubyText:
    """The template with every `{name}` replaced by its value, both with their readings.

    A number decides how the word behind it is read (3分 さんぷん), so its rules are asked again in the whole.
    """
    segments: list[Segment] = []
    numbers: list[range] = []
    length = 0
    for segment in template:
        for piece, value in _pieces(segment, values):
            segments += piece
            end = length + len(plain(piece))
            if value and plain(piece).isdecimal():
                numbers.append(range(length, end))
            length = end
    return joined(_counted(tuple(segments), numbers) if numbers else segments)


def _pieces(segment: Segment, values: Mapping[str, RubyText]) -> "list[tuple[RubyText, bool]]":
    """A segment cut at its gaps; whether each piece is a value."""
    if segment.heard:
        return [((segment,), False)]
    pieces: list[tuple[RubyText, bool]] = []
    for index, text in enumerate(GAP.split(segment.base)):
        if index % 2 and text in values:
            pieces.append((values[text], True))
        elif index % 2:
            pieces.append(((Segment(f"{{{text}}}"),), False))
        elif text:
            pieces.append(((Segment(text),), False))
    return pieces


def _counted(segments: RubyText, numbers: list[range]) -> list[Segment]:
    """The segments, with what the rules for digits say wherever that touches one of the numbers."""
    text = plain(segments)
    ends = list(accumulate(len(segment.base) for segment in segments))
    borders = {0, *ends}
    spoken = _touching(text, numbers)
    made: list[Segment] = []
    position = 0
    for segment, end in zip(segments, ends, strict=True):
        if end <= position:
            continue
        while position in spoken and spoken[position][1] in borders:
            rule, position = spoken[position]
            made += rule
        if position < end:
            made.append(segment if end - position == len(segment.base) else Segment(text[position:end]))
            position = end
    return made


def _touching(text: str, numbers: list[range]) -> dict[int, tuple[RubyText, int]]:
    """Where a rule for digits begins: its segments up to the next place without one, and where they end."""
    found: dict[int, tuple[RubyText, int]] = {}
    group: list[Segment] = []
    start = position = 0
    for segment in (*spoken_forms(text), Segment("")):
        if not segment.heard:
            if group and any(number.start < position and start < number.stop for number in numbers):
                found[start] = (tuple(group), position)
            group, start = [], position + len(segment.base)
        else:
            group.append(segment)
        position += len(segment.base)
    return found
