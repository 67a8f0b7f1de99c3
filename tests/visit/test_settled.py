"""The resident's place in content that has changed."""

from dataclasses import replace

import pytest

from kiosk.errors import Message
from kiosk.lessons.library import load_library
from kiosk.lessons.model import FreeApp
from kiosk.lessons.phone.state import PhoneState
from kiosk.lessons.place import Place
from kiosk.visit.settled import settled
from kiosk.visit.visit import (
    Attract,
    ChooseLanguage,
    Exploring,
    Front,
    Home,
    InLesson,
    Missed,
    OnShelf,
    TakeHome,
)
from tests.builders import ask, lesson_values, look, tap, write_data

SHELF = OnShelf("first-steps")
FRONT = Front("camera", "first-steps")


@pytest.fixture
def library_of(tmp_path):
    made = iter(range(9))
    return lambda **lessons: load_library(write_data(tmp_path / str(next(made)), lessons))


@pytest.fixture
def library(library_of):
    return library_of(camera=lesson_values(look(), tap()))


def inside(library, index, **more):
    return InLesson(Place("camera", library.lessons["camera"], index), **more)


@pytest.mark.parametrize(
    "page", [Attract(), ChooseLanguage(), ChooseLanguage(SHELF), Home(True), SHELF, FRONT]
)
def test_a_page_that_is_still_there_stays(library, page):
    assert settled(page, library) == page


def test_a_step_stays_with_everything_on_it(library, library_of):
    page = inside(library, 1, feedback=Missed("map", 2), praised=True)
    now = library_of(camera=lesson_values(look(), tap(say="いま。")))
    assert settled(page, now) == inside(now, 1, feedback=Missed("map", 2), praised=True)


def test_a_step_that_asks_something_else_begins_anew(library, library_of):
    page = inside(library, 1, feedback=Missed("map", 2), praised=True)
    now = library_of(camera=lesson_values(look(), tap(target="map")))
    assert settled(page, now) == inside(now, 1)


def test_the_end_stays_the_end(library, library_of):
    page = inside(library, 2, sheet=TakeHome(message=Message("印刷しています。")))
    now = library_of(camera=lesson_values(look(), look(), look(), tap()))
    assert settled(page, now) == inside(now, 4, sheet=page.sheet)


def test_a_shorter_lesson_is_at_its_end(library, library_of):
    now = library_of(camera=lesson_values())
    assert settled(inside(library, 1, praised=True), library_of(camera=lesson_values(look()))).place.finished
    assert settled(inside(library, 1), now) == inside(now, 1)


def test_another_kind_of_step_begins_with_the_front_page(library, library_of):
    now = library_of(camera=lesson_values(look(), look()))
    assert settled(inside(library, 1), now) == FRONT


def test_a_step_that_is_off_the_way_begins_with_the_front_page(library, library_of):
    now = library_of(camera=lesson_values(ask(), tap(when={"phone": "android"})))
    assert settled(inside(library, 1), now) == FRONT


def test_an_answer_that_is_no_longer_offered_is_forgotten(library_of):
    before = library_of(camera=lesson_values(ask(), tap()))
    now = library_of(camera=lesson_values(ask(choices=("iphone", "other")), tap()))
    place = Place("camera", before.lessons["camera"], 1, {"phone": "android"})
    assert settled(InLesson(place), now).place.answers == {}


@pytest.mark.parametrize("page", [FRONT, Front("camera")])
def test_without_the_lesson_there_is_its_shelf_or_home(library, library_of, page):
    assert settled(page, library_of(other=lesson_values())) == (SHELF if page.shelf else Home())


def test_without_the_lesson_its_step_leads_to_the_shelf(library, library_of):
    now = library_of(other=lesson_values())
    assert settled(ChooseLanguage(inside(library, 1)), now) == ChooseLanguage(SHELF)


def test_without_the_shelf_there_is_home(library, library_of):
    assert settled(OnShelf("gone"), library) == Home()
    assert settled(Front("camera", "gone"), library) == FRONT


def test_free_practice_goes_on_as_long_as_it_is_offered(library):
    page = Exploring("map", PhoneState("home/first"), "first-steps")
    app = FreeApp(
        id="map", title="ちず", summary="みます。", shelf="first-steps", icon="map", screen="home/first"
    )
    assert settled(page, replace(library, free=(app,))) == page
    assert settled(page, library) == SHELF
