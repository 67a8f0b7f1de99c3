import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.text.lexicon import Lexicon, furigana, unread
from kiosk.text.reader import settled
from kiosk.text.ruby import plain, strip_markup

WORDS = {"市": "し", "市役所": "しやくしょ", "押": "お", "方": "ほう", "読み取": "よみと"}


def marked(text: str, words: dict[str, str] = WORDS) -> str:
    return "".join(
        f"{{{s.base}|{s.reading}}}" if s.reading else s.base for s in settled(text, Lexicon(words))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市役所と市", "{市役所|しやくしょ}と{市|し}"),
        ("市民", "{市|し}民"),
        ("{方|かた}と方", "{方|かた}と{方|ほう}"),
        ("{市|いち}役所", "{市|いち}役所"),
        ("読み取ります", "{読|よ}み{取|と}ります"),
        ("かなだけ", "かなだけ"),
        ("", ""),
    ],
)
def test_markup_wins_then_the_longest_word(text: str, expected: str) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("word", "reading", "expected"),
    [
        ("押して", "おして", [("押", "お"), ("して", "")]),
        ("大人", "おとな", [("大人", "おとな")]),
        ("申し込み", "もうしこみ", [("申", "もう"), ("し", ""), ("込", "こ"), ("み", "")]),
        ("罹災証明書", "りさいしょうめいしょ", [("罹災証明書", "りさいしょうめいしょ")]),
        ("お知らせ", "おしらせ", [("お", ""), ("知", "し"), ("らせ", "")]),
        ("言い合い", "いいあい", [("言", "い"), ("い", ""), ("合", "あ"), ("い", "")]),
        ("市ヶ谷", "いちがや", [("市ヶ谷", "いちがや")]),
        ("申し込み", "もうしこむ", [("申し込み", "もうしこむ")]),
        ("QR", "キューアール", [("QR", "")]),
    ],
)
def test_readings_sit_on_the_kanji_only(word: str, reading: str, expected: list[tuple[str, str]]) -> None:
    assert [(s.base, s.reading) for s in furigana(word, reading)] == expected


def test_kanji_without_a_reading_are_told() -> None:
    assert unread(settled("市民の{方|かた}が、窓口で押す", Lexicon(WORDS))) == ("民", "窓口")
    assert unread(settled("市役所で押す", Lexicon(WORDS))) == ()


@given(st.text("市役所民方押読み取1分{}|あA", max_size=30))
def test_annotating_changes_no_letter(text: str) -> None:
    assert plain(settled(text, Lexicon(WORDS))) == strip_markup(text)


def test_an_empty_word_does_no_harm() -> None:
    assert marked("押す", {"": "あ", "押": "お"}) == "{押|お}す"
