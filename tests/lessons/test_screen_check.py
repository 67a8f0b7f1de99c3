"""What can be wrong with the screens of the practice phone."""

from pathlib import Path
from typing import Any

import pytest

from kiosk.lessons.library import load_library
from kiosk.lessons.model import FreeApp
from kiosk.lessons.problems import Problem, Severity
from kiosk.lessons.screen_check import ScreenChecker, opened_by, screen_file
from tests.builders import Values, tap, write_data
from tests.phone_builders import (
    ALL,
    DIALOG,
    HOME,
    LIST,
    MAP,
    NOTICE,
    PHOTOS,
    RADIO,
    TABS,
    WORDS,
    apps,
    button,
    options,
    place,
    screen,
)

ICONS = frozenset({"home", "mail"})
GO = {"opens": "app/next"}


def faults(*body: Values, **changes: Any) -> list[Problem]:
    screens = {"app/here": screen(*body, **changes), "app/next": screen(button(), MAP)}
    return ScreenChecker(Path("lessons"), ICONS, WORDS).faults(screens).get("app/here", [])


def unreachable(**screens: list[str]) -> list[str]:
    """`home=["one"]` is a screen app/home with a button to app/one; the lesson and the free app begin somewhere."""
    made = {
        f"app/{name}": screen(*(button(goal, opens=f"app/{goal}") for goal in goals))
        for name, goals in screens.items()
    }
    lesson = place(tap(screen="app/lesson")).lesson
    free = FreeApp(id="x", title="x", summary="x", shelf="x", icon="x", screen="app/free")
    found = ScreenChecker(Path("lessons"), ICONS, WORDS).unreachable(made, [lesson], [free])
    assert all(problem.severity is Severity.WARNING for problem in found)
    return [problem.key for problem in found]


@pytest.mark.parametrize(
    ("body", "changes"),
    [
        (ALL, {"tabs": TABS, "dialog": DIALOG, "shade": [NOTICE], "back": "app/next"}),
        ([HOME | {"pages": [apps("a", "b"), apps("b", "c")]}], {}),
        ([button(**GO, sets={"map": "flood", "map.zoom": "1"})], {}),
    ],
)
def test_a_sound_screen(body: list[Values], changes: Values) -> None:
    assert faults(*body, **changes) == []


@pytest.mark.parametrize(
    ("body", "changes", "named"),
    [
        ([button(icon="unicorn")], {}, "unicorn"),
        ([], {"dialog": DIALOG | {"icon": "unicorn"}}, "unicorn"),
        ([], {"banner": NOTICE | {"icon": "unicorn"}}, "unicorn"),
        ([HOME | {"pages": [apps("a"), [{"id": "b", "label": "b", "icon": "unicorn"}]]}], {}, "unicorn"),
        ([button("a"), button("a")], {}, "a"),
        ([button("a")], {"tabs": TABS | {"tabs": apps("a", "first")}}, "a"),
        ([button("yes")], {"dialog": DIALOG}, "yes"),
        ([HOME, button("c")], {}, "c"),
        ([HOME | {"dock": apps("c")}], {}, "c"),
        ([HOME | {"pages": [apps("b", "b")]}], {}, "b"),
        ([button("x"), LIST], {}, "x"),
        ([button("sex"), RADIO], {}, "sex"),
        ([button("back")], {}, "back"),
        ([button("nav-home")], {}, "nav-home"),
        ([button(opens="app/gone")], {}, "app/gone"),
        ([], {"back": "app/gone"}, "app/gone"),
        ([LIST | {"options": [*options("x"), options("y")[0] | {"opens": "app/gone"}]}], {}, "app/gone"),
        ([], {"shade": [NOTICE | {"opens": "app/gone"}]}, "app/gone"),
        ([button(sets={"map": "fire"})], {}, "fire"),
        ([button(sets={"nothing": "on"})], {}, "nothing"),
        ([RADIO | {"chosen": "nobody"}], {}, "nobody"),
        ([PHOTOS | {"chosen": "dog"}], {}, "dog"),
        ([], {"tabs": TABS | {"chosen": "third"}}, "third"),
    ],
)
def test_a_fault_of_a_screen_is_named(body: list[Values], changes: Values, named: str) -> None:
    (problem,) = faults(*body, **changes)
    assert (str(problem.file), problem.key) == ("lessons/app/phone.yaml", "screens.here")
    assert problem.severity is Severity.ERROR
    assert f"「{named}」" in problem.text()
    assert "{" not in problem.text()


def test_screens_that_nobody_comes_to() -> None:
    sound = {"lesson": ["a"], "a": ["b", "a"], "b": [], "free": []}
    assert unreachable(**sound) == []
    assert unreachable(**sound, island=["far"], far=["island"], lost=["a"]) == [
        "screens.island",
        "screens.far",
        "screens.lost",
    ]


def test_every_touch_that_leads_on_is_seen() -> None:
    tabs = {"tabs": [apps("t")[0] | {"opens": "x/tab"}, *apps("u")], "chosen": "u"}
    dialog = {"title": "い", "buttons": [{"id": "ok", "label": "はい", "opens": "x/dialog"}]}
    home = HOME | {"pages": [apps("a"), [apps("b")[0] | {"opens": "x/page"}]]}
    there = screen(home, tabs=tabs, dialog=dialog, back="x/back", banner=NOTICE | {"opens": "x/banner"})
    assert opened_by(there, WORDS) == {"x/tab", "x/dialog", "x/page", "x/back", "x/banner"}


def test_a_screen_is_of_a_shared_app_or_of_a_lesson(tmp_path: Path) -> None:
    folder = write_data(tmp_path) / "lessons"
    assert str(screen_file(folder, "home/first")) == "lessons/phone/home.yaml"
    assert str(screen_file(folder, "camera/first")) == "lessons/camera/phone.yaml"


@pytest.mark.parametrize("fault", [{"icon": "nothing"}, {"opens": "no/where"}, {"sets": {"camera": "loud"}}])
def test_a_screen_with_a_small_fault_is_told_and_still_used(tmp_path: Path, fault: Values) -> None:
    screens = {"home": {"first": {"body": [button("camera") | fault]}}}
    library = load_library(write_data(tmp_path, screens=screens))
    assert set(library.screens) == {"home/first"} and set(library.lessons) == {"camera"}
    assert [problem.severity for problem in library.problems] == [Severity.ERROR]


def test_a_screen_where_an_id_stands_twice_is_set_aside_with_the_lessons_that_show_it(tmp_path: Path) -> None:
    screens = {"home": {"first": {"body": [button("camera"), button("camera")]}}}
    library = load_library(write_data(tmp_path, screens=screens))
    assert (dict(library.screens), dict(library.lessons)) == ({}, {})
    problem, _ = library.problems
    lines = (tmp_path / problem.file).read_text(encoding="utf-8").splitlines()
    assert '"first"' in lines[problem.line - 1]
