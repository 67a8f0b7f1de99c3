import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.text.analyser import JapaneseAnalyser, Word
from kiosk.text.lexicon import Entry, Lexicon
from kiosk.text.reader import Reader, settled
from kiosk.text.ruby import marked_up, plain, strip_markup

LEXICON = Lexicon(
    {
        "西海市": "さいかいし",
        "大島町": "おおしまちょう",
        "方": [Entry("方", "かた", after=("係の",))],
        "中": "なか",
        "上手": "じょうず",
        "QR": "キューアール",
        "日本": "にほん",
        "箸": [Entry("箸", "はし", accent=1)],
    }
)
READER = Reader(LEXICON, JapaneseAnalyser())


@pytest.mark.parametrize(
    ("text", "expected", "kana"),
    [
        ("西海市の大島町", "{西海市|さいかいし}の{大島町|おおしまちょう}", "サイカイシノオーシマチョー"),
        ("{方|かた}へ押して", "{方|かた}へ{押|お}して", "カタエオシテ"),
        ("係の方は、方法を", "{係|かかり}の{方|かた}は、{方法|ほうほう}を", "カカリノカタワホーホーヲ"),
        (
            "勉強中の部屋の中",
            "{勉強|べんきょう}{中|ちゅう}の{部屋|へや}の{中|なか}",
            "ベンキョーチューノヘヤノナカ",
        ),
        ("日本人と日本", "{日本|にほん}{人|じん}と{日本|にほん}", "ニホンジントニホン"),
        (
            "西海市長と西海市内",
            "{西海市|さいかいし}{長|ちょう}と{西海市|さいかいし}{内|ない}",
            "サイカイシチョートサイカイシナイ",
        ),
        ("QRコード", "{QR||キューアール}コード", "キューアールコード"),
        ("{行|い}こうよ", "{行|い}こうよ", "イコーヨ"),
        ("1{日|にち}", "{1||イチ}{日|にち}", "イチニチ"),
        ("3人で9:30に", "{3||サン}{人|にん}で{9:30||クジサンジュップン}に", "サンニンデクジサンジュップンニ"),
        ("又はe-Taxソフト", "{又|また}は{e-Tax||イータックス}ソフト", "マタワイータックスソフト"),
        ("大人と上手に", "{大人|おとな}と{上手|じょうず}に", "オトナトジョーズニ"),
        ("今、「{label}」です", "{今|いま}、「{label}」です", "イマデス"),
        ("{箸|はし}と箸", "{箸|はし}と{箸|はし@1}", "ハシトハシ"),
        ("かなだけ。", "かなだけ。", "カナダケ"),
        ("", "", ""),
        ("😀\x00\u200f", "😀\x00\u200f", ""),
    ],
)
def test_one_reading_for_the_eye_and_the_ear(text: str, expected: str, kana: str) -> None:
    reading = READER.read(text)
    assert marked_up(reading.segments) == expected
    assert reading.kana == kana


@given(st.text("西海市大島町方法日本人中上手QR一二3:0、。{}|かな カナ😀\n", max_size=25))
def test_reading_changes_no_letter(text: str) -> None:
    assert plain(READER.read(text).segments) == strip_markup(text)
    assert plain(settled(text, LEXICON)) == strip_markup(text)


def test_what_only_the_analyser_knew_is_told() -> None:
    guessed = READER.read("市場で{市場|いちば}の上手な方を見る").guessed
    assert [word.text for word in guessed if word.ambiguous] == ["市場", "方"]


def test_a_suffix_is_not_ambiguous() -> None:
    assert not Word("中", "チュウ", "チュー", "接尾").ambiguous
    assert Word("中", "ナカ", "ナカ", "名詞").ambiguous


def test_without_an_analyser_markup_lexicon_and_rules_speak() -> None:
    assert marked_up(settled("{方|かた}と西海市の窓口へ8分", LEXICON)) == (
        "{方|かた}と{西海市|さいかいし}の窓口へ{8||ハッ}{分|ぷん}"
    )
