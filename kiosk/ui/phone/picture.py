"""The phone's pixels: painted once, shown many times; a new screen fades in over the one before."""

from dataclasses import replace

from PySide6.QtCore import QEasingCurve, QRect, QSize, QVariantAnimation
from PySide6.QtGui import QPainter, QPixmap, Qt
from PySide6.QtWidgets import QWidget

from kiosk.draw.phone.items import Item
from kiosk.draw.phone.paint import PhonePainter


class Picture:
    """What `phone` shows behind its buttons, which paint only how they answer a finger."""

    def __init__(self, phone: QWidget, fade_ms: int) -> None:
        self._phone = phone
        self._painter: PhonePainter | None = None
        self._pixels: tuple[float, QPixmap] | None = None
        self._before: QPixmap | None = None
        self._fade = QVariantAnimation(phone, duration=fade_ms, startValue=0.0, endValue=1.0)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.valueChanged.connect(lambda _share: phone.update())
        self._fade.finished.connect(self._forget)

    @property
    def fades(self) -> bool:
        """Whether the screen before can still be seen."""
        return self._before is not None

    def become(self, painter: PhonePainter, fades: bool) -> None:
        """Another screen, or the same one with other values."""
        self._before = self._pixels[1] if fades and self._pixels and self._fade.duration() else None
        self._painter, self._pixels = painter, None
        self._fade.stop()
        if self._before:
            self._fade.start()
        self._phone.update()

    def let_go(self) -> None:
        """Nobody sees it: its pixels are megabytes, and whoever is left behind may be collected late."""
        self._pixels = self._before = None

    def paint(self, painter: QPainter, exposed: QRect, scrolled: float) -> None:
        if self._painter is None:
            return
        if self._pixels is None or self._pixels[0] != scrolled:
            self._pixels = scrolled, self._painted(self._painter, scrolled)
        if self._before:
            _show(painter, self._before, exposed)
            painter.setOpacity(float(self._fade.currentValue()))
        _show(painter, self._pixels[1], exposed)
        painter.setOpacity(1.0)

    def paint_item(self, painter: QPainter, item: Item, pressed: bool) -> None:
        """One item in its place on the phone, as it is before the body was scrolled, with the words that lie on it."""
        if self._painter is None:
            return
        self._painter.paint_item(painter, item, pressed)
        items = self._painter.layout.items
        for other in items[items.index(item) + 1 :]:
            if item.box.contains(other.box):
                self._painter.paint_item(painter, other)

    def of_item(self, item: Item) -> QPixmap:
        """A picture of one item alone."""
        pixels = self._empty(item.box.toAlignedRect().size())
        painter = QPainter(pixels)
        painter.translate(-item.box.toAlignedRect().topLeft())
        self.paint_item(painter, item, False)
        painter.end()
        return pixels

    def _painted(self, phone: PhonePainter, scrolled: float) -> QPixmap:
        pixels = self._empty(self._phone.size())
        painter = QPainter(pixels)
        PhonePainter(replace(phone.layout, shift=scrolled), phone.colours).paint_all(painter)
        painter.end()
        return pixels

    def _empty(self, size: QSize) -> QPixmap:
        ratio = self._phone.devicePixelRatioF()
        pixels = QPixmap(size * ratio)
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(Qt.GlobalColor.transparent)
        return pixels

    def _forget(self) -> None:
        self._before = None
        self._phone.update()


def _show(painter: QPainter, pixels: QPixmap, exposed: QRect) -> None:
    ratio = pixels.devicePixelRatio()
    part = QRect(exposed.topLeft() * ratio, exposed.size() * ratio)
    painter.drawPixmap(exposed, pixels, part)
