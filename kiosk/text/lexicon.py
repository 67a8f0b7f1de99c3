"""The lexicon that staff edit: words and how they are read here.

A reading comes from the text's own markup first, from the lexicon second. The longest word of the
lexicon wins, so 「市役所」 is safe from 「市」; of one word's readings, the first whose neighbours fit.
"""

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kiosk.text.mora import hiragana
from kiosk.text.ruby import RubyText, Segment, kanji_runs

_PARTS = re.compile(r"[一-鿿㐀-䶿々〆ヶ]+|[^一-鿿㐀-䶿々〆ヶ]+")
_LETTER = re.compile(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]")


@dataclass(frozen=True)
class Entry:
    """One reading of a word, in kana.

    `after` and `before`: it holds only where one of these stands directly in front of or behind the word.
    `accent`: the mora after which the pitch falls, 0 for a flat word; None leaves it to the voice.
    """

    word: str
    reading: str
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    accent: int | None = None

    @cached_property
    def segments(self) -> RubyText:
        if self.accent is None:
            return furigana(self.word, self.reading)
        first, *rest = furigana(self.word, self.reading)
        whole = (Segment(self.word, self.reading, accent=self.accent),)
        return (replace(first, accent=self.accent), *rest) if first.heard else whole

    def fits(self, text: str, start: int) -> bool:
        """Whether this reading holds for the word at `start` of a text."""
        end = start + len(self.word)
        if not text.startswith(self.word, start) or _tears_letters(text, start, end):
            return False
        return (not self.after or text[:start].endswith(self.after)) and (
            not self.before or text.startswith(self.before, end)
        )


@dataclass(frozen=True, slots=True)
class Match:
    """An entry at a place of a text."""

    start: int
    entry: Entry

    @property
    def end(self) -> int:
        return self.start + len(self.entry.word)


class Lexicon:
    """Readings of words; `matches` finds every word it knows in a text."""

    def __init__(self, readings: Mapping[str, str | Sequence[Entry]]) -> None:
        self._words: dict[str, list[Entry]] = {}
        for word in sorted(filter(None, readings), key=len, reverse=True):
            given = readings[word]
            entries = [Entry(word, given)] if isinstance(given, str) else given
            self._words.setdefault(word[0], []).extend(entries)

    @cached_property
    def fingerprint(self) -> str:
        """Changes whenever an entry does; nothing secret."""
        entries = sorted(repr(entry) for words in self._words.values() for entry in words)
        return f"{zlib.crc32(''.join(entries).encode()):08x}"

    @cached_property
    def by_reading(self) -> Mapping[str, str]:
        """One word for each reading in hiragana: what somebody means who types it."""
        entries = (entry for words in self._words.values() for entry in words)
        return {hiragana(entry.reading): entry.word for entry in entries}

    def matches(self, text: str) -> Iterator[Match]:
        """The words it knows in a plain text, from left to right, none inside another."""
        position = 0
        while position < len(text):
            known = self._words.get(text[position], ())
            entry = next((entry for entry in known if entry.fits(text, position)), None)
            if entry:
                yield Match(position, entry)
            position += len(entry.word) if entry else 1


def furigana(word: str, reading: str) -> RubyText:
    """Put a word's reading on its kanji only: 押して・おして gives 押(お)して, 大人・おとな one group.

    A reading that does not contain the word's own kana in order stays on the whole word. A word
    without kanji (QR・キューアール) is heard so, and shows nothing.
    """
    if not kanji_runs(word):
        return (Segment(word),) if word == reading else (Segment(word, sound=reading),)
    parts = _PARTS.findall(word)
    pattern = "".join("(.+?)" if kanji_runs(part) else f"({re.escape(hiragana(part))})" for part in parts)
    match = re.fullmatch(pattern, hiragana(reading))
    if match is None:
        return (Segment(word, reading),)
    return tuple(
        Segment(part, reading[match.start(index) : match.end(index)]) if kanji_runs(part) else Segment(part)
        for index, part in enumerate(parts, start=1)
    )


def unread(segments: RubyText) -> tuple[str, ...]:
    """The kanji that nobody gave a reading, for the list of problems."""
    return tuple(run for segment in segments if not segment.heard for run in kanji_runs(segment.base))


def joined(segments: Sequence[Segment]) -> RubyText:
    """The same text with neighbours that say nothing of their own made one."""
    made: list[Segment] = []
    for segment in segments:
        bare = not segment.heard and segment.accent is None
        if made and bare and not made[-1].heard and made[-1].accent is None:
            made[-1] = Segment(made[-1].base + segment.base)
        else:
            made.append(segment)
    return tuple(made)


def _tears_letters(text: str, start: int, end: int) -> bool:
    """QR must not be found inside QRS, nor 1人 inside 11人."""
    return any(
        _LETTER.fullmatch(text[at : at + 1]) and _LETTER.fullmatch(text[at - 1 : at])
        for at in (start, end)
        if 0 < at < len(text)
    )
