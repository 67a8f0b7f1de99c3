from dataclasses import fields

import pytest
from PySide6.QtGui import QColor

from kiosk.draw.palette import Palette, palette
from kiosk.lessons.phone.touchable import Tint

CONTRASTS = ("light", "dark", "yellow")
TEXT = [(ink, on) for ink in ("text", "soft_text") for on in ("surface", "paper", "bar", "tool", "chosen")]


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", CONTRASTS)
@pytest.mark.parametrize(
    ("ink", "on"),
    [
        *TEXT,
        ("text", "spoken"),
        ("text", "pressed"),
        ("text", "tool_pressed"),
        ("text", "stage"),
        ("on_main", "main"),
        ("on_main", "main_pressed"),
        ("on_practice", "practice"),
        ("main", "chosen"),
        ("main", "tool"),
        ("main", "pressed"),
        ("surface", "text"),
    ],
)
def test_text_keeps_seven_to_one(name: str, ink: str, on: str) -> None:
    colours = palette(name)
    assert contrast(getattr(colours, ink), getattr(colours, on)) >= 7


@pytest.mark.parametrize("name", CONTRASTS)
@pytest.mark.parametrize(
    ("ink", "on"),
    [
        ("done", "surface"),
        ("alert", "surface"),
        ("done", "paper"),
        ("alert", "paper"),
        ("on_done", "done"),
        ("main", "surface"),
    ],
)
def test_signs_keep_four_and_a_half_to_one(name: str, ink: str, on: str) -> None:
    colours = palette(name)
    assert contrast(getattr(colours, ink), getattr(colours, on)) >= 4.5


@pytest.mark.parametrize("name", CONTRASTS)
@pytest.mark.parametrize("ink", ["focus", "target", "main"])
def test_what_must_be_seen_stands_out_from_the_page(name: str, ink: str) -> None:
    colours = palette(name)
    assert contrast(getattr(colours, ink), colours.surface) >= 3


@pytest.mark.parametrize("name", CONTRASTS)
@pytest.mark.parametrize("tint", list(Tint))
def test_every_tint_can_be_told_from_its_background(name: str, tint: Tint) -> None:
    soft, strong = palette(name).tints[tint]
    assert contrast(soft, strong) >= 4.5


@pytest.mark.parametrize("name", CONTRASTS)
def test_every_colour_is_a_colour(name: str) -> None:
    colours = palette(name)
    assert all(getattr(colours, f.name).isValid() for f in fields(Palette) if f.name != "tints")
    assert set(colours.tints) == set(Tint)
