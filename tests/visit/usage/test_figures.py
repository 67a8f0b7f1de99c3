from datetime import date

import pytest

from kiosk.visit.usage.counts import Count, Measure
from kiosk.visit.usage.figures import MOST_STOPS, Period, figures_of
from tests.usage_counts import DAY, row


@pytest.mark.parametrize(
    ("period", "first", "bars"),
    [
        (Period.WEEK, date(2026, 9, 29), 7),
        (Period.MONTH, date(2026, 9, 6), 30),
        (Period.YEAR, date(2025, 11, 1), 12),
    ],
)
def test_a_period_ends_today(period: Period, first: date, bars: int) -> None:
    assert period.first_day(DAY) == first
    rows = [row(1), row(2, day=first)]
    figures = figures_of(rows, period, DAY)
    assert (figures.totals[Measure.VISIT], len(figures.over_time)) == (3, bars)
    assert figures.over_time[0] == (first, 2)
    assert sum(times for _, times in figures.over_time) == 3


def test_hours_without_visits_between_others_are_told() -> None:
    figures = figures_of([row(1, hour=9), row(2, hour=11)], Period.WEEK, DAY)
    assert figures.by_hour == ((9, 1), (10, 0), (11, 2))


def test_what_is_most_stands_first() -> None:
    lessons = [row(times, Count(Measure.LESSON_STARTED, name)) for name, times in (("a", 1), ("b", 3))]
    stops = [row(step, Count(Measure.LESSON_STOPPED, "a", step=step)) for step in range(1, MOST_STOPS + 3)]
    figures = figures_of([*lessons, *stops], Period.WEEK, DAY)
    assert figures.by_lesson == (("b", 3), ("a", 1))
    assert figures.stops[0] == (("a", MOST_STOPS + 2), MOST_STOPS + 2)
    assert len(figures.stops) == MOST_STOPS


def test_nothing_counted_is_no_figure() -> None:
    figures = figures_of([], Period.WEEK, DAY)
    assert (figures.totals.total(), figures.by_hour, figures.by_lesson) == (0, (), ())
