"""A calm question or notice over everything: one title, some words, one to three large buttons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.text.ruby import RubyText
from kiosk.ui.controls.fit_scroll import FitScroll
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Card, Picture
from kiosk.ui.controls.touch_button import Kind, TouchButton
from kiosk.ui.screens.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


@dataclass(frozen=True)
class Option:
    """A button of an overlay. The first option is the safe one: Escape and the keyboard start there."""

    label: RubyText
    wished: Callable[[], object]
    icon: str


@dataclass(frozen=True)
class OverlayView:
    icon: str
    title: RubyText
    lines: Sequence[RubyText]
    options: Sequence[Option]


class Overlay(Screen):
    """Covers its parent; whatever is chosen, it closes first."""

    closed = Signal()

    def __init__(self, parent: QWidget, theme: Theme, words: Wording, view: OverlayView) -> None:
        super().__init__(theme, words)
        self.setParent(parent)
        self._options = view.options
        outer = QVBoxLayout(self)
        side = parent.width() // (24 if theme.display.portrait else 6)
        outer.setContentsMargins(side, theme.margin, side, theme.margin)
        card = Card(theme, edge=theme.colours.outline)
        tall = 1 if theme.text_size == "normal" else 0
        outer.addStretch(tall)
        outer.addWidget(card, 4)
        outer.addStretch(tall)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(theme.padding, theme.padding, theme.padding, theme.padding)
        inside.setSpacing(theme.gap)
        scroll = FitScroll(theme, words)
        inside.addWidget(scroll, 1)
        ink = theme.colours.main if theme.contrast == "light" else theme.colours.text
        scroll.column.addWidget(Picture(view.icon, round(theme.title * 1.6), ink))
        title = RubyLabel(view.title, theme, theme.title, bold=True)
        lines = [RubyLabel(line, theme, theme.explanation) for line in view.lines]
        for label in (title, *lines):
            scroll.column.addWidget(label)
        scroll.column.addStretch(1)
        self._buttons = [self._button(option, number == 0) for number, option in enumerate(view.options)]
        for button in self._buttons:
            inside.addWidget(button)
        self.spoken = [title, *lines, *self._buttons]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _button(self, option: Option, safe: bool) -> TouchButton:
        return TouchButton(
            option.label,
            self.theme,
            lambda: self._choose(option),
            kind=Kind.MAIN if safe else Kind.PLAIN,
            icon=option.icon,
            height=self.theme.main_button,
        )

    def first_focus(self) -> QWidget:
        return self._buttons[0]

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside while the overlay is open; Escape always leaves."""
        present = self.focusWidget()
        index = self._buttons.index(present) if present in self._buttons else -1
        step = 1 if forward else -1
        self._buttons[(index + step) % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._choose(self._options[0])
        else:
            super().keyPressEvent(event)

    def _choose(self, option: Option) -> None:
        self.hide()
        self.closed.emit()
        option.wished()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, 130))
