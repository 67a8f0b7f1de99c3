"""Readings that were worked out before: no analyser is needed to show a text that somebody has read already."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from kiosk.text.ruby import RubyText, marked_up, parse_ruby, plain, strip_markup

if TYPE_CHECKING:
    from kiosk.text.lexicon import Lexicon
    from kiosk.text.reader import Reading


class Readings:
    """Furigana for texts. What nobody has read yet gets what markup, lexicon and rules say about it.

    Without a lexicon only markup counts: the first screen has no time for more.
    """

    def __init__(self, lexicon: "Lexicon | None" = None, known: Mapping[str, str] | None = None) -> None:
        self._lexicon = lexicon
        self._known = dict(known or {})
        self._parsed: dict[str, RubyText] = {}

    def annotate(self, text: str) -> RubyText:
        """A text, which may have markup, in segments."""
        if text not in self._parsed:
            marked = self._known.get(text)
            self._parsed[text] = self._settled(text) if marked is None else parse_ruby(marked)
        return self._parsed[text]

    def _settled(self, text: str) -> RubyText:
        if self._lexicon is None:
            return parse_ruby(text)
        from kiosk.text.reader import settled

        return settled(text, self._lexicon)

    def missing(self, texts: Iterable[str]) -> list[str]:
        """Those of the texts that an analyser should read."""
        return [text for text in dict.fromkeys(texts) if text not in self._known]

    def learn(self, known: Mapping[str, str]) -> None:
        """More texts with their marked-up readings."""
        self._known |= known
        self._parsed.clear()


def reading_line(text: str, reading: "Reading") -> str:
    """One line of a file of readings: the text with all its readings, its sound, and its source if that has markup.

    Line ends inside a text are written ⏎.
    """
    columns = [marked_up(reading.segments), reading.kana]
    if text != plain(reading.segments):
        columns.append(text)
    return "\t".join(column.replace("\n", "⏎") for column in columns)


def read_lines(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Texts and their marked-up readings; comments and lines cut short are passed over."""
    for line in lines:
        columns = line.rstrip("\n").replace("⏎", "\n").split("\t")
        if len(columns) in {2, 3} and not line.startswith("# "):
            yield columns[2] if len(columns) == 3 else strip_markup(columns[0]), columns[0]
