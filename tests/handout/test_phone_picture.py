from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.handout.phone_picture import phone_block
from kiosk.lessons.phone.screen import Skin
from tests.draw.phones import EVERYTHING, field, shown

pytestmark = pytest.mark.usefixtures("fonts")

WIDTH = 480.0


def picture(marked: str | None = None, **screen: Any) -> QImage:
    block = phone_block(shown(**screen), marked, WIDTH, "ja")
    image = QImage(int(WIDTH), int(block.height), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    block.paint(painter)
    painter.end()
    return image


def test_a_ring_shows_what_to_touch() -> None:
    body = EVERYTHING["apps"]["body"]
    assert picture(None, body=body) == picture("nothing of the screen", body=body)
    assert picture("camera", body=body) != picture("mail", body=body) != picture(None, body=body)


def test_a_phone_on_paper_is_as_tall_as_its_screen_needs() -> None:
    heights = [
        phone_block(shown(body=[field(f"f-{one}") for one in range(count)]), None, WIDTH, "ja").height
        for count in (1, 2, 6)
    ]
    assert heights[0] == heights[1] < heights[2]


@pytest.mark.parametrize("skin", list(Skin))
def test_nothing_is_left_to_scroll_on_paper(skin: Skin) -> None:
    long = EVERYTHING["long"]
    assert picture("field-8", skin=skin, **long) != picture(None, skin=skin, **long)


DRAWN = {"camera", "pay-code", "permission", "map", "photo", "photos", "card-reader"}
"""Drawn pictures have colours of their own; the printer makes them grey."""


@pytest.mark.parametrize("name", sorted(EVERYTHING.keys() - DRAWN))
def test_a_phone_on_paper_has_no_colour(name: str) -> None:
    image = picture(**EVERYTHING[name])
    places = [(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]
    assert max(image.pixelColor(*place).saturation() for place in places) == 0
