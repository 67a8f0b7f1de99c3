"""What a resident sees after a bug: home in their own language and looks; the start screen; a new program."""

import gc
import logging
import sys
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer

from kiosk.calm import SORRY, Calm, Comfort, comfort_after
from kiosk.i18n.edition import Editions
from kiosk.paths import SHIPPED
from kiosk.shots import ShotPlan, Stage
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.wording import Wording
from kiosk.visit.visit import Attract, Contrast, Home, OnShelf, TextSize, Visit

BUG = ValueError("bug")


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    return Editions(SHIPPED, tmp_path_factory.mktemp("cache"))


@pytest.fixture
def stage(qtbot, editions):
    stage = Stage(editions, ShotPlan(), "en")
    qtbot.addWidget(stage.shell)
    return stage


class Bugs:
    """A window on which bugs show themselves, at times of our own."""

    def __init__(self, stage: Stage, editions: Editions, ready: bool = True) -> None:
        self.now = 0.0
        self.ended: list[int] = []
        self.stage, self.editions = stage, editions
        presenter = stage.presenter if ready else None
        self.calm = Calm(
            stage.shell, stage.state, editions, lambda: presenter, self.end, clock=lambda: self.now
        )

    def end(self, error) -> None:
        self.ended.append(error.exit_code)

    def one(self, at: float) -> Visit:
        self.now = at
        self.calm.take(ValueError, BUG, None)
        self.stage.settle()
        return self.stage.state.visit


@pytest.fixture
def bugs(stage, editions):
    stage.show(OnShelf("first-steps"))
    return Bugs(stage, editions)


@pytest.mark.parametrize(
    ("times", "comfort"),
    [
        ((5.0,), Comfort.HOME),
        ((0.0, 29.0), Comfort.START),
        ((0.0, 31.0), Comfort.HOME),
        ((0.0, 29.0, 59.0), Comfort.RESTART),
        ((0.0, 31.0, 61.0), Comfort.HOME),
        ((0.0, 35.0, 61.0), Comfort.START),
    ],
)
def test_what_is_left_of_a_visit(times, comfort):
    assert comfort_after(times) is comfort


def test_the_first_brings_the_resident_home_in_their_own_looks(bugs):
    looks = replace(bugs.stage.state.visit, text_size=TextSize.LARGEST, contrast=Contrast.DARK)
    bugs.stage.state.become(looks)
    assert bugs.one(0) == replace(looks, page=Home())
    words = Wording.of(bugs.editions.edition("en"))
    assert words.tr(SORRY) in [label.text for label in bugs.stage.shell.findChildren(RubyLabel)]


def test_the_second_ends_the_visit_and_the_third_the_program(bugs):
    bugs.one(0)
    assert isinstance(bugs.one(10).page, Attract)
    assert bugs.ended == []
    bugs.one(20)
    assert bugs.ended == [70]


def test_seldom_ones_never_end_the_program(bugs):
    for number in range(5):
        assert bugs.one(40.0 * number).page == Home()
    assert bugs.ended == []


def test_several_of_one_turn_are_one(bugs, caplog):
    for _ in range(5):
        bugs.calm.take(ValueError, BUG, None)
    assert bugs.one(0).page == Home()
    assert len([record for record in caplog.records if record.levelno == logging.ERROR]) == 6


def test_nobody_is_brought_home_from_the_start_screen(bugs):
    bugs.stage.state.start_over()
    assert isinstance(bugs.one(0).page, Attract)


def test_one_before_anything_is_ready_ends_the_program(stage, editions):
    bugs = Bugs(stage, editions, ready=False)
    bugs.one(0)
    assert bugs.ended == [70]


def raise_in_slot():
    QTimer.singleShot(0, raise_bug)


def raise_bug():
    raise BUG


def raise_in_thread():
    thread = threading.Thread(target=raise_bug)
    thread.start()
    thread.join()


class RaisesAtItsEnd:
    def __del__(self):
        raise BUG


@pytest.mark.parametrize("happen", [raise_in_slot, raise_in_thread, RaisesAtItsEnd])
def test_bugs_of_slots_threads_and_finalizers_are_taken(bugs, qtbot, monkeypatch, happen):
    for hook in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, hook, None)
    monkeypatch.setattr(threading, "excepthook", None)
    bugs.calm.install()
    happen()
    gc.collect()
    bugs.stage.settle()
    assert bugs.stage.state.visit.page == Home()


def test_the_hook_itself_never_raises(bugs, monkeypatch):
    monkeypatch.setattr(logging.getLogger("kiosk.calm"), "error", raise_bug)
    bugs.calm.take(ValueError, None, None)
