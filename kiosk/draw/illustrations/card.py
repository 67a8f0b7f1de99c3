"""The practice card, the phone that is laid on it, and the paper that is scanned."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from kiosk.draw.illustrations.camera import draw_code_bearer
from kiosk.draw.illustrations.phones import draw_phone_back, draw_phone_front
from kiosk.draw.illustrations.shapes import SHADOW, Drawing, round_pen
from kiosk.draw.ruby import RubyBlock
from kiosk.lessons.phone.elements import Reading
from kiosk.lessons.phone.pictures import CameraSubject
from kiosk.lessons.phone.screen import Skin

CARD_WIDE, CARD_HIGH = 100.0, 63.0
"""The proportions of a bank card (ISO/IEC 7810, ID-1)."""

_INK, _BARS = QColor("#1F2A37"), "#C7CDD3"
_BLUE, _GREEN, _TRACK = "#0017C1", "#197A4B", "#D5DCEB"


@dataclass(frozen=True)
class CardPlaces:
    """Where a card lies in its box, and where its words go, in px."""

    card: QRectF
    title: QRectF
    words: QRectF


def card_places(box: QRectF) -> CardPlaces:
    """For setting the words of a card that will be painted in `box`."""
    unit = min(box.width() / CARD_WIDE, box.height() / CARD_HIGH)
    corner = box.center() - QPointF(CARD_WIDE / 2, CARD_HIGH / 2) * unit

    def place(x: float, y: float, wide: float, high: float) -> QRectF:
        return QRectF(corner.x() + x * unit, corner.y() + y * unit, wide * unit, high * unit)

    return CardPlaces(
        place(0, 0, CARD_WIDE, CARD_HIGH), place(5, 1.5, 90, 11), place(31, 16, 65, CARD_HIGH - 18)
    )


def paint_practice_card(painter: QPainter, box: QRectF, words: Sequence[RubyBlock] = ()) -> None:
    """A pale card of nobody: the first of `words` is its title, the others stand below each other.

    Set them to the widths of `card_places(box)`. Without words grey bars stand for them.
    """
    with Drawing.inside(painter, box, CARD_WIDE, CARD_HIGH) as draw:
        draw_card(draw)
        if not words:
            _draw_bars(draw)
    places = card_places(box)
    for block in words[:1]:
        top = places.title.center().y() - block.height / 2
        block.paint(painter, QPointF(places.title.left(), top), _INK)
    top = places.words.top()
    for block in words[1:]:
        block.paint(painter, QPointF(places.words.left(), top), _INK)
        top += block.height


def draw_card(draw: Drawing) -> None:
    """Without its words: a silhouette for a face, and a chip."""
    draw.sheet("#DCE5EC", SHADOW, 0, 0, 100, 63, 5, 1.5)
    draw.rect("#FAF7EF", 0, 14, 100, 49, 5)
    draw.rect("#FAF7EF", 0, 14, 100, 10)
    draw.rect("#E3E8EC", 5, 18, 21, 25, 2)
    with draw.clipped(5, 18, 21, 25) as photo:
        photo.oval("#9BA8B5", 15.5, 27.4, 5)
        photo.oval("#9BA8B5", 15.5, 43, 9, 8.6)
    draw.rect("#E2C063", 8, 48, 15, 10.5, 2)
    for line in ([(8.4, 53.2), (22.6, 53.2)], [(13, 48.4), (13, 58.1)], [(18, 48.4), (18, 58.1)]):
        draw.line("#B8953F", 0.7, line)


def _draw_bars(draw: Drawing) -> None:
    draw.rect("#8FA2B3", 5, 4.8, 38, 4.6, 2)
    for y, wide in ((20, 52), (29, 60), (38, 44), (47, 56)):
        draw.rect(_BARS, 32, y, wide, 3.6, 1.8)


def paint_phone_back(painter: QPainter, box: QRectF, skin: Skin) -> None:
    """The phone from behind, as large as the box allows."""
    with Drawing.inside(painter, box, 56, 108) as draw, draw.moved(28, 53) as phone:
        draw_phone_back(phone, skin)


def paint_paper_with_code(
    painter: QPainter, box: QRectF, sees: CameraSubject = CameraSubject.QR_CODE
) -> None:
    """What the camera is held over: a printed sheet with a make-believe code, or a shop's stand."""
    with Drawing.inside(painter, box, 82, 108) as draw, draw.moved(40.5, 53.5) as sheet:
        draw_code_bearer(sheet, sees, SHADOW)


def paint_card_reader(painter: QPainter, box: QRectF, stage: Reading) -> None:
    """A light picture in any contrast.

    The phone lies with its screen up, as in life: whoever sees its back would lay it down the wrong way.
    """
    with Drawing.inside(painter, box) as draw:
        draw.rect("#EDF2F8", 0, 0, 100, 100, 6)
        with draw.moved(11, 13, 0.78) as card:
            draw_card(card)
        match stage:
            case Reading.WAITING:
                _draw_waves(draw)
                _draw_lying_phone(draw)
                _draw_waves_sign(draw)
            case Reading.READING:
                _draw_lying_phone(draw)
                _draw_busy(draw)
            case Reading.DONE:
                _draw_lying_phone(draw)
                _draw_tick(draw)
            case Reading.MOVED:
                _draw_moved_phone(draw)
            case _:
                assert_never(stage)


def _draw_lying_phone(draw: Drawing) -> None:
    with draw.moved(50, 55, 0.80) as phone:
        draw_phone_front(phone)


def _draw_waves(draw: Drawing) -> None:
    """Round the place where card and phone meet, to both sides."""
    for number, colour in enumerate(("#5B6FE0", "#8F9DEB", "#C3CBF5")):
        _arcs(draw, 50, 38, 27 + number * 6, colour)


def _arcs(draw: Drawing, x: float, y: float, size: float, colour: str) -> None:
    draw.painter.setPen(round_pen(colour, 2.6))
    for middle in (0, 180):
        draw.painter.drawArc(QRectF(x - size, y - size, 2 * size, 2 * size), (middle - 24) * 16, 48 * 16)


def _draw_waves_sign(draw: Drawing) -> None:
    """On the screen: waves that come out of the phone's upper end."""
    draw.oval(_BLUE, 50, 41, 2.4)
    draw.painter.setPen(round_pen(_BLUE, 2.4))
    for size in (6.5, 11):
        place = QRectF(50 - size, 41 - size, 2 * size, 2 * size)
        draw.painter.drawArc(place, -40 * 16, 80 * 16)
        draw.painter.drawArc(place, 140 * 16, 80 * 16)


def _draw_busy(draw: Drawing) -> None:
    """A ring of dots, as for anything of which nobody knows how long it takes."""
    for number in range(8):
        turn = math.tau * number / 8
        colour = _BLUE if number < 3 else _TRACK
        draw.oval(colour, 50 + 10.5 * math.sin(turn), 53 - 10.5 * math.cos(turn), 2.5)


def _draw_tick(draw: Drawing) -> None:
    draw.oval(_GREEN, 50, 53, 13.4)
    draw.line("#FFFFFF", 3.6, [(44, 53.6), (48.4, 58), (56.4, 48.6)])


def _draw_moved_phone(draw: Drawing) -> None:
    """It left the card; an arrow leads back: once more."""
    with draw.moved(79, 66, 0.58, 12) as phone:
        draw_phone_front(phone)
    with draw.moved(38, 70) as arrow:
        arrow.curve("#FFFFFF", 6.4, _WAY_BACK)
        arrow.polygon("#FFFFFF", [(-10.4, -8), (9.4, -8), (-0.6, -23)])
        arrow.curve(_BLUE, 3.8, _WAY_BACK)
        arrow.polygon(_BLUE, [(-8, -9.4), (7, -9.4), (-0.6, -20)])


_WAY_BACK = ((18, 14), (8, 12), (1, 4), (-0.6, -9))
