"""Cut a text into chunks, so that the first one sounds while the rest is being made."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.text.ruby import RubyText, Segment, plain

MIN_LENGTH = 6
"""Characters; a shorter chunk joins the next one, since a lone はい、 would sound torn off."""

MAX_LENGTH = 120
"""Characters, about 25 s of speech: bounds the wait for the first sound and the memory for one chunk."""

SENTENCE_END = re.compile(r"[。！？!?.\n]\W*$")

_CLOSING = r"[」』）】〉》”’)\]\"']*"
_MARKS = re.compile(
    rf"(?:[。！？!?、，；：]+{_CLOSING}|[,.;:]+{_CLOSING}(?=\s|$)|\n)\s*"
)  # 12:30 stays whole


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a text; `start` and `end` count characters of the plain text."""

    text: RubyText
    start: int
    end: int

    @property
    def ends_sentence(self) -> bool:
        return SENTENCE_END.search(plain(self.text)) is not None


def chunks(text: RubyText) -> tuple[Chunk, ...]:
    """Chunks that together are the whole text. No word with furigana is ever cut.

    A stretch without any letter or digit belongs to the chunk before it; a text without any has no chunks.
    """
    whole = plain(text)
    if not _has_words(whole):
        return ()
    ends = _ends(whole, _allowed_ends(text))
    return tuple(
        Chunk(_slice(text, start, end), start, end) for start, end in zip([0, *ends], ends, strict=False)
    )


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
    cut: list[Segment] = []
    position = 0
    for segment in text:
        base = segment.base[max(start - position, 0) : max(end - position, 0)]
        if base:
            cut.append(Segment(base, segment.reading, segment.sound))
        position += len(segment.base)
    return tuple(cut)
