"""What is not said as it is written: numbers, dates, telephone numbers, Latin letters, addresses, signs.

`spoken_forms` goes through a text once, from left to right. Where something may begin, `RULES` are asked in
their order; the first that knows the place gives segments, and the search goes on behind them. Repeats in
patterns are possessive or bounded, so that the time grows with the length of the text only.
"""

import re

from kiosk.text import amounts, dates, latin, signs, telephone
from kiosk.text.ruby import RubyText, Segment, plain
from kiosk.text.rules import NEAR, Rule

_ONE_FORM: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(ord("！"), ord("～"))},
    **{ord(hyphen): "-" for hyphen in "‐‑–−－"},
    **{ord("～"): "〜", ord("￥"): "¥", ord("　"): " "},
}
"""Full-width signs and kinds of hyphen, each as one ASCII character."""

RULES: tuple[Rule, ...] = (
    *latin.ADDRESSES,
    *dates.RULES,
    *telephone.RULES,
    *signs.RULES,
    *amounts.RULES,
    *latin.WORDS,
)

_BEGINNING = re.compile(f"[0-9A-Za-z{latin.ACCENTED}{{(#¥一二三四五六七八月火水木金土日{signs.BEGINNINGS}]")


def spoken_forms(text: str, before: str = "", after: str = "") -> RubyText:
    """Segments whose bases are the text; what is said otherwise has a sound (katakana) or a reading (hiragana).

    Kanji and kana of ordinary words are left alone. `before` and `after` are the text around it, which can
    decide: 月 before 1日.
    """
    start = len(before[-NEAR:])
    whole = (before[-NEAR:] + text + after[:NEAR]).translate(_ONE_FORM)
    found: list[Segment] = []
    position, end = start, start + len(text)
    while (begin := _BEGINNING.search(whole, position, end)) is not None:
        found.append(Segment(whole[position : begin.start()]))
        pieces = _within(whole, begin.start(), end)
        found += pieces
        position = begin.start() + len(plain(pieces))
    found.append(Segment(whole[position:end]))
    return _tidy(_as_written(found, text))


def _within(whole: str, position: int, end: int) -> RubyText:
    """What begins at `position`. Nothing reaches over `end`: a counter behind it only changes the number."""
    found = _first_rule(whole, position, len(whole))
    while found and position + len(plain(found)) > end:
        found = found[:-1]
    return found or _first_rule(whole, position, end)


def _first_rule(whole: str, position: int, end: int) -> RubyText:
    for pattern, meaning in RULES:
        match = pattern.match(whole, position, end)
        if match and (found := meaning(match)):
            return found
    return (Segment(whole[position]),)


def _as_written(found: list[Segment], text: str) -> list[Segment]:
    """The same segments with the characters of the text itself: full-width digits again."""
    segments, position = [], 0
    for segment in found:
        end = position + len(segment.base)
        segments.append(Segment(text[position:end], segment.reading, segment.sound))
        position = end
    return segments


def _tidy(segments: list[Segment]) -> RubyText:
    """Neighbours that speak for themselves as one segment; none empty."""
    tidy: list[Segment] = []
    for segment in filter(lambda segment: segment.base, segments):
        if tidy and not segment.heard and not tidy[-1].heard:
            tidy[-1] = Segment(tidy[-1].base + segment.base)
        else:
            tidy.append(segment)
    return tuple(tidy)
