"""The digits of the PIN: keys large enough for a thumb, and dots instead of what was entered."""

from collections.abc import Sequence
from functools import partial
from secrets import SystemRandom

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from kiosk.staff.pin import LEAST_DIGITS, MOST_DIGITS
from kiosk.text.ruby import Segment
from kiosk.ui.controls.touch_button import Kind, TouchButton
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

IN_ORDER = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0")
KEY_MM = 20.0
"""Least side of a key, more than other targets have: staff look at who stands behind them, not at the keys."""


def key_order(shuffled: bool) -> Sequence[str]:
    """The digits as they lie on the pad, row by row; in another order each time if wished."""
    return SystemRandom().sample(IN_ORDER, len(IN_ORDER)) if shuffled else IN_ORDER


class Dots(QWidget):
    """How many digits have been entered; no screen reader is told."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._count = 0
        self._side = round(theme.mm(6))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        self._count = count
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(MOST_DIGITS * self._side * 3 // 2, self._side * 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        number = max(LEAST_DIGITS, self._count)
        pitch = min(self._side * 1.5, self.width() / number)
        side = pitch / 1.5
        x = (self.width() - pitch * number) / 2 + (pitch - side) / 2
        for index in range(number):
            painter.setPen(QPen(colours.text if index < self._count else colours.outline, 2))
            painter.setBrush(colours.text if index < self._count else Qt.BrushStyle.NoBrush)
            box = QRectF(x + index * pitch, (self.height() - side) / 2, side, side)
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))


class Keypad(QWidget):
    """Keeps what is entered to itself until it is whole; a USB keyboard's digits work as well."""

    entered = Signal(str)
    """「決定」 with enough digits."""
    counted = Signal(int)
    """So many digits stand there now."""

    def __init__(self, theme: Theme, words: Wording, order: Sequence[str] = IN_ORDER) -> None:
        super().__init__()
        self._theme = theme
        self._digits = ""
        self._side = max(round(theme.mm(KEY_MM)), round(theme.main_button * 1.15))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.touch_gap)
        self.keys = {digit: self._key(digit) for digit in order}
        for place, key in enumerate(self.keys.values()):
            grid.addWidget(key, place // 3, 1 if place == len(IN_ORDER) - 1 else place % 3)
        self.delete = TouchButton((), theme, self.take_back, kind=Kind.TOOL, icon="backspace", px=theme.title)
        self.delete.setAccessibleName(words.catalogue.tr("1文字けす"))
        self.decide = TouchButton(words.tr("決定"), theme, self._decide, kind=Kind.MAIN)
        widest = max(self._side, self.decide.sizeHint().width())
        for key in (*self.keys.values(), self.delete, self.decide):
            key.setFixedSize(widest, self._side)
            # The same digit twice, and 「決定」 right after the last one, are meant.
            key.takes_repeats = True
        grid.addWidget(self.delete, 3, 0)
        grid.addWidget(self.decide, 3, 2)
        self._tell()

    def _key(self, digit: str) -> TouchButton:
        return TouchButton((Segment(digit),), self._theme, partial(self.add, digit), px=self._theme.title)

    def add(self, digit: str) -> None:
        if len(self._digits) < MOST_DIGITS and self.isEnabled():
            self._digits += digit
            self._tell()

    def take_back(self) -> None:
        self._digits = self._digits[:-1]
        self._tell()

    def clear(self) -> None:
        self._digits = ""
        self._tell()

    def take_key(self, event: QKeyEvent) -> bool:
        """A key of a USB keyboard, whatever has the focus; whether it was one for a PIN."""
        if event.text() in self.keys and not event.isAutoRepeat():
            self.add(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self.take_back()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._decide()
        else:
            return False
        return True

    def _decide(self) -> None:
        if len(self._digits) >= LEAST_DIGITS and self.isEnabled():
            entered, self._digits = self._digits, ""
            self._tell()
            self.entered.emit(entered)

    def _tell(self) -> None:
        enough = len(self._digits) >= LEAST_DIGITS
        self.decide.setEnabled(enough)
        self.decide.set_kind(Kind.MAIN if enough else Kind.TOOL)
        self.delete.setEnabled(bool(self._digits))
        self.counted.emit(len(self._digits))
