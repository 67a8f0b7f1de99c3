"""A number and what it counts, as segments: the digits are heard, the kanji carry their furigana."""

import re
from collections.abc import Iterable

from kiosk.text.counters import COUNTERS, DAY, GROUPS, LARGE, SUFFIXES, Counter
from kiosk.text.lexicon import furigana
from kiosk.text.mora import hiragana, katakana
from kiosk.text.numbers import (
    KANJI_DIGITS,
    cardinal,
    doubled,
    last_place,
    without_separators,
)
from kiosk.text.ruby import RubyText, Segment, kanji_runs

FIRST_OF_MONTH = "ついたち"
_SMALL = ("イチ", "ニ", "サン", "シ", "ゴ", "ロク", "シチ", "ハチ")
_LOWER = dict(zip("12345678一二三四五六七八", _SMALL * 2, strict=True))


def _unless_another_word(word: str, unlike: str) -> str:
    if word[-1].isascii() and word[-1].isalpha():
        return f"{re.escape(word)}(?![0-9A-Za-z])"
    return re.escape(word) + (f"(?![{unlike}])" if unlike else "")


def _any_counter() -> str:
    longest_first = sorted(COUNTERS, key=len, reverse=True)
    return "|".join(_unless_another_word(word, COUNTERS[word].unlike) for word in longest_first)


COUNTER = f"(?:{_any_counter()})"
"""Pattern of a counter behind a number."""

_SUFFIX = "|".join(
    f"(?<=[{suffix.behind}]){word}" + (f"(?![{suffix.unlike}])" if suffix.unlike else "")
    for word, suffix in SUFFIXES.items()
)
SUFFIX = f"(?:{_SUFFIX})"
"""Pattern of a character that belongs to the counter before it."""


def counted(number: str, units: Iterable[str] = (), suffixes: str = "", *, date: bool = False) -> RubyText:
    """`number` (digits as written) with its units: places of a number such as 万, then perhaps a counter.

    A day is one of a month (`date`) or a length of time: 1日 is ついたち or いちにち.
    """
    units = tuple(units)
    digits = without_separators(number)
    undivided = GROUPS.get(digits + "".join(units), "")
    if date and (digits, units) == ("1", ("日",)):
        undivided = FIRST_OF_MONTH
    if undivided:
        found: RubyText = (Segment(number + "".join(units), undivided),)
    else:
        found = _joined(number, cardinal(number), last_place(number), units, whole=digits)
    return found + followed_by(suffixes)


def followed_by(suffixes: str) -> RubyText:
    return tuple(Segment(suffix, SUFFIXES[suffix].kana) for suffix in suffixes)


def about(first: str, second: str, units: Iterable[str], between: str = "") -> RubyText:
    """Two neighbouring digits that mean "or so": 2、3日 ニサン・にち, 四五人 し・ご・にん."""
    lower = _LOWER[first]
    place = last_place(second) if second.isascii() else second
    upper = "シチ" if place == "七" else _digit_name(place)
    if first.isascii():
        joined = _joined(first + between + second, upper, place, tuple(units), whole="")
        return (Segment(joined[0].base, sound=lower + joined[0].heard), *joined[1:])
    comma = (Segment(between),) if between else ()
    return (*_written(first, lower), *comma, *_joined(second, upper, place, tuple(units), whole=""))


def heard(segments: RubyText) -> str:
    """Segments as katakana, for a form that is heard as one."""
    return katakana("".join(segment.heard or segment.base for segment in segments))


def _joined(base: str, sound: str, place: str, units: tuple[str, ...], whole: str) -> RubyText:
    segments: list[Segment] = []
    for unit in units:
        counter = _counter(unit, place, whole)
        segments += _written(base, _before(counter, sound, place, whole))
        base, sound, place, whole = unit, counter.after(place), unit, ""
    return (*segments, *_written(base, sound))


def _counter(unit: str, place: str, whole: str) -> Counter:
    if unit == "日" and (whole in DAY.whole or (place == "四" and "." not in whole)):
        return DAY
    return LARGE[unit] if unit in LARGE else COUNTERS[unit]


def _before(counter: Counter, sound: str, place: str, whole: str) -> str:
    """The number's sound when this counter follows."""
    if whole in counter.whole:
        return counter.whole[whole]
    if place in counter.doubled:
        return doubled(katakana(sound))
    if place in counter.ends and sound.endswith(_digit_name(place)):
        return sound.removesuffix(_digit_name(place)) + counter.ends[place]
    return sound


def _digit_name(place: str) -> str:
    return cardinal(str(KANJI_DIGITS.index(place)))


def _written(base: str, kana: str) -> RubyText:
    """`kana` over `base`: furigana on kanji, a sound on what is no kana, nothing on kana."""
    if kanji_runs(base):
        return furigana(base, hiragana(kana))
    return (Segment(base),) if katakana(base) == katakana(kana) else (Segment(base, sound=katakana(kana)),)
