"""The words that answer what a hand did."""

import gettext

import pytest

from kiosk.i18n.catalogues import Catalogue
from kiosk.lessons.practice import Nearly
from kiosk.lessons.steps import Credential
from kiosk.text.readings import Readings
from kiosk.text.ruby import plain
from kiosk.ui.answers import Answers, Offer, credential_name, praise
from kiosk.ui.wording import Wording
from kiosk.visit.visit import (
    AnswerFirst,
    Feedback,
    InLesson,
    Missed,
    NearlyRight,
    OnlyLooking,
    PinLocked,
    PinMissed,
    PinWasRight,
    QuizAnswered,
)
from tests.builders import Values, ask, look
from tests.phone_builders import PAD, button, place, practice_values, quiz, shown

WORDS = Wording(Catalogue("ja", gettext.NullTranslations(), gettext.NullTranslations()), Readings())
BIN = button("bin", label="ごみ箱", what="いらない物を入れます。")
PHONE = shown(button(), BIN, button("plain", label="ほか"), PAD)
TAP = practice_values("tap", wrong={"plain": "それは、ちがいます。"})
HELP = (Offer.SHOW, Offer.DO)
THERE = "オレンジ色の丸の所です。ゆっくりで大丈夫です。"


def answered(
    step: Values, feedback: Feedback | None, accomplished: bool = False
) -> tuple[str, tuple[Offer, ...]]:
    page = InLesson(place(step), feedback, accomplished=accomplished)
    answer = Answers(WORDS, page.place.step, PHONE).to(page)
    return plain(answer.text), answer.offers


def said(step: Values, feedback: Feedback, accomplished: bool = False) -> str:
    return answered(step, feedback, accomplished)[0]


@pytest.mark.parametrize(
    ("element", "times", "expected", "offers"),
    [
        ("bin", 1, "今さわったのは「ごみ箱」です。 いらない物を入れます。", ()),
        ("bin", 2, "今さわったのは「ごみ箱」です。 みぎです。", ()),
        ("bin", 3, THERE, HELP),
        ("bin", 9, THERE, HELP),
        ("plain", 1, "それは、ちがいます。", ()),
        ("plain", 2, "今さわったのは「ほか」です。 みぎです。", ()),
        ("go", 1, "今さわったのは「goです」です。 みぎです。", ()),
        (None, 1, "そこには、何もありません。 みぎです。", ()),
        ("gone", 1, "そこには、何もありません。 みぎです。", ()),
        (None, 3, THERE, HELP),
    ],
)
def test_wrong_touches_are_answered_three_times(
    element: str | None, times: int, expected: str, offers: tuple[Offer, ...]
) -> None:
    assert answered(TAP, Missed(element, times)) == (expected, offers)


@pytest.mark.parametrize("what", Nearly)
def test_whoever_was_nearly_right_is_told_what_is_missing(what: Nearly) -> None:
    first, second = said(TAP, NearlyRight(what)), said(TAP, NearlyRight(what, 2))
    assert first.endswith("。")
    assert second == f"{first} みぎです。"
    assert answered(TAP, NearlyRight(what, 3)) == (first, HELP)


def test_no_two_sentences_about_being_nearly_right_are_the_same() -> None:
    assert len({said(TAP, NearlyRight(what)) for what in Nearly}) == len(Nearly)


PIN, LOCK = practice_values("pin"), practice_values("pin", goal="lock")
SIGN = practice_values("pin", target="secret", which="sign")


@pytest.mark.parametrize(
    ("step", "feedback", "accomplished", "expected"),
    [
        (PIN, PinMissed(2, 1), False, ["あと2回", "練習用のカード"]),
        (PIN, PinMissed(2, 1), True, ["あと2回", "本物でも"]),
        (PIN, PinLocked(3), False, ["3回続けて", "窓口", "何度でも"]),
        (SIGN, PinLocked(5), False, ["5回続けて"]),
        (LOCK, PinWasRight(), False, ["わざと違う番号"]),
        (look(), OnlyLooking(), False, ["「つぎへ」"]),
        (ask(), AnswerFirst(), False, ["どれか一つ"]),
        (quiz(), AnswerFirst(), False, ["どれか一つ"]),
        (quiz(), QuizAnswered("call", True), True, ["そのとおりです。", "安心です。"]),
        (quiz(), QuizAnswered("pay", False), False, ["払いません。"]),
        (quiz(), QuizAnswered("wait", False), False, ["ほかの答え"]),
    ],
)
def test_every_other_answer(
    step: Values, feedback: Feedback, accomplished: bool, expected: list[str]
) -> None:
    text = said(step, feedback, accomplished)
    assert [part for part in expected if part not in text] == []
    assert "{" not in text


def test_who_misses_on_purpose_is_not_sent_to_the_card() -> None:
    assert "カード" not in said(LOCK, PinMissed(2, 1))


@pytest.mark.parametrize(
    ("step", "feedback", "accomplished", "offers"),
    [
        (TAP, None, False, ()),
        (PIN, PinMissed(2, 1), True, (Offer.AGAIN,)),
        (LOCK, PinLocked(3), True, (Offer.AGAIN,)),
        (PIN, OnlyLooking(4), True, (Offer.AGAIN,)),
        (PIN, PinMissed(1, 2), False, ()),
        (PIN, PinLocked(3), False, HELP),
        (quiz(), QuizAnswered("call", True, 3), True, ()),
        (quiz(), QuizAnswered("pay", False, 3), False, ()),
        (look(), OnlyLooking(5), False, ()),
    ],
)
def test_what_is_offered(
    step: Values, feedback: Feedback | None, accomplished: bool, offers: tuple[Offer, ...]
) -> None:
    assert answered(step, feedback, accomplished)[1] == offers


def test_nothing_is_said_where_nothing_was_done() -> None:
    assert answered(TAP, None) == ("", ())


def test_the_three_secrets_and_the_praises_are_told_apart() -> None:
    names = {plain(credential_name(which, WORDS)) for which in Credential}
    assert len(names) == 3
    assert plain(praise(0, WORDS)) == plain(praise(5, WORDS)) != plain(praise(1, WORDS))
