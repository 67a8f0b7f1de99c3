"""A page that goes takes its buttons and their wishes with it."""

import sys
from collections.abc import Callable
from functools import partial
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QWidget

from kiosk.text.ruby import parse_ruby
from kiosk.ui.controls.touch_button import TouchButton, Wish
from kiosk.ui.theme import Display, Theme

THEME = Theme(Display(1920, 1080, 3.6))
PAGES, BUTTONS = 100, 30


class Page(QWidget):
    asked = Signal()

    def __init__(self, wish: Callable[["Page"], Wish]) -> None:
        super().__init__()
        self.touched = 0
        self.asked.connect(self.count)
        self.buttons = [TouchButton(parse_ruby("つぎへ"), THEME, wish(self)) for _ in range(BUTTONS)]
        for button in self.buttons:
            button.setParent(self)

    def count(self) -> None:
        self.touched += 1


WISHES: dict[str, Callable[[Page], Wish]] = {
    "signal": lambda page: page.asked,
    "method": lambda page: page.count,
    "partial": lambda page: partial(page.count),
}


def leaves_at_once(wish: Callable[[Page], Wish]) -> bool:
    """Whether a page and its buttons are gone without Python's collector."""
    page = Page(wish)
    left = [ref(page), *(ref(button) for button in page.buttons)]
    page.deleteLater()
    del page
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return not any(one() for one in left)


@pytest.mark.parametrize("kind", WISHES)
def test_a_touch_is_a_wish(kind: str) -> None:
    page = Page(WISHES[kind])
    page.buttons[0].click()
    assert page.touched == 1


@pytest.mark.parametrize("kind", WISHES)
def test_nothing_of_a_page_that_has_gone_is_left(kind: str) -> None:
    assert all(
        leaves_at_once(WISHES[kind]) for _ in range(PAGES)
    )  # fills what Python and Qt keep for the next one
    before = sys.getallocatedblocks()
    assert all(leaves_at_once(WISHES[kind]) for _ in range(PAGES))
    assert sys.getallocatedblocks() - before < PAGES * BUTTONS / 3
