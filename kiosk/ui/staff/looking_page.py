"""A section that first finds something out, which takes a while, and then shows it; it can look again."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea
from shiboken6 import isValid

from kiosk.errors import N_, KioskError
from kiosk.text.ruby import RubyText
from kiosk.ui.controls.surfaces import Picture
from kiosk.ui.staff.lines import Body, Sign, sign_ink, steady
from kiosk.ui.staff.page import Run, StaffPage
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording
from kiosk.visit.visit import TextSize

T = TypeVar("T")

PAGE = 20
"""Entries shown at once: what is longer nobody reads, and takes long to lay out."""


class LookingPage(StaffPage, Generic[T]):
    """`look` runs off the window's thread; `show_found` shows what it gave."""

    looking = N_("調べています。少しお待ちください。")
    again = N_("もう一度調べる")

    def __init__(self, theme: Theme, words: Wording, run: Run, look: Callable[[], T]) -> None:
        super().__init__(theme, words)
        self._run, self._look = run, look
        self._from = 0
        self.found: T | None = None
        self._summary = steady((), theme, theme.explanation, bold=True)
        self._again = self.button(words.tr(self.again), self.look_again, icon="replay")
        top = self._top()
        self.column.addLayout(top)
        self._place_again(top)
        self.body = Body(theme)
        self.column.addWidget(self.body)
        self.column.addStretch(1)

    def _top(self) -> QHBoxLayout:
        self._signs = {
            sign: Picture(icon, round(self.theme.explanation * 1.3), sign_ink(sign, self.theme))
            for sign, icon in ((Sign.FAULT, "warning"), (Sign.LACK, "info"), (Sign.WELL, "check_circle"))
        }
        row = QHBoxLayout()
        row.setSpacing(self.theme.gap)
        for picture in self._signs.values():
            row.addWidget(picture)
        row.addWidget(self._summary, 1)
        return row

    def _place_again(self, row: QHBoxLayout) -> None:
        """Beside the summary; where that would have too little room, below it."""
        if self.theme.display.portrait or self.theme.text_size is not TextSize.NORMAL:
            self.row(self._again)
        else:
            row.addWidget(self._again, 0, Qt.AlignmentFlag.AlignTop)

    def opened(self) -> None:
        self.look_again()

    def look_again(self) -> None:
        if self._again.hasFocus():  # Qt would pass it on as if somebody had typed: with a ring
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._again.setEnabled(False)
        self.body.empty()
        self.summarise(None, self.words.tr(self.looking))
        self.refit()
        self._run(self._look, self._take, self._fail)

    def show_found(self, found: T) -> None:
        """Say it in short by `summarise`, and fill `body`."""
        raise NotImplementedError

    def show_again(self) -> None:
        """Something of what was found shall be shown otherwise: its next page, or details."""
        if self.found is not None:
            self.body.empty()
            self.show_found(self.found)
            self.body.reveal()
            self.refit()

    def summarise(self, sign: Sign | None, text: RubyText) -> None:
        for each, picture in self._signs.items():
            picture.setVisible(each is sign)
        self._summary.set_text(text)

    # -- pages -------------------------------------------------------------------------------------

    def shown_part(self, count: int) -> range:
        """Which of so many entries belong on this page."""
        self._from = min(self._from, max(0, (count - 1) // PAGE * PAGE))
        return range(self._from, min(count, self._from + PAGE))

    def add_turning(self, count: int) -> None:
        """Buttons for the pages, where there is more than one."""
        if count <= PAGE:
            return
        shown = self.shown_part(count)
        text = self.words.tr(
            "全部で{all}件のうち、{first}件めから{last}件めまでです。",
            all=count,
            first=shown.start + 1,
            last=shown.stop,
        )
        self.body.note(text)
        before = self.button(self.words.tr("まえの20件"), lambda: self._turn(-PAGE), icon="keyboard_arrow_up")
        after = self.button(self.words.tr("つぎの20件"), lambda: self._turn(PAGE), icon="keyboard_arrow_down")
        before.setEnabled(shown.start > 0)
        after.setEnabled(shown.stop < count)
        self.body.row(before, after)

    def _turn(self, entries: int) -> None:
        self._from = max(0, self._from + entries)
        self.show_again()
        if area := self.findChild(QScrollArea):
            area.verticalScrollBar().setValue(0)

    # -- results -----------------------------------------------------------------------------------

    def _take(self, found: T) -> None:
        if isValid(self):
            self._again.setEnabled(True)
            self.found, self._from = found, 0
            self.show_again()

    def _fail(self, error: KioskError) -> None:
        if isValid(self):
            self._again.setEnabled(True)
            self.summarise(Sign.FAULT, self.words.told(error.message))
            self.refit()
