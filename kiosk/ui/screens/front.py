"""A lesson's front page: what you will learn, how long it takes, what to have ready."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.text.ruby import RubyText
from kiosk.ui.controls.fit_scroll import FitScroll
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Card, Picture
from kiosk.ui.controls.touch_button import Kind, TouchButton
from kiosk.ui.screens.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


@dataclass(frozen=True)
class FrontView:
    title: RubyText
    original_title: RubyText
    """The Japanese title, empty when the title is Japanese already."""
    summary: RubyText
    learn: Sequence[RubyText]
    prepare: Sequence[RubyText]
    minutes: RubyText


class FrontScreen(Screen):
    start_requested = Signal()

    def __init__(self, theme: Theme, words: Wording, view: FrontView) -> None:
        super().__init__(theme, words)
        card = Card(theme, edge=theme.colours.hairline)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.margin, theme.edge, theme.margin, theme.edge)
        outer.setSpacing(theme.gap)
        outer.addWidget(card, 1)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(theme.padding, theme.card_top, theme.padding, theme.gap)
        scroll = FitScroll(theme, words)
        inside.addWidget(scroll)
        self._add_words(scroll, view)
        start = TouchButton(
            words.tr("はじめる"),
            theme,
            self.start_requested,
            kind=Kind.MAIN,
            icon="arrow_forward",
            icon_last=True,
            px=round(theme.label * 1.25),
            height=theme.main_button,
        )
        outer.addWidget(start)
        self._start = start
        self.spoken.append(start)

    def first_focus(self) -> TouchButton:
        return self._start

    def _add_words(self, scroll: FitScroll, view: FrontView) -> None:
        theme, words = self.theme, self.words
        title = RubyLabel(view.title, theme, theme.title, bold=True)
        scroll.column.addWidget(title)
        if view.original_title:
            original = RubyLabel(view.original_title, theme, theme.note, colour=theme.colours.soft_text)
            original.spoken_in = "ja"
            scroll.column.addWidget(original)
        summary = RubyLabel(view.summary, theme, theme.explanation)
        scroll.column.addWidget(summary)
        self.spoken += [title, summary]
        scroll.column.addSpacing(theme.gap // 2)
        self._add_list(scroll, "lightbulb", words.tr("できるようになること"), view.learn)
        if view.prepare:
            self._add_list(scroll, "check_box", words.tr("用意するもの"), view.prepare)
        self._add_list(scroll, "schedule", view.minutes, ())
        scroll.column.addStretch(1)

    def _add_list(self, scroll: FitScroll, icon: str, heading: RubyText, lines: Sequence[RubyText]) -> None:
        theme = self.theme
        row = QHBoxLayout()
        row.setSpacing(theme.gap)
        picture = Picture(icon, round(theme.note * 1.7), theme.colours.main)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.gap // 4)
        label = RubyLabel(heading, theme, max(theme.note, theme.label), bold=True)
        column.addWidget(label)
        self.spoken.append(label)
        for line in lines:
            entry = RubyLabel(line, theme, max(theme.note, theme.label))
            column.addWidget(entry)
            self.spoken.append(entry)
        row.addLayout(column, 1)
        scroll.column.addLayout(row)
