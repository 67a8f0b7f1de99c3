"""Kana to kanji with the real dictionary, its index made once."""

from pathlib import Path

import pytest
from pyopenjtalk import mecab_dict_index

from kiosk.errors import OutputError, SettingsError
from kiosk.text import word_index
from kiosk.text.conversion import MOST_CANDIDATES, Converter
from kiosk.text.school_kanji import YEARS, rarity
from kiosk.text.word_index import WordIndex, build_index, index_file
from kiosk.text.word_source import dictionary_words
from tests.text.sample_words import WORDS

NAMES = {"さいかいし": "西海市", "りさいしょうめいしょ": "罹災証明書"}
WORD = "電話,1345,1345,5000,名詞,サ変接続,*,*,*,*,電話,デンワ,デンワ,0/3,C1\n"


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    cache = tmp_path_factory.mktemp("cache")
    assert build_index(cache)
    return cache


@pytest.fixture
def converter(cache: Path) -> Converter:
    return Converter(WordIndex(cache), NAMES)


@pytest.mark.parametrize(
    ("kana", "written"),
    [
        *(("じゅうしょ", "住所"), ("でんわ", "電話"), ("てつづき", "手続き"), ("がっこう", "学校")),
        *(("びょういん", "病院"), ("きょう", "今日"), ("ねこ", "猫"), ("うみ", "海"), ("くすり", "薬")),
        *(("しやくしょ", "市役所"), ("すまほ", "スマホ"), ("ぱん", "パン"), ("せんせい", "先生")),
        *(("たいふう", "台風"), ("つなみ", "津波"), ("てんき", "天気"), ("かぞく", "家族"), ("の", "の")),
    ],
)
def test_a_common_word_comes_first(converter: Converter, kana: str, written: str) -> None:
    assert converter.candidates(kana, {})[0] == written


@pytest.mark.parametrize(
    ("kana", "written"),
    [
        ("じゅうしょへんこう", "住所変更"),
        ("ゆうびんばんごう", "郵便番号"),
        ("わたしのなまえは", "私の名前は"),
        ("さいかいしのしやくしょ", "西海市の市役所"),
        ("おおあめ", "大雨"),
    ],
)
def test_longer_kana_are_made_of_several_words(converter: Converter, kana: str, written: str) -> None:
    assert converter.candidates(kana, {})[0] == written


def test_the_lessons_word_comes_before_the_places_and_the_dictionarys(converter: Converter) -> None:
    assert converter.candidates("さいかいし", {})[0] == "西海市"
    assert converter.candidates("さいかいし", {"さいかいし": "再開し"})[0] == "再開し"
    assert converter.candidates("ひなん", {"ひなん": "避難"})[:2] == ("避難", "非難")
    assert converter.candidates("ひなんのしかた", {"ひなん": "避難"})[0] == "避難の仕方"


@pytest.mark.parametrize("kana", [*WORDS, "あ", "ー", "んん", "か" * 60])
def test_both_kana_are_always_offered_and_never_too_many(converter: Converter, kana: str) -> None:
    found = converter.candidates(kana, {})
    assert kana in found and len(found) == len(set(found)) <= MOST_CANDIDATES


def test_nothing_has_no_candidates(converter: Converter) -> None:
    assert converter.candidates("", {"": "x"}) == ()


def test_without_an_index_there_are_the_own_words_and_the_kana(tmp_path: Path) -> None:
    bare = Converter(WordIndex(tmp_path), NAMES)
    assert bare.candidates("さいかいし", {}) == ("西海市", "さいかいし", "サイカイシ")
    assert bare.candidates("でんわ", {}) == ("でんわ", "デンワ")


def test_words_are_known_as_soon_as_the_index_is_there(tmp_path: Path, cache: Path) -> None:
    words = WordIndex(tmp_path)
    assert words.find("でんわ") == ()
    index_file(tmp_path).parent.mkdir()
    index_file(tmp_path).write_bytes(index_file(cache).read_bytes())
    assert words.find("でんわ")[0].word == "電話"


def test_a_sound_index_is_not_made_again(cache: Path) -> None:
    before = index_file(cache).stat().st_mtime_ns
    assert not build_index(cache)
    assert index_file(cache).stat().st_mtime_ns == before


@pytest.fixture(params=[0, 100, 1_000_000])
def damaged(request: pytest.FixtureRequest, tmp_path: Path, cache: Path) -> Path:
    """A cache whose index was cut short."""
    file = index_file(tmp_path)
    file.parent.mkdir()
    file.write_bytes(index_file(cache).read_bytes()[: request.param])
    return tmp_path


def test_a_damaged_index_is_never_fatal(damaged: Path) -> None:
    assert Converter(WordIndex(damaged), {}).candidates("でんわ", {})[-2:] == ("でんわ", "デンワ")


@pytest.fixture
def one_word(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dictionary in the same format, made by the analyser's own compiler: reading the whole one takes seconds."""
    folder = tmp_path_factory.mktemp("dictionary")
    (folder / "words.csv").write_text(WORD, encoding="utf-8")
    mecab_dict_index(str(folder / "words.csv"), str(folder / "sys.dic"))
    monkeypatch.setattr(word_index, "dictionary_file", lambda: folder / "sys.dic")


@pytest.mark.parametrize("size", [0, 100])
@pytest.mark.usefixtures("one_word")
def test_a_damaged_index_is_made_again_and_old_ones_go(tmp_path: Path, size: int) -> None:
    assert build_index(tmp_path)
    file = index_file(tmp_path)
    file.write_bytes(file.read_bytes()[:size])
    (file.parent / "other.sqlite").touch()
    assert build_index(tmp_path)
    assert [one.name for one in file.parent.iterdir()] == [file.name]
    assert WordIndex(tmp_path).find("でんわ")[0].word == "電話"


@pytest.mark.usefixtures("one_word")
def test_a_cache_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "words").touch()
    with pytest.raises(OutputError):
        build_index(tmp_path)


@pytest.mark.parametrize("content", [b"", b"short", b"x" * 200])
def test_what_is_no_dictionary_is_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "sys.dic").write_bytes(content)
    with pytest.raises(SettingsError):
        next(dictionary_words(tmp_path / "sys.dic"))


def test_the_school_years_are_complete() -> None:
    assert [len(year) for year in YEARS] == [80, 160, 200, 202, 193, 191]
    assert len(set("".join(YEARS))) == 1026
    assert [rarity(kanji) for kanji in "一県請麭俠"] == [1, 3, 7, 20, 20]
