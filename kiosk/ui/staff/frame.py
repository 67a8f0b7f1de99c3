"""The staff page itself: sections on one side, the chosen one on the other."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kiosk import __version__
from kiosk.ui.controls.fit_scroll import FitScroll
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Bar, Card
from kiosk.ui.controls.touch_button import Kind, TouchButton
from kiosk.ui.staff.cover import StaffCover
from kiosk.ui.staff.page import Section, StaffPage
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording
from kiosk.visit.visit import TextSize

LIST_SHARE = 0.26
"""Of the width, the most that the list of sections takes on a wide screen."""
UPRIGHT_COLUMNS = {TextSize.NORMAL: 3, TextSize.LARGE: 2, TextSize.LARGEST: 2}


class StaffFrame(StaffCover):
    """Builds a section only when it is chosen, and drops it when another one is."""

    section_chosen = Signal(int)
    language_asked = Signal()
    text_size_asked = Signal()

    def __init__(self, theme: Theme, words: Wording, sections: Sequence[Section], chosen: int) -> None:
        super().__init__(theme, words)
        self._sections = sections
        self.chosen = chosen
        self.page: StaffPage | None = None
        self.choices = [self._choice(index) for index in range(len(sections))]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        upright = theme.display.portrait
        way = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        body = QBoxLayout(way)
        body.setContentsMargins(theme.gap, theme.gap, theme.gap, theme.gap)
        body.setSpacing(theme.gap)
        body.addWidget(self._grid() if upright else self._list())
        card = Card(theme, edge=theme.colours.hairline)
        self._holder = QVBoxLayout(card)
        inside = theme.padding * 2 // 3
        self._holder.setContentsMargins(inside, inside, inside, inside)
        body.addWidget(card, 1)
        column.addLayout(body, 1)
        self.choose(chosen)

    @property
    def busy(self) -> bool:
        return self.page is not None and self.page.busy

    def choose(self, index: int) -> None:
        """Show a section; one that is chosen again begins again."""
        self._drop_page()
        self.chosen = index
        for number, choice in enumerate(self.choices):
            choice.setChecked(number == index)
        self.page = page = self._sections[index].make(self.theme, self.words)
        self._holder.addWidget(page)
        page.show()
        self.section_chosen.emit(index)
        if self.isVisible():
            page.opened()

    def leave(self) -> None:
        """Escape: out of a section first, then out of the staff page."""
        present = self.focusWidget()
        if present is not None and self.page is not None and self.page.isAncestorOf(present):
            self.choices[self.chosen].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().leave()

    def _drop_page(self) -> None:
        if self.page is not None:
            page, self.page = self.page, None
            if self.isVisible():
                page.closed()
            self._holder.removeWidget(page)
            page.hide()
            page.deleteLater()

    def _head(self) -> Bar:
        theme, words = self.theme, self.words
        bar = Bar(theme, line_at_top=False)
        upright = theme.display.portrait
        lines = QVBoxLayout(bar)
        edge = max(4, theme.gap // 2)
        lines.setContentsMargins(theme.gap, edge, theme.gap, edge)
        lines.setSpacing(theme.touch_gap)
        titles, row = QHBoxLayout(), QHBoxLayout()
        titles.setSpacing(theme.gap)
        row.setSpacing(theme.gap)
        titles.addWidget(RubyLabel(words.tr("職員のページ"), theme, theme.explanation, bold=True))
        if upright or theme.text_size is TextSize.NORMAL:
            about = words.tr("まなびキオスク {version}", version=__version__)
            titles.addWidget(RubyLabel(about, theme, theme.least_text, colour=theme.colours.soft_text), 1)
        else:
            titles.addStretch(1)
        for button in self._tools():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        lines.addLayout(titles)
        if upright:
            row.insertStretch(2)
            lines.addLayout(row)
        else:
            titles.addLayout(row)
        return bar

    def _tools(self) -> Sequence[TouchButton]:
        theme, words = self.theme, self.words
        return (
            TouchButton(words.tr("ことば"), theme, self.language_asked, kind=Kind.TOOL, icon="translate"),
            TouchButton(
                words.tr("文字の大きさ"), theme, self.text_size_asked, kind=Kind.TOOL, icon="format_size"
            ),
            TouchButton(words.tr("おわる"), theme, self.left, icon="logout"),
        )

    def _choice(self, index: int) -> TouchButton:
        section, theme = self._sections[index], self.theme
        name = self.words.tr(section.name)
        choice = TouchButton(
            name,
            theme,
            partial(self.choose, index),
            kind=Kind.CARD,
            icon=section.icon,
            height=theme.target,
        )
        choice.setCheckable(True)
        return choice

    def _list(self) -> QWidget:
        scroll = FitScroll(self.theme, self.words)
        scroll.column.setSpacing(self.theme.touch_gap)
        for choice in self.choices:
            scroll.column.addWidget(choice)
        scroll.column.addStretch(1)
        scroll.setFixedWidth(self._list_width())
        return scroll

    def _list_width(self) -> int:
        """Its arrows stand beside it where the screen is too low for all of it."""
        theme = self.theme
        widest = max(choice.sizeHint().width() for choice in self.choices)
        step = theme.target + theme.touch_gap
        arrows = step + theme.gap if len(self.choices) * step > theme.display.height - 2 * theme.button else 0
        return min(widest, round(theme.display.width * LIST_SHARE)) + arrows

    def _grid(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self.theme.touch_gap)
        columns = UPRIGHT_COLUMNS[self.theme.text_size]
        for place, choice in enumerate(self.choices):
            grid.addWidget(choice, place // columns, place % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        return holder

    def _bring_choice_into_view(self) -> None:
        """Where the list is longer than the screen, after a change of language or text size."""
        around: QWidget | None = self.choices[self.chosen]
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self.choices[self.chosen], 0, self.theme.gap)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only then everything has its size.
        QTimer.singleShot(0, self, self._bring_choice_into_view)
        if self.page is not None and not event.spontaneous():
            self.page.opened()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.page is not None and not event.spontaneous():
            self.page.closed()
