"""Steps that nobody could do are found before anybody meets them."""

from pathlib import Path

import pytest

from kiosk.lessons.library import load_library
from kiosk.lessons.rehearsal import rehearse, ways
from kiosk.lessons.steps import Ask
from kiosk.text.kana_input import Board, Typed, after
from kiosk.text.typing_guide import Wanted, next_move
from tests.builders import Values, ask, lesson_values, look, tap, write_data
from tests.phone_builders import (
    ALL,
    DIALOG,
    HOME,
    MAP,
    NOTICE,
    PAD,
    WORDS,
    button,
    field,
    place,
    practice_values,
    quiz,
    screen,
)

SCREENS = {
    "app/all": screen(*ALL, button("bin"), scrolls=True, shade=[NOTICE]),
    "app/short": screen(HOME, MAP, button()),
    "app/question": screen(button(), field(), MAP, dialog=DIALOG),
    "app/pads": screen(
        PAD | {"id": "long", "length": 6},
        field("open", keys="latin"),
        field("kana", secret=True),
        field("digits", keys="digits"),
        field("latin", keys="latin"),
    ),
}


def faults(*steps: Values) -> list[tuple[int, str]]:
    found = rehearse(place(*steps).lesson, SCREENS.__getitem__, WORDS)
    assert all("{" not in fault.what.text() + fault.remedy.text() for fault in found)
    return [(fault.index, fault.key) for fault in found]


STEPS = ["tap", "hold", "swipe", "scroll", "drag", "pinch", "type", "pin", "card", "scan", "wait"]
SOUND = [
    *map(practice_values, STEPS),
    practice_values("tap", wrong={"bin": "これは、ごみ箱です。"}, texts={"go": "行く"}, sets={"agree": "on"}),
    practice_values("swipe", way="right", sets={"home": "1"}),
    practice_values("swipe", way="notifications"),
    practice_values("scroll", target="heading"),
    practice_values("type", text="佐藤", reading="さとう"),
    practice_values("type", screen="app/pads", target="digits", text="2026"),
    practice_values("type", screen="app/pads", target="latin", text="hana@example.jp"),
    practice_values("pin", target="secret", which="sign"),
    practice_values("wait", target="store"),
    practice_values("tap", screen="app/question", target="yes"),
    look(screen="app/all", point="heading"),
    quiz(),
]


@pytest.mark.parametrize("step", SOUND)
def test_a_sound_step_has_no_fault(step: Values) -> None:
    assert faults(step) == []


@pytest.mark.parametrize(
    ("step", "key"),
    [
        (practice_values("tap", target="nothing"), "target"),
        (practice_values("tap", target="heading"), "target"),
        (practice_values("hold", target="bar"), "target"),
        (practice_values("tap", target="c"), "target"),
        (practice_values("tap", screen="app/question"), "target"),
        (practice_values("type", screen="app/question"), "target"),
        (practice_values("tap", wrong={"nothing": "ちがいます。"}), "wrong.nothing"),
        (practice_values("tap", wrong={"heading": "ちがいます。"}), "wrong.heading"),
        (practice_values("tap", wrong={"c": "ちがいます。"}), "wrong.c"),
        (practice_values("tap", wrong={"go": "ちがいます。"}), "wrong"),
        (practice_values("tap", texts={"nothing": "べつ"}), "texts.nothing"),
        (practice_values("tap", sets={"nothing": "on"}), "sets.nothing"),
        (practice_values("tap", sets={"agree": "yes"}), "sets.agree"),
        (look(screen="app/all", sets={"map": "fire"}), "sets.map"),
        (look(screen="app/all", point="nothing"), "point"),
        (look(screen="app/question", point="go"), "point"),
        (practice_values("drag", onto="nothing"), "onto"),
        (practice_values("drag", target="heading"), "target"),
        (practice_values("swipe", way="right"), "way"),
        (practice_values("swipe", sets={"home": "1"}), "way"),
        (practice_values("swipe", target="nothing"), "target"),
        (practice_values("swipe", target="home"), "target"),
        (practice_values("swipe", screen="app/short", way="notifications"), "way"),
        (practice_values("scroll", screen="app/short"), "target"),
        (practice_values("pinch", target="go"), "target"),
        (practice_values("type", target="go"), "target"),
        (practice_values("type", text="佐藤"), "reading"),
        (practice_values("type", text="佐藤", reading="サトウ"), "reading"),
        (practice_values("type", text="佐藤", reading="さ とう"), "reading"),
        (practice_values("type", screen="app/pads", target="digits", text="12a"), "text"),
        (practice_values("type", screen="app/pads", target="digits", text="１２"), "text"),
        (practice_values("type", screen="app/pads", target="latin", text="さとう"), "text"),
        (practice_values("type", screen="app/pads", target="latin", text="5$"), "text"),
        (practice_values("pin", target="go"), "target"),
        (practice_values("pin", which="sign"), "which"),
        (practice_values("pin", target="secret"), "which"),
        (practice_values("pin", screen="app/pads", target="long"), "which"),
        (practice_values("pin", screen="app/pads", target="open", which="sign"), "which"),
        (practice_values("pin", screen="app/pads", target="kana", which="sign"), "which"),
        (practice_values("card", target="go"), "target"),
        (practice_values("scan", target="go"), "target"),
        (practice_values("wait", target="go"), "target"),
        (quiz(right="nobody"), "right"),
        (quiz(wrong={"nobody": "ちがいます。"}), "wrong.nobody"),
        (quiz(wrong={"call": "ちがいます。"}), "wrong.call"),
    ],
)
def test_a_step_that_cannot_be_done_is_one_fault(step: Values, key: str) -> None:
    assert faults(step) == [(0, key)]


def test_what_a_step_before_has_left_decides() -> None:
    town = practice_values("tap", target="town")
    assert faults(town, practice_values("tap", target="x")) == []
    assert faults(town, practice_values("tap")) == [(1, "target")]
    assert faults(town, practice_values("tap", screen="app/short")) == []
    assert faults(practice_values("tap", target="x")) == [(0, "target")]
    turned = practice_values("swipe")
    assert faults(turned, practice_values("tap", target="c")) == []
    assert faults(turned, turned) == [(1, "way")]
    down = practice_values("swipe", way="notifications")
    assert faults(down, practice_values("tap", target="notice")) == []
    assert faults(down, practice_values("tap")) == [(1, "target")]


def test_all_faults_are_told_at_once_and_each_one_once() -> None:
    bad = practice_values("tap", target="nothing", sets={"agree": "yes"})
    assert faults(ask(), bad, quiz(right="nobody")) == [(1, "sets.agree"), (1, "target"), (2, "right")]


def test_only_some_residents_would_meet_the_fault() -> None:
    android = {"phone": "android"}
    assert faults(ask(), practice_values("tap", target="nav-home", when=android)) == []
    assert faults(ask(), practice_values("tap", target="nav-home")) == [(1, "target")]


@pytest.mark.parametrize(
    "steps",
    [
        (tap(),),
        (ask(), tap(when={"phone": "android"})),
        (ask("a", ("x", "y")), ask("b", ("x", "y")), tap(when={"a": "x", "b": "y"})),
        (ask("a", ("x", "y")), ask("b", ("x", "y", "z"), when={"a": "y"}), tap(when={"b": "x"})),
        (
            ask("a", ("x", "y")),
            ask("b", ("x", "y"), when={"a": "x"}),
            ask("c", ("x", "y"), when={"b": "y"}),
            tap(when={"c": "x"}),
        ),
    ],
)
def test_the_ways_give_every_answer_and_reach_every_step(steps: tuple[Values, ...]) -> None:
    lesson = place(*steps).lesson
    found = ways(lesson)
    reached = {one.index for answers in found for one in place(*steps, **answers).way()}
    assert reached == set(range(len(lesson.steps)))
    questions = [step for step in lesson.steps if isinstance(step, Ask)]
    for question in questions:
        assert {answers[question.remember] for answers in found} == set(question.choices)


def test_a_fault_is_told_with_file_line_and_key(tmp_path: Path) -> None:
    write_data(tmp_path, {"bad": lesson_values(tap(), tap(target="nothing"))})
    (problem,) = load_library(tmp_path).problems
    path = tmp_path / problem.file
    assert str(problem.file) == "lessons/bad/lesson.yaml"
    assert problem.key == "steps[1].target"
    assert '"target": "nothing"' in path.read_text(encoding="utf-8").splitlines()[problem.line - 1]


@pytest.mark.parametrize("step", [one for one in SOUND if one["do"] == "type"])
def test_what_is_found_sound_can_be_typed(step: Values) -> None:
    text, keys = step["text"], {"digits": Board.DIGITS, "latin": Board.LATIN}
    typed, wanted = Typed(board=keys.get(step["target"], Board.KANA)), [Wanted(text, step.get("reading", ""))]
    for number in range(200):
        if (move := next_move(typed, wanted)) is None:
            break
        typed = after(typed, move, number * 100.0, [text])
    assert (typed.text, typed.composing) == (text, "")
