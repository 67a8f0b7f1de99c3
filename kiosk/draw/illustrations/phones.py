"""Two neutral phones of nobody's make, round their own middle: 50 units wide and 100 high."""

from typing import assert_never

from kiosk.draw.illustrations.shapes import SHADOW, Drawing
from kiosk.lessons.phone.screen import Skin


def draw_phone_back(draw: Drawing, skin: Skin) -> None:
    """The side that is held to a card: one phone has its cameras in a corner, the other in the middle."""
    _draw_body(draw, "#3D4350")
    draw.rect("#59616F", -22.6, -47.6, 45.2, 95.2, 7)
    draw.polygon("#636C7B", [(-22.6, 18), (22.6, -30), (22.6, 2), (-22.6, 50 - 2.4 - 9)])
    match skin:
        case Skin.IPHONE:
            draw.rect("#434A57", -19.5, -44.5, 15, 23, 5)
            for y in (-38.5, -27.5):
                _draw_lens(draw, -12, y, 4)
        case Skin.ANDROID:
            for x in (-6.5, 6.5):
                _draw_lens(draw, x, -37, 4.6)
            draw.oval("#FFF3CF", 0, -29.5, 1.4)
        case _:
            assert_never(skin)


def draw_phone_front(draw: Drawing) -> None:
    """Its lit screen up, as it lies on a card; what the screen shows is the caller's."""
    _draw_body(draw, "#26262B")
    draw.rect("#FFFFFF", -22, -46.5, 44, 93, 5)
    draw.oval("#26262B", 0, -42.4, 1.3)
    draw.rect("#B8BEC8", -8, 43, 16, 1.3, 0.65)


def _draw_body(draw: Drawing, colour: str) -> None:
    draw.rect(SHADOW, -23, -46.5, 50, 100, 9)
    draw.rect("#23262D", 23.6, -24, 2.2, 12, 1)
    draw.rect(colour, -25, -50, 50, 100, 9)


def _draw_lens(draw: Drawing, x: float, y: float, size: float) -> None:
    draw.oval("#23262D", x, y, size)
    draw.oval("#3E5C7E", x, y, size * 0.55)
    draw.oval("#B9D0E4", x - size * 0.2, y - size * 0.2, size * 0.18)
