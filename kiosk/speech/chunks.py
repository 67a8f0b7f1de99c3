"""Cut a text into chunks, so that the first one sounds while the rest is being made."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from kiosk.text.ruby import RubyText, plain

MIN_LENGTH = 6
"""Characters; a shorter chunk joins the next one, since a lone はい、 would sound torn off."""

MAX_LENGTH = 120
"""Characters, about 25 s of speech: bounds the wait for the first sound and the memory for one chunk."""

_SENTENCE_END = re.compile(r"[。！？!?.]\W*$")
_OPENING = "「『（【〈《"
_CLOSING = r"[」』）】〉》”’)\]\"']*"
_MARKS = re.compile(
    rf"(?:[。！？!?、，；：]+{_CLOSING}|[,.;:]+{_CLOSING}(?=\s|$))\s*|(?=[{_OPENING}])"
)  # 12:30 stays whole


class Ending(Enum):
    """How a chunk ends, and so how long the pause after it is."""

    SENTENCE = "sentence"
    PHRASE = "phrase"
    QUOTE = "quote"
    """A name in quotation marks comes next."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of one line of a text; `start` and `end` count characters of the whole plain text."""

    text: RubyText
    start: int
    end: int
    ending: Ending


def lines(text: RubyText) -> tuple[Chunk, ...]:
    """The lines that have something to say, without their line ends."""
    whole = plain(text)
    ends = [*(match.start() for match in re.finditer("\n", whole)), len(whole)]
    starts = [0, *(end + 1 for end in ends)]
    return tuple(
        Chunk(_slice(text, start, end), start, end, Ending.SENTENCE)
        for start, end in zip(starts, ends, strict=False)
        if _has_words(whole[start:end])
    )


def chunks(line: Chunk) -> tuple[Chunk, ...]:
    """Chunks that together are the whole line. No word with furigana is ever cut.

    A stretch without any letter or digit belongs to the chunk before it.
    """
    whole = plain(line.text)
    ends = _ends(whole, _allowed_ends(line.text))
    return tuple(
        Chunk(_slice(line.text, start, end), line.start + start, line.start + end, _ending(whole, start, end))
        for start, end in zip([0, *ends], ends, strict=False)
    )


def _ending(whole: str, start: int, end: int) -> Ending:
    if end == len(whole) or _SENTENCE_END.search(whole[start:end]):
        return Ending.SENTENCE
    return Ending.QUOTE if whole[end] in _OPENING and whole[end - 1].isalnum() else Ending.PHRASE


def _allowed_ends(text: RubyText) -> set[int]:
    allowed: set[int] = set()
    position = 0
    for segment in text:
        if not segment.heard:
            allowed.update(range(position, position + len(segment.base)))
        position += len(segment.base)
        allowed.add(position)
    return allowed


def _ends(whole: str, allowed: set[int]) -> list[int]:
    ends: list[int] = []
    start = 0
    for end in [*(match.end() for match in _MARKS.finditer(whole)), len(whole)]:
        if end not in allowed or end == start:
            continue
        if end < len(whole) and len(whole[start:end].strip()) < MIN_LENGTH:
            continue
        ends += _cut_long(whole, start, end, allowed)
        start = end
    while len(ends) > 1 and not _has_words(whole[ends[-2] :]):
        del ends[-2]
    return ends


def _cut_long(whole: str, start: int, end: int, allowed: set[int]) -> Iterator[int]:
    """Ends inside a stretch without marks: after a space if there is one, else wherever it is allowed."""
    while end - start > MAX_LENGTH:
        reach = range(start + MAX_LENGTH, start, -1)
        spaces = (at for at in reach if at in allowed and whole[at - 1].isspace())
        cut = next(spaces, None) or next((at for at in reach if at in allowed), None)
        if cut is None:
            break
        yield cut
        start = cut
    yield end


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _slice(text: RubyText, start: int, end: int) -> RubyText:
    cut: RubyText = ()
    position = 0
    for segment in text:
        base = segment.base[max(start - position, 0) : max(end - position, 0)]
        if base:
            cut += (replace(segment, base=base),)
        position += len(segment.base)
    return cut
