"""Sections of the staff page, shown by hand."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from kiosk.ui.staff.page import StaffPage
from tests.ui.staff.looking import ByHand


@pytest.fixture
def run() -> ByHand:
    return ByHand()


@pytest.fixture
def shown(qtbot: QtBot, run: ByHand) -> Callable[[StaffPage], StaffPage]:
    """A page as staff see it when it has found out what it looks for."""

    def show(page: StaffPage) -> StaffPage:
        qtbot.addWidget(page)
        page.resize(1300, 850)
        page.show()
        page.opened()
        run.open()
        return page

    return show
