"""The counts of some days, added up as staff look at them."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from kiosk.visit.usage.book import months_before
from kiosk.visit.usage.counts import Measure, Row

K = TypeVar("K", bound=Hashable)
Series = tuple[tuple[K, int], ...]

MOST_STOPS = 10
WEEK_DAYS, MONTH_DAYS, YEAR_MONTHS = 7, 30, 12


class Period(StrEnum):
    """The last days up to today."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"

    def first_day(self, today: date) -> date:
        match self:
            case Period.WEEK:
                return today - timedelta(WEEK_DAYS - 1)
            case Period.MONTH:
                return today - timedelta(MONTH_DAYS - 1)
            case Period.YEAR:
                return months_before(today, YEAR_MONTHS - 1)


@dataclass(frozen=True)
class Figures:
    """Real numbers: whoever shows them hides small groups. Series are in the order to be shown."""

    period: Period
    totals: Counter[Measure]
    over_time: Series[date]
    """Visits by day, or by the first day of a month in a year."""
    by_hour: Series[int]
    """Visits, from the first hour that has any to the last."""
    by_lesson: Series[str]
    """Started, most first."""
    by_language: Series[str]
    """Chosen, most first."""
    stops: Series[tuple[str, int]]
    """Lesson and step where most people stopped."""


def figures_of(rows: Sequence[Row], period: Period, today: date) -> Figures:
    """`rows` are those of the period."""
    return Figures(
        period,
        _sums(rows, None, lambda row: row.what.measure),
        _over_time(rows, period, today),
        _by_hour(_sums(rows, Measure.VISIT, lambda row: row.entry.hour.hour)),
        _most_first(_sums(rows, Measure.LESSON_STARTED, lambda row: row.what.lesson)),
        _most_first(_sums(rows, Measure.LANGUAGE, lambda row: row.what.language)),
        _most_first(_sums(rows, Measure.LESSON_STOPPED, lambda row: (row.what.lesson, row.what.step)))[
            :MOST_STOPS
        ],
    )


def _sums(rows: Iterable[Row], measure: Measure | None, key: Callable[[Row], K]) -> Counter[K]:
    sums = Counter[K]()
    for row in rows:
        if measure in (None, row.what.measure):
            sums[key(row)] += row.times
    return sums


def _over_time(rows: Iterable[Row], period: Period, today: date) -> Series[date]:
    if period is Period.YEAR:
        starts = [months_before(today, back) for back in reversed(range(YEAR_MONTHS))]
        sums = _sums(rows, Measure.VISIT, lambda row: months_before(row.day, 0))
    else:
        first = period.first_day(today)
        starts = [first + timedelta(number) for number in range((today - first).days + 1)]
        sums = _sums(rows, Measure.VISIT, lambda row: row.day)
    return tuple((day, sums[day]) for day in starts)


def _by_hour(sums: Counter[int]) -> Series[int]:
    return tuple((hour, sums[hour]) for hour in range(min(sums), max(sums) + 1)) if sums else ()


def _most_first(sums: Counter[K]) -> Series[K]:
    return tuple(sums.most_common())
