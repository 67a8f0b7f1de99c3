"""What lies over the phone and never takes a touch: the orange ring that says "here", and what a finger carries."""

from PySide6.QtCore import QEasingCurve, QPoint, QRect, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.ui.controls.press import paint_focus_ring
from kiosk.ui.theme import Theme

BREATH_MS = 1600
"""Slow enough to draw the eye without hurrying anybody."""

LIFTED = 0.85


class Outline(QWidget):
    """Something that stands round a thing without covering it."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def around(self, box: QRect, share: float) -> None:
        """Stand round a place, a share of the gap between buttons away; an empty place has nothing round it."""
        phone, reach = self.parentWidget(), round(self._theme.touch_gap * share)
        assert phone
        self.setGeometry(box.adjusted(-reach, -reach, reach, reach).intersected(phone.rect()))
        self.setVisible(not box.isEmpty())
        self.raise_()


class FocusRing(Outline):
    """Where somebody at a keyboard is."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_focus_ring(painter, QRectF(self.rect()), self._theme.radius * 0.5, self._theme)


class PickedRing(Outline):
    """Round what a tap has taken up, until the next one puts it down."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = self._theme.touch_gap * 0.4
        painter.setPen(QPen(self._theme.colours.main, stroke, Qt.PenStyle.DashLine))
        box = QRectF(self.rect()).adjusted(stroke, stroke, -stroke, -stroke)
        painter.drawRoundedRect(box, self._theme.radius * 0.5, self._theme.radius * 0.5)


class Ring(Outline):
    """The orange one: steady, or breathing."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, theme)
        self._breath = QVariantAnimation(self, duration=BREATH_MS, startValue=0.0)
        self._breath.setLoopCount(-1)
        self._breath.setKeyValueAt(0.5, 1.0)
        self._breath.setEndValue(0.0)
        self._breath.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._breath.valueChanged.connect(lambda _share: self.update())

    @property
    def breathes(self) -> bool:
        return self._breath.state() is QVariantAnimation.State.Running

    def breathe(self, on: bool) -> None:
        if on and self._theme.animations:
            self._breath.start()
        else:
            self._breath.stop()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = float(self._breath.currentValue()) if self.breathes else 0.0
        stroke = self._theme.touch_gap * 0.5
        inset = stroke * (1 + 0.7 * share)
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        radius = min(min(box.width(), box.height()) * 0.2, float(self._theme.radius))
        halo = QColor(self._theme.colours.target)
        halo.setAlpha(70 + round(90 * share))
        painter.setPen(QPen(halo, stroke * 2))
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(QPen(self._theme.colours.target, stroke))
        painter.drawRoundedRect(box, radius, radius)


class Ghost(QWidget):
    """A picture of the thing that is being carried, under the finger."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pixels = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def carry(self, pixels: QPixmap, at: QPoint) -> None:
        self._pixels = pixels
        edge = self._theme.touch_gap
        size = pixels.deviceIndependentSize().toSize()
        self.resize(size.width() + 2 * edge, size.height() + 2 * edge)
        self.move(at - self.rect().center())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, edge = self._theme.colours, self._theme.touch_gap
        plate = QColor(colours.chosen)
        plate.setAlphaF(LIFTED)
        painter.setBrush(plate)
        painter.setPen(QPen(colours.main, max(2.0, edge * 0.25)))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, self._theme.radius * 0.5, self._theme.radius * 0.5)
        painter.drawPixmap(edge, edge, self._pixels)
