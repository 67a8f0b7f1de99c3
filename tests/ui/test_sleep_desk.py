from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.ui.screens.asleep import Asleep
from kiosk.ui.sleep_desk import SleepDesk
from kiosk.ui.wording import Wording
from kiosk.visit.hours import SleepingHours
from kiosk.visit.visit import Attract, Home

DAY, NIGHT = datetime(2027, 1, 16, 12, 0), datetime(2027, 1, 16, 23, 0)


class Night:
    """A terminal that sleeps from 22:00 to 8:00, and a clock on its wall."""

    def __init__(self, stage) -> None:
        self.stage, self.now = stage, NIGHT
        editions = stage.presenter._editions
        self.desk = SleepDesk(
            stage.shell,
            stage.state,
            SleepingHours.of("08:00", "22:00"),
            lambda visit: Wording(editions.catalogue(visit.language), editions.readings),
            lambda _visit: stage.theme,
            now=lambda: self.now,
        )
        self.leave_alone()

    def leave_alone(self) -> None:
        """For five minutes; only the look that follows tells."""
        self.desk.kept_awake.stop()

    @property
    def asleep(self) -> bool:
        return isinstance(self.stage.shell.cover, Asleep)

    def look(self) -> None:
        self.desk.look()
        self.stage.settle()


@pytest.fixture
def night(make_stage) -> Night:
    return Night(make_stage())


def test_it_sleeps_at_night_and_wakes_in_the_morning(night: Night) -> None:
    night.look()
    assert night.asleep
    night.now = DAY
    night.look()
    assert not night.asleep


def test_it_stays_awake_by_day(night: Night) -> None:
    night.now = DAY
    night.look()
    assert not night.asleep


def test_a_clock_that_is_set_is_followed(night: Night) -> None:
    for year in (2027, 2026, 2028):
        night.now = NIGHT.replace(year=year)
        night.look()
        assert night.asleep
        night.now = DAY.replace(year=year)
        night.look()
        assert not night.asleep


def test_a_touch_wakes_it_for_a_while_and_starts_nothing(night: Night) -> None:
    night.look()
    night.desk.touch()
    QTest.mouseClick(night.stage.shell.cover.pane, Qt.MouseButton.LeftButton)
    night.look()
    assert (night.asleep, night.stage.state.visit.page) == (False, Attract())
    night.leave_alone()
    night.look()
    assert night.asleep


def test_a_visit_is_never_interrupted(night: Night) -> None:
    fresh = night.stage.state.visit
    night.stage.state.become(replace(fresh, page=Home()))
    night.look()
    assert not night.asleep
    night.stage.state.start_over()
    night.look()
    assert night.asleep


def test_staff_at_work_are_left_alone(night: Night) -> None:
    night.stage.shell.cover_with(QWidget())
    night.look()
    assert not night.asleep


def test_nothing_moves_under_the_black(night: Night) -> None:
    attract = night.stage.shell.screen_now
    assert attract.moving
    night.look()
    assert not attract.moving
    night.desk.touch()
    QTest.keyClick(night.stage.shell.cover.pane, Qt.Key.Key_A)
    assert attract.moving


def test_all_is_black_but_for_a_faint_point_that_moves(night: Night) -> None:
    night.look()
    first = points(night)
    night.look()
    assert first and points(night) and not first & points(night)


def points(night: Night) -> set[tuple[int, int]]:
    picture = night.stage.shell.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    grey = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1)
    lit = set(zip(*np.nonzero(grey), strict=True))
    assert len(lit) < 200
    assert grey.max() < 64
    return lit


def test_without_hours_nothing_runs(make_stage) -> None:
    stage = make_stage()
    desk = SleepDesk(stage.shell, stage.state, None, lambda _visit: None, lambda _visit: stage.theme)
    desk.touch()
    assert not desk.kept_awake.isActive()
