"""The kind answer below an instruction, and what it offers to touch."""

import math
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from kiosk.draw.ruby import set_text
from kiosk.text.ruby import RubyText
from kiosk.ui.answers import Answer, Offer
from kiosk.ui.controls.fit_scroll import FitScroll
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Card, Picture
from kiosk.ui.controls.touch_button import Kind, TouchButton
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

MOST_TEXT = 0.24
"""Of the screen's height: a longer answer is paged, so that the instruction keeps its place."""


class AnswerBanner(Card):
    """`wished` hears which offer was touched."""

    def __init__(
        self, theme: Theme, words: Wording, answer: Answer, wished: Callable[[Offer], object]
    ) -> None:
        super().__init__(theme, theme.colours.chosen, theme.colours.main)
        self.answer = answer
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.gap, theme.gap // 2, theme.gap, theme.gap // 2)
        column.setSpacing(theme.touch_gap)
        row = QHBoxLayout()
        row.setSpacing(theme.gap)
        ink = theme.colours.main if theme.contrast == "light" else theme.colours.text
        self._side = round(theme.explanation * 1.2)
        row.addWidget(Picture("front_hand", self._side, ink))
        px = max(theme.least_text, round(theme.explanation * 0.9))
        self.label = RubyLabel(answer.text, theme, px)
        self._words, self._style = answer.text, theme.text_style(px)
        scroll = FitScroll(theme, words)
        # Its arrows must not make the row taller than there is room, while the page is being laid out.
        scroll.setMinimumHeight(1)
        scroll.column.addWidget(self.label)
        row.addWidget(scroll, 1)
        column.addLayout(row, 1)
        self.buttons = [
            TouchButton(
                _label(offer, words), theme, partial(wished, offer), kind=Kind.PLAIN, icon=_icon(offer)
            )
            for offer in answer.offers
        ]
        if self.buttons:
            offers = QHBoxLayout()
            offers.setSpacing(theme.gap)
            for button in self.buttons:
                offers.addWidget(button)
            offers.addStretch(1)
            column.addLayout(offers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as its width asks for. A layout asks the layout inside, which knows nothing of paging."""
        if event.size().width() != event.oldSize().width():
            self.setFixedHeight(self._height_for(event.size().width()))

    def sizeHint(self) -> QSize:
        width = self._theme.display.width // 2
        return QSize(width, self._height_for(width))

    def _height_for(self, width: int) -> int:
        """Its words at full size, as far as the page can spare it, and its buttons."""
        theme = self._theme
        room = max(1, width - 3 * theme.gap - self._side)
        words = math.ceil(set_text(self._words, room, self._style).height) + theme.touch_gap
        most = max(round(theme.display.height * MOST_TEXT), theme.target * 2 + theme.touch_gap)
        buttons = [
            button.heightForWidth(button.sizeHint().width()) + theme.touch_gap for button in self.buttons
        ]
        return max(self._side, min(words, most)) + max(buttons, default=0) + 2 * (theme.gap // 2)


def _label(offer: Offer, words: Wording) -> RubyText:
    labels = {
        Offer.SHOW: words.tr("{見本|みほん}を見る"),
        Offer.DO: words.tr("かわりに進める"),
        Offer.AGAIN: words.tr("もう一度やる"),
    }
    return labels[offer]


def _icon(offer: Offer) -> str:
    return {Offer.SHOW: "play_arrow", Offer.DO: "arrow_forward", Offer.AGAIN: "replay"}[offer]
