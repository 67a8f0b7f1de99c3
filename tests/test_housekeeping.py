"""Garbage dies on the window's thread, whoever allocates."""

import gc
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel

from kiosk.draw.fonts import FAMILY, font, load_fonts
from kiosk.housekeeping import LETTERS_VISITS, Housekeeping
from kiosk.visit.visit import Attract, Home, Visit, VisitState

MANY = 100_000


class Page:
    """Holds on to itself, as pages do, and tells where it dies."""

    def __init__(self, died: list[threading.Thread]) -> None:
        self.itself, self.died = self, died

    def __del__(self) -> None:
        self.died.append(threading.current_thread())


@pytest.fixture
def state():
    return VisitState(Visit(page=Home()))


@pytest.fixture
def housekeeping(state):
    gc.enable()
    parent = QObject()
    housekeeping = Housekeeping(state, parent)
    yield housekeeping
    housekeeping.close()


def allocate():
    """Far more than the collector waits for, and nothing that counting alone would free at once."""
    kept = [[] for _ in range(MANY)]
    assert len(kept) == MANY


def on_another_thread():
    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()


def test_left_alone_python_collects_on_any_thread():
    """What this is all about; without it the next test would prove nothing."""
    died = []
    gc.enable()
    Page(died)
    on_another_thread()
    assert died != [threading.main_thread()]
    assert len(died) == 1


def test_nothing_dies_on_another_thread_and_all_does_once_nobody_is_there(housekeeping, state):
    died = []
    Page(died)
    on_another_thread()
    assert not died
    state.become(replace(state.visit, page=Attract()))
    assert not died  # not in the middle of the change
    QApplication.processEvents()
    assert died == [threading.main_thread()]


def test_what_is_kept_is_not_looked_through_until_the_end(housekeeping, state):
    died = []
    Page(died)
    housekeeping.keep()
    gc.collect()
    assert not died
    housekeeping.close()
    gc.collect()
    assert died


def test_letters_are_forgotten_now_and_then_and_look_the_same_again(housekeeping, state, qtbot, qapp):
    load_fonts()
    label = QLabel("手続きを、ためす。")
    label.setFont(font(40))
    qtbot.addWidget(label)
    before, told = label.grab().toImage(), []
    qapp.fontDatabaseChanged.connect(lambda: told.append(QFontDatabase.hasFamily(FAMILY)))
    for _ in range(LETTERS_VISITS):
        assert not told
        state.become(replace(state.visit, page=Home()))
        state.become(replace(state.visit, page=Attract()))
        qapp.processEvents()
    assert told
    assert QFontDatabase.hasFamily(FAMILY)
    assert label.grab().toImage() == before
