from pathlib import Path, PurePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.lessons.loader import load_file
from kiosk.lessons.model import Lesson
from kiosk.lessons.problems import Problem

SHOWN = PurePath("lessons/x/lesson.yaml")
GOOD = """\
format: 1
title: カメラ
summary: カメラをひらきます。
shelf: first-steps
minutes: 8
review_by: 2027-05-01
sources:
  - url: https://www.example.jp/
    checked_on: 2026-11-20
learn: [ひらけます。]
steps:
  - do: tap
    say: おします。
    screen: home/first
    target: camera
    hint: みぎです。
  - do: ask
    say: どちらですか。
    choices: {iphone: iPhone, android: Android}
    remember: phone
  - do: done
    say: おわりです。
"""


def load(tmp_path: Path, text: str) -> tuple[Lesson | None, tuple[Problem, ...]]:
    path = tmp_path / "lesson.yaml"
    path.write_text(text, encoding="utf-8")
    lesson, _, problems = load_file(path, Lesson, SHOWN)
    return lesson, problems


def test_a_good_lesson_has_no_problem(tmp_path: Path) -> None:
    lesson, problems = load(tmp_path, GOOD)
    assert problems == ()
    assert lesson is not None
    assert [step.do for step in lesson.steps] == ["tap", "ask", "done"]


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ("learn:", "lern: x\nlearn:", 10, "lern"),
        ("    hint: ", "    hnt: x\n    hint: ", 16, "steps[0].hnt"),
        ("summary: カメラをひらきます。\n", "", 1, "summary"),
        ("    hint: みぎです。\n", "", 12, "steps[0].hint"),
        ("    checked_on: 2026-11-20\n", "", 8, "sources[0].checked_on"),
        ("minutes: 8", "minutes: たくさん", 5, "minutes"),
        ("minutes: 8", "minutes: 0", 5, "minutes"),
        ("minutes: 8", "minutes: 1e999", 5, "minutes"),
        ("title: カメラ", "title: 123", 2, "title"),
        ("title: カメラ", "title:", 2, "title"),
        ("title: カメラ", "title: ''", 2, "title"),
        ("title: カメラ", "title: " + "あ" * 401, 2, "title"),
        ("learn: [ひらけます。]", "learn: ひらけます。", 10, "learn"),
        ("learn: [ひらけます。]", "learn: []", 10, "learn"),
        ("choices: {iphone: iPhone, android: Android}", "choices: いろいろ", 19, "steps[1].choices"),
        ("android: Android", "アンドロイド: Android", 19, "steps[1].choices.アンドロイド"),
        ("review_by: 2027-05-01", "review_by: 2027-13-01", 6, "review_by"),
        ("review_by: 2027-05-01", "review_by: らいねん", 6, "review_by"),
        ("format: 1", "format: 2", 1, "format"),
        ("do: ask", "do: dance", 17, "steps[1]"),
        ("  - do: ask\n    say", "  - say", 17, "steps[1]"),
        ("say: おします。", "say: '{押|}します。'", 13, "steps[0].say"),
        ("say: おします。", "say: '{押|osu}します。'", 13, "steps[0].say"),
        ("url: https://", "url: http://", 8, "sources[0].url"),
        ("url: https://www", "url: https://me@www", 8, "sources[0].url"),
        ("screen: home/first", "screen: Home", 14, "steps[0].screen"),
        ("target: camera", "target: ../camera", 15, "steps[0].target"),
    ],
)
def test_a_bad_lesson_is_one_problem_with_its_place_and_a_remedy(
    tmp_path: Path, old: str, new: str, line: int, key: str
) -> None:
    assert old in GOOD
    lesson, problems = load(tmp_path, GOOD.replace(old, new, 1))
    assert lesson is None
    assert [(problem.file, problem.line, problem.key) for problem in problems] == [(SHOWN, line, key)]
    remedy = problems[0].remedy.text()
    assert remedy
    assert "None" not in problems[0].text()


@pytest.mark.parametrize("text", ["", "# nothing", "- a\n- b", "just words", "42"])
def test_a_file_that_is_no_lesson_at_all(tmp_path: Path, text: str) -> None:
    lesson, problems = load(tmp_path, text)
    assert lesson is None
    assert len(problems) == 1
    assert "lesson.yaml" in problems[0].text()


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    bad = (
        GOOD.replace("minutes: 8", "minutes: x").replace("format: 1", "format: 2").replace("do: tap", "do: t")
    )
    _, problems = load(tmp_path, bad)
    assert [problem.line for problem in problems] == [1, 5, 12]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from(["tap", "a", "{押|}", "https://x.jp/"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*Lesson.model_fields, "do", "say", "when"]), inner, max_size=6)
    ),
    max_leaves=15,
)


@settings(deadline=None)
@given(value=VALUES)
def test_any_value_gives_a_lesson_or_problems(
    tmp_path_factory: pytest.TempPathFactory, value: object
) -> None:
    import json

    path = tmp_path_factory.getbasetemp() / "any-lesson.yaml"
    path.write_text(json.dumps(value), encoding="utf-8")
    lesson, _, problems = load_file(path, Lesson, SHOWN)
    assert (lesson is None) == bool(problems)
    assert all(problem.text() for problem in problems)
