from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.lessons.model import Lesson
from kiosk.lessons.place import Place
from kiosk.lessons.steps import Ask
from tests.builders import Values, ask, lesson_values, look, tap

IPHONE, ANDROID = {"phone": "iphone"}, {"phone": "android"}
BRANCHES = (look(), ask(), tap(when=IPHONE), look(when=IPHONE), tap(when=ANDROID), look())
"""Steps 0 to 5, and `done` as step 6."""


def place(*steps: Values, index: int = 0, **answers: str) -> Place:
    return Place("x", Lesson.model_validate(lesson_values(*(steps or BRANCHES))), index, answers)


def way(place: Place) -> list[int]:
    found = [place.index]
    while (place := place.forward()).index != found[-1]:
        found.append(place.index)
    return found


@pytest.mark.parametrize(
    ("answers", "expected"),
    [({}, [0, 1]), (IPHONE, [0, 1, 2, 3, 5, 6]), (ANDROID, [0, 1, 4, 5, 6])],
)
def test_the_way_forward(answers: dict[str, str], expected: list[int]) -> None:
    assert way(place(**answers)) == expected


@pytest.mark.parametrize(
    ("index", "answers", "back"),
    [(0, {}, 0), (1, {}, 0), (5, IPHONE, 3), (5, ANDROID, 4), (4, ANDROID, 1), (6, ANDROID, 5)],
)
def test_the_way_back(index: int, answers: dict[str, str], back: int) -> None:
    assert place(index=index, **answers).back().index == back


@pytest.mark.parametrize(
    ("index", "answers", "number", "total"),
    [
        (0, {}, 1, 5),
        (1, {}, 2, 5),
        (5, IPHONE, 5, 5),
        (5, ANDROID, 4, 4),
        (4, ANDROID, 3, 4),
        (6, IPHONE, 6, 5),
    ],
)
def test_numbers_count_the_residents_own_way(
    index: int, answers: dict[str, str], number: int, total: int
) -> None:
    here = place(index=index, **answers)
    assert (here.number, here.total) == (number, total)


def test_a_question_waits_for_its_answer() -> None:
    asked = place(index=1)
    assert asked.waits_for_answer
    assert asked.forward() is asked
    assert asked.answer("android").forward().index == 4
    assert not asked.answer("android").waits_for_answer


def test_a_later_answer_replaces_an_earlier_one() -> None:
    assert place(index=1, phone="iphone").answer("android").answers == ANDROID


@pytest.mark.parametrize(("index", "choice"), [(1, "watch"), (0, "iphone")])
def test_a_choice_that_was_not_offered_is_a_bug(index: int, choice: str) -> None:
    with pytest.raises(ValueError, match=choice):
        place(index=index).answer(choice)


def test_the_same_place_in_another_language() -> None:
    other = Lesson.model_validate(lesson_values(*BRANCHES, title="Camera"))
    moved = place(index=5, phone="android").with_lesson(other)
    assert (moved.lesson.title, moved.index, moved.answers) == ("Camera", 5, ANDROID)


def test_start_and_end() -> None:
    assert place().at_start
    assert not place(index=1).at_start
    assert place(index=6).finished
    assert not place(index=5).finished


def test_a_question_that_is_passed_over_counts_as_no_answer() -> None:
    steps = (ask(), ask("model", ("new", "old"), when=IPHONE), look(when={"model": "new"}), look())
    assert way(place(*steps, phone="android")) == [0, 3, 4]


QUESTIONS = ("a", "b", "c")
CONDITIONS = st.fixed_dictionaries({}, optional={name: st.sampled_from(["x", "y"]) for name in QUESTIONS})


@st.composite
def lessons(draw: st.DrawFn) -> list[Values]:
    steps: list[Values] = []
    asked: list[str] = []
    for kind in draw(st.lists(st.sampled_from(["look", "tap", *QUESTIONS]), min_size=1, max_size=12)):
        when = {name: answer for name, answer in draw(CONDITIONS).items() if name in asked}
        if kind in QUESTIONS and kind not in asked:
            asked.append(kind)
            steps.append(ask(kind, ("x", "y")))
        else:
            steps.append((tap if kind == "tap" else look)(when=when))
    return steps


@settings(deadline=None)
@given(lessons(), st.lists(st.sampled_from(["forward", "back", "x", "y"]), max_size=40))
def test_no_walk_leaves_the_lesson_and_back_undoes_forward(steps: list[Values], moves: Sequence[str]) -> None:
    here = place(*steps)
    for move in moves:
        if move in ("x", "y"):
            here = here.answer(move) if isinstance(here.step, Ask) else here
        else:
            here = getattr(here, move)()
        assert 1 <= here.number <= here.total + 1
        ahead = here.forward()
        assert ahead == here or ahead.back() == here
