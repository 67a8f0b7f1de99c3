"""The sentences of a text as they are heard, for hearing one again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kiosk.speech.chunks import Ending, chunks, lines
from kiosk.text.ruby import RubyText


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or one line, of a text; `start` and `end` count characters of the plain text."""

    text: RubyText
    start: int
    end: int


@lru_cache(maxsize=8)
def sentences(text: RubyText) -> tuple[Sentence, ...]:
    """Every sentence that has something to say, in order."""
    return tuple(_sentences(text))


def sentence_at(text: RubyText, position: int, barely_begun: bool = False) -> Sentence | None:
    """The sentence heard at a character, or the one before when that one had barely begun."""
    every = sentences(text)
    begun = sum(one.start <= position for one in every)
    return every[max(0, begun - 1 - barely_begun)] if every else None


def rest_from(text: RubyText, start: int) -> RubyText:
    """The text from the first sentence that starts at a character or later; empty after the last one."""
    later = [one.start for one in sentences(text) if one.start >= start]
    return _from(text, later[0]) if later else ()


def _sentences(text: RubyText) -> Iterator[Sentence]:
    for line in lines(text):
        start: int = line.start
        said: RubyText = ()
        for chunk in chunks(line):
            said += chunk.text
            if chunk.ending is Ending.SENTENCE:
                yield Sentence(said, start, chunk.end)
                start, said = chunk.end, ()


def _from(text: RubyText, start: int) -> RubyText:
    """No sentence starts inside a segment with a reading, so segments are dropped whole or cut in plain text."""
    position, kept = 0, list(text)
    while kept and position + len(kept[0].base) <= start:
        position += len(kept.pop(0).base)
    if kept and position < start:
        kept[0] = replace(kept[0], base=kept[0].base[start - position :])
    return tuple(kept)
