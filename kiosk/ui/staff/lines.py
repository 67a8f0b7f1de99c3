"""What a section has found out, as cards with lines: a sign, words, and what can be done there."""

from enum import Enum, auto

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.draw.icons import paint_icon
from kiosk.text.ruby import RubyText
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Card
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.theme import Theme

_WORDS_LEAST = 14
"""Letters that fit beside a button; where there is less room, the button comes below."""


class Sign(Enum):
    """Form and colour of a sign; the words beside it say the same."""

    FAULT = auto()
    LACK = auto()
    WELL = auto()


_ICONS = {Sign.FAULT: "warning", Sign.LACK: "info", Sign.WELL: "check_circle"}


def steady(text: RubyText, theme: Theme, px: int, *, bold: bool = False, soft: bool = False) -> RubyLabel:
    """A text that keeps its size where there is little room: a list is scrolled anyway."""
    colour = theme.colours.soft_text if soft else theme.colours.text
    return RubyLabel(text, theme, px, bold=bold, colour=colour, least_px=px)


def sign_ink(sign: Sign, theme: Theme) -> QColor:
    match sign:
        case Sign.FAULT:
            return theme.colours.alert
        case Sign.LACK:
            return theme.colours.text
        case Sign.WELL:
            return theme.colours.done


class Line(QWidget):
    """A sign, a sentence and smaller words below it; at the right one control, or below where it is narrow.

    `main`: what the section is about.
    """

    def __init__(
        self,
        theme: Theme,
        sign: Sign | None,
        text: RubyText,
        below: RubyText = (),
        control: QWidget | None = None,
        main: bool = False,
    ) -> None:
        super().__init__()
        self._sign, self._theme = sign, theme
        px = theme.explanation if main else theme.note
        self._side = round(px * 1.4)
        row = QHBoxLayout(self)
        row.setContentsMargins(self._side + theme.gap // 2 if sign else 0, 0, 0, 0)
        row.setSpacing(theme.gap)
        self._first = steady(text, theme, px, bold=main)
        self.words = QVBoxLayout()
        self.words.setSpacing(theme.touch_gap // 2)
        self.words.addWidget(self._first)
        if below:
            self.words.addWidget(steady(below, theme, theme.note, soft=True))
        row.addLayout(self.words, 1)
        if control:
            self._place(control, row)

    def _place(self, control: QWidget, row: QHBoxLayout) -> None:
        room = self._theme.display.width // 2 - control.sizeHint().width()
        if room > self._theme.note * _WORDS_LEAST:
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self.words.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign stands beside the letters of the first line, not beside its furigana."""
        if self._sign:
            block = self._first.block(self._first.width())
            letters = block.pitch - block.ruby_space
            y = self._first.y() + block.ruby_space + (letters - self._side) / 2
            box = QRectF(0, y, self._side, self._side)
            paint_icon(QPainter(self), _ICONS[self._sign], box, sign_ink(self._sign, self._theme))


class LineCard(Card):
    """A heading and lines below each other."""

    def __init__(self, theme: Theme, heading: RubyText = ()) -> None:
        super().__init__(theme, edge=theme.colours.hairline)
        self._theme = theme
        self._column = QVBoxLayout(self)
        side = theme.padding // 2
        self._column.setContentsMargins(side, side // 2, side, side // 2)
        self._column.setSpacing(theme.gap // 2 + theme.touch_gap // 2)
        if heading:
            self.place(steady(heading, theme, max(theme.label, theme.note), bold=True))

    def line(
        self, sign: Sign | None, text: RubyText, below: RubyText = (), control: QWidget | None = None
    ) -> Line:
        line = Line(self._theme, sign, text, below, control)
        self.place(line)
        return line

    def place(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def place_left(self, widget: QWidget) -> None:
        """No wider than it needs to be."""
        self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)


class Body(QWidget):
    """The part of a section that is emptied and filled again."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.gap)

    def empty(self) -> None:
        """Hidden until it is filled again: else every line that is added lays out the whole."""
        self.hide()
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()

    def reveal(self) -> None:
        """What was just added counts for the layout at once, not only after the next turn of the event loop."""
        for widget in self.findChildren(QWidget):
            widget.show()
        self.show()

    def card(self, heading: RubyText = ()) -> LineCard:
        card = LineCard(self._theme, heading)
        self._column.addWidget(card)
        return card

    def note(self, text: RubyText) -> None:
        self._column.addWidget(steady(text, self._theme, self._theme.note))

    def row(self, *buttons: TouchButton) -> None:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._theme.gap)
        for button in buttons:
            layout.addWidget(button)
        layout.addStretch(1)
        self._column.addWidget(row)
