"""What stays of content that is broken for the moment."""

import json
import shutil

import pytest

from kiosk.lessons.library import load_library
from kiosk.lessons.renewed import renewed
from tests.builders import CITY, PHONE, SHELVES, lesson_values, write_data

FREE = {
    "format": 1,
    "apps": [
        {
            "id": "phone",
            "title": "でんわ",
            "summary": "さわってみます。",
            "shelf": "first-steps",
            "icon": "home",
            "screen": "home/first",
        }
    ],
}


@pytest.fixture
def root(tmp_path):
    root = write_data(tmp_path, {"camera": lesson_values(links=["city-website"]), "other": lesson_values()})
    save(root / "lessons" / "free-practice.yaml", FREE)
    return root


@pytest.fixture
def lessons(root):
    return root / "lessons"


@pytest.fixture
def again(root):
    before = load_library(root)
    return lambda: renewed(before, load_library(root))


def save(file, values):
    file.write_text(json.dumps(values), encoding="utf-8")


def test_a_broken_lesson_stays_as_it_was_and_is_a_problem(lessons, again):
    (lessons / "camera" / "lesson.yaml").write_text("steps: [", encoding="utf-8")
    assert list(again().lessons) == ["camera", "other"]
    assert again().problems


def test_a_deleted_lesson_is_gone(lessons, again):
    shutil.rmtree(lessons / "camera")
    assert list(again().lessons) == ["other"]


def test_a_broken_phone_file_keeps_its_screens(lessons, again):
    (lessons / "phone" / "home.yaml").write_text("screens: [", encoding="utf-8")
    assert list(again().screens) == ["home/first"]
    assert list(again().lessons) == ["camera", "other"]


def test_a_lesson_is_set_aside_when_its_phone_has_changed(lessons, again):
    changed = json.loads(json.dumps(PHONE).replace('"camera"', '"other-app"'))
    save(lessons / "phone" / "home.yaml", changed)
    assert not again().lessons


def test_a_broken_lesson_stays_when_its_link_is_gone(lessons, again):
    save(lessons / "city.yaml", CITY | {"links": {}})
    (lessons / "camera" / "lesson.yaml").write_text("steps: [", encoding="utf-8")
    assert list(again().lessons) == ["camera", "other"]


def test_a_lesson_is_set_aside_when_its_shelf_is_gone(lessons, again):
    shelf = SHELVES["shelves"][0] | {"id": "another"}
    save(lessons / "shelves.yaml", SHELVES | {"shelves": [shelf]})
    assert not again().lessons


@pytest.mark.parametrize(("text", "left"), [("apps: [", 1), ('{"format": 1, "apps": []}', 0)])
def test_free_practice_stays_only_while_its_file_is_broken(lessons, again, text, left):
    (lessons / "free-practice.yaml").write_text(text, encoding="utf-8")
    assert len(again().free) == left
