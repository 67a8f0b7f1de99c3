"""The lexicon that staff edit: words and how they are read here.

A reading comes from the text's own markup first, from the lexicon second. The longest word of the
lexicon wins, so 「市役所」 is safe from 「市」.
"""

import re
from collections.abc import Mapping

from kiosk.text.ruby import RubyText, Segment, kanji_runs, parse_ruby

_PARTS = re.compile(r"[一-鿿㐀-䶿々〆ヶ]+|[^一-鿿㐀-䶿々〆ヶ]+")


class Lexicon:
    """Readings of words; `annotate` gives furigana to every word it knows."""

    def __init__(self, readings: Mapping[str, str]) -> None:
        self._words: dict[str, list[tuple[str, RubyText]]] = {}
        for word in sorted(filter(None, readings), key=len, reverse=True):
            self._words.setdefault(word[0], []).append((word, furigana(word, readings[word])))

    def annotate(self, text: str) -> RubyText:
        """Segments of a text, with readings from its markup and then from the lexicon."""
        segments: list[Segment] = []
        for segment in parse_ruby(text):
            segments += [segment] if segment.reading else self._known_words(segment.base)
        return tuple(_joined(segments))

    def _known_words(self, text: str) -> list[Segment]:
        found: list[Segment] = []
        position = 0
        while position < len(text):
            for word, segments in self._words.get(text[position], ()):
                if text.startswith(word, position):
                    found += segments
                    position += len(word)
                    break
            else:
                found.append(Segment(text[position]))
                position += 1
        return found


def furigana(word: str, reading: str) -> RubyText:
    """Put a word's reading on its kanji only: 押して・おして gives 押(お)して, 大人・おとな one group.

    A reading that does not contain the word's own kana in order stays on the whole word.
    """
    parts = _PARTS.findall(word)
    pattern = "".join("(.+?)" if kanji_runs(part) else f"({re.escape(part)})" for part in parts)
    match = re.fullmatch(pattern, reading)
    if match is None:
        return (Segment(word, reading),)
    return tuple(
        Segment(part, match[index]) if kanji_runs(part) else Segment(part)
        for index, part in enumerate(parts, start=1)
    )


def unread(segments: RubyText) -> tuple[str, ...]:
    """The kanji that nobody gave a reading, for the list of problems."""
    return tuple(run for segment in segments if not segment.reading for run in kanji_runs(segment.base))


def _joined(segments: list[Segment]) -> list[Segment]:
    joined: list[Segment] = []
    for segment in segments:
        if joined and not segment.reading and not joined[-1].reading:
            joined[-1] = Segment(joined[-1].base + segment.base)
        else:
            joined.append(segment)
    return joined
