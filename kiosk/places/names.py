"""Every place name of a municipality that a lexicon should know: the whole names, and their useful parts."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.places.rows import Name, Row, area_names, within, written
from kiosk.text.mora import hiragana
from kiosk.text.ruby import kanji_runs

_ENDINGS = {
    "都": "と",
    "府": "ふ",
    "県": "けん",
    "郡": "ぐん",
    "市": "し",
    "区": "く",
    "町": "ちょう|まち(?!ょ)",
    "村": "むら|そん",
}
_OLD_TOWN = re.compile("(.+?[町村])(.{2,})")


@dataclass(frozen=True)
class PlaceNames:
    """`readings`: each name with its one reading, sorted by it. `unclear`: names left out for having several."""

    readings: Mapping[str, str]
    unclear: Mapping[str, tuple[str, ...]]


def place_names(rows: Iterable[Row], wards: Sequence[str] = ()) -> PlaceNames:
    """The names in the rows of a municipality: its offices, its town areas, and what people say for short.

    `wards` are the kana of all wards of its designated city (政令指定都市), for only together do they tell
    where the city's own name ends: サッポロシニシク. Of names written alike an office goes before an area, and
    both before a part.
    """
    rows = list(rows)
    offices = [name for row in rows for name in _offices(row, wards)]
    areas = [name for row in rows for name in area_names(row)]
    short = [stem for office in offices for stem in _stem(*office)]
    known = dict(offices)
    singles = [name for row in rows for name in _single(row, known)]
    parts = _gathered([*short, *_old_towns(areas)])
    return settled(parts | _gathered([*areas, *singles]) | _gathered(offices))


def settled(found: Mapping[str, set[str]]) -> PlaceNames:
    """Names with one reading apart from names with several."""
    in_order = sorted((sorted(readings), name) for name, readings in found.items())
    return PlaceNames(
        {name: readings[0] for readings, name in in_order if len(readings) == 1},
        {name: tuple(readings) for readings, name in in_order if len(readings) > 1},
    )


def _gathered(names: Iterable[Name]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, reading in names:
        found[name].add(reading)
    return found


def _offices(row: Row, wards: Sequence[str]) -> Iterator[Name]:
    """Prefecture, county, city and ward."""
    yield from written(row.prefecture, row.prefecture_kana)
    outer, inner = within(row.city)
    end = 0
    if outer.endswith("郡"):
        end = row.city_kana.rindex("グン") + len("グン")
    elif outer:
        end = _shared([*wards, row.city_kana]).rindex("シ") + len("シ")
    yield from written(outer, row.city_kana[:end])
    yield from written(inner, row.city_kana[end:])


def _single(row: Row, offices: Mapping[str, str]) -> Iterator[Name]:
    """長門市通 for the area 通: a single kanji is only sure behind its city."""
    _, city = within(row.city)
    if len(row.area) == 1 and kanji_runs(row.area):
        yield city + row.area, offices[city] + hiragana(row.area_kana)


def _stem(name: str, reading: str) -> Iterator[Name]:
    """西海 of 西海市; nothing of 北海道, nor where a single kanji would be left."""
    match = re.fullmatch(f"(.+)({_ENDINGS.get(name[-1], '$')})", reading)
    if match and len(name) > 2:
        yield name[:-1], match[1]


def _old_towns(areas: Sequence[Name]) -> Iterator[Name]:
    """西海町, 西海 and 木場郷 of 西海町木場郷, and of all others in what once was a town."""
    known = dict(areas)
    towns: dict[str, dict[str, str]] = defaultdict(dict)
    for name, reading in areas:
        if match := _OLD_TOWN.fullmatch(name):
            towns[match[1]][match[2]] = reading
    for town, inside in towns.items():
        own = known.get(town) or _town_reading(town, list(inside.values()))
        if own and all(reading.startswith(own) and reading != own for reading in inside.values()):
            yield town, own
            yield from _stem(town, own)
            yield from ((rest, reading[len(own) :]) for rest, reading in inside.items())


def _town_reading(town: str, readings: Sequence[str]) -> str:
    """What the readings of two or more names share, up to its ending; empty when that is not sure."""
    shared = _shared(readings)
    ends = [match.end() for match in re.finditer(_ENDINGS[town[-1]], shared)]
    return shared[: ends[0]] if len(readings) > 1 and len(ends) == 1 else ""


def _shared(words: Iterable[str]) -> str:
    """The beginning that all of them have."""
    in_order = sorted(words)
    first, last = in_order[0], in_order[-1]
    return first[: next((at for at, kana in enumerate(first) if kana != last[at]), len(first))]
