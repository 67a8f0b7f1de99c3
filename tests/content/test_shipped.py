"""Everything that is shipped: lessons, screens, pictures, addresses, readings, translations, licences."""

from collections.abc import Iterator
from datetime import date

import pytest

from kiosk.draw.icons import icon_names
from kiosk.handout.qr import check_address
from kiosk.i18n.check import check_all
from kiosk.i18n.update import catalogue_problems
from kiosk.lessons.library import load_library
from kiosk.lessons.model import Tap
from kiosk.lessons.phone import Apps, Button, PhoneScreen, RowList
from kiosk.lessons.place import Place
from kiosk.lessons.problems import Severity
from kiosk.paths import ASSETS, SHIPPED
from kiosk.shots import ways

LIBRARY = load_library(SHIPPED)
FOLDERS = sorted(path.parent.name for path in (SHIPPED / "lessons").glob("*/lesson.yaml"))


def icons(screen: PhoneScreen) -> Iterator[str]:
    for element in screen.body:
        match element:
            case Apps():
                yield from (app.icon for app in element.apps)
            case RowList():
                yield from (row.icon for row in element.rows if row.icon)
            case Button():
                yield from [element.icon] if element.icon else []


def test_nothing_shipped_has_a_mistake() -> None:
    assert [p.text() for p in check_all(SHIPPED) if p.severity is Severity.ERROR] == []


def test_no_lesson_is_set_aside() -> None:
    assert sorted(LIBRARY.lessons) == FOLDERS
    assert len(FOLDERS) >= 3


@pytest.mark.parametrize("name", FOLDERS)
def test_every_way_through_a_lesson_is_practice(name: str) -> None:
    lesson = LIBRARY.lessons[name]
    for answers in ways(lesson):
        steps = Place(name, lesson, answers=answers).chosen_steps
        assert len(steps) >= 8
        assert sum(isinstance(step, Tap) for step in steps) >= 4


@pytest.mark.parametrize("name", FOLDERS)
def test_the_ways_reach_every_step(name: str) -> None:
    lesson = LIBRARY.lessons[name]
    reached = {
        step.say for answers in ways(lesson) for step in Place(name, lesson, answers=answers).chosen_steps
    }
    assert reached == {step.say for step in lesson.steps}


@pytest.mark.parametrize("name", FOLDERS)
def test_a_lesson_has_fresh_sources(name: str) -> None:
    lesson = LIBRARY.lessons[name]
    assert all(source.checked_on < lesson.review_by for source in lesson.sources)
    assert all(date(2026, 1, 1) <= source.checked_on for source in lesson.sources)


def test_every_icon_that_content_names_is_shipped() -> None:
    named = {icon for screen in LIBRARY.screens.values() for icon in icons(screen)}
    named |= {shelf.icon for shelf in LIBRARY.shelves}
    assert named - icon_names() == set()


def test_english_is_complete() -> None:
    assert [problem.text() for problem in catalogue_problems(SHIPPED, "en")] == []


@pytest.mark.parametrize("name", LIBRARY.city.links)
def test_every_link_may_become_a_code(name: str) -> None:
    link = LIBRARY.city.links[name]
    assert link.url.startswith("https://")
    check_address(link.url)
    assert link.host in link.url


def test_every_link_is_used_and_every_lesson_leads_somewhere() -> None:
    used = {link for lesson in LIBRARY.lessons.values() for link in lesson.links}
    assert used == set(LIBRARY.city.links)
    assert all(lesson.links for lesson in LIBRARY.lessons.values())


def test_every_screen_is_used() -> None:
    used = {
        step.screen for lesson in LIBRARY.lessons.values() for step in lesson.steps if hasattr(step, "screen")
    }
    assert set(LIBRARY.screens) - used == set()


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("fonts/OFL-BIZUDPGothic.txt", "SIL OPEN FONT LICENSE"),
        ("icons/LICENSE-Material-Symbols-Apache-2.0.txt", "Apache License"),
        ("theme/LICENSE-design-tokens-MIT.txt", "MIT License"),
    ],
)
def test_what_others_made_comes_with_its_licence(file: str, words: str) -> None:
    assert words.lower() in (ASSETS / file).read_text(encoding="utf-8").lower()
