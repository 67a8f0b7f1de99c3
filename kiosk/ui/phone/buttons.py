"""What can be touched on the phone: a real button over each item of the picture, and the bare glass between them."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.draw.phone.items import Item
from kiosk.lessons.phone.gestures import Size
from kiosk.lessons.phone.touchable import Touchable
from kiosk.text.ruby import RubyText, plain
from kiosk.ui.controls.press import PressButton
from kiosk.ui.phone.accessible import ItemButton
from kiosk.ui.phone.hand import Hand
from kiosk.ui.phone.keys import is_plain_press
from kiosk.ui.phone.picture import Picture
from kiosk.ui.phone.words import Spoken
from kiosk.ui.theme import Theme


class Surface(QWidget):
    """A bare part of the phone: what a finger does there is the hand's business."""

    always_acts = False
    takes_repeats = False
    hand: Hand

    @property
    def moves(self) -> bool:
        return self.hand.moves

    def give_up(self) -> None:
        self.hand.give_up()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hand.release(event)


class Body(Surface):
    """Where the body of the screen is seen; its buttons may lie outside of it."""

    def __init__(self, parent: QWidget, hand: Hand) -> None:
        super().__init__(parent)
        self.hand = hand


class PhoneButton(ItemButton):
    """One touchable item. The picture below shows it; it paints only how it answers.

    A finger is followed by the hand, as it may yet turn out to swipe; `clicked` is for keys and screen readers.
    """

    focus_moved = Signal()

    def __init__(
        self, parent: QWidget, theme: Theme, hand: Hand, picture: Picture, item: Item, spoken: Spoken
    ) -> None:
        super().__init__(theme, parent)
        self.spoken_in = ""
        self._hand, self._picture = hand, picture
        self.become(item, spoken)

    def become(self, item: Item, spoken: Spoken) -> None:
        """Stand for an item, or for the same one in another state."""
        assert isinstance(item.what, Touchable)
        self.element: str = item.what.id
        self.item, self._heard = item, spoken.heard
        self.setAccessibleName(plain(spoken.label))
        self.setAccessibleDescription(spoken.description)
        self.resize(item.box.toAlignedRect().size())
        self.update()

    def heard_text(self) -> RubyText:
        return self._heard

    @property
    def moves(self) -> bool:
        return self._hand.moves

    def give_up(self) -> None:
        self._hand.give_up()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hand.release(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Other keys are gestures on the whole phone."""
        if is_plain_press(event.key(), event.modifiers()):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isDown():
            painter = QPainter(self)
            painter.translate(-self.item.box.toAlignedRect().topLeft())
            self._picture.paint_item(painter, self.item, True)


class ZoomButton(PressButton):
    """A round ＋ or － over a map or a photo, for those who have one finger to spare."""

    def __init__(self, parent: QWidget, theme: Theme, size: Size, name: RubyText) -> None:
        super().__init__(theme, parent)
        self.spoken_in = ""
        self._size = size
        self._name = name
        self.setAccessibleName(plain(name))
        self.resize(theme.target, theme.target)

    def heard_text(self) -> RubyText:
        return self._name

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, box = self._theme.colours, QRectF(self.rect())
        edge = max(2.0, self._theme.touch_gap * 0.2)
        painter.setBrush(colours.pressed if self.isDown() else colours.surface)
        painter.setPen(QPen(colours.main, edge))
        painter.drawEllipse(box.adjusted(edge, edge, -edge, -edge))
        self._paint_sign(painter, box)
        self.paint_focus(painter, box, box.width() / 2)

    def _paint_sign(self, painter: QPainter, box: QRectF) -> None:
        arm, middle = box.width() * 0.22, box.center()
        pen = QPen(self._theme.colours.main, box.width() * 0.09)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
        if self._size is Size.LARGER:
            painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))
