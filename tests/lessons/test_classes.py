import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.i18n.extract import extract_content
from kiosk.i18n.texts import texts
from kiosk.lessons.classes import ClassDate, coming
from kiosk.lessons.library import Library, content_files, load_library
from kiosk.lessons.problems import Severity
from kiosk.lessons.renewed import renewed
from kiosk.paths import SHIPPED
from tests.builders import Values, lesson_values, write_data

LATER = (date.today() + timedelta(days=30)).isoformat()
LAST_YEAR = (date.today() - timedelta(days=365)).isoformat()


def one(**changes: object) -> Values:
    return {"title": "スマホ教室", "date": LATER, "from": "10:00", "until": "11:30"} | changes


def class_date(day: str, begin: str = "10:00", until: str = "11:30") -> ClassDate:
    return ClassDate.model_validate(one(date=day, until=until) | {"from": begin})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_data(tmp_path, {"camera": lesson_values()})


def file(root: Path) -> Path:
    return root / "lessons" / "classes.yaml"


def load(root: Path, *classes: Values) -> Library:
    file(root).write_text(json.dumps({"format": 1, "classes": classes}, indent=1), encoding="utf-8")
    return load_library(root)


def test_a_folder_without_classes_is_sound(root: Path) -> None:
    library = load_library(root)
    assert (library.classes, library.problems) == ((), ())


def test_a_class_may_have_a_place_and_a_note(root: Path) -> None:
    library = load(root, one(), one(place="公民館", note="どなたでも"))
    assert library.problems == ()
    assert [(found.place, found.note) for found in library.classes] == [
        (None, None),
        ("公民館", "どなたでも"),
    ]


@pytest.mark.parametrize("until", ["09:30", "10:00"])
def test_a_class_that_ends_before_it_begins_is_set_aside(root: Path, until: str) -> None:
    library = load(root, one(until=until), one(title="二つめ"))
    assert [found.title for found in library.classes] == ["二つめ"]
    (problem,) = library.problems
    assert (problem.key, problem.severity, problem.line > 0) == ("classes[0].until", Severity.ERROR, True)


def test_a_class_that_is_over_is_only_a_warning(root: Path) -> None:
    library = load(root, one(date=LAST_YEAR))
    (problem,) = library.problems
    assert (problem.key, problem.severity) == ("classes[0].date", Severity.WARNING)
    assert len(library.classes) == 1


@pytest.mark.parametrize(
    "bad",
    [one(until="half past"), one(until=11), one(until="24:00"), one(date="16 January"), one(hours=2)],
    ids=["words", "number", "no hour", "no date", "key"],
)
def test_a_file_that_cannot_be_used_takes_no_lesson_away(root: Path, bad: Values) -> None:
    library = load(root, bad)
    assert (library.classes, list(library.lessons)) == ((), ["camera"])
    assert [str(problem.file) for problem in library.problems] == ["lessons/classes.yaml"]


def test_an_hour_that_is_none_is_told_in_words(root: Path) -> None:
    (problem,) = load(root, one(until="11時半")).problems
    assert "10:30" in problem.text()


def test_classes_stay_while_their_file_is_broken(root: Path) -> None:
    before = load(root, one())
    file(root).write_text("classes: [", encoding="utf-8")
    assert renewed(before, load_library(root)).classes == before.classes


def test_a_class_that_was_taken_out_is_gone(root: Path) -> None:
    before = load(root, one())
    assert renewed(before, load(root)).classes == ()


def test_coming_classes_are_in_order_and_today_counts_until_its_end() -> None:
    earlier, today = class_date("2027-01-16", "9:00", "9:45"), class_date("2027-01-16")
    later = class_date("2027-02-01")
    classes = (later, today, earlier)
    assert coming(classes, datetime(2027, 1, 15, 23, 59)) == (earlier, today, later)
    assert coming(classes, datetime(2027, 1, 16, 11, 29)) == (today, later)
    assert coming(classes, datetime(2027, 1, 16, 11, 30)) == (later,)


def test_texts_of_classes_are_translated(root: Path) -> None:
    library = load(root, one(place="公民館", note="どなたでも"))
    found = {str(text) for _, content in content_files(library) for _, text in texts(content)}
    assert {"スマホ教室", "公民館", "どなたでも"} <= found


def test_texts_of_classes_reach_the_translators(root: Path) -> None:
    load(root, one(place="公民館", note="どなたでも"))
    with file(root).open("rb") as stream:
        found = [message for _line, _function, message, _comments in extract_content(stream, (), (), {})]
    assert found == ["スマホ教室", "公民館", "どなたでも"]


def test_the_shipped_file_invents_no_class() -> None:
    library = load_library(SHIPPED)
    assert library.classes == ()
    assert not [problem for problem in library.problems if problem.file.name == "classes.yaml"]


def test_the_example_in_the_shipped_file_is_sound(root: Path) -> None:
    lines = (SHIPPED / "lessons" / "classes.yaml").read_text(encoding="utf-8").splitlines()
    start = lines.index("# classes:")
    example = [line[2:] for line in lines[start:] if line.startswith("# ")]
    file(root).write_text("\n".join(["format: 1", *example]), encoding="utf-8")
    library = load_library(root)
    assert [found.begin.hour for found in library.classes] == [10]
    assert not [problem for problem in library.problems if problem.severity is Severity.ERROR]
