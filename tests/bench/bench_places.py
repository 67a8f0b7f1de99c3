"""How many place names of a municipality are read right: by the bare analyser, and with its imported lexicon.

    .venv/bin/python tests/bench/bench_places.py [MUNICIPALITY…]

The truth is Japan Post's data: prefecture, city and every town area with kanji; one of a single kanji stands
behind its city (長門市通), where alone it can be told. Numbers stand there in figures (キタ１ジョウ); how they are said is our own rule on both sides.
The bare analyser is Open JTalk on the name alone. The lexicon goes the whole way: imported into a copy of the
shipped readings, loaded as the kiosk does, and each name is read inside 「…にお住まいの方」.
One normalisation before comparing: hiragana, ぢ and づ as じ and ず. A name with several readings counts as wrong.
"""

import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pyopenjtalk

from kiosk.lessons.lexicon_files import load_lexicon
from kiosk.paths import SHIPPED
from kiosk.places.importer import import_places
from kiosk.places.postal import Municipality, PostalData, load_postal_data
from kiosk.places.rows import area_names
from kiosk.text.analyser import JapaneseAnalyser
from kiosk.text.lexicon import Lexicon
from kiosk.text.mora import hiragana
from kiosk.text.reader import Reader
from kiosk.text.ruby import RubyText, kanji_runs

VARIED = (
    *(
        "西海市",
        "佐世保市",
        "京都市左京区",
        "釧路町",
        "石垣市",
        "大阪市住吉区",
        "千代田区",
        "鹿児島県さつま町",
    ),
    *("十津川村", "札幌市中央区", "旭川市", "西和賀町", "土庄町", "長門市", "江南市", "酒田市"),
)
FRAME = "{}にお住まいの方"

Truth = dict[str, set[str]]


def main() -> None:
    data = load_postal_data()
    analyser = JapaneseAnalyser()
    print("municipality  names  bare analyser  with lexicon")
    for name in sys.argv[1:] or VARIED:
        place = data.find(name)
        truth = names_of(data, place)
        with tempfile.TemporaryDirectory() as folder:
            reader = Reader(imported_lexicon(Path(folder), place), analyser)
        bare = sum({bare_reading(word)} == readings for word, readings in truth.items())
        wrong = {
            word: said
            for word, readings in truth.items()
            if {said := said_in_frame(reader, word)} != readings
        }
        total = len(truth)
        print(f"{place}  {total}  {bare / total:.1%}  {1 - len(wrong) / total:.1%}")
        for word, said in wrong.items():
            print(f"    {word}（{'、'.join(sorted(truth[word]))}）→ {said}: {cause(truth[word])}")


def names_of(data: PostalData, place: Municipality) -> Truth:
    """Every name with kanji, and its readings."""
    truth: Truth = defaultdict(set)
    for row in data.rows(place):
        inside = [(row.city + row.area, row.city_kana + row.area_kana)] if len(row.area) == 1 else []
        offices = [(row.prefecture, row.prefecture_kana), (row.city, row.city_kana)]
        for name, reading in (*offices, *area_names(row), *inside):
            if kanji_runs(name):
                truth[name].add(normal(reading))
    return truth


def imported_lexicon(root: Path, place: Municipality) -> Lexicon:
    (root / "lessons").mkdir()
    shutil.copy(SHIPPED / "lessons" / "readings.yaml", root / "lessons")
    import_places(root, str(place))
    lexicon, problems = load_lexicon(root / "lessons")
    assert not problems, problems[0].text()
    return lexicon


def bare_reading(name: str) -> str:
    return normal("".join(word["read"] for word in pyopenjtalk.run_frontend(name)))


def said_in_frame(reader: Reader, name: str) -> str:
    return normal("".join(heard(reader.read(FRAME.format(name)).segments, len(name))))


def heard(segments: RubyText, length: int) -> Iterator[str]:
    """What is heard of the first characters; a word that reaches over their end is heard whole."""
    position = 0
    for segment in segments:
        if position >= length:
            return
        end = position + len(segment.base)
        yield segment.heard or segment.base[: length - position]
        position = end


def normal(kana: str) -> str:
    return hiragana(kana).translate(str.maketrans("ぢづ", "じず"))


def cause(readings: set[str]) -> str:
    return (
        "the postal data has several readings" if len(readings) > 1 else "readings.yaml or a longer word wins"
    )


if __name__ == "__main__":
    main()
