"""Questions that change the way, and questions that have a right answer."""

from dataclasses import replace

import pytest

from kiosk.visit import moves
from kiosk.visit.visit import AnswerFirst, Feedback, QuizAnswered, Visit
from tests.builders import Values, ask, look
from tests.phone_builders import place, quiz
from tests.visit_moves import after, at, choose


@pytest.mark.parametrize(
    ("choices", "expected", "accomplished"),
    [
        (["call"], QuizAnswered("call", True), True),
        (["pay"], QuizAnswered("pay", False), False),
        (["pay", "call"], QuizAnswered("call", True, 2), True),
        (["call", "pay"], QuizAnswered("pay", False, 2), True),
        (["nobody"], None, False),
    ],
)
def test_a_quiz_stays_until_it_was_read(choices: list[str], expected: Feedback, accomplished: bool) -> None:
    page = after(at(quiz()), *map(choose, choices))
    assert (page.feedback, page.accomplished, page.place.finished) == (expected, accomplished, False)


@pytest.mark.parametrize("step", [ask("colour", ("red", "blue")), quiz()])
def test_an_open_question_answers_next_and_then_lets_pass(step: Values) -> None:
    visit = at(step)
    for number in range(1, moves.PATIENCE + 1):
        visit = moves.go_on(visit)
        assert visit.page.feedback == AnswerFirst(number)
    assert after(visit, moves.go_on).place.finished


def test_a_quiz_that_was_tried_lets_pass_sooner_and_an_answered_one_at_once() -> None:
    assert after(at(quiz()), *map(choose, ["pay"] * moves.PATIENCE), moves.go_on).place.finished
    assert after(at(quiz()), choose("call"), moves.go_on).place.finished


def test_the_kind_of_phone_is_remembered_for_the_visit() -> None:
    visit = choose("android")(at(ask(), look()))
    assert visit.phone_kind == "android"
    lesson = place(ask(), look()).lesson
    assert moves.start_lesson(visit, "x", lesson).page.place.answers == {"phone": "android"}
    assert choose("red")(at(ask("colour", ("red", "blue")))).phone_kind == ""


def test_a_phone_that_a_lesson_does_not_know_is_asked_for_again() -> None:
    visit = replace(Visit(), phone_kind="other")
    assert moves.start_lesson(visit, "x", place(ask(), look()).lesson).page.place.answers == {}
