"""What lies over the keyboard and never takes a touch: the cross of kana round a finger, and the guide's ring."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.draw.key_hints import FlickCross, paint_hint
from kiosk.text.kana_input import Move
from kiosk.text.kana_table import Way
from kiosk.ui.theme import Theme


class Overlay(QWidget):
    """Only ever shows."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._home, self._theme = parent, theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def stand(self, box: QRectF) -> None:
        """Appear over everything in a box of the parent."""
        self.setGeometry(box.toAlignedRect())
        self.raise_()
        self.show()
        self.update()


class CrossOverlay(Overlay):
    """The kana of the key under a finger; it belongs to the window, for it rises above the keyboard."""

    _cross: FlickCross | None = None
    _way: Way | None = None

    def show_cross(self, key: str, face: QRectF, keyboard: QRect, way: Way | None) -> None:
        """`face` of the key and the `keyboard`, in pixels of the parent."""
        bounds = QRectF(keyboard.left(), 0, keyboard.width(), keyboard.bottom() + 1)
        cross = FlickCross.above(key, face, bounds, self._theme.phone)
        if (cross, way) != (self._cross, self._way) or not self.isVisible():
            self._cross, self._way = cross, way
            self.stand(cross.box)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._cross:
            painter = QPainter(self)
            painter.translate(-QPoint(self.x(), self.y()))
            self._cross.paint(painter, self._theme.colours, self._way)


class GuideOverlay(Overlay):
    """The ring round what to press next; it covers the whole keyboard."""

    _move: Move | None = None
    _face = QRectF()
    _strength = 0.0

    def point_at(self, move: Move, face: QRectF, strength: float) -> None:
        self._move, self._face, self._strength = move, face, strength
        self.stand(QRectF(self._home.rect()))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._move:
            colours, sizes = self._theme.colours, self._theme.phone
            paint_hint(QPainter(self), self._face, self._move, self._strength, colours, sizes)
