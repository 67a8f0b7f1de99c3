import pytest

from kiosk.errors import Message
from kiosk.handout.blocks import words
from kiosk.handout.paper import Paper, format_of
from kiosk.handout.typesetter import Typesetter
from kiosk.text.lexicon import Lexicon
from kiosk.text.readings import Readings

from .ink import ink_of

pytestmark = pytest.mark.usefixtures("fonts")

READINGS = Readings(Lexicon({"係": "かかり"}))
A4, SMALL = format_of(Paper.A4), format_of(Paper.RECEIPT58)


def types(language: str = "ja", form: object = A4) -> Typesetter:
    return Typesetter(language, READINGS, form if form is SMALL else A4)


def test_japanese_gets_furigana_and_other_languages_do_not() -> None:
    assert types().set("係の人", 14, A4.width).ruby_space > 0
    assert types("en").set("係", 14, A4.width).ruby_space == 0
    assert types("en").set("係", 14, A4.width, language="ja").ruby_space > 0


def test_furigana_that_nobody_could_read_are_left_out() -> None:
    assert types(form=SMALL).set("係の人", SMALL.types.body, SMALL.width).ruby_space == 0


def test_values_of_a_message_are_set_with_it() -> None:
    text = types().set(Message("{who}に聞きます。", {"who": "係の人"}), 14, A4.width)
    assert text.text == "係の人に聞きます。"


@pytest.mark.parametrize(
    "word",
    [
        "Nghiêngngảkhôngthểngắtdòng" * 5,
        "ဖုန်းပင်မစာမျက်နှာရှိ" * 9,
        "फोनकोपर्दामा" * 12,
        "{長い言葉|とてもながいことばのよみかた}" * 3,
    ],
)
def test_no_word_is_wider_than_its_column(word: str) -> None:
    width = A4.mm(30)
    text = types().set(word, 14, width)
    ink = ink_of(words(text), A4)
    assert ink is not None
    assert ink[2] <= 30.6


def test_a_reading_that_cannot_be_broken_makes_its_text_smaller() -> None:
    text = types().set("{字|とてもとてもながいよみ}", 14, A4.mm(12))
    assert text.width <= A4.mm(12) + 1
    assert text.style.px < A4.pt(14)


def test_a_title_shrinks_until_it_has_few_lines_but_not_below_its_bound() -> None:
    sizes = (24.0, 16.0)
    assert types().in_lines("短い題", sizes, A4.width, 2).style.px == A4.pt(24)
    assert A4.pt(16) <= types().in_lines("長い題です。" * 8, sizes, A4.width, 2).style.px < A4.pt(24)
    assert types().in_lines("長い題です。" * 60, sizes, A4.width, 2).style.px == A4.pt(16)
