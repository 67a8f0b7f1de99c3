"""A small practice phone on paper: black on white, the place to touch inside a thick ring."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.draw.palette import Palette, palette
from kiosk.draw.phone.items import PhoneLayout
from kiosk.draw.phone.layout import lay_out_phone
from kiosk.draw.phone.paint import PhonePainter
from kiosk.draw.phone_sizes import PhoneSizes
from kiosk.handout.paper import Block
from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.phone.touchable import Touchable

_WIDTH, _HEIGHT = 320.0, 390.0
"""Units in which the phone is laid out, then scaled to the paper: cut short, or as tall as its screen needs."""

_RING, _HALO = 10.0, 4.0


def paper_palette() -> Palette:
    """Colours that survive a black-and-white printer and a copier; app icons are black on light grey."""
    white, black, grey = QColor("#FFFFFF"), QColor("#000000"), QColor("#E4E4E4")
    light = palette("light")
    return replace(
        light,
        paper=white,
        surface=white,
        bar=white,
        hairline=QColor("#808080"),
        outline=black,
        text=black,
        soft_text=QColor("#333333"),
        main=black,
        on_main=white,
        tool=grey,
        chosen=QColor("#F2F2F2"),
        practice=grey,
        on_practice=black,
        target=black,
        tints=dict.fromkeys(light.tints, (black, grey)),
    )


def phone_block(shown: Shown, marked: str | None, width: float, language: str) -> Block:
    """A phone `width` dots wide, as tall as its screen needs; nothing is scrolled on paper."""
    sizes = PhoneSizes(text=22, least_text=22, touch=60, gap=10, language=language)
    layout = lay_out_phone(shown, QRectF(0, 0, _WIDTH, _HEIGHT), sizes)
    if beyond := max(layout.overflow, layout.scroll_room):
        layout = lay_out_phone(shown, QRectF(0, 0, _WIDTH, _HEIGHT + beyond), sizes)
    scale = width / _WIDTH

    def paint(painter: QPainter) -> None:
        painter.scale(scale, scale)
        painter.setClipRect(layout.frame.adjusted(-1, -1, 1, 1))
        PhonePainter(layout, paper_palette()).paint_all(painter)
        box = _marked_box(layout, marked)
        if box is not None:
            _paint_ring(painter, box, layout.glass)

    return Block(layout.frame.height() * scale, paint)


def _marked_box(layout: PhoneLayout, marked: str | None) -> QRectF | None:
    for item in layout.touchables():
        if isinstance(item.what, Touchable) and item.what.id == marked:
            return item.box
    return None


def _paint_ring(painter: QPainter, box: QRectF, glass: QRectF) -> None:
    """A ring inside the glass; its white halo keeps it apart from a black button."""
    out, inside = (_RING + _HALO) / 2, _RING / 2
    around = box.adjusted(-out, -out, out, out)
    around = around.intersected(glass.adjusted(inside, inside, -inside, -inside))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, thickness in ((QColor("#FFFFFF"), _RING + 2 * _HALO), (QColor("#000000"), _RING)):
        painter.setPen(QPen(colour, thickness))
        painter.drawRoundedRect(around, 16, 16)
