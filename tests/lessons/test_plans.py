import json
from pathlib import Path

import pytest

from kiosk.errors import ContentError
from kiosk.i18n.texts import texts
from kiosk.lessons.library import Library, content_files, load_library
from kiosk.lessons.problems import Severity
from kiosk.lessons.renewed import renewed
from kiosk.paths import SHIPPED
from tests.builders import Values, lesson_values, write_data


def plan(name: str = "first", **changes: object) -> Values:
    return {"id": name, "title": "はじめて", "lessons": ["camera", "mail"]} | changes


def write(root: Path, *plans: Values) -> None:
    text = json.dumps({"format": 1, "plans": plans}, indent=1)
    (root / "lessons" / "plans.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_data(tmp_path, {"camera": lesson_values(), "mail": lesson_values()})


def load(root: Path, *plans: Values) -> Library:
    write(root, *plans)
    return load_library(root)


def test_a_folder_without_plans_is_sound(root: Path) -> None:
    library = load_library(root)
    assert (library.plans, library.problems) == ((), ())


def test_a_plan_names_its_lessons_in_order(root: Path) -> None:
    library = load(root, plan(lessons=["mail", "camera"]))
    assert library.problems == ()
    assert library.plan("first").lessons == ("mail", "camera")
    with pytest.raises(ContentError, match="first"):
        library.plan("second")


def test_a_lesson_that_is_not_there_is_told_and_the_others_stay(root: Path) -> None:
    library = load(root, plan(lessons=["camera", "gone"]), plan("second", lessons=["gone"]))
    assert [(one.id, one.lessons) for one in library.plans] == [("first", ("camera",))]
    keys = [(str(one.file), one.key, one.line > 0) for one in library.problems]
    assert keys == [
        ("lessons/plans.yaml", "plans[0].lessons[1]", True),
        ("lessons/plans.yaml", "plans[1].lessons[0]", True),
    ]


def test_two_plans_of_one_id_are_told(root: Path) -> None:
    library = load(root, plan(), plan(title="つぎ"))
    assert [str(one.title) for one in library.plans] == ["はじめて"]
    assert [(one.key, one.severity) for one in library.problems] == [("plans[1].id", Severity.ERROR)]


@pytest.mark.parametrize("bad", [plan(lessons=[]), plan(hours=2), plan("No!")], ids=["empty", "key", "id"])
def test_a_file_that_cannot_be_used_takes_no_lesson_away(root: Path, bad: Values) -> None:
    library = load(root, bad)
    assert (library.plans, list(library.lessons)) == ((), ["camera", "mail"])
    assert [str(one.file) for one in library.problems] == ["lessons/plans.yaml"]


def test_plans_stay_while_their_file_is_broken(root: Path) -> None:
    before = load(root, plan())
    (root / "lessons" / "plans.yaml").write_text("plans: [", encoding="utf-8")
    assert renewed(before, load_library(root)).plans == before.plans


def test_titles_of_plans_are_translated(root: Path) -> None:
    library = load(root, plan())
    found = [str(text) for _, content in content_files(library) for _, text in texts(content)]
    assert "はじめて" in found


def test_the_shipped_plans_are_sound() -> None:
    library = load_library(SHIPPED)
    assert library.plans
    assert not [one for one in library.problems if one.file.name == "plans.yaml"]
