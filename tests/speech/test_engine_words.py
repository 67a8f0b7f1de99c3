import pytest

from kiosk.speech.engine_words import with_readings
from kiosk.text.mora import mora_count
from kiosk.text.ruby import parse_ruby


def word(string, read, pron="", acc=1, chain=0):
    return {
        "string": string,
        "read": read,
        "pron": pron or read,
        "acc": acc,
        "mora_size": mora_count(read),
        "chain_flag": chain,
    }


def said(words, text):
    places = with_readings(words, parse_ruby(text))
    return [(found["string"], found["pron"], found["acc"]) for place in places for found in place.words]


OSHIMA = [
    word("大島", "オオシマ", "オーシマ", 4),
    word("町", "マチ", acc=2, chain=1),
    word("の", "ノ", chain=1),
]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (
            OSHIMA,
            "{大島町|おおしまちょう}の",
            [("大島町", "オーシマチョー", 4), ("の", "ノ", 1)],
        ),
        (
            OSHIMA,
            "{大島|おおしま}{町|ちょう}の",
            [("大島", "オーシマ", 4), ("町", "チョー", 2), ("の", "ノ", 1)],
        ),
        (
            [word("方", "ホウ", "ホー"), word("へ", "ヘ", "エ", 0, 1)],
            "{方|かた}へ",
            [("方", "カタ", 1), ("へ", "エ", 0)],
        ),
        ([word("押し", "オシ", "オシ’", 2)], "{押|お}し", [("押し", "オシ’", 2)]),
        ([word("開い", "ヒライ", acc=2)], "{開|あ}い", [("開い", "アイ", 0)]),
        ([word("思う", "シウ")], "{思|おも}う", [("思う", "オモウ", 0)]),
        ([word("今日は", "コンニチハ", "コンニチワ")], "今日は", [("今日は", "コンニチワ", 1)]),
        ([word("三", "サン"), word("階", "カイ")], "3{階|がい}", [("三", "サン", 1), ("階", "ガイ", 1)]),
        ([word("一日", "ツイタチ")], "{1日|いちにち}", [("一日", "イチニチ", 1)]),
        ([word("一日", "ツイタチ")], "1{日|にち}", [("一日", "イチニチ", 1)]),
        ([word("一日", "ツイタチ")], "1{日|ついたち}", [("一日", "ツイタチ", 1)]),
        ([word("ＱＲ", "クー")], "{QR||きゅーあーる}", [("ＱＲ", "キューアール", 0)]),
        (
            [word("箸", "ハシ"), word("を", "ヲ", chain=1)],
            "{箸|はし@2}を",
            [("箸", "ハシ", 2), ("を", "ヲ", 1)],
        ),
        (
            [word("お", "オ"), word("箸", "ハシ", chain=1)],
            "お{箸|はし@1}",
            [("お", "オ", 2), ("箸", "ハシ", 1)],
        ),
        ([word("３月", "サンガツ")], "3{月|がつ}", [("３月", "サンガツ", 1)]),
        ([word("高橋", "コウキョウ")], "{髙橋|たかはし}", [("高橋", "タカハシ", 1)]),
        (
            [word("東", "ヒガシ"), word("西", "ニシ")],
            "{東|とう}　{西|ざい}",
            [("東", "トー", 0), ("西", "ザイ", 1)],
        ),
        ([word("何", "ナニ")], "{何|なゝ}", [("何", "ナニ", 1)]),
        ([word("□", "、")], "{龘|とう}", [("□", "トー", 0)]),
        ([], "{方|かた}", []),
        ([word("方", "ホウ")], "", [("方", "ホウ", 1)]),
    ],
)
def test_the_voice_says_the_furigana(words, text, expected):
    assert said(words, text) == expected


def test_the_words_given_are_not_changed():
    before = [found.copy() for found in OSHIMA]
    with_readings(OSHIMA, parse_ruby("{大島町|おおしまちょう}の"))
    assert before == OSHIMA


def test_a_phrase_whose_length_changed_is_spoken_flat_from_its_head():
    words = [word("お", "オ", acc=3), word("方", "ホウ", chain=1), word("々", "ボウ", chain=1)]
    assert [acc for _, _, acc in said(words, "お{方|かたがた}々")] == [0, 1, 1]


def test_words_know_where_they_stand_in_the_text():
    words = [word(*both) for both in (("あ", "ア"), ("三", "サン"), ("十", "ジュウ"), ("回", "カイ"))]
    places = with_readings(words, parse_ruby("あ 30{回|かい}"))
    found = [(len(place.words), place.start, place.end) for place in places]
    assert found == [(1, 0, 1), (2, 2, 4), (1, 4, 5)]
