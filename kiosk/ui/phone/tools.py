"""Buttons of the kiosk beside and over the phone, for what is hard with shaking hands: scrolling and making larger."""

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from kiosk.lessons.phone.gestures import Size
from kiosk.ui.controls.touch_button import Kind, TouchButton
from kiosk.ui.phone.buttons import ZoomButton
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


class Arrows(QObject):
    """Beside the phone: a page up, a page down."""

    turned = Signal(int)

    def __init__(self, phone: QWidget, theme: Theme, words: Wording) -> None:
        super().__init__(phone)
        self._phone, self._theme = phone, theme
        tr = words.catalogue.tr
        self._up = self._arrow("keyboard_arrow_up", tr("上を見る"), -1)
        self._down = self._arrow("keyboard_arrow_down", tr("下を見る"), 1)
        self.buttons = (self._up, self._down)
        self.hide()

    @property
    def room(self) -> int:
        """How wide they are, with the gap that keeps them apart from the phone."""
        return self._theme.target + self._theme.touch_gap

    def show_at(self, corner: QPoint) -> None:
        """One above the other, above a corner at their left."""
        side, gap = self._theme.target, self._theme.touch_gap
        for place, arrow in enumerate((self._down, self._up)):
            top = corner.y() - side - place * (side + gap)
            arrow.setGeometry(QRect(corner.x(), top, side, side))
            arrow.show()

    def hide(self) -> None:
        for arrow in self.buttons:
            arrow.hide()

    def enable(self, up: bool, down: bool) -> None:
        self._up.setEnabled(up)
        self._down.setEnabled(down)

    def _arrow(self, icon: str, name: str, pages: int) -> TouchButton:
        arrow = TouchButton(
            (),
            self._theme,
            lambda: self.turned.emit(pages),
            kind=Kind.PLAIN,
            icon=icon,
            height=self._theme.target,
        )
        arrow.setParent(self._phone)
        arrow.always_acts = True
        arrow.setAccessibleName(name)
        return arrow


class Zooming(QObject):
    """Over the lower corner of a map or a photo: larger, smaller."""

    zoomed = Signal(object)

    def __init__(self, phone: QWidget, theme: Theme, words: Wording) -> None:
        super().__init__(phone)
        self._theme = theme
        larger = ZoomButton(phone, theme, Size.LARGER, words.tr("大きくする"))
        smaller = ZoomButton(phone, theme, Size.SMALLER, words.tr("小さくする"))
        larger.clicked.connect(lambda: self.zoomed.emit(Size.LARGER))
        smaller.clicked.connect(lambda: self.zoomed.emit(Size.SMALLER))
        self.buttons = (larger, smaller)
        self.show_over(QRect())

    def show_over(self, picture: QRect) -> None:
        """＋ above －, in the lower right corner; over an empty place there are none."""
        side, gap = self._theme.target, self._theme.touch_gap
        for place, button in enumerate(reversed(self.buttons)):
            corner = QPoint(picture.right() - gap - side, picture.bottom() - gap - side)
            button.move(corner - QPoint(0, place * (side + gap)))
            button.setVisible(not picture.isEmpty())
            button.raise_()
