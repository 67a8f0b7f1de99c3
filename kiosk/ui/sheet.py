"""A calm card over everything: what lies below waits under a veil, and Escape always leaves."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.text.ruby import RubyText
from kiosk.ui.controls.listen_button import ListenButton
from kiosk.ui.controls.surfaces import Card, Picture
from kiosk.ui.controls.touch_button import Kind, TouchButton
from kiosk.ui.screens.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

WIDE = 1.5
"""Width against height: a screen that is wider leaves air at both sides of a card, unless large text needs it."""


class Sheet(Screen):
    """Covers its parent with a card to fill: `inside` is its column, `buttons` what can be pressed, in order.

    `card_share` is how much of the height beyond its content the card may take, in parts against 2 for the air.
    """

    closed = Signal()
    listen_requested = Signal()
    """To hear the whole card, or to stop that."""

    def __init__(self, parent: QWidget, theme: Theme, words: Wording, card_share: int = 0) -> None:
        super().__init__(theme, words)
        self.setParent(parent)
        self.buttons: list[TouchButton] = []
        outer = QVBoxLayout(self)
        wide = theme.display.width > theme.display.height * WIDE and theme.text_size == "normal"
        side = parent.width() // (6 if wide else 24)
        outer.setContentsMargins(side, theme.margin, side, theme.margin)
        card = Card(theme, edge=theme.colours.outline)
        air = 1 if theme.text_size == "normal" or theme.display.portrait or not card_share else 0
        outer.addStretch(air)
        outer.addWidget(card, card_share)
        outer.addStretch(air)
        self.inside = QVBoxLayout(card)
        self.inside.setContentsMargins(theme.padding, theme.padding, theme.padding, theme.padding)
        self.inside.setSpacing(theme.gap)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def add_head(self, icon: str, title: QWidget | None = None) -> None:
        """The picture, and a button to hear the whole card."""
        theme, row = self.theme, QHBoxLayout()
        row.setSpacing(theme.gap)
        ink = theme.colours.main if theme.contrast == "light" else theme.colours.text
        row.addWidget(Picture(icon, round(theme.title * 1.6), ink))
        if title:
            row.addWidget(title, 1)
        row.addStretch(0 if title else 1)
        self._listen = ListenButton(theme, self.words, self.listen_requested)
        row.addWidget(self._listen, 0, Qt.AlignmentFlag.AlignVCenter)
        self.inside.addLayout(row)

    def button(
        self, label: RubyText, wished: Callable[[], object], icon: str | None, main: bool = False
    ) -> TouchButton:
        """A button that closes the sheet first, then does what it says."""
        kind = Kind.MAIN if main else Kind.PLAIN
        height = self.theme.main_button
        made = TouchButton(
            label, self.theme, lambda: self._choose(wished), kind=kind, icon=icon, height=height
        )
        self.buttons.append(made)
        return made

    def show_speaking(self, speaking: bool) -> None:
        self._listen.show_speaking(speaking)

    def show_no_voice(self) -> None:
        self._listen.show_no_voice()

    def first_focus(self) -> QWidget:
        return self.buttons[0]

    def leave(self) -> None:
        """What Escape does: close, and nothing else."""
        self._choose(lambda: None)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside while the sheet is open."""
        ring = [*self.buttons, self._listen]
        present = self.focusWidget()
        index = next((number for number, one in enumerate(ring) if one is present), -1)
        ring[(index + (1 if forward else -1)) % len(ring)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _choose(self, wished: Callable[[], object]) -> None:
        self.hide()
        self.closed.emit()
        wished()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, 130))
