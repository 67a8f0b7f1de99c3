from functools import partial

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.draw.illustrations.hand import paint_hand, paint_path_arrow
from kiosk.draw.palette import palette
from tests.draw.pictures import all_differ, picture

TIP = QPointF(120, 100)


def hand(ground: str = "white", size: float = 150, pressing: bool = False) -> QImage:
    def paint(painter: QPainter, box: QRectF) -> None:
        paint_hand(painter, TIP, size, pressing)

    return picture(paint, ground=ground)


def first_ink(image: QImage, ground: str = "white") -> int:
    """How many pixels below its upper edge the picture begins."""
    rows = range(image.height())
    return next(
        y for y in rows if any(image.pixelColor(x, y) != QColor(ground) for x in range(image.width()))
    )


@pytest.mark.parametrize("pressing", [False, True])
@pytest.mark.parametrize("size", [60.0, 150.0, 190.0])
def test_the_finger_ends_where_it_was_asked_to(size: float, pressing: bool) -> None:
    image = hand(size=size, pressing=pressing)
    assert abs(first_ink(image) - TIP.y()) <= max(1.0, size * 0.02)
    assert image.pixelColor(round(TIP.x() + size * 0.005), round(TIP.y() + size * 0.015)).lightness() < 90


@pytest.mark.parametrize("ground", ["white", "black", "#0017C1", "#1A1A1A"])
def test_the_hand_stands_out_from_any_ground(ground: str) -> None:
    image = hand(ground)
    inside = image.pixelColor(QPointF(TIP.x() + 12, TIP.y() + 27).toPoint())
    edge = image.pixelColor(QPointF(TIP.x() + 1, TIP.y() + 2).toPoint())
    assert inside.lightness() - edge.lightness() > 150


def test_a_pressing_hand_looks_different_and_may_have_ripples() -> None:
    with_ripples = partial(paint_hand, tip=TIP, size=150, pressing=True, colours=palette("light"))
    rippled = picture(lambda painter, box: with_ripples(painter))
    assert all_differ([hand(), hand(pressing=True), rippled])


@pytest.mark.parametrize("end", [QPointF(250, 40), QPointF(30, 150), QPointF(150, 280), QPointF(190, 150)])
def test_the_arrow_leads_from_its_start_to_its_end(end: QPointF) -> None:
    start, colours = QPointF(150, 150), palette("light")
    image = picture(lambda painter, box: paint_path_arrow(painter, start, end, colours), ground="#B4D3A4")
    close = end + (start - end) * 0.03
    assert image.pixelColor(start.toPoint()) == colours.target
    assert image.pixelColor(close.toPoint()) != QColor("#B4D3A4")
    beyond = end + (end - start) * 0.12
    assert image.pixelColor(beyond.toPoint()) == QColor("#B4D3A4")


def test_a_way_without_length_has_no_arrow() -> None:
    blank = picture(lambda painter, box: None)
    assert picture(lambda painter, box: paint_path_arrow(painter, TIP, TIP, palette("light"))) == blank
