"""The tables that may be published of the counts: each month that is over, and its parts.

The tables form a tree, so that a number stands in one sum only (see `suppression`):

    visits of the month            by day · by hour · by how they ended
    lessons started in the month   by lesson, each by how it ended, and those that were stopped by step
    languages chosen in the month  by language
    prints, troubles, calls, errors of the month

Lessons finished in the month have no row of their own: with it, a lesson's hidden number would follow from the others.
Only whole months that are over are published: two files made in the same month would differ by a small group.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kiosk.visit.usage.counts import ENDINGS, Count, Measure, Row
from kiosk.visit.usage.suppression import hidden, is_small

TOTALS = (
    Measure.VISIT,
    Measure.LESSON_STARTED,
    Measure.LANGUAGE,
    Measure.PRINTED,
    Measure.PRINT_TROUBLE,
    Measure.HELP,
    Measure.ERROR,
)


class Table(StrEnum):
    """What the numbers of a row are broken down by. The values stand in the published file."""

    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    ENDING = "ending"
    LESSON = "lesson"
    OUTCOME = "outcome"
    STEP = "step"
    LANGUAGE = "language"


@dataclass(frozen=True)
class Cell:
    """One published number: `times` of `what` in a month, `day` or `hour` where the table has them.

    `times` is None when it is suppressed.
    """

    table: Table
    month: str
    what: Count
    times: int | None
    day: date | None = None
    hour: int | None = None

    @property
    def suppressed(self) -> bool:
        return self.times is None


def published(rows: Iterable[Row], today: date) -> tuple[Cell, ...]:
    """Every table of every whole month before that of `today`, small groups suppressed."""
    months: dict[str, list[Row]] = {}
    for row in rows:
        months.setdefault(month_of(row.day), []).append(row)
    over = [name for name in sorted(months) if name < month_of(today)]
    return tuple(cell for name in over for cell in _month(name, months[name]))


def month_of(day: date) -> str:
    return day.isoformat()[:7]


def _month(month: str, rows: list[Row]) -> Iterator[Cell]:
    totals = Counter[Measure]()
    for row in rows:
        totals[row.what.measure] += row.times
    for measure in TOTALS:
        times = totals[measure]
        yield Cell(Table.MONTH, month, Count(measure), None if is_small(times) else times)
    visits = [row for row in rows if row.what.measure is Measure.VISIT]
    yield from _parts(_summed(Cell(Table.DAY, month, row.what, row.times, day=row.day) for row in visits))
    by_hour = (Cell(Table.HOUR, month, row.what, row.times, hour=row.entry.hour.hour) for row in visits)
    yield from _parts(_summed(by_hour))
    if (whole := totals[Measure.VISIT]) and not is_small(whole):
        yield from _of_measures(Table.ENDING, month, rows, *ENDINGS, whole=whole)
    yield from _of_measures(Table.LANGUAGE, month, rows, Measure.LANGUAGE)
    for lesson in _of_measures(Table.LESSON, month, rows, Measure.LESSON_STARTED):
        yield lesson
        if lesson.times is not None:
            own = [row for row in rows if row.what.lesson == lesson.what.lesson]
            yield from _of_lesson(month, own, lesson.times)


def _of_lesson(month: str, rows: list[Row], started: int) -> Iterator[Cell]:
    ends = [replace(row, entry=replace(row.entry, what=replace(row.what, step=0))) for row in rows]
    measures = Measure.LESSON_FINISHED, Measure.LESSON_STOPPED
    for end in _of_measures(Table.OUTCOME, month, ends, *measures, whole=started):
        yield end
        if end.what.measure is Measure.LESSON_STOPPED and not end.suppressed:
            yield from _of_measures(Table.STEP, month, rows, Measure.LESSON_STOPPED)


def _of_measures(
    table: Table, month: str, rows: list[Row], *measures: Measure, whole: int | None = None
) -> tuple[Cell, ...]:
    cells = (Cell(table, month, row.what, row.times) for row in rows if row.what.measure in measures)
    return tuple(_parts(_summed(cells), whole))


def _summed(cells: Iterable[Cell]) -> Mapping[Cell, int]:
    """Cells that differ in nothing but their number are one."""
    sums = Counter[Cell]()
    for cell in cells:
        sums[replace(cell, times=None)] += cell.times or 0
    return sums


def _parts(parts: Mapping[Cell, int], whole: int | None = None) -> Iterator[Cell]:
    """`whole`: what they are parts of, where something of it may be in no part, such as a visit that a power cut ended.

    That rest has no row, but would follow from the others.
    """
    rest = 0 if whole is None else abs(whole - sum(parts.values()))
    small = hidden({**parts, None: rest})
    if small is not None:
        for cell in sorted(parts, key=_order):
            yield replace(cell, times=None if cell in small else parts[cell])


def _order(cell: Cell) -> tuple[object, ...]:
    return (
        cell.day or date.min,
        cell.hour or 0,
        cell.what.measure,
        cell.what.language,
        cell.what.lesson,
        cell.what.step,
    )
