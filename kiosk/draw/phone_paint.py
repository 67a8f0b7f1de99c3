"""The practice phone painted: a neutral phone of nobody's make."""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from kiosk.draw.icons import paint_icon
from kiosk.draw.illustrations import paint_camera, paint_map
from kiosk.draw.palette import Palette
from kiosk.draw.phone_items import DialogLayout, Item, PhoneLayout
from kiosk.draw.phone_layout import ROUNDNESS
from kiosk.draw.phone_sizes import PhoneSizes
from kiosk.draw.ruby import RubyBlock
from kiosk.lessons.phone import (
    AppIcon,
    Button,
    ButtonStyle,
    Camera,
    DialogButton,
    FieldBox,
    Link,
    Map,
    PhoneText,
    Row,
)

CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True)
class PhonePainter:
    """Paints one laid-out phone; whatever can be touched is painted item by item, so that it can react."""

    layout: PhoneLayout
    colours: Palette

    @property
    def sizes(self) -> PhoneSizes:
        return self.layout.sizes

    def paint_all(self, painter: QPainter) -> None:
        """The whole picture, as on paper."""
        self.paint_phone(painter)
        for item in self.layout.touchables():
            self.paint_item(painter, item)

    def paint_phone(self, painter: QPainter) -> None:
        """The phone and everything on it that cannot be touched now."""
        layout, colours = self.layout, self.colours
        radius = layout.frame.width() * ROUNDNESS
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.hairline, 1))
        painter.setBrush(QColor("#26262B"))
        painter.drawRoundedRect(layout.frame, radius, radius)
        glass = QPainterPath()
        glass.addRoundedRect(layout.glass, radius * 0.75, radius * 0.75)
        painter.save()
        painter.setClipPath(glass)
        painter.fillRect(layout.glass, colours.surface)
        self._paint_head(painter)
        for item in layout.items:
            if isinstance(item.what, PhoneText) or not layout.reachable(item):
                self.paint_item(painter, item)
        if layout.dialog:
            self._paint_dialog(painter, layout.dialog)
        self._paint_home_line(painter)
        painter.restore()

    def _paint_head(self, painter: QPainter) -> None:
        layout, colours = self.layout, self.colours
        painter.fillRect(layout.band, colours.practice)
        _centred(painter, layout.band_label, layout.band, colours.on_practice)
        self._paint_status(painter)
        if layout.bar and layout.bar_label:
            painter.fillRect(layout.bar, colours.tool)
            _centred(painter, layout.bar_label, layout.bar, colours.text)
        if layout.address and layout.address_label:
            pad = self.sizes.gap / 2
            box = layout.address.adjusted(pad * 2, pad, -pad * 2, -pad)
            painter.setPen(QPen(colours.outline, 1))
            painter.setBrush(colours.paper)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            _centred(painter, layout.address_label, box, colours.text)

    def _paint_status(self, painter: QPainter) -> None:
        """Signal and battery as shapes: no words, so nothing to translate or to read aloud."""
        box, colours = self.layout.status, self.colours
        if box.height() == 0:
            return
        unit = box.height() * 0.16
        right = box.right() - box.height() * 0.7
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.soft_text)
        battery = QRectF(right - unit * 5, box.center().y() - unit * 1.3, unit * 5, unit * 2.6)
        painter.drawRoundedRect(battery, unit * 0.6, unit * 0.6)
        for bar in range(3):
            tall = unit * (1.2 + bar * 0.8)
            x = battery.left() - unit * (6 - bar * 1.6)
            painter.drawRect(QRectF(x, battery.bottom() - tall, unit, tall))

    def _paint_home_line(self, painter: QPainter) -> None:
        glass = self.layout.glass
        tall = max(3.0, self.sizes.text * 0.16)
        box = QRectF(
            glass.center().x() - glass.width() * 0.2, glass.bottom() - tall * 2.5, glass.width() * 0.4, tall
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colours.outline)
        painter.drawRoundedRect(box, tall / 2, tall / 2)

    def _paint_dialog(self, painter: QPainter, dialog: DialogLayout) -> None:
        colours = self.colours
        shade = self.layout.glass.adjusted(0, self.layout.band.height(), 0, 0)
        painter.fillRect(shade, QColor(0, 0, 0, 110))
        painter.setPen(QPen(colours.hairline, 1))
        painter.setBrush(colours.surface)
        painter.drawRoundedRect(dialog.box, self.sizes.text * 0.7, self.sizes.text * 0.7)
        for block, place in dialog.texts:
            block.paint(painter, place.topLeft(), colours.text)

    def paint_item(self, painter: QPainter, item: Item, pressed: bool = False) -> None:
        """One item, in its place; `pressed` is how it answers a finger at once."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match item.what:
            case AppIcon():
                self._paint_app(painter, item, item.what, pressed)
            case PhoneText():
                if item.label:
                    item.label.paint(painter, item.box.topLeft(), self.colours.text)
            case Button():
                plain = item.what.style is ButtonStyle.PLAIN
                self._paint_button(painter, item, plain, pressed, item.what.icon)
            case DialogButton():
                self._paint_button(painter, item, False, pressed, None)
            case Link():
                self._paint_link(painter, item, pressed)
            case FieldBox():
                self._paint_field(painter, item, item.what, pressed)
            case Row():
                self._paint_row(painter, item, item.what, pressed)
            case Camera():
                paint_camera(painter, item.box, item.what)
            case Map():
                paint_map(painter, item.box, item.what)
            case _:
                assert_never(item.what)

    def _paint_app(self, painter: QPainter, item: Item, app: AppIcon, pressed: bool) -> None:
        side = self.layout.icon
        tile = QRectF(item.box.center().x() - side / 2, item.box.top(), side, side)
        soft, strong = self.colours.tints[app.tint]
        painter.setPen(QPen(strong, 2) if pressed else Qt.PenStyle.NoPen)
        painter.setBrush(soft if pressed else strong)
        painter.drawRoundedRect(tile, side * 0.22, side * 0.22)
        inner = side * 0.6
        glyph = QRectF(tile.center().x() - inner / 2, tile.center().y() - inner / 2, inner, inner)
        paint_icon(painter, app.icon, glyph, strong if pressed else soft)
        if item.label:
            top = QPointF(item.box.left(), tile.bottom() + self.sizes.text * 0.1)
            item.label.paint(painter, top, self.colours.text, CENTRE, item.box.width())

    def _paint_button(
        self, painter: QPainter, item: Item, plain: bool, pressed: bool, icon: str | None
    ) -> None:
        colours = self.colours
        fill = colours.surface if plain else colours.main
        if pressed:
            fill = colours.pressed if plain else colours.main_pressed
        ink = colours.main if plain else colours.on_main
        painter.setPen(QPen(colours.main, 2) if plain else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(item.box.adjusted(1, 1, -1, -1), self.sizes.text * 0.5, self.sizes.text * 0.5)
        if item.label:
            _centred(painter, item.label, item.box, ink)
        if icon:
            side = self.sizes.text * 1.2
            place = QRectF(
                item.box.left() + self.sizes.gap * 0.8, item.box.center().y() - side / 2, side, side
            )
            paint_icon(painter, icon, place, ink)

    def _paint_link(self, painter: QPainter, item: Item, pressed: bool) -> None:
        if item.label is None:
            return
        ink = self.colours.main_pressed if pressed else self.colours.main
        top = item.box.center().y() - item.label.height / 2
        item.label.paint(painter, QPointF(item.box.left(), top), ink)
        painter.setPen(QPen(ink, max(1, self.sizes.text // 14)))
        for number, line in enumerate(item.label.lines):
            y = top + item.label.pitch * (number + 1) - self.sizes.text * 0.12
            painter.drawLine(QPointF(item.box.left(), y), QPointF(item.box.left() + line.width, y))

    def _paint_field(self, painter: QPainter, item: Item, field: FieldBox, pressed: bool) -> None:
        colours = self.colours
        label_height = item.label.height if item.label else 0.0
        if item.label:
            item.label.paint(painter, item.box.topLeft(), colours.text)
        box = item.box.adjusted(1, label_height, -1, -1)
        painter.setPen(QPen(colours.main if pressed else colours.soft_text, 2))
        painter.setBrush(colours.chosen if pressed else colours.surface)
        painter.drawRoundedRect(box, self.sizes.text * 0.35, self.sizes.text * 0.35)
        if item.note:
            ink = colours.text if field.value else colours.soft_text
            at = QPointF(box.left() + self.sizes.gap * 0.8, box.center().y() - item.note.height / 2)
            item.note.paint(painter, at, ink)

    def _paint_row(self, painter: QPainter, item: Item, row: Row, pressed: bool) -> None:
        colours, box = self.colours, item.box
        if pressed:
            painter.fillRect(box, colours.pressed)
        painter.setPen(QPen(colours.hairline, 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        side = self.sizes.text * 1.2
        x = box.left()
        if row.icon:
            paint_icon(painter, row.icon, QRectF(x, box.center().y() - side / 2, side, side), colours.main)
            x += side + self.sizes.gap / 2
        blocks = [block for block in (item.label, item.note) if block]
        y = box.center().y() - sum(block.height for block in blocks) / 2
        for block, ink in zip(blocks, (colours.text, colours.soft_text), strict=False):
            block.paint(painter, QPointF(x, y), ink)
            y += block.height
        arrow = QRectF(box.right() - side, box.center().y() - side / 2, side, side)
        paint_icon(painter, "chevron_right", arrow, colours.soft_text)


def _centred(painter: QPainter, block: RubyBlock, box: QRectF, ink: QColor) -> None:
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
    top = box.center().y() - block.height / 2
    block.paint(painter, QPointF(box.left(), top), ink, CENTRE, box.width())
