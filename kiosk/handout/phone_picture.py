"""A small practice phone on paper: black on white, the place to touch inside a thick ring."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.draw.palette import Palette, palette
from kiosk.draw.phone.items import PhoneLayout
from kiosk.draw.phone.layout import lay_out_phone
from kiosk.draw.phone.paint import PhonePainter
from kiosk.draw.phone_sizes import PhoneSizes
from kiosk.handout.blocks import Block
from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.phone.touchable import Touchable

_WIDTH, _HEIGHT = 160.0, 195.0
"""Units in which the phone is laid out, then scaled to the paper: cut short, or as tall as its screen needs.

So few that its lines, which are 1 to 2 units thick, are thick enough on paper to be copied.
"""
_TEXT, _LEAST_TEXT, _TOUCH, _GAP = 12, 11, 34, 5

_RING, _HALO = 4.4, 0.8


def paper_palette() -> Palette:
    """Colours that survive a black-and-white printer and a copier: black lines and words, and grounds that may fade."""
    white, black, grey = QColor("#FFFFFF"), QColor("#000000"), QColor("#ECECEC")
    light = palette("light")
    return replace(
        light,
        paper=white,
        surface=white,
        bar=white,
        hairline=black,
        outline=black,
        text=black,
        soft_text=black,
        main=black,
        on_main=white,
        tool=grey,
        chosen=QColor("#F2F2F2"),
        practice=grey,
        on_practice=black,
        target=black,
        scrim=QColor(255, 255, 255, 205),
        tints=dict.fromkeys(light.tints, (black, grey)),
    )


@dataclass(frozen=True)
class PhonePiece:
    """A phone laid out once, to be drawn in any size; nothing is scrolled on paper."""

    layout: PhoneLayout
    marked: str | None

    @staticmethod
    def of(shown: Shown, marked: str | None, language: str) -> "PhonePiece":
        return PhonePiece(_laid_out(shown, language), marked)

    def block(self, width: float, tallest: float) -> Block:
        """`width` dots wide and as tall as its screen needs; above `tallest` dots smaller, in the middle of its width."""
        frame = self.layout.frame
        scale = min(width / frame.width(), tallest / frame.height())

        def paint(painter: QPainter) -> None:
            painter.translate((width - frame.width() * scale) / 2, 0)
            painter.scale(scale, scale)
            self.paint(painter)

        return Block(frame.height() * scale, paint)

    def paint(self, painter: QPainter) -> None:
        """In the units of the layout."""
        painter.setClipRect(self.layout.frame.adjusted(-1, -1, 1, 1))
        PhonePainter(self.layout, paper_palette()).paint_all(painter)
        box = _marked_box(self.layout, self.marked)
        if box is not None:
            _paint_ring(painter, box, self.layout.glass)


def _laid_out(shown: Shown, language: str) -> PhoneLayout:
    """The screen without a keyboard, which would hide what is typed into."""
    sizes = PhoneSizes(text=_TEXT, least_text=_LEAST_TEXT, touch=_TOUCH, gap=_GAP, language=language)
    paper = replace(shown, typing="")
    layout = lay_out_phone(paper, QRectF(0, 0, _WIDTH, _HEIGHT), sizes)
    height = _HEIGHT
    for _ in range(3):  # a taller screen can set its text larger, and need more again
        beyond = max(layout.overflow, layout.scroll_room)
        if beyond <= 0:
            break
        height += beyond
        layout = lay_out_phone(paper, QRectF(0, 0, _WIDTH, height), sizes)
    return layout


def _marked_box(layout: PhoneLayout, marked: str | None) -> QRectF | None:
    for item in layout.touchables():
        if isinstance(item.what, Touchable) and item.what.id == marked:
            return item.box
    return None


def _paint_ring(painter: QPainter, box: QRectF, glass: QRectF) -> None:
    """A ring on the edge of the place; its white halo keeps it apart from a black button."""
    inside = _RING / 2
    around = box.adjusted(-2, -2, 2, 2).intersected(glass.adjusted(inside, inside, -inside, -inside))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, thickness in ((QColor("#FFFFFF"), _RING + 2 * _HALO), (QColor("#000000"), _RING)):
        painter.setPen(QPen(colour, thickness))
        painter.drawRoundedRect(around, 8, 8)
