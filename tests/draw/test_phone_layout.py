from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from kiosk.draw.palette import palette
from kiosk.draw.phone_layout import Item, PhoneLayout, PhoneSizes, lay_out_phone
from kiosk.draw.phone_paint import PhonePainter
from kiosk.lessons.library import load_library
from kiosk.lessons.phone import PhoneScreen, touchables
from kiosk.paths import SHIPPED

SCREENS = load_library(SHIPPED).screens
BAND = "練習です"
FULL_HD = (QRectF(0, 0, 430, 900), PhoneSizes(text=27, least_text=25, touch=59, gap=12))
"""A phone on a 24 inch Full HD screen: 16 mm to touch, 3 mm between."""
PAPER = (QRectF(0, 0, 400, 720), PhoneSizes(text=22, least_text=22, touch=60, gap=10))


def laid_out(name: str, frame: QRectF = FULL_HD[0], sizes: PhoneSizes = FULL_HD[1]) -> PhoneLayout:
    return lay_out_phone(SCREENS[name], frame, sizes, BAND)


def overlaps(items: list[Item]) -> Iterator[tuple[str, str]]:
    for number, one in enumerate(items):
        for other in items[number + 1 :]:
            common = one.box.intersected(other.box)
            if common.width() > 0.01 and common.height() > 0.01:
                yield one.what.id, other.what.id


@pytest.mark.parametrize("name", SCREENS)
def test_everything_to_touch_is_on_the_glass_and_apart(name: str) -> None:
    layout = laid_out(name)
    items = list(layout.touchables())
    assert [item.what.id for item in items] == [element.id for element in touchables(SCREENS[name])]
    assert all(layout.glass.contains(item.box) for item in items)
    assert not list(overlaps(items))
    assert layout.overflow == 0


@pytest.mark.parametrize("name", SCREENS)
def test_everything_to_touch_is_large_enough_for_a_finger(name: str) -> None:
    layout = laid_out(name)
    small = [item.what.id for item in layout.touchables() if min(item.box.width(), item.box.height()) < 59]
    assert small == []


@pytest.mark.parametrize("name", SCREENS)
def test_words_stay_in_their_places(name: str) -> None:
    for item in laid_out(name).items:
        assert not [b for b in (item.label, item.note) if b and b.width > item.box.width() + 1]
        assert not item.label or item.label.height <= item.box.height() + 1


@pytest.mark.parametrize("name", SCREENS)
def test_the_practice_band_is_always_at_the_top(name: str) -> None:
    layout = laid_out(name)
    assert layout.band.top() == layout.glass.top()
    assert layout.band_label.text == BAND
    assert layout.band_label.width <= layout.glass.width()
    assert not [item for item in layout.items if item.box.intersects(layout.band)]


def test_a_dialog_hides_what_lies_behind() -> None:
    behind = {"kind": "button", "id": "behind", "label": "うしろ"}
    dialog = {
        "title": "よいですか",
        "buttons": [{"id": "yes", "label": "はい"}, {"id": "no", "label": "いいえ"}],
    }
    screen = PhoneScreen.model_validate({"body": [behind], "dialog": dialog})
    layout = lay_out_phone(screen, *FULL_HD, BAND)
    assert [item.what.id for item in layout.touchables()] == ["yes", "no"]
    assert layout.dialog is not None
    assert all(layout.dialog.box.contains(item.box) for item in layout.touchables())


def test_too_much_for_the_phone_is_told_as_overflow() -> None:
    rows = [{"id": f"row-{number}", "label": "長い名前の行です" * 3} for number in range(8)]
    screen = PhoneScreen.model_validate({"body": [{"kind": "list", "rows": rows}] * 3})
    assert lay_out_phone(screen, *FULL_HD, BAND).overflow > 0


def test_an_address_keeps_its_beginning() -> None:
    screen = PhoneScreen.model_validate(
        {"address": "www.city.saikai.nagasaki.jp/a/very/long/path/to/a/page.html"}
    )
    layout = lay_out_phone(screen, *FULL_HD, BAND)
    assert layout.address_label is not None
    assert layout.address_label.text.startswith("www.city.saikai")
    assert len(layout.address_label.lines) == 1


@pytest.mark.parametrize("contrast", ["light", "dark", "yellow"])
@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_can_be_painted(name: str, contrast: str) -> None:
    image = QImage(430, 900, QImage.Format.Format_RGB32)
    image.fill(palette(contrast).stage)
    painter = QPainter(image)
    phone = PhonePainter(laid_out(name), palette(contrast))
    phone.paint_all(painter)
    for item in phone.layout.touchables():
        phone.paint_item(painter, item, pressed=True)
    painter.end()
    assert image.pixelColor(215, 5) != palette(contrast).stage
