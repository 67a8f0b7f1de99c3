"""The practice phone painted: a neutral phone of nobody's make."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter

from kiosk.draw.palette import Palette
from kiosk.draw.phone.canvas import Canvas
from kiosk.draw.phone.items import Item, Layer, PhoneLayout
from kiosk.draw.phone.paint_frame import paint_case
from kiosk.draw.phone.paint_item import paint_silent, paint_touchable
from kiosk.lessons.phone.touchable import Touchable


@dataclass(frozen=True)
class PhonePainter:
    """Paints one laid-out phone; whatever can be touched is painted item by item, so that it can react."""

    layout: PhoneLayout
    colours: Palette

    def paint_all(self, painter: QPainter, scrolled: float | None = None) -> None:
        """The whole picture; the body `scrolled` px further up, or as far as the cursor needs it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self.layout
        paint_case(self._canvas(painter), layout)
        layers: dict[Layer, list[Item]] = {layer: [] for layer in Layer}
        for item in layout.items:
            layers[item.layer].append(item)
        for item in layers[Layer.FRAME]:
            self.paint_item(painter, item)
        self._paint_body(painter, layers[Layer.BODY], layout.shift if scrolled is None else scrolled)
        for item in layers[Layer.OVER]:
            self.paint_item(painter, item)

    def paint_item(self, painter: QPainter, item: Item, pressed: bool = False) -> None:
        """One item, in its place; `pressed` is how it answers a finger at once."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self._canvas(painter, pressed)
        if isinstance(item.what, Touchable):
            paint_touchable(on, item, item.what)
        else:
            paint_silent(on, item, item.what, self.layout)

    def _canvas(self, painter: QPainter, pressed: bool = False) -> Canvas:
        return Canvas(painter, self.colours, self.layout.sizes, self.layout.skin, pressed)

    def _paint_body(self, painter: QPainter, items: list[Item], scrolled: float) -> None:
        layout = self.layout
        painter.save()
        if layout.scroll_room:
            painter.setClipRect(layout.body)
            painter.translate(0, -scrolled)
        seen = layout.body.translated(0, scrolled)
        for item in items:
            if not layout.scroll_room or item.box.intersects(seen):
                self.paint_item(painter, item)
        painter.restore()
        if layout.scroll_room:
            self._paint_scroll_bar(painter, scrolled)

    def _paint_scroll_bar(self, painter: QPainter, scrolled: float) -> None:
        """How far down one is; and a fade with a small arrow while there is more below."""
        layout, on = self.layout, self._canvas(painter)
        body, room, wide = layout.body, layout.scroll_room, max(5.0, layout.sizes.text * 0.22)
        if scrolled < room - 1:
            self._paint_more(on, body)
        track = QRectF(body.right() - wide * 1.4, body.top() + wide, wide, body.height() - 2 * wide)
        tall = max(wide * 3, track.height() * body.height() / (body.height() + room))
        top = track.top() + (track.height() - tall) * min(1.0, scrolled / room)
        on.disc(track, self.colours.tool)
        on.disc(QRectF(track.left(), top, wide, tall), self.colours.soft_text)

    def _paint_more(self, on: Canvas, body: QRectF) -> None:
        tall = on.sizes.text * 1.6
        fade = QRectF(body.left(), body.bottom() - tall, body.width(), tall)
        clear = QColor(self.colours.surface)
        clear.setAlpha(0)
        gradient = QLinearGradient(fade.topLeft(), fade.bottomLeft())
        gradient.setColorAt(0.0, clear)
        gradient.setColorAt(0.8, self.colours.surface)
        on.painter.fillRect(fade, gradient)
        side = on.sizes.text * 1.1
        disc = QRectF(body.center().x() - side / 2, body.bottom() - side * 1.15, side, side)
        on.disc(disc, self.colours.main)
        on.stroke(disc, ((0.28, 0.42), (0.5, 0.64), (0.72, 0.42)), self.colours.on_main, 0.11)
