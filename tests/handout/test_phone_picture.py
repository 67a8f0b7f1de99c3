from collections import Counter
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.handout.blocks import Block
from kiosk.handout.phone_picture import PhonePiece
from kiosk.lessons.phone.screen import Skin
from tests.draw.phones import EVERYTHING, field, shown

pytestmark = pytest.mark.usefixtures("fonts")

WIDTH = 480.0


def block_of(marked: str | None = None, tallest: float = 9999, **screen: Any) -> Block:
    return PhonePiece.of(shown(**screen), marked, "ja").block(WIDTH, tallest)


def picture(marked: str | None = None, **screen: Any) -> QImage:
    block = block_of(marked, **screen)
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
    heights = [block_of(body=[field(f"f-{one}") for one in range(count)]).height for count in (1, 2, 6)]
    assert heights[0] == heights[1] < heights[2]


def test_a_phone_is_drawn_smaller_before_it_gets_too_tall() -> None:
    assert block_of(tallest=700, **EVERYTHING["long"]).height == 700


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


@pytest.mark.parametrize("name", sorted(EVERYTHING.keys() - DRAWN))
def test_words_and_lines_are_black_and_grounds_are_nearly_white(name: str) -> None:
    image = picture(**EVERYTHING[name])
    shades = Counter(
        image.pixelColor(x, y).value() for x in range(image.width()) for y in range(image.height())
    )
    between = sum(count for shade, count in shades.items() if 60 < shade < 225)
    assert between < 0.08 * shades.total(), "grey would vanish in a copy"
