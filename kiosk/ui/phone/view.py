"""The practice phone on the screen: what can be touched is a real button over the picture."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.draw.phone_items import Item, PhoneLayout
from kiosk.draw.phone_layout import lay_out_phone
from kiosk.draw.phone_paint import PhonePainter
from kiosk.lessons.phone import FieldBox, PhoneScreen, PhoneText
from kiosk.text.ruby import RubyText, plain, strip_markup
from kiosk.ui.controls.press import PressButton
from kiosk.ui.phone.words import PhoneWords, silent_words, touchable_words
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

SLENDER, STOUT = 0.54, 0.78
"""Width of the phone as a share of its height: as slender as a phone is, as stout as words need."""


class PhoneView(QWidget):
    """Shows one phone screen; `marked` is the element that gets the orange ring."""

    touched = Signal(object)
    """The id of the element touched, or None where there is nothing."""

    def __init__(self, theme: Theme, screen: PhoneScreen, words: Wording, marked: str | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._screen = screen
        self._words = words
        self._band = words.tr("練習です")
        self._marked = marked
        self._buttons: list[PhoneButton] = []
        self._texts: list[PhoneWords] = []
        self._painter: PhonePainter | None = None
        self._ring = Ring(self, theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def layout_now(self) -> PhoneLayout | None:
        return self._painter.layout if self._painter else None

    @property
    def buttons(self) -> list["PhoneButton"]:
        return self._buttons

    def sizeHint(self) -> QSize:
        return QSize(self.least_width(), int(self.least_width() / SLENDER))

    def least_width(self) -> int:
        """Three targets and their gaps side by side."""
        return round(self._theme.target * 3 + self._theme.touch_gap * 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.least_width(), self._theme.target * 5)

    def mark(self, element: str | None) -> None:
        """Move the ring to an element, or take it away."""
        self._marked = element
        self._place_ring()

    def resizeEvent(self, event: QResizeEvent) -> None:
        frame = self._frame()
        layout = lay_out_phone(self._screen, frame, self._theme.phone, plain(self._band))
        self._painter = PhonePainter(layout, self._theme.colours)
        self._place_words(layout)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._button(item, self._painter) for item in layout.touchables()]
        self._place_ring()

    def _button(self, item: Item, painter: PhonePainter) -> "PhoneButton":
        button = PhoneButton(self, item, painter, self._theme, self._words)
        button.clicked.connect(lambda: self.touched.emit(button.element))
        button.show()
        return button

    def _place_words(self, layout: PhoneLayout) -> None:
        for text in self._texts:
            text.deleteLater()
        found = silent_words(self._screen, layout, self._band, self._words)
        self._texts = [PhoneWords(self, box, text) for box, text in found]
        for text in self._texts:
            text.show()

    def _frame(self) -> QRectF:
        """The largest phone that fits: slender if it can be, stouter where its words need the width."""
        height = float(self.height())
        width = min(float(self.width()), max(height * SLENDER, min(self._wanted_width(), height * STOUT)))
        return QRectF((self.width() - width) / 2, 0, width, height)

    def _wanted_width(self) -> float:
        return max(self.least_width(), self._theme.phone.least_text * 16)

    def _place_ring(self) -> None:
        for button in self._buttons:
            if button.element == self._marked:
                reach = self._theme.touch_gap
                self._ring.around(button.geometry().adjusted(-reach, -reach, reach, reach))
                return
        self._ring.hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.touched.emit(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._painter:
            self._painter.paint_phone(QPainter(self))


class PhoneButton(PressButton):
    """One touchable element, painted by the same code as the picture around it."""

    def __init__(
        self, phone: PhoneView, item: Item, painter: PhonePainter, theme: Theme, words: Wording
    ) -> None:
        super().__init__(theme, phone)
        assert not isinstance(item.what, PhoneText)
        self.element: str = item.what.id
        self.item = item
        self.spoken_in = ""
        self._painter = painter
        self._heard = touchable_words(item.what, words)
        value = item.what.heard_value if isinstance(item.what, FieldBox) else None
        self.setAccessibleName(strip_markup(item.what.label))
        self.setAccessibleDescription(strip_markup(value) if value else "")
        self.setGeometry(item.box.toAlignedRect())

    def heard_text(self) -> RubyText:
        return self._heard

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(-self.x(), -self.y())
        self._painter.paint_item(painter, self.item, self.isDown())
        self.paint_focus(painter, QRectF(self.geometry()), self._theme.radius * 0.4)


class Ring(QWidget):
    """The orange ring that says "here"; it is only ever pointing, so it never takes a touch."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._phone = parent
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def around(self, box: QRect) -> None:
        self.setGeometry(box.intersected(self._phone.rect()))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = self._theme.touch_gap * 0.5
        box = QRectF(self.rect()).adjusted(stroke, stroke, -stroke, -stroke)
        radius = min(min(box.width(), box.height()) * 0.2, float(self._theme.radius))
        halo = QColor(self._theme.colours.target)
        halo.setAlpha(70)
        painter.setPen(QPen(halo, stroke * 2))
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(QPen(self._theme.colours.target, stroke))
        painter.drawRoundedRect(box, radius, radius)
