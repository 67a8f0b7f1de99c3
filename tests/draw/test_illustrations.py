from functools import partial

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.draw.icons import icon_names, paint_icon
from kiosk.draw.illustrations.camera import paint_camera
from kiosk.draw.illustrations.card import (
    card_places,
    paint_card_reader,
    paint_paper_with_code,
    paint_phone_back,
    paint_practice_card,
)
from kiosk.draw.illustrations.photos import paint_photo
from kiosk.draw.ruby import TextStyle, set_text
from kiosk.lessons.phone.elements import Reading
from kiosk.lessons.phone.pictures import Camera, CameraSubject, CameraView, PhotoSubject
from kiosk.lessons.phone.screen import Skin
from kiosk.text.ruby import Segment
from tests.draw.pictures import all_differ, picture

CODES = (CameraSubject.QR_CODE, CameraSubject.PAYMENT_CODE)
YELLOW = QColor("#FFC800")


def camera_picture(sees: CameraSubject, view: CameraView = CameraView.RIGHT, framed: bool = False) -> QImage:
    shown = Camera(kind="camera", id="view", label="カメラの画面", sees=sees, view=view, framed=framed)
    return picture(partial(paint_camera, camera=shown), 300, 360)


def test_the_camera_sees_different_things_and_codes_in_different_ways() -> None:
    things = [camera_picture(sees) for sees in CameraSubject if sees not in CODES]
    codes = [camera_picture(sees, view) for sees in CODES for view in CameraView]
    assert all_differ([*things, *codes])


@pytest.mark.parametrize("sees", CODES)
def test_the_yellow_frame_comes_only_when_the_code_lies_right(sees: CameraSubject) -> None:
    with_frame = {view: camera_picture(sees, view, True) for view in CameraView}
    changed = [view for view in CameraView if with_frame[view] != camera_picture(sees, view)]
    assert changed == [CameraView.RIGHT]
    row = with_frame[CameraView.RIGHT].height() // 2
    assert any(with_frame[CameraView.RIGHT].pixelColor(x, row) == YELLOW for x in range(300))


@pytest.mark.parametrize("side", [60, 600])
def test_every_photo_at_every_zoom_is_another_picture(side: int) -> None:
    shown = [(subject, zoom) for subject in PhotoSubject for zoom in range(3)]
    assert all_differ([picture(partial(paint_photo, subject=s, zoom=zoom), side, side) for s, zoom in shown])


@pytest.mark.parametrize("subject", PhotoSubject)
@pytest.mark.parametrize("size", [(120, 200), (200, 120), (160, 160)])
def test_a_photo_fills_its_box_and_nothing_else(subject: PhotoSubject, size: tuple[int, int]) -> None:
    ground = QColor("#FF00FF")
    inner = QRectF(20, 20, *size)
    image = picture(
        lambda painter, box: paint_photo(painter, inner, subject), size[0] + 40, size[1] + 40, ground.name()
    )
    colours = {(x, y): image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())}
    assert all((colour != ground) == inner.contains(x + 0.5, y + 0.5) for (x, y), colour in colours.items())


def test_every_stage_of_reading_a_card_looks_different() -> None:
    assert all_differ([picture(partial(paint_card_reader, stage=stage)) for stage in Reading])


def test_the_two_phones_differ_and_so_do_the_papers() -> None:
    phones = [picture(partial(paint_phone_back, skin=skin)) for skin in Skin]
    papers = [picture(partial(paint_paper_with_code, sees=sees)) for sees in CODES]
    assert all_differ([*phones, *papers])


@pytest.mark.parametrize("box", [QRectF(10, 10, 400, 252), QRectF(0, 0, 300, 300), QRectF(0, 0, 600, 200)])
def test_the_words_of_a_card_lie_on_it(box: QRectF) -> None:
    places = card_places(box)
    assert box.adjusted(-0.01, -0.01, 0.01, 0.01).contains(places.card)
    assert places.card.contains(places.title) and places.card.contains(places.words)
    assert not places.title.intersects(places.words)


def test_the_words_given_are_on_the_card() -> None:
    words = [set_text((Segment(text),), 200, TextStyle(px=16)) for text in ("練習用", "1234")]
    cards = [picture(partial(paint_practice_card, words=some)) for some in ((), words[:1], words)]
    assert all_differ(cards)


@pytest.mark.parametrize("name", sorted(icon_names()))
def test_every_icon_leaves_ink(name: str) -> None:
    image = QImage(48, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    blank = image.copy()
    painter = QPainter(image)
    paint_icon(painter, name, QRectF(0, 0, 48, 48), QColor("#0017C1"))
    painter.end()
    assert image != blank


def test_an_icon_that_is_not_there_is_a_question_mark() -> None:
    assert icon("nothing") == icon("help") != icon("home")


def icon(name: str) -> QImage:
    image = QImage(48, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_icon(painter, name, QRectF(0, 0, 48, 48), QColor("black"))
    painter.end()
    return image
