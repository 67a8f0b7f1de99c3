"""A thing that lies on a stage and that a finger can move: what trembles is a tap, what travels is a drag."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QLineF, QPoint, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.text.ruby import RubyText, plain
from kiosk.ui.controls.press import SLIDE_MM, PressButton
from kiosk.ui.theme import Theme

GLIDE_MS = 900
"""How long a thing that moves by itself takes: slow enough to be followed by old eyes."""

NUDGE_MM = 6.0
"""What one press of an arrow key moves a thing."""

_ARROWS: dict[int, QPoint] = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class Thing(PressButton):
    """Something on a stage that can be touched; `face` paints it, and an orange edge points at it.

    `roundness` is the radius of its corners as a share of its width.
    """

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        name: RubyText,
        face: Callable[[QPainter, QRectF], None],
        roundness: float = 0.05,
    ) -> None:
        super().__init__(theme, parent)
        self.spoken_in = ""
        self.pointed = False
        self._name = name
        self._face = face
        self._roundness = roundness
        self.setAccessibleName(plain(name))

    def heard_text(self) -> RubyText:
        return self._name

    def point(self, pointed: bool) -> None:
        self.pointed = pointed
        self.update()

    @property
    def radius(self) -> float:
        return self.width() * self._roundness

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        self._face(painter, box)
        if self.pointed:
            wide = self._theme.touch_gap * 0.6
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colours.target, wide))
            edge = box.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
            painter.drawRoundedRect(edge, self.radius, self.radius)
        self.paint_focus(painter, box, self.radius)


class Movable(Thing):
    """A tap or Enter is `clicked`; a finger that travels more than a tremble drags and does not click."""

    grabbed = Signal()
    dragged = Signal(QPoint)
    """How far the finger is from where it came down, in pixels."""
    let_go = Signal()
    nudged = Signal(QPoint)
    """An arrow key: one to the right or left, one down or up."""

    _down_at = QPointF()
    _dragging = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._down_at, self._dragging = event.globalPosition(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        gone = event.globalPosition() - self._down_at
        if not self._dragging and not trembles(gone, self._theme):
            self._dragging = True
            self.setDown(False)
            self.grabbed.emit()
        if self._dragging:
            self.dragged.emit(gone.toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._dragging:
            super().mouseReleaseEvent(event)
            return
        self._dragging = False
        self.let_go.emit()

    @property
    def moves(self) -> bool:
        return self._dragging

    def give_up(self) -> None:
        """It was a palm: what was carried stays where it is."""
        super().give_up()
        if self._dragging:
            self._dragging = False
            self.let_go.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _ARROWS.get(event.key())
        if way is None:
            super().keyPressEvent(event)
        else:
            self.nudged.emit(way)


def trembles(gone: QPointF | QPoint, theme: Theme) -> bool:
    """Whether a finger that went so far only shook."""
    return travel_mm(gone, theme) <= SLIDE_MM


def travel_mm(gone: QPointF | QPoint, theme: Theme) -> float:
    """The length of a way on the glass; hands shake by millimetres, wherever the eyes are."""
    return QLineF(QPointF(), QPointF(gone)).length() / theme.display.px_per_mm


def make_glide(parent: QWidget, theme: Theme) -> QVariantAnimation:
    """A calm movement; with animations off it arrives at once."""
    glide = QVariantAnimation(parent)
    glide.setDuration(GLIDE_MS if theme.animations else 0)
    glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
    return glide
