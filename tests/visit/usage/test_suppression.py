"""Nobody who has the published numbers can work out a small group: checked by trying."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.visit.usage.counts import ENDINGS, Count, Entry, Hour, Measure, Row
from kiosk.visit.usage.suppression import LEAST, hidden, is_small
from kiosk.visit.usage.tables import Cell, Table, published
from tests.usage_counts import VISIT

NEXT_MONTH = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("parts", "out"),
    [
        ([10, 20, 30], []),
        ([0, 20, 30], []),
        ([9, 20, 30], [9, 20]),
        ([3, 30, 20, 40], [3, 20]),
        ([1, 2, 30, 40], [1, 2, 30]),  # 1 and 2 alone would be easy to guess
        ([5, 6, 30], [5, 6]),
        ([9, 9, 1], [1, 9, 9]),
        ([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], None),
        ([9], None),
        ([10], []),
        ([1, 9], None),
        ([], None),
    ],
)
def test_what_is_hidden(parts: list[int], out: list[int] | None) -> None:
    found = hidden(dict(enumerate(parts)))
    assert (None if found is None else sorted(parts[key] for key in found)) == out


LESSONS, LANGUAGES = ("a", "b", "c"), ("ja", "en", "vi", "ne")
USES = st.tuples(
    st.integers(1, 31),
    st.integers(9, 17),
    st.sampled_from((*ENDINGS, None)),
    st.sampled_from(LANGUAGES),
    st.sampled_from(LESSONS),
    st.integers(-1, 4),
    st.one_of(st.integers(1, 3), st.integers(1, 60)),
)
"""So many visits alike: day, hour, ending (None: a power cut), language, lesson, the step at which it was left
(0: finished, -1: neither), how many.
"""
Uses = list[tuple[int, int, Measure | None, str, str, int, int]]


def rows_of(uses: Uses) -> list[Row]:
    rows = Counter[Entry]()
    for day, hour, ending, language, lesson, step, times in uses:
        counts = [VISIT, Count(Measure.LANGUAGE, language=language), Count(Measure.LESSON_STARTED, lesson)]
        if ending:
            counts.append(Count(ending))
        if step > 0:
            counts.append(Count(Measure.LESSON_STOPPED, lesson, step=step))
        if step == 0:
            counts.append(Count(Measure.LESSON_FINISHED, lesson))
        for what in counts:
            rows[Entry(Hour(date(2026, 10, day), hour), what)] += times
    return [Row(entry, times) for entry, times in rows.items()]


def sum_of(cell: Cell) -> Cell | None:
    """The published number of which this one is a part."""
    whole = replace(cell, table=Table.MONTH, day=None, hour=None)
    match cell.table:
        case Table.MONTH:
            return None
        case Table.DAY | Table.HOUR:
            return whole
        case Table.ENDING:
            return replace(whole, what=VISIT)
        case Table.LESSON | Table.LANGUAGE:
            return replace(whole, what=Count(cell.what.measure))
        case Table.OUTCOME:
            started = Count(Measure.LESSON_STARTED, cell.what.lesson)
            return replace(cell, table=Table.LESSON, what=started)
        case Table.STEP:
            return replace(cell, table=Table.OUTCOME, what=replace(cell.what, step=0))


def named(cell: Cell) -> Cell:
    return replace(cell, times=None)


def rest_of(part: Cell) -> Cell | None:
    """What may be of the same sum, and has no row."""
    if part.table in {Table.ENDING, Table.OUTCOME}:
        return Cell(part.table, part.month, Count(Measure.ERROR, part.what.lesson), None)
    return None


Bounds = dict[Cell, tuple[int, int]]
Sums = list[tuple[Cell, list[Cell]]]
FAR = 10**6


def first_bounds(cells: Iterable[Cell]) -> Bounds:
    """A row that is there counts something; a number that is seen is exact; of what has no row nothing is known."""
    seen = {named(cell): (1, FAR) if cell.times is None else (cell.times, cell.times) for cell in cells}
    return {**seen, **{rest: (0, FAR) for cell in seen if (rest := rest_of(cell))}}


def sums_of(cells: Iterable[Cell]) -> Sums:
    groups: dict[tuple[Cell, Table], list[Cell]] = {}
    for cell in cells:
        if whole := sum_of(cell):
            groups.setdefault((named(whole), cell.table), []).append(named(cell))
    return [(whole, [*parts, *filter(None, [rest_of(parts[0])])]) for (whole, _), parts in groups.items()]


def narrowed(bounds: Bounds, sums: Sums) -> Bounds:
    """Everything that the sums tell: each part is the whole less the others, again and again."""
    now = dict(bounds)
    for whole, parts in sums:
        low, high = (sum(now[part][end] for part in parts) for end in (0, 1))
        now[whole] = max(now[whole][0], low), min(now[whole][1], high)
        for part in parts:
            least, most = now[whole][0] - (high - now[part][1]), now[whole][1] - (low - now[part][0])
            now[part] = max(now[part][0], least), min(now[part][1], most)
    return now if now == bounds else narrowed(now, sums)


def worked_out(cells: Iterable[Cell]) -> Mapping[Cell, tuple[int, int]]:
    """What can be known of each number that is not published: at least, at most."""
    cells = list(cells)
    bounds = narrowed(first_bounds(cells), sums_of(cells))
    seen = {named(cell) for cell in cells if not cell.suppressed}
    return {cell: known for cell, known in bounds.items() if cell not in seen}


def test_trying_works_where_somebody_was_careless() -> None:
    cells = published(
        rows_of([(1, 9, ENDINGS[0], "ja", "a", 0, 40), (2, 9, ENDINGS[0], "en", "a", 0, 60)]), NEXT_MONTH
    )
    careless = [replace(cell, times=None) if cell.what.language == "en" else cell for cell in cells]
    assert (60, 60) in worked_out(careless).values()


def test_visits_without_an_ending_cannot_be_worked_out() -> None:
    one = 1, 9, None, "ja", "a", -1, 1
    cells = published(
        rows_of([(1, 9, ENDINGS[0], "ja", "a", 0, 20), (1, 9, ENDINGS[2], "ja", "a", 1, 20), one]), NEXT_MONTH
    )
    assert [cell.times for cell in cells if cell.table is Table.ENDING] == [None, 20]
    assert [cell.times for cell in cells if cell.table is Table.OUTCOME] == [None, 20]


def test_lessons_over_the_months_end_cannot_be_worked_out() -> None:
    rows = rows_of([(1, 9, ENDINGS[0], "ja", "a", 0, 20), (1, 9, ENDINGS[2], "ja", "a", 1, 20)])
    began_before = Entry(Hour(date(2026, 10, 1), 0), Count(Measure.LESSON_FINISHED, "a"))
    cells = published([*rows, Row(began_before, 2)], NEXT_MONTH)
    assert [cell.times for cell in cells if cell.table is Table.OUTCOME] == [22, None]


@settings(deadline=None)
@given(st.lists(USES, max_size=25))
def test_no_small_number_can_be_worked_out(uses: Uses) -> None:
    """A rest that may be nothing tells of nobody."""
    for cell, (least, most) in worked_out(published(rows_of(uses), NEXT_MONTH)).items():
        if cell == rest_of(cell):
            assert not is_small(least), cell
        else:
            assert least <= 1, cell
            assert most >= LEAST, cell


@settings(deadline=None)
@given(st.lists(USES, max_size=25))
def test_small_groups_are_suppressed_and_the_rest_is_true(uses: Uses) -> None:
    cells = published(rows_of(uses), NEXT_MONTH)
    assert [cell for cell in cells if cell.times is not None and 0 < cell.times < LEAST] == []
    for whole, parts in sums_of(cells):
        seen = {named(cell): cell.times for cell in cells}
        total = seen[whole]
        assert total is not None
        rest = rest_of(parts[0])
        hidden_parts = [part for part in parts if part != rest and seen[part] is None]
        missing = total - sum(seen.get(part) or 0 for part in parts)
        assert not is_small(missing)
        assert rest or len(hidden_parts) != 1
        assert rest or (missing == 0) == (not hidden_parts)
