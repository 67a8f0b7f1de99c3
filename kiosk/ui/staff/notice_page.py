"""Something staff should know, and one button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from kiosk.text.ruby import RubyText
from kiosk.ui.controls.fit_scroll import FitScroll
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.touch_button import Kind, TouchButton
from kiosk.ui.staff.cover import StaffCover
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

MOST_WIDTH_MM = 300.0
"""Longer lines are hard to follow."""


class NoticePage(StaffCover):
    """`texts` are its paragraphs."""

    def __init__(self, theme: Theme, words: Wording, icon: str, title: RubyText, *texts: RubyText) -> None:
        super().__init__(theme, words)
        scroll = FitScroll(theme, words)
        scroll.column.addStretch(1)
        scroll.column.addLayout(self.head(icon, title))
        for text in texts:
            scroll.column.addWidget(RubyLabel(text, theme, theme.explanation))
        scroll.column.addStretch(1)
        self.closer = TouchButton(
            words.tr("わかりました"), theme, self.leave, kind=Kind.MAIN, height=theme.main_button
        )
        column = QVBoxLayout(self)
        side = max(theme.margin, round((theme.display.width - theme.mm(MOST_WIDTH_MM)) / 2))
        column.setContentsMargins(side, theme.margin, side, theme.margin)
        column.setSpacing(theme.gap)
        column.addWidget(scroll, 1)
        column.addWidget(self.closer, 0, Qt.AlignmentFlag.AlignRight)
