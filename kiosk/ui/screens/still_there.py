"""「まだ、お使いですか。」 over everything, with a visible count. A touch anywhere, or any key, answers it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.text.ruby import plain
from kiosk.ui.controls.count_ring import CountRing
from kiosk.ui.controls.fit_scroll import FitScroll
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.touch_button import Kind, TouchButton
from kiosk.ui.controls.touch_pane import TouchPane
from kiosk.ui.screens.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

WIDEST_BUTTON = 12
"""In heights of the button's letters: wider would look like a bar."""


class StillThere(Screen):
    """The button looks like one for those who want a button; the whole surface does the same."""

    stay_requested = Signal()

    def __init__(self, theme: Theme, words: Wording, seconds: int) -> None:
        super().__init__(theme, words)
        tr = words.tr
        asks, tells = round(theme.instruction * 1.3), round(theme.explanation * 1.2)
        upright, tall = theme.display.portrait, round(theme.main_button * 1.3)
        self.title = RubyLabel(tr("まだ、お{使|つか}いですか。"), theme, asks, bold=True, centred=upright)
        fate = tr("さわらないと、はじめの{画面|がめん}にもどります。")
        self.fate = RubyLabel(fate, theme, tells, centred=upright)
        stay, px = self.stay_requested, theme.explanation
        self.button = TouchButton(
            tr("つかいます"), theme, stay, kind=Kind.MAIN, icon="touch_app", px=px, height=tall
        )
        self.ring = CountRing(theme, seconds)
        self.spoken = [self.title, self.fate]
        self._arrange()
        self.setAccessibleName(plain(self.title.text))
        self.pane = TouchPane(self)
        self.pane.setAccessibleName(plain(self.spoken_text()))
        self.pane.pressed.connect(lambda: self.button.setDown(True))
        self.pane.touched.connect(self.stay_requested)
        self.show_left(seconds)

    def show_left(self, seconds: int) -> None:
        name = self.words.tr_n("あと{n}{秒|びょう}", "あと{n}{秒|びょう}", seconds)
        self.ring.show_left(seconds, plain(name))

    def first_focus(self) -> QWidget:
        return self.pane

    def _arrange(self) -> None:
        theme = self.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.margin, theme.margin, theme.margin, theme.margin)
        column.setSpacing(theme.gap * 2)
        roomy = theme.text_size == "normal" or theme.display.portrait
        air = 1 if roomy and not theme.display.above else 0
        column.addStretch(air)
        column.addLayout(self._words_and_count(), 3)
        self.button.setMinimumWidth(min(theme.explanation * WIDEST_BUTTON, theme.display.width // 2))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(air)

    def _words_and_count(self) -> QBoxLayout:
        """The count beside the words, or above them on an upright screen."""
        texts = FitScroll(self.theme, self.words)
        texts.column.addStretch()
        texts.column.addWidget(self.title)
        texts.column.addWidget(self.fate)
        texts.column.addStretch()
        upright = self.theme.display.portrait
        said = QBoxLayout(QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight)
        said.setSpacing(self.theme.gap * 2)
        said.addWidget(self.ring, 2)
        said.addWidget(texts, 3)
        return said

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.colours.paper)
