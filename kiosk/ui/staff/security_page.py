"""「番号」: how often somebody tried, and another PIN."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from kiosk.text.ruby import RubyText
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Picture
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


class SecurityPage(StaffPage):
    """`failed` is how many wrong PINs there were before the one that opened the page."""

    change_requested = Signal()

    def __init__(self, theme: Theme, words: Wording, failed: int, changed: bool = False) -> None:
        super().__init__(theme, words)
        self.heading(words.tr("職員の番号"))
        if changed:
            self._finding("check_circle", words.tr("番号を変えました。次からは、新しい番号で開きます。"))
        self._tell_tries(failed)
        self.row(self.button(words.tr("番号を変える"), self.change_requested, "password", main=True))
        self.note(
            words.tr(
                "番号を忘れたときは、この端末を管理している人が、「kiosk pin reset」で消して、決めなおせます。"
            )
        )
        self.column.addStretch(1)

    def _tell_tries(self, failed: int) -> None:
        if failed:
            said = self.words.tr_n(
                "このページを開く前に、まちがった番号が{n}回入れられました。",
                "このページを開く前に、まちがった番号が{n}回入れられました。",
                failed,
            )
            self._finding("warning", said)
        else:
            self._finding("check_circle", self.words.tr("まちがった番号は入れられていません。"))

    def _finding(self, icon: str, text: RubyText) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.theme.gap)
        row.addWidget(Picture(icon, round(self.theme.note * 1.4), self.theme.colours.text))
        row.addWidget(RubyLabel(text, self.theme, self.theme.note), 1)
        self.column.addLayout(row)
