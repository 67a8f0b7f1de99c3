"""What every section of the staff page offers the desk, and the controls they share."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.errors import KioskError
from kiosk.text.ruby import RubyText
from kiosk.ui.controls.fit_scroll import FitScroll
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.touch_button import Kind, TouchButton, Wish
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

T = TypeVar("T")


class Run(Protocol):
    """Works off the window's thread and tells the result on it, as `Jobs.run` does."""

    def __call__(
        self, work: Callable[[], T], done: Callable[[T], object], failed: Callable[[KioskError], object]
    ) -> object: ...


class StaffPage(QWidget):
    """One section: a column that scrolls by large buttons. `opened` and `closed` are called by the desk."""

    def __init__(self, theme: Theme, words: Wording) -> None:
        super().__init__()
        self.theme, self.words = theme, words
        self._scroll = FitScroll(theme, words)
        self.column: QVBoxLayout = self._scroll.column
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)

    @property
    def busy(self) -> bool:
        """Whether something goes on that needs no touch, such as a test: then the staff page stays open."""
        return False

    def refit(self) -> None:
        """What it shows has changed: find the text size at which it fits again."""
        self._scroll.fit()

    def opened(self) -> None:
        """It is on the screen now: begin what takes time."""

    def closed(self) -> None:
        """Staff went to another section: end what still goes on."""

    def heading(self, text: RubyText) -> RubyLabel:
        return self._added(RubyLabel(text, self.theme, self.theme.explanation, bold=True))

    def note(self, text: RubyText) -> RubyLabel:
        return self._added(RubyLabel(text, self.theme, self.theme.note))

    def button(
        self, text: RubyText, wished: Wish, icon: str | None = None, main: bool = False
    ) -> TouchButton:
        kind = Kind.MAIN if main else Kind.PLAIN
        return TouchButton(text, self.theme, wished, kind=kind, icon=icon)

    def row(self, *controls: QWidget) -> None:
        """Controls side by side, from the left."""
        row = QHBoxLayout()
        row.setSpacing(self.theme.gap)
        for control in controls:
            row.addWidget(control)
        row.addStretch(1)
        self.column.addLayout(row)

    def _added(self, label: RubyLabel) -> RubyLabel:
        self.column.addWidget(label)
        return label


@dataclass(frozen=True)
class Section:
    """`name` is Japanese, the source of its translation."""

    name: str
    icon: str
    make: Callable[[Theme, Wording], StaffPage]
