"""Everything that is shipped: lessons, screens, pictures, addresses, readings, translations, licences."""

from datetime import date
from typing import get_args

import pytest

from kiosk.handout.qr import make_qr
from kiosk.i18n.check import check_all
from kiosk.i18n.update import catalogue_problems
from kiosk.lessons.library import load_library
from kiosk.lessons.phone.elements import Element
from kiosk.lessons.phone.gestures import Edge, Size, Way
from kiosk.lessons.phone.pictures import CameraView
from kiosk.lessons.place import Place
from kiosk.lessons.problems import Severity
from kiosk.lessons.rehearsal import ways
from kiosk.lessons.steps import Credential, Pin, Pinch, PinGoal, Practice, Scan, Step, Swipe, Tap
from kiosk.paths import ASSETS, SHIPPED

LIBRARY = load_library(SHIPPED)
FRAME = ("bar", "back", "buttons", "address", "tabs", "dialog", "banner", "shade", "toast", "scrolls")
FOLDERS = sorted(path.parent.name for path in (SHIPPED / "lessons").glob("*/lesson.yaml"))


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
        assert sum(isinstance(step, Practice) for step in steps) >= 4


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


def test_english_is_complete() -> None:
    assert [problem.text() for problem in catalogue_problems(SHIPPED, "en")] == []


@pytest.mark.parametrize("name", LIBRARY.city.links)
def test_every_link_becomes_a_code(name: str) -> None:
    link = LIBRARY.city.links[name]
    assert make_qr(link.url, LIBRARY.city.hosts).url == link.url
    assert link.host in link.url


def test_every_link_is_used_and_every_lesson_leads_somewhere() -> None:
    used = {link for lesson in LIBRARY.lessons.values() for link in lesson.links}
    assert used == set(LIBRARY.city.links)
    assert all(lesson.links for lesson in LIBRARY.lessons.values())


def test_every_kind_of_element_and_step_has_a_lesson() -> None:
    """Also what stands in a screen's frame, every gesture, every goal of a secret and every fault of a code."""
    steps = [step for lesson in LIBRARY.lessons.values() for step in lesson.steps]
    screens = [LIBRARY.screens[step.screen] for step in steps if getattr(step, "screen", None)]
    body = {type(element) for screen in screens for element in screen.body}
    assert set(get_args(get_args(Element)[0])) - body == set()
    assert set(get_args(get_args(Step)[0])) - {type(step) for step in steps} == set()
    assert all(any(getattr(screen, part) for screen in screens) for part in FRAME)
    assert any(screen.dialog and screen.dialog.icon for screen in screens)
    assert {step.way for step in steps if isinstance(step, Swipe)} == {*Way, *Edge}
    assert {step.size for step in steps if isinstance(step, Pinch)} == set(Size)
    assert {step.goal for step in steps if isinstance(step, Pin)} == set(PinGoal)
    assert {step.which for step in steps if isinstance(step, Pin)} == set(Credential)
    assert {step.times for step in steps if isinstance(step, Tap)} == {1, 2}
    assert {step.show for step in steps if isinstance(step, Scan)} >= {
        CameraView.NEAR,
        CameraView.FAR,
        CameraView.SHADOW,
        CameraView.OUTSIDE,
    }


@pytest.mark.parametrize("name", FOLDERS)
def test_a_lesson_lets_one_go_wrong_in_two_ways(name: str) -> None:
    """Marked in the file, so that an author counts them too."""
    text = (SHIPPED / "lessons" / name / "lesson.yaml").read_text(encoding="utf-8")
    assert text.count("# まちがい:") >= 2


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
