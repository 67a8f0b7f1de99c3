"""The whole window for the touch test: crosses one after the other, and a way out that no cross comes near."""

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.staff.touch_accuracy import Aim, Point, crosses
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

ALONE_MS = 30_000
"""So long without a touch, and staff have gone, or cannot hit anything."""

_ARM_MM, _RING_MM = 6.0, 3.0
_SAYING_AT, _LEAVING_AT = 0.26, 0.73
"""Shares of the height, between the rows of crosses."""


class Aiming(QWidget):
    """Anything ends it: the last cross, the button, the Esc key, half a minute without a touch."""

    finished = Signal(tuple)
    """The `Aim`s at all crosses."""

    left = Signal()

    def __init__(self, theme: Theme, words: Wording) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._aims: list[Aim] = []
        self._said = RubyLabel((), theme, theme.note, centred=True)
        self._said.setParent(self)
        self._said.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.leave = TouchButton(words.tr("やめる"), theme, self.left, icon="close")
        self.leave.setParent(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._alone = QTimer(self, interval=ALONE_MS, singleShot=True)
        self._alone.timeout.connect(self.left)
        self._alone.start()
        self._say()

    @property
    def crosses(self) -> tuple[Point, ...]:
        return crosses(self.width(), self.height(), self._theme.display.px_per_mm)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Where the finger came down: on its way up it rolls."""
        at = event.position()
        self._aims.append(Aim(self.crosses[len(self._aims)], (at.x(), at.y())))
        self._alone.start()
        if len(self._aims) == len(self.crosses):
            self._alone.stop()
            self.finished.emit(tuple(self._aims))
        else:
            self._say()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        wide, tall = self.width(), self.height()
        room = round(wide * 0.4)
        words = self._said.heightForWidth(room)
        self._said.setGeometry((wide - room) // 2, round(tall * _SAYING_AT) - words // 2, room, words)
        size = self.leave.sizeHint()
        self.leave.setGeometry(
            (wide - size.width()) // 2, round(tall * _LEAVING_AT), size.width(), size.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colours.paper)
        if len(self._aims) < len(self.crosses):
            self._paint_cross(painter, QPointF(*self.crosses[len(self._aims)]))

    def _paint_cross(self, painter: QPainter, at: QPointF) -> None:
        px = self._theme.display.px_per_mm
        arm, ring = _ARM_MM * px, _RING_MM * px
        painter.setPen(QPen(self._theme.colours.main, max(2.0, 0.5 * px)))
        painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0))
        painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm))
        painter.drawEllipse(QRectF(at.x() - ring, at.y() - ring, 2 * ring, 2 * ring))

    def _say(self) -> None:
        number, total = len(self._aims) + 1, len(self.crosses)
        self._said.set_text(
            self._words.tr("＋にさわってください（{number}/{total}）", number=number, total=total)
        )
