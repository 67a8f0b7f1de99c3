"""The place that is offered again after a crash: what is kept of a visit, and what is made of it."""

import json
import random
from dataclasses import replace

import pytest

from kiosk.lessons.library import load_library
from kiosk.lessons.place import Place
from kiosk.text.kana_input import Typed
from kiosk.visit import moves
from kiosk.visit.kept import Moment, kept, read_kept, taken_up
from kiosk.visit.visit import (
    ChooseLanguage,
    Contrast,
    Front,
    Home,
    InLesson,
    Missed,
    OnShelf,
    Speed,
    TextSize,
    Visit,
)
from tests.builders import FREE, ask, lesson_values, look, tap, write_data

NOW = Moment("this boot", 1000.0)
LOOKS = Visit(
    language="en",
    text_size=TextSize.LARGEST,
    contrast=Contrast.YELLOW,
    furigana=False,
    read_aloud=False,
    speed=Speed.SLOW,
    volume=5,
    low_reach=True,
    left_handed=True,
    phone_kind="android",
)


@pytest.fixture
def library(tmp_path):
    steps = (look(), ask(remember="phone", choices={"iphone": "い", "android": "あ"}), tap())
    return load_library(write_data(tmp_path, {"camera": lesson_values(*steps)}, free=[FREE]))


def in_lesson(library, index=2, **more):
    return InLesson(Place("camera", library.lessons["camera"], index, {"phone": "android"}), **more)


def again(visit, library):
    found = read_kept(kept(visit, NOW))
    assert found
    return taken_up(found, Visit(), library)


@pytest.mark.parametrize("page", [Home(), OnShelf("first-steps"), Front("camera", "first-steps")])
def test_a_page_is_found_again_as_it_looked(library, page):
    visit = replace(LOOKS, page=page)
    assert again(visit, library) == visit


@pytest.mark.parametrize("index", range(4))
def test_a_step_is_found_again_with_the_answers_before_it(library, index):
    visit = replace(LOOKS, page=in_lesson(library, index))
    assert again(visit, library) == visit


def test_free_practice_begins_anew(library):
    visit = moves.explore(LOOKS, library.free_app("home"))
    assert again(visit, library) == visit


def test_whoever_was_choosing_a_language_is_where_they_came_from(library):
    page = in_lesson(library)
    assert again(replace(LOOKS, page=ChooseLanguage(page)), library).page == page
    assert again(replace(LOOKS, page=ChooseLanguage()), library).page == Home()


def test_nothing_typed_or_pressed_is_kept(library):
    busy = in_lesson(library, typed=Typed("ひみつ"), entered="7392", feedback=Missed("map"), misses=2)
    visit = replace(LOOKS, page=busy, typing_hits=9)
    assert kept(visit, NOW) == kept(replace(LOOKS, page=in_lesson(library)), NOW)
    text = kept(visit, NOW).decode()
    assert all(word not in text for word in ("ひみつ", "7392", "map"))


@pytest.mark.parametrize(
    ("steps", "page"),
    [
        ((look(),), Front("camera", "first-steps")),
        ((look(), look(), look(), tap()), Front("camera", "first-steps")),
    ],
)
def test_a_step_that_is_gone_leads_to_the_front_page(library, tmp_path, steps, page):
    now = load_library(write_data(tmp_path / "now", {"camera": lesson_values(*steps)}))
    assert again(replace(LOOKS, page=in_lesson(library)), now).page == page


def test_a_lesson_that_is_gone_leads_to_the_shelf(library, tmp_path):
    now = load_library(write_data(tmp_path / "now", {"other": lesson_values()}))
    assert again(replace(LOOKS, page=in_lesson(library)), now).page == OnShelf("first-steps")


def test_it_is_as_old_as_a_clock_says_that_nobody_sets():
    assert NOW.age_s(Moment("this boot", 1002.5)) == 2.5
    assert NOW.age_s(Moment("this boot", 999.0)) == float("inf")
    assert NOW.age_s(Moment("another boot", 1002.5)) == float("inf")


def changed(path, value):
    """What is kept, with another value somewhere in it."""
    whole = json.loads(kept(LOOKS, NOW))
    inside = whole
    for name in path[:-1]:
        inside = inside[name]
    inside[path[-1]] = value
    return json.dumps(whole).encode()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["format"], 2),
        (["page"], None),
        (["page"], []),
        (["page", "step"], "1"),
        (["page", "answers"], [["phone"]]),
        (["page", "more"], 1),
        (["comfort"], {}),
        (["comfort", "volume"], 99),
        (["comfort", "volume"], True),
        (["comfort", "furigana"], 1),
        (["comfort", "contrast"], "pink"),
        (["comfort", "contrast"], []),
        (["comfort", "language"], {"a": "b"}),
        (["moment", "seconds"], "soon"),
        (["moment", "seconds"], 10**30),
        (["moment", "boot"], 1),
        (["moment"], 3),
        (["taken"], "1"),
    ],
)
def test_wrong_values_are_no_place(path, value):
    assert read_kept(changed(path, value)) is None


@pytest.mark.parametrize(
    "data", [b"", b"null", b"[]", b"{}", b"[" * 9000, b"{" + b" " * 99_999 + b"}", b"1" * 9000]
)
def test_other_files_are_no_place(data):
    assert read_kept(data) is None


def test_a_file_that_broke_off_is_no_place():
    whole = kept(LOOKS, NOW)
    assert {read_kept(whole[:length]) for length in range(len(whole))} == {None}


def test_noise_is_no_place():
    noise = random.Random(6)
    assert {read_kept(noise.randbytes(noise.randrange(900))) for _ in range(300)} == {None}


def test_numbers_that_fit_nowhere_lead_to_the_front_page(library):
    far = changed(
        ["page"], {**json.loads(kept(replace(LOOKS, page=in_lesson(library)), NOW))["page"], "step": 10**18}
    )
    found = read_kept(far)
    assert found
    assert taken_up(found, Visit(), library).page == Front("camera", "first-steps")
