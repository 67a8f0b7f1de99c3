"""What went wrong while nobody looked, newest first; the trace only for who asks for it."""

from collections.abc import Callable, Sequence

from kiosk.errors import N_
from kiosk.staff.log_entries import Entry, Gravity
from kiosk.text.ruby import Segment
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.staff.lines import LineCard, Sign, steady
from kiosk.ui.staff.looking_page import LookingPage
from kiosk.ui.staff.page import Run
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

MOST = 200
"""Entries that are read."""


class LogPage(LookingPage[Sequence[Entry]]):
    """`LogPage(theme, words, run, read)`; `read` gives the newest entries of the log."""

    looking = N_("記録を読んでいます。少しお待ちください。")
    again = N_("もう一度読む")

    def __init__(self, theme: Theme, words: Wording, run: Run, read: Callable[[], Sequence[Entry]]) -> None:
        super().__init__(theme, words, run, read)
        self._unfolded: Entry | None = None

    def show_found(self, found: Sequence[Entry]) -> None:
        if not found:
            self.summarise(Sign.WELL, self.words.tr("記録は、ありません。"))
            self.body.note(self.words.tr("困ったことは、起きていません。"))
            return
        self.summarise(None, self.words.tr_n("記録が{n}件あります。", "記録が{n}件あります。", len(found)))
        self.body.note(self.words.tr("新しいものが上です。利用者が打った言葉は、書かれていません。"))
        card = self.body.card()
        for position in self.shown_part(len(found)):
            self._show(found[position], card)
        self.add_turning(len(found))

    def _show(self, entry: Entry, card: LineCard) -> None:
        grave = entry.gravity is Gravity.FAULT
        when = entry.when.strftime("%Y-%m-%d %H:%M")
        tr = self.words.tr
        below = tr("{when}　問題", when=when) if grave else tr("{when}　気づいたこと", when=when)
        sign = Sign.FAULT if grave else Sign.LACK
        line = card.line(sign, self.words.tr(entry.words), below, self._more(entry))
        if entry is self._unfolded:
            for detail in entry.details:
                line.words.addWidget(
                    steady((Segment(detail),), self.theme, self.theme.least_label, soft=True)
                )

    def _more(self, entry: Entry) -> TouchButton:
        unfolded = entry is self._unfolded
        words = self.words.tr("たたむ") if unfolded else self.words.tr("くわしく")
        icon = "keyboard_arrow_up" if unfolded else "keyboard_arrow_down"
        return self.button(words, lambda: self._unfold(None if unfolded else entry), icon=icon)

    def _unfold(self, entry: Entry | None) -> None:
        self._unfolded = entry
        self.show_again()
