"""What tests of the staff page's sections share: a door off the window's thread, and what staff see and press."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kiosk.errors import KioskError
from kiosk.text.ruby import plain
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.staff.page import StaffPage

Show = Callable[[StaffPage], StaffPage]


class ByHand:
    """A door off the window's thread that opens when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], object]] = []

    def __call__(
        self,
        work: Callable[[], object],
        done: Callable[[object], object],
        failed: Callable[[KioskError], object],
    ) -> None:
        def go() -> None:
            try:
                found = work()
            except KioskError as error:
                failed(error)
            else:
                done(found)

        self.waiting.append(go)

    def open(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


def texts(page: QWidget) -> list[str]:
    return [plain(label.text) for label in page.findChildren(RubyLabel) if label.isVisible()]


def buttons(page: QWidget) -> list[str]:
    return [plain(button.words) for button in page.findChildren(TouchButton) if button.isVisible()]


def press(page: QWidget, words: str) -> None:
    next(
        button
        for button in page.findChildren(TouchButton)
        if plain(button.words) == words and button.isVisible()
    ).clicked.emit()
