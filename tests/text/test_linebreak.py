import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.draw.boundaries import QtBoundaries
from kiosk.text.layout import lay_out
from kiosk.text.linebreak import Break, line_breaks
from kiosk.text.ruby import Segment

NOT_FIRST = "、。，．」』）】！？・ーっゃゅょッャュョァ々"
NOT_LAST = "「『（【"
JAPANESE = [
    "ちょっと待って、キャッシュカードをもって、スーパーへ行ってください。",
    "カメラを「QRコード」に向けます（シャッターは押しません）。",
    "「マイナポータル」（国のページ）で、「ぴったりサービス」をさがします！",
    "時々、メッセージが、いっしょにやってきます。ヴァージョンは「５」です。",
]


def cells(text: str, ruby: bool = False, /) -> float:
    """Half a cell for ASCII, a whole one for the rest."""
    return sum(0.5 if letter.isascii() else 1.0 for letter in text)


def lines(text: str, width: float, language: str = "ja") -> list[str]:
    laid = lay_out((Segment(text),), width, cells, QtBoundaries(), language)
    return ["".join(run.text for run in line.runs) for line in laid]


def values(text: str, language: str = "ja") -> tuple[Break, ...]:
    return line_breaks(text, language, QtBoundaries())


@pytest.mark.parametrize("width", [4, 5, 6, 7, 8, 10, 13, 17, 20])
@pytest.mark.parametrize("text", JAPANESE)
def test_kinsoku(text: str, width: int) -> None:
    set_lines = lines(text, width)
    assert not [line for line in set_lines if line[0] in NOT_FIRST]
    assert not [line for line in set_lines if line[-1] in NOT_LAST]


@pytest.mark.parametrize("width", range(8, 20))
@pytest.mark.parametrize("phrase", ["ください", "スマートフォン", "カメラを"])
def test_phrases_stay_together(phrase: str, width: int) -> None:
    text = "スマートフォンのカメラをゆっくりと紙に向けてください。"
    assert sum(line.count(phrase) for line in lines(text, width)) == 1


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("width", [23, 26])
def test_an_address_that_fits_in_a_line_is_never_torn(language: str, width: int) -> None:
    address = "https://www.city.example.jp/syoubou/6147.html"
    words = "入口は" if language == "ja" else "Open the page"
    assert any(address in line for line in lines(f"{words} {address} ", width, language))


def test_an_address_wider_than_a_line_is_torn_in_the_end() -> None:
    address = "https://www.city.example.jp/" + "a" * 60
    assert "".join(lines(address, 10)) == address
    assert max(cells(line) for line in lines(address, 10)) <= 10


def test_words_held_together_part_where_they_are_held_when_no_line_has_room() -> None:
    day = "November\u00a022,\u00a02026."
    assert lines(f"Checked on {day}", 12, "en")[-1] == day
    assert lines(f"Checked on {day}", 8, "en")[-1] == "2026."


@pytest.mark.parametrize(
    ("language", "text", "cluster"),
    [
        ("my", "ကင်မရာကိုနှိပ်ပါ", "င်"),
        ("my", "ကင်မရာကိုနှိပ်ပါ", "ကို"),
        ("my", "ကျေးဇူးတင်ပါတယ်", "ကျေး"),
        ("ne", "नमस्ते", "स्ते"),
        ("vi", "Vie\u0323\u0302t", "e\u0323\u0302"),
        ("ja", "あ👨‍👩‍👧い", "👨‍👩‍👧"),
        ("ja", "あ👍🏽い", "👍🏽"),
        ("ja", "あ🇯🇵い", "🇯🇵"),
        ("ja", "葛󠄀城", "葛󠄀"),
    ],
)
def test_what_a_person_sees_as_one_character_is_never_split(language: str, text: str, cluster: str) -> None:
    start = text.index(cluster)
    inside = values(text, language)[start : start + len(cluster) - 1]
    assert set(inside) == {Break.NEVER}


@pytest.mark.parametrize(
    ("language", "text", "best"),
    [
        ("en", "Touch the camera.", ["Touch ", "the ", "camera."]),
        ("ja", "ボタンを押してください。", ["ボタンを", "押してください。"]),
        ("ja", "はじめの画面にもどります。", ["はじめの", "画面にもどります。"]),
        ("ja", "マイナンバーカードを出す", ["マイナンバー", "カードを", "出す"]),
    ],
)
def test_where_a_line_had_best_end(language: str, text: str, best: list[str]) -> None:
    ends = [index + 1 for index, value in enumerate(values(text, language)) if value is Break.PHRASE]
    found = [text[a:b] for a, b in zip([0, *ends], ends, strict=False)]
    assert found == best


@given(st.text(max_size=40), st.sampled_from(["ja", "en", "my", "zh_Hans"]))
def test_every_character_gets_a_value(text: str, language: str) -> None:
    assert len(values(text, language)) == len(text)
