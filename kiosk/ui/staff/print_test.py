"""One touch prints a page that shows whether the printer prints well, and says what is wrong with it if not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosk.errors import N_
from kiosk.handout.trial_state import TrialState
from kiosk.ui.staff.lines import Line, Sign
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

HOW = N_("わく、50 mmの線、文字、QRコードのある紙を1枚印刷します。利用者が印刷できる回数はへりません。")


class PrintTestPage(StaffPage):
    """State comes by `show_state`. `print_requested` carries the language of the page."""

    print_requested = Signal(str)
    look_requested = Signal()
    left = Signal()
    """The printing process is not needed any more."""

    def __init__(self, theme: Theme, words: Wording) -> None:
        super().__init__(theme, words)
        self._busy = False
        self._printer = QVBoxLayout()
        self._printer.setSpacing(theme.touch_gap)
        self.column.addLayout(self._printer)
        self.note(words.tr(HOW))
        wish = self.print_requested
        self.print_button = self.button(
            words.tr("ためし刷りをする"), lambda: wish.emit(words.language), icon="print", main=True
        )
        self.look_button = self.button(words.tr("もう一度調べる"), self.look_requested, icon="replay")
        self.row(self.print_button, self.look_button)
        self.job = self.heading(())
        self.column.addStretch()
        self.show_state(TrialState())

    @property
    def busy(self) -> bool:
        return self._busy

    def opened(self) -> None:
        self.look_requested.emit()

    def closed(self) -> None:
        self.left.emit()
        self.show_state(TrialState())

    def show_state(self, state: TrialState) -> None:
        self._busy = state.busy
        while item := self._printer.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        sign = _sign(state)
        for message in state.printer:
            line = Line(self.theme, sign, self.words.told(message), main=True)
            self._printer.addWidget(line)
            line.show()
        self.job.set_text(self.words.told(state.job) if state.job else ())
        self.refit()


def _sign(state: TrialState) -> Sign | None:
    """None while nobody knows yet."""
    if state.printer == TrialState().printer:
        return None
    return Sign.WELL if state.is_well else Sign.FAULT
