from datetime import time

import pytest

from kiosk.visit.hours import SleepingHours


@pytest.mark.parametrize(
    ("wake", "sleep", "now", "sleeping"),
    [
        ("08:00", "18:00", "07:59", True),
        ("08:00", "18:00", "08:00", False),
        ("08:00", "18:00", "17:59", False),
        ("08:00", "18:00", "18:00", True),
        ("08:00", "18:00", "00:00", True),
        ("08:00", "01:30", "01:00", False),
        ("08:00", "01:30", "01:30", True),
        ("08:00", "01:30", "08:00", False),
        ("08:00", "08:00", "08:00", False),
    ],
)
def test_the_night_may_begin_before_or_after_midnight(
    wake: str, sleep: str, now: str, sleeping: bool
) -> None:
    hours = SleepingHours.of(wake, sleep)
    assert hours is not None
    assert hours.include(time.fromisoformat(now)) is sleeping


@pytest.mark.parametrize(
    ("wake", "sleep"), [("", ""), ("08:00", ""), ("", "18:00"), ("25:00", "18:00"), ("early", "late")]
)
def test_without_both_hours_it_is_always_awake(wake: str, sleep: str) -> None:
    assert SleepingHours.of(wake, sleep) is None
