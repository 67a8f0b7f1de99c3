from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.draw.palette import palette
from kiosk.draw.phone.items import Item
from kiosk.draw.phone.paint import PhonePainter
from kiosk.lessons.phone.screen import Skin
from kiosk.lessons.phone.shown import Shown
from tests.draw.phones import APPS, BODIES, EVERYTHING, FAMILY, FRAME, STORE, field, laid_out, shown

skins = pytest.mark.parametrize("skin", list(Skin))
contrasts = pytest.mark.parametrize("contrast", ["light", "dark", "yellow"])


def painted(what: Shown, contrast: str = "light", scrolled: float | None = None) -> QImage:
    """The phone without colour: what can be told apart here needs no colour to be told apart."""
    image = QImage(FRAME.toAlignedRect().size(), QImage.Format.Format_Grayscale8)
    image.fill(palette(contrast).stage)
    painter = QPainter(image)
    phone = PhonePainter(laid_out(what), palette(contrast))
    phone.paint_all(painter, scrolled)
    painter.end()
    return image


def painted_item(phone: PhonePainter, item: Item, pressed: bool) -> QImage:
    image = QImage(item.box.toAlignedRect().size(), QImage.Format.Format_RGB32)
    image.fill(phone.colours.surface)
    painter = QPainter(image)
    painter.translate(-item.box.topLeft())
    phone.paint_item(painter, item, pressed)
    painter.end()
    return image


@pytest.mark.parametrize("name", EVERYTHING)
@skins
@contrasts
def test_everything_to_touch_answers_a_finger_at_once(name: str, skin: Skin, contrast: str) -> None:
    phone = PhonePainter(laid_out(shown(skin, **EVERYTHING[name])), palette(contrast))
    for item in phone.layout.touchables():
        assert painted_item(phone, item, False) != painted_item(phone, item, True), item.what


STATES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("check-box", {"on": True}, {"on": False}),
    ("switch", {"on": True}, {"on": False}),
    ("radio", {"chosen": "self"}, {"chosen": "agent"}),
    ("drop-down", {"chosen": "self"}, {"chosen": "agent"}),
    ("photos", {"chosen": "sea"}, {"chosen": "cat"}),
    ("progress", {"percent": 10}, {"percent": None}),
    ("store-app", {"stage": "new"}, {"stage": "ready"}),
    ("pin-pad", {"entered": 1}, {"entered": 2}),
    ("home", {"page": 0}, {"page": 1}),
    ("camera", {"framed": True}, {"framed": False}),
    ("map", {"hazard": "flood"}, {"hazard": "tsunami"}),
    ("card-reader", {"stage": "waiting"}, {"stage": "done"}),
]


@pytest.mark.parametrize(("name", "one", "other"), STATES)
@skins
def test_a_state_is_seen_without_colour(
    name: str, one: dict[str, Any], other: dict[str, Any], skin: Skin
) -> None:
    pictures = [painted(shown(skin, body=[{**BODIES[name][0], **state}])) for state in (one, other)]
    assert pictures[0] != pictures[1]


@skins
def test_the_chosen_tab_is_seen_without_colour(skin: Skin) -> None:
    tabs = EVERYTHING["frame"]["tabs"]
    home, find = (painted(shown(skin, tabs=tabs | {"chosen": chosen})) for chosen in ("home", "find"))
    assert home != find


@pytest.mark.parametrize("name", EVERYTHING)
def test_the_two_phones_look_different(name: str) -> None:
    one, other = (painted(shown(skin, **EVERYTHING[name])) for skin in Skin)
    assert one != other


def test_a_cursor_stands_in_the_field() -> None:
    body = [field(value="西海")]
    box = QRectF(0, 0, FRAME.width(), 250).toAlignedRect()
    pictures = [painted(shown(body=body, typing=typing)).copy(box) for typing in ("name", "")]
    assert pictures[0] != pictures[1]


def test_a_scrolled_body_moves_and_the_frame_stays() -> None:
    what = shown(bar="申請", **EVERYTHING["long"])
    layout = laid_out(what)
    top, bottom = painted(what, scrolled=0.0), painted(what, scrolled=layout.scroll_room)
    above = QRectF(layout.frame.topLeft(), layout.body.topRight()).toAlignedRect().adjusted(0, 0, 0, -2)
    assert top != bottom
    assert top.copy(above) == bottom.copy(above)


def test_what_lies_behind_a_question_is_darker() -> None:
    corner = shown(body=[{"kind": "apps", "apps": APPS}])
    asked = shown(**EVERYTHING["dialog"])
    middle = FRAME.center().toPoint()
    below = middle.x(), int(FRAME.bottom()) - 60
    assert painted(asked).pixelColor(*below).lightness() < painted(corner).pixelColor(*below).lightness()


@skins
@contrasts
def test_the_phone_stays_within_its_frame(skin: Skin, contrast: str) -> None:
    image = QImage(500, 900, QImage.Format.Format_RGB32)
    image.fill(QColor("#00FF00"))
    painter = QPainter(image)
    painter.translate(20, 20)
    for name in ("dialog", "opened list", "shade", "home", "frame"):
        layout = laid_out(shown(skin, **EVERYTHING[name]))
        PhonePainter(layout, palette(contrast)).paint_all(painter)
    painter.end()
    outside = [(x, y) for x in (18, 471) for y in range(0, 900, 7)] + [
        (x, y) for y in (18, 871) for x in range(500)
    ]
    corners = [(24, 24), (465, 24), (24, 865), (465, 865)]
    assert {image.pixelColor(*at).name() for at in (*outside, *corners)} == {"#00ff00"}


def test_an_app_that_is_loading_says_so_with_words_and_a_bar() -> None:
    pictures = [painted(shown(body=[STORE | {"stage": "loading", "percent": share}])) for share in (10, 90)]
    assert pictures[0] != pictures[1]


def test_an_opened_list_marks_what_was_chosen() -> None:
    lists = [painted(shown(body=[FAMILY | {"chosen": one}], open="family")) for one in ("self", "agent")]
    assert lists[0] != lists[1]
