"""A short day of the whole kiosk; the long one is `tests/soak/day_2000.py`."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.paths import SHIPPED
from kiosk.settings import Settings
from tests.ipp_printer import IppPrinter
from tests.robots.day import Day
from tests.robots.finger import Clock

VISITS = 20


@pytest.fixture
def day(qtbot: QtBot, own_folders: None, clock: Clock, ipp_printer: IppPrinter) -> Iterator[Day]:
    for window in QApplication.topLevelWidgets():
        window.hide()
    kiosk = Kiosk(SHIPPED, Settings(animations=False, printer="hall"), clock=clock)
    with qtbot.waitSignal(kiosk.ready, timeout=60_000):
        kiosk.open(windowed=True)
    yield Day(kiosk, clock, seed=6)
    kiosk.close()


def test_nothing_of_a_visit_is_left_in_the_next(day: Day) -> None:
    for _ in range(VISITS):
        day.visit()
    assert day.seen.first == []
    assert (day.seen.visits, len(day.seen.languages)) == (VISITS, 2)
    assert min(day.seen.ends["walked away"], day.seen.ends["started over"], len(day.seen.lessons)) > 2
