"""What can be touched on a phone, and what values and words make of a screen."""

import pytest

from kiosk.lessons.base import Text
from kiosk.lessons.phone.screen import Skin
from kiosk.lessons.phone.values import has_value, refuses, with_texts, with_values
from tests.builders import Values
from tests.phone_builders import (
    ALL,
    BUBBLES,
    BUTTON,
    CAMERA,
    CHECK_BOX,
    DATE,
    DIALOG,
    FIELD,
    HEADING,
    HOME,
    LIST,
    MAP,
    NOTICE,
    PAD,
    PHOTO,
    PHOTOS,
    PROGRESS,
    RADIO,
    READER,
    ROWS,
    SECRET,
    STORE,
    SWITCH,
    TABS,
    screen,
    shown,
)

NAVIGATION = ["nav-back", "nav-home", "nav-recent"]
KEYS = [f"pad.{key}" for key in (*"1234567890", "delete")]
WHEELS = [f"born.{wheel}-{way}" for wheel in ("year", "month", "day") for way in ("more", "less")]


def ids(phone) -> list[str]:
    return [one.id for one in phone.touchables()]


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        (HOME, ["a", "b", "d"]),
        (HOME | {"page": 1}, ["c", "d"]),
        (HOME | {"page": 3}, ["c", "d"]),
        (ROWS, ["row-1", "row-2"]),
        (RADIO, ["man", "woman"]),
        (PHOTOS, ["cat", "sea"]),
        (BUBBLES, ["one", "two"]),
        (PAD, KEYS),
        *[
            (element, [element["id"]])
            for element in (BUTTON, CHECK_BOX, SWITCH, LIST, DATE, FIELD, CAMERA, MAP, PHOTO, STORE)
        ],
        *[(element, []) for element in (HEADING, PROGRESS, READER)],
    ],
    ids=lambda value: value["kind"] if isinstance(value, dict) else "",
)
def test_what_of_an_element_can_be_touched(element: Values, expected: list[str]) -> None:
    assert ids(shown(element)) == expected


def test_the_frame_is_touched_in_reading_order() -> None:
    frame = {"banner": NOTICE, "back": "a/b", "buttons": [{"id": "menu", "label": "め", "icon": "menu"}]}
    phone = shown(BUTTON, address="www.example.jp", tabs=TABS, skin=Skin.ANDROID, **frame)
    assert ids(phone) == ["notice", "back", "menu", "address", "go", "first", "second", *NAVIGATION]


@pytest.mark.parametrize(
    ("phone", "expected"),
    [
        (shown(BUTTON, dialog=DIALOG), ["yes", "no"]),
        (shown(BUTTON, LIST, opened="town"), ["x", "y", "list-close"]),
        (shown(BUTTON, DATE, opened="born"), [*WHEELS, "born.decide"]),
        (shown(BUTTON, opened="go"), ["go"]),
        (shown(BUTTON, opened="nothing"), ["go"]),
        (shown(LIST, dialog=DIALOG, opened="town"), ["yes", "no"]),
    ],
    ids=["dialog", "list", "date", "no-list", "nothing", "dialog-over-list"],
)
def test_what_lies_on_top_hides_the_rest(phone, expected: list[str]) -> None:
    assert ids(phone) == expected


def test_everything_that_can_be_touched_has_a_name() -> None:
    phones = [shown(*ALL, skin=Skin.ANDROID), shown(DATE, opened="born"), shown(LIST, opened="town")]
    assert all(one.label for phone in phones for one in phone.touchables())


@pytest.mark.parametrize(
    ("typing", "keys"), [("field", "kana"), ("secret", "latin"), ("go", None), ("", None)]
)
def test_the_keyboard_of_the_field_is_up(typing: str, keys: str | None) -> None:
    assert shown(FIELD, SECRET, BUTTON, typing=typing).keys == keys


def test_a_secret_is_never_heard() -> None:
    assert shown(SECRET | {"value": "ABC123"}).element("secret").heard_value is None
    assert shown(FIELD | {"value": "さとう"}).element("field").heard_value == "さとう"


VALUES = [
    (CHECK_BOX, "agree", "on", "on", True),
    (SWITCH, "wifi", "off", "on", False),
    (RADIO, "sex", "man", "chosen", "man"),
    (LIST, "town", "", "chosen", None),
    (PHOTOS, "album", "sea", "chosen", "sea"),
    (FIELD, "field", "さとう", "value", "さとう"),
    (MAP, "map", "flood", "hazard", "flood"),
    (MAP, "map.shelters", "on", "shelters", True),
    (MAP, "map.zoom", "2", "zoom", 2),
    (PHOTO, "photo.zoom", "1", "zoom", 1),
    (CAMERA, "camera", "far", "view", "far"),
    (CAMERA, "camera.framed", "on", "framed", True),
    (HOME, "home", "1", "page", 1),
    (PROGRESS, "bar", "50", "percent", 50),
    (STORE, "store", "ready", "stage", "ready"),
    (STORE, "store.percent", "50", "percent", 50),
    (PAD, "pad", "4", "entered", 4),
    (READER, "reader", "done", "stage", "done"),
]


@pytest.mark.parametrize(("element", "key", "value", "field", "expected"), VALUES)
def test_a_value_shows(element: Values, key: str, value: str, field: str, expected: object) -> None:
    there = screen(element)
    assert has_value(there, key)
    assert not refuses(there, key, value)
    assert getattr(with_values(there, {key: value}).body[0], field) == expected


@pytest.mark.parametrize(
    ("element", "key", "value"),
    [
        (CHECK_BOX, "agree", "yes"),
        (RADIO, "sex", "other"),
        (LIST, "town", "z"),
        (PHOTOS, "album", "dog"),
        (DATE, "born", "きのう"),
        (MAP, "map", "fire"),
        (MAP, "map.zoom", "3"),
        (CAMERA, "camera", "up"),
        (HOME, "home", "2"),
        (HOME, "home", "-1"),
        (PROGRESS, "bar", "101"),
        (STORE, "store", "gone"),
        (PAD, "pad", "5"),
        (READER, "reader", "off"),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_left_out(element: Values, key: str, value: str) -> None:
    there = screen(element)
    assert refuses(there, key, value)
    assert with_values(there, {key: value}) == there


@pytest.mark.parametrize("key", ["nothing", "go", "map.nothing", "heading"])
def test_what_has_no_value(key: str) -> None:
    there = screen(BUTTON, MAP, HEADING)
    assert not has_value(there, key)
    assert with_values(there, {key: "on"}) == there


def test_a_tab_is_chosen() -> None:
    there = screen(tabs=TABS)
    assert with_values(there, {"tabs": "second"}).tabs.chosen == "second"
    assert with_values(there, {"tabs": "third"}) == there
    assert (refuses(there, "tabs", "second"), refuses(there, "tabs", "third")) == (False, True)


@pytest.mark.parametrize("name", ["go", "heading", "row-2", "man", "two", "bar", "address"])
def test_a_lesson_puts_its_own_words_on_a_shared_screen(name: str) -> None:
    there = screen(BUTTON, HEADING, ROWS, RADIO, BUBBLES, bar="バー", address="www.example.jp")
    other = with_texts(there, {name: Text("べつの言葉")})
    assert other.model_dump_json().count("べつの言葉") == 1
    assert with_texts(there, {"nothing": Text("べつの言葉")}) == there
