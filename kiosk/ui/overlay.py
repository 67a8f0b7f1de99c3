"""A calm question or notice over everything: one title, some words, one to three large buttons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from kiosk.text.ruby import RubyText
from kiosk.ui.controls.fit_scroll import FitScroll
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.sheet import Sheet
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording
from kiosk.visit.visit import TextSize


@dataclass(frozen=True)
class Option:
    """A button of an overlay."""

    label: RubyText
    wished: Callable[[], object]
    icon: str


@dataclass(frozen=True)
class OverlayView:
    icon: str
    title: RubyText
    lines: Sequence[RubyText]
    options: Sequence[Option]
    """The first one is the main one."""
    safe: int = 0
    """Which one changes nothing: Escape does the same, and the keyboard starts there."""


class Overlay(Sheet):
    """Whatever is chosen, it closes first."""

    def __init__(self, parent: QWidget, theme: Theme, words: Wording, view: OverlayView) -> None:
        super().__init__(parent, theme, words, _card_share(theme))
        self._view = view
        self.add_head(view.icon)
        scroll = FitScroll(theme, words)
        self.inside.addWidget(scroll, 1)
        title = RubyLabel(view.title, theme, theme.title, bold=True)
        lines = [RubyLabel(line, theme, theme.explanation) for line in view.lines]
        for label in (title, *lines):
            scroll.column.addWidget(label)
        scroll.column.addStretch(1)
        for number, option in enumerate(view.options):
            self.inside.addWidget(self.button(option.label, option.wished, option.icon, main=number == 0))
        self.spoken = [title, *lines, *self.buttons]

    def first_focus(self) -> QWidget:
        return self.buttons[self._view.safe]

    def leave(self) -> None:
        self._choose(self._view.options[self._view.safe].wished)


def _card_share(theme: Theme) -> int:
    """An upright screen has height to spare: more of it would only tear words and buttons apart."""
    return 1 if theme.display.portrait and theme.text_size is TextSize.NORMAL else 4
