import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.text.ruby import Segment, marked_up, plain
from kiosk.text.spoken import RULES, spoken_forms

PIECES = st.sampled_from(
    [
        *"0123456789０９、，,.．:：/／-‐ー〜~+＋%％℃¥￥()（）「」 \u3000\n\x00\u202e\u20e3\ufe0f",
        *"一二三四八九十百万月火日時分回本階人つ番円あアAzＡx×①Ⅳ½㊊㍿é\u0301👍🏽שلا",
        *[
            "20日",
            "か月",
            "http://",
            "www.",
            ".jp",
            "@",
            "GB",
            "番号は",
            "{a}",
            "令和",
            "R8",
            "110",
            "0959",
            "1,000",
        ],
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=25)


@given(TEXTS, TEXTS, TEXTS)
def test_no_character_changes_and_forms_are_kana(text: str, before: str, after: str) -> None:
    segments = spoken_forms(text, before, after)
    assert plain(segments) == text
    assert all(re.fullmatch("[ァ-ヺー]+", segment.sound) for segment in segments if segment.sound)
    assert all(re.fullmatch("[ぁ-ゖー]+", segment.reading) for segment in segments if segment.reading)


@given(TEXTS)
def test_what_speaks_for_itself_is_not_torn(text: str) -> None:
    segments = spoken_forms(text)
    bare = [not segment.heard for segment in segments]
    assert not any(first and second for first, second in pairwise(bare))


def test_ordinary_words_are_left_alone() -> None:
    assert spoken_forms("十一月の三百部を、大人が押す※→👍") == (Segment("十一月の三百部を、大人が押す※→👍"),)
    assert spoken_forms("") == ()


def test_digits_kanji_and_kana_beside_each_other() -> None:
    assert spoken_forms("9:30に3つ") == (
        Segment("9:30", sound="クジサンジュップン"),
        Segment("に"),
        Segment("3", sound="ミッ"),
        Segment("つ"),
    )


@pytest.mark.parametrize(
    ("before", "text", "after", "expected"),
    [
        ("11月", "1日", "", "{1日|ついたち}"),
        ("か月", "1日", "", "{1||イチ}{日|にち}"),
        ("", "30", "分です", "{30||サンジュッ}"),
        ("", "20", "日です", "{20||ニジュウ}"),
        ("暗証番号は「", "1234", "」", "{1234||イチニーサンヨン}"),
        ("", "8:00〜", "17:00", "{8:00||ハチジ}{〜||カラ}"),
        ("1", "〜3", "日", "{〜||カラ}{3||ミッ}"),
        ("あ" * 50, "0959-37", "-0011" + "あ" * 50, "{0959||ゼロキューゴーキュー}{-||ノ}{37||サンナナ}"),
    ],
)
def test_the_text_around_decides(before: str, text: str, after: str, expected: str) -> None:
    assert marked_up(spoken_forms(text, before, after)) == expected


@pytest.mark.parametrize("text", ["1" * 10_000, "a" * 10_000, "ka" * 5_000, "A1" * 5_000, "０" * 10_000])
def test_a_long_run_is_one_segment(text: str) -> None:
    assert [segment.base for segment in spoken_forms(text)] == [text]


@pytest.mark.parametrize("pattern", [pattern.pattern for pattern, _ in RULES])
def test_no_unbounded_repeat_inside_another_unless_possessive(pattern: str) -> None:
    bodies = re.findall(r"\(([^()]*)\)[*+](?!\+)", pattern)
    assert not [body for body in bodies if re.search(r"(?<!\\)[*+](?!\+)", body)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("①を押す", "{①||イチ}を押す"),
        ("⑴Ⅳ㉑", "{⑴||イチ}{Ⅳ||ヨン}{㉑||ニジュウイチ}"),
        ("1\ufe0f\u20e3です", "{1\ufe0f\u20e3||イチ}です"),
        ("½カップ", "{½||ニブンノイチ}カップ"),
        ("Ａ＆Ｂ", "{Ａ||エー}{＆||アンド}{Ｂ||ビー}"),
        ("＋と＝", "{＋||プラス}と{＝||イコール}"),
        ("×印", "{×||バツ}印"),
        ("3×4", "{3||サン}{×||カケル}{4||ヨン}"),
        ("1920x1080", "{1920||センキュウヒャクニジュウ}{x||カケル}{1080||センハチジュウ}"),
        ("№3", "{№||ナンバー}{3||サン}"),
        ("No.5", "{No.||ナンバー}{5||ゴ}"),
        ("℃で", "{℃||ド}で"),
        ("月〜金", "{月|げつ}{〜||カラ}{金|きん}"),
        ("ね〜え、はい〜", "ね〜え、はい〜"),
        ("10時-12時", "{10||ジュウ}{時|じ}{-||カラ}{12||ジュウニ}{時|じ}"),
        ("-5度", "{-||マイナス}{5||ゴ}{度|ど}"),
        ("※→・/、★", "※→・/、★"),
    ],
)
def test_signs(text: str, expected: str) -> None:
    assert marked_up(spoken_forms(text)) == expected
