"""Ruby markup: `{方|かた}を{押|お}す` says how the kanji before the bar is read.

Two bars, `{QR||キューアール}`, say what is heard without showing it above the text; `{箸|はし@1}` adds where
the pitch falls. A text becomes a tuple of segments; the plain text is their bases joined. Source of the idea of
"mono ruby on the kanji only": JLREQ 3.3, https://www.w3.org/TR/jlreq/#ruby_and_emphasis_dots
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

_MARKUP = re.compile(r"\{([^{}|]+)\|(\|?)([^{}|@]+)(?:@([0-9]{1,2}))?\}")
GAP = re.compile(r"\{(\w+)\}")
"""A place in a sentence for a value, by its name."""

_BRACED_BAR = re.compile(r"\{[^{}]*\|[^{}]*\}")
_KANA = re.compile(r"[ぁ-ゖァ-ヺーゝゞヽヾ]+")
_KANJI = re.compile(r"[一-鿿㐀-䶿々〆ヶ]+")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text. `reading` is shown above it and heard, `sound` only heard; both are kana.

    With neither it is heard as it is written (kana), or as its script sounds (other languages). `accent` is the
    mora after which the pitch falls, 0 for flat, None for whatever the voice thinks.
    """

    base: str
    reading: str = ""
    sound: str = ""
    accent: int | None = None

    @property
    def heard(self) -> str:
        """The kana to say for it; empty when it speaks for itself."""
        return self.reading or self.sound


RubyText = tuple[Segment, ...]


def parse_ruby(text: str) -> RubyText:
    """Split marked-up text into segments. Text without markup is one segment without a reading."""
    segments: list[Segment] = []
    end = 0
    for match in _MARKUP.finditer(text):
        if match.start() > end:
            segments.append(Segment(text[end : match.start()]))
        base, only_heard, kana, accent = match.groups()
        segment = Segment(base, sound=kana) if only_heard else Segment(base, kana)
        segments.append(replace(segment, accent=int(accent)) if accent else segment)
        end = match.end()
    if end < len(text):
        segments.append(Segment(text[end:]))
    return tuple(segments)


def plain(segments: Iterable[Segment]) -> str:
    """The text without its readings, as a screen reader or a search wants it."""
    return "".join(segment.base for segment in segments)


def strip_markup(text: str) -> str:
    return plain(parse_ruby(text))


def markup_mistakes(text: str) -> tuple[str, ...]:
    """The stretches that look like ruby markup but are not: an empty side, or a reading that is not kana."""
    bad = [found for found in _BRACED_BAR.findall(text) if not _MARKUP.fullmatch(found)]
    bad += [match[0] for match in _MARKUP.finditer(text) if not is_kana(match[3])]
    return tuple(bad)


def marked_up(segments: Iterable[Segment]) -> str:
    """The text in markup again: `parse_ruby` gives the segments back."""
    return "".join(_marked_up(segment) for segment in segments)


def _marked_up(segment: Segment) -> str:
    if not segment.heard:
        return segment.base
    bars = "|" if segment.reading else "||"
    accent = "" if segment.accent is None else f"@{segment.accent}"
    return f"{{{segment.base}{bars}{segment.heard}{accent}}}"


def is_kana(text: str) -> bool:
    return _KANA.fullmatch(text) is not None


def kanji_runs(text: str) -> tuple[str, ...]:
    """Every longest stretch of kanji in a text, in order."""
    return tuple(_KANJI.findall(text))
