"""The frame of every page with a keypad: what is wanted on one side, the keys on the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from kiosk.text.ruby import RubyText
from kiosk.ui.controls.fit_scroll import FitScroll
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.staff.cover import StaffCover
from kiosk.ui.staff.keypad import Dots, Keypad
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording
from kiosk.visit.visit import TextSize


class PinPage(StaffCover):
    """`say` is the sentence above the dots, `add` the small print below it."""

    entered = Signal(str)

    def __init__(
        self, theme: Theme, words: Wording, title: RubyText, leave: RubyText, order: Sequence[str]
    ) -> None:
        super().__init__(theme, words)
        self.said = RubyLabel((), theme, theme.explanation)
        self.added = RubyLabel((), theme, theme.note, colour=theme.colours.soft_text)
        self.dots = Dots(theme)
        self.keypad = Keypad(theme, words, order)
        self.keypad.counted.connect(self.dots.show_count)
        self.keypad.entered.connect(self.entered)
        self.leaver = TouchButton(leave, theme, self.leave, icon="close")
        column = QVBoxLayout(self)
        edge = theme.edge
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.gap)
        column.addWidget(self.leaver, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._sides(title), 1)

    def _sides(self, title: RubyText) -> QBoxLayout:
        """Words and keys: side by side, or one above the other on an upright screen."""
        theme = self.theme
        upright = theme.display.portrait
        way = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        sides = QBoxLayout(way)
        roomy = theme.text_size is TextSize.NORMAL and not upright
        across = theme.display.width // 8 if roomy else theme.margin
        sides.setContentsMargins(across, 0, across, theme.margin)
        sides.setSpacing(theme.margin)
        keys = QVBoxLayout()
        keys.setSpacing(theme.gap)
        keys.addStretch(1)
        keys.addWidget(self.dots)
        keys.addWidget(self.keypad, 0, Qt.AlignmentFlag.AlignHCenter)
        keys.addStretch(2 if upright else 1)
        sides.addWidget(self._words(title), 1)
        sides.addLayout(keys, 1 if upright else 0)
        return sides

    def _words(self, title: RubyText) -> FitScroll:
        self._scroll = FitScroll(self.theme, self.words)
        column = self._scroll.column
        column.addStretch(1)
        column.addLayout(self.head("lock", title))
        column.addWidget(self.said)
        column.addWidget(self.added)
        column.addStretch(1)
        return self._scroll

    def say(self, text: RubyText, added: RubyText = ()) -> None:
        if (text, added) != (self.said.text, self.added.text):
            self.said.set_text(text)
            self.added.set_text(added)
            self.added.setVisible(bool(added))
            self._scroll.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keypad.take_key(event):
            super().keyPressEvent(event)
