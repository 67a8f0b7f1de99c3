"""One reading of a Japanese text, for the eye and for the ear.

A word's reading comes from the text's own markup (`{方|かた}`), else from the lexicon, else from what is said
otherwise than it is written (digits, ABC, addresses), else from the analyser. Furigana, paper and voice all use
the segments that come out here, so they cannot disagree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from kiosk.text.analyser import BOUND, Analyser, Word
from kiosk.text.lexicon import Lexicon, furigana, joined
from kiosk.text.mora import hiragana, katakana, pronunciation
from kiosk.text.ruby import GAP, RubyText, Segment, is_kana, kanji_runs, parse_ruby, plain
from kiosk.text.spoken import spoken_forms


@dataclass(frozen=True, slots=True)
class Reading:
    """`segments`: the text with everything that has a reading; `kana`: how all of it sounds, in katakana;
    `guessed`: the words with kanji that only the analyser read."""

    segments: RubyText
    kana: str
    guessed: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the text that markup, lexicon or rules have settled, or that waits for the analyser."""

    segments: RubyText
    of_lexicon: bool = False
    gap: bool = False
    """A place for a value; nothing is known about it yet."""

    @property
    def settled(self) -> bool:
        return self.gap or any(segment.heard for segment in self.segments)

    @property
    def text(self) -> str:
        return plain(self.segments)

    @property
    def asked(self) -> str:
        """What the analyser sees in its place: kana for digits and letters, which it would read its own way."""
        return "" if self.gap else "".join(segment.sound or segment.base for segment in self.segments)


class Reader:
    """Reads texts with a lexicon and an analyser. Raises `SettingsError` where the analyser is not installed."""

    def __init__(self, lexicon: Lexicon, analyser: Analyser) -> None:
        self._lexicon, self._analyser = lexicon, analyser

    def read(self, text: str) -> Reading:
        """The reading of one text, which may have markup."""
        parts = list(_parts(text, self._lexicon))
        asked = "".join(part.asked for part in parts)
        words = self._analyser.words(asked)
        segments: list[Segment] = []
        kana: list[str] = []
        guessed: list[Word] = []
        for part, inside in _with_words(_without_torn_words(parts, words), words):
            if part.settled:
                segments += part.segments
                kana.append("" if part.gap else _sound(part.segments))
                continue
            whole = _text(inside) == part.asked
            for word in inside if whole else self._analyser.words(part.asked):
                segments += word_segments(word)
                kana.append(word.sound)
                guessed += [word] if kanji_runs(word.text) else []
        return Reading(joined(segments), "".join(kana), tuple(guessed))


def settled(text: str, lexicon: Lexicon) -> RubyText:
    """What markup, lexicon and the rules for digits and letters say of a text, without an analyser."""
    return joined([segment for part in _parts(text, lexicon) for segment in part.segments])


def _parts(text: str, lexicon: Lexicon) -> Iterator[_Part]:
    segments = parse_ruby(text)
    whole = plain(segments)
    start = 0
    for segment in segments:
        end = start + len(segment.base)
        if segment.heard:
            yield _Part((segment,))
        else:
            yield from _unmarked(whole, start, end, lexicon)
        start = end


def _unmarked(whole: str, start: int, end: int, lexicon: Lexicon) -> Iterator[_Part]:
    position = start
    for match in lexicon.matches(whole[start:end]):
        yield from _between(whole, position, start + match.start)
        yield _Part(match.entry.segments, of_lexicon=True)
        position = start + match.end
    yield from _between(whole, position, end)


def _between(whole: str, start: int, end: int) -> Iterator[_Part]:
    for gap in GAP.finditer(whole, start, end):
        yield from _spoken(whole, start, gap.start())
        yield _Part((Segment(gap[0]),), gap=True)
        start = gap.end()
    yield from _spoken(whole, start, end)


def _spoken(whole: str, start: int, end: int) -> Iterator[_Part]:
    if start < end:
        for segment in spoken_forms(whole[start:end], whole[:start], whole[end:]):
            yield _Part((segment,))


def _without_torn_words(parts: list[_Part], words: tuple[Word, ...]) -> list[_Part]:
    """Leave out a lexicon's word that is only a part of a longer word: 方 says nothing about 方法."""
    ends = list(accumulate(len(word.text) for word in words))
    placed = [(end - len(word.text), end, word) for word, end in zip(words, ends, strict=True)]
    kept: list[_Part] = []
    start = 0
    for part in parts:
        end = start + len(part.asked)
        torn = (
            part.of_lexicon
            and kanji_runs(part.text)
            and any(
                first <= start and end <= last and _knows_better(word, part) for first, last, word in placed
            )
        )
        loose = _Part((Segment(part.text),)) if torn else part
        if kept and not kept[-1].settled and not loose.settled:
            kept[-1] = _Part((Segment(kept[-1].text + loose.text),))
        else:
            kept.append(loose)
        start = end
    return kept


def _knows_better(word: Word, part: _Part) -> bool:
    """Whether a word says more than the lexicon's word inside it. A longer proper name gives way to the lexicon,
    which knows the names of the place better, unless both agree or its word is a single character."""
    if len(word.text) == len(part.asked):
        return word.kind in BOUND  # 勉強中 is not the lexicon's 中
    if not word.kana:
        return False
    kana = _kana(part.segments)
    return not word.name or len(part.text) == 1 or word.kana.startswith(kana) or word.kana.endswith(kana)


def _with_words(parts: list[_Part], words: tuple[Word, ...]) -> Iterator[tuple[_Part, list[Word]]]:
    """Each part with the words that lie inside it, the first perhaps only with its end."""
    ends = list(accumulate(len(word.text) for word in words))
    start = 0
    before = ""
    for part in parts:
        end = start + len(part.asked)
        inside: list[Word] = []
        for word, stop in zip(words, ends, strict=True):
            begin = stop - len(word.text)
            if start <= begin and stop <= end:
                inside.append(word)
            elif begin < start < stop <= end:
                inside += _end_of(word, stop - start, before)
        yield part, inside
        start, before = end, _kana(part.segments)


def _end_of(word: Word, length: int, before: str) -> Iterator[Word]:
    """The last `length` characters of a word whose beginning the lexicon has read: behind さいかいし the 長 of
    市長 is ちょう. Nothing when the lexicon read that beginning otherwise."""
    for size in range(len(word.kana) - 1, 0, -1):
        if before.endswith(word.kana[:size]):
            rest = word.kana[size:]
            yield Word(word.text[-length:], rest, pronunciation([rest]), word.kind)
            return


def _kana(segments: RubyText) -> str:
    return katakana("".join(segment.heard or segment.base for segment in segments))


def _text(words: list[Word]) -> str:
    return "".join(word.text for word in words)


def _sound(segments: RubyText) -> str:
    return pronunciation(katakana(segment.heard or segment.base) for segment in segments)


def word_segments(word: Word) -> RubyText:
    if kanji_runs(word.text) and word.kana:
        return furigana(word.text, hiragana(word.kana))
    says_itself = is_kana(word.text) or not word.kana
    return (Segment(word.text),) if says_itself else (Segment(word.text, sound=word.kana),)
