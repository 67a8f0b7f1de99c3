"""Somebody who touches and presses anything at all: nothing breaks, nothing else opens, and there is always a way on.

The full run of 100,000 events is `tests/soak/monkey_100k.py`.
"""

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.shots import ShotPlan, Stage, pages
from tests.robots.monkey import Monkey
from tests.ui.listed_speaker import ListedSpeaker


@pytest.fixture
def play(qtbot, editions, clock):
    """A monkey in a window of its own, the only one that is seen; its guard leaves with it."""
    for window in QApplication.topLevelWidgets():
        window.hide()
    monkeys = []

    def make(seed: int) -> Monkey:
        stage = Stage(editions, ShotPlan(1280, 720, inches=15.6), "ja", ListedSpeaker())
        qtbot.addWidget(stage.shell)
        monkeys.append(Monkey(stage, clock, [page for _, page in pages(editions)], seed))
        return monkeys[-1]

    yield make
    for monkey in monkeys:
        QApplication.instance().removeEventFilter(monkey.guard)


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_breaks_and_nobody_gets_stuck(play, seed):
    monkey = play(seed)
    monkey.play(1_000, check_every=10, leave_every=25)
    assert monkey.tally.events == 1_000 and len(monkey.tally.kinds) > 8
