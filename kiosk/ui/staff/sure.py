"""Something that ends what residents see: one button, then one calm question before it is done."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.text.ruby import RubyText
from kiosk.ui.controls.touch_button import Kind, TouchButton
from kiosk.ui.staff.lines import LineCard, steady
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


class Sure(LineCard):
    """`changed` is called when its question comes or goes, as that takes room."""

    sure = Signal()

    def __init__(
        self, theme: Theme, words: Wording, what: RubyText, icon: str, changed: Callable[[], object]
    ) -> None:
        super().__init__(theme)
        self._theme, self._words, self._changed = theme, words, changed
        self._begin = TouchButton(what, theme, lambda: self._show_question(True), icon=icon)
        self._yes = TouchButton(what, theme, self._agree, icon=icon, kind=Kind.MAIN)
        self._no = TouchButton(words.tr("やめる"), theme, lambda: self._show_question(False), icon="close")
        self._question = steady((), theme, theme.note, bold=True)

    def explain(self, text: RubyText) -> None:
        self.place(steady(text, self._theme, self._theme.note))

    def ask(self, question: RubyText) -> None:
        """What is asked before it is done; comes below what explains it."""
        self._question.set_text(question)
        self.place(self._question)
        self.place(self._row())
        self._show_question(False)

    def _row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._theme.gap)
        # Not where the first button was: a second touch meant for that one must not agree.
        for button in (self._begin, self._no, self._yes):
            layout.addWidget(button)
        layout.addStretch(1)
        return row

    def _show_question(self, shown: bool) -> None:
        going, coming = (self._begin, self._no) if shown else (self._no, self._begin)
        if going.hasFocus() or self._yes.hasFocus():
            coming.show()
            coming.setFocus(going.focus_reason)  # Qt would pass it on as if somebody had typed: with a ring
        self._begin.setVisible(not shown)
        for control in (self._question, self._no, self._yes):
            control.setVisible(shown)
        self._changed()

    def _agree(self) -> None:
        self._show_question(False)
        self.sure.emit()
