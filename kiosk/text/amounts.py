"""Numbers in a text, with what they count: 3万5千円, 2、3日, 四五人, 1234 behind 暗証番号は."""

import re

from kiosk.text.counting import COUNTER, SUFFIX, about, counted, followed_by, heard
from kiosk.text.dates import WEEKDAY
from kiosk.text.numbers import cardinal, one_by_one
from kiosk.text.ruby import RubyText, Segment
from kiosk.text.rules import Found, Rule, before, rule
from kiosk.text.telephone import is_told_digit_by_digit

_LONGEST_SAID = 8
"""A longer number without separators is a code."""

_NUMBER = (
    r"(?P<whole>\d{1,3}(?:,\d{3}){1,6}(?!\d)|\d{1,3}(?:、0\d\d){1,6}(?!\d)|\d++)"
    r"(?P<fraction>\.\d++(?!\.\d))?"
)
_SUFFIXES = f"(?P<suffix>{SUFFIX}{{1,2}})?"
_LARGE = "[百千万億兆]"
_MONTH_BEFORE = re.compile("(?<![かカヶヵケ箇])月$")
_NEIGHBOURS = ("12345678", "23456789"), ("一二三四五六七八", "二三四五六七八九")
_AFTER_FIGURES = tuple("0123456789、・")
_AFTER_KANJI = tuple("〇一二三四五六七八九和成月年第")
"""Behind these no "or so" begins: 1、2、3回, 平成二三年."""

_ADJACENT = {pair for lower, upper in _NEIGHBOURS for pair in zip(lower, upper, strict=True)}


def _units(match: Found) -> list[str]:
    return [*match["large"], *filter(None, [match["counter"]])]


def _money(match: Found) -> RubyText:
    amount = counted(match["whole"] + (match["fraction"] or ""), ["円"])
    return (Segment(match[0], sound=amount[0].sound + "エン"),)


def _about(match: Found) -> RubyText:
    lower, upper, comma = match["lower"], match["upper"], match["comma"]
    unlikely = _AFTER_FIGURES if lower.isascii() else _AFTER_KANJI
    is_pair = (lower, upper) in _ADJACENT and (comma or not lower.isascii())
    if not is_pair or before(match).endswith(unlikely):
        return ()
    return about(lower, upper, _units(match), comma) + followed_by(match["suffix"] or "")


def _fraction(match: Found) -> RubyText:
    return (*counted(match[1]), Segment("分", "ぶん"), Segment("の"), *counted(match[2]))


def _counted(match: Found) -> RubyText:
    number, units = match["whole"] + (match["fraction"] or ""), _units(match)
    date = _MONTH_BEFORE.search(before(match)) is not None or match["weekday"] is not None
    first, *rest = counted(number, units, match["suffix"] or "", date=date)
    if not match["gap"]:
        return (first, *rest)
    return (first, Segment(" "), *rest) if first.base == number else ()


def _large(match: Found) -> RubyText:
    return counted(match["whole"] + (match["fraction"] or ""), match["large"])


def _floor(match: Found) -> RubyText:
    below = "チカ" if match[1] else ""
    return (Segment(match[0], sound=below + heard(counted(match[2], ["階"]))),)


def _times(match: Found) -> RubyText:
    return (Segment(match[1], sound=cardinal(match[1])), Segment(match[2], sound="カケル"))


def _version(match: Found) -> RubyText:
    return (Segment(match[0], sound="テン".join(cardinal(part) for part in match[0].split("."))),)


def _number(match: Found) -> RubyText:
    whole = match["whole"]
    is_code = whole.isdigit() and (
        len(whole) > _LONGEST_SAID
        or (len(whole) > 1 and whole[0] == "0")
        or (len(whole) > 2 and is_told_digit_by_digit(before(match)))
    )
    sound = one_by_one(whole) if is_code and not match["fraction"] else cardinal(match[0])
    return (Segment(match[0], sound=sound),)


RULES: tuple[Rule, ...] = (
    rule(rf"¥ ?{_NUMBER}", _money),
    rule(
        "(?P<lower>[1-8一二三四五六七八])(?P<comma>、?)(?P<upper>[2-9二三四五六七八九])"
        rf"(?P<large>{_LARGE}?)(?P<counter>{COUNTER}){_SUFFIXES}",
        _about,
    ),
    rule(r"(\d++)分の(\d++)", _fraction),
    rule(
        rf"{_NUMBER}(?P<large>{_LARGE}{{0,3}})(?P<gap> ?)(?P<counter>{COUNTER}){_SUFFIXES}"
        rf"(?=(?P<weekday>\({WEEKDAY}[・)])?)",
        _counted,
    ),
    rule(rf"{_NUMBER}(?P<large>{_LARGE}{{1,3}})", _large),
    rule(r"(B?)(\d{1,2})F(?![0-9A-Za-z])", _floor),
    rule(r"(\d++)( ?[x×] ?)(?=\d)", _times),
    rule(r"\d{1,4}(?:\.\d{1,4}){2,5}", _version),
    rule(rf"{_NUMBER}(?![A-Za-z])", _number),
)
