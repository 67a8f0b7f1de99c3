import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.errors import OutputError
from kiosk.visit.usage.book import UsageBook
from kiosk.visit.usage.counts import Count, Measure, Row
from kiosk.visit.usage.dictionary import COLUMNS
from kiosk.visit.usage.export import Exporter, whole_months
from kiosk.visit.usage.reading import UsageError
from kiosk.visit.usage.tables import TOTALS, Table, published
from tests.usage_counts import DAY, row

TODAY = date(2026, 11, 23)
STARTED = Count(Measure.LESSON_STARTED, "camera")
FINISHED = Count(Measure.LESSON_FINISHED, "camera")
STOPPED = Count(Measure.LESSON_STOPPED, "camera", step=3)
MONTH = (
    row(30),
    row(4, day=DAY + timedelta(1), hour=10),
    row(12, day=DAY + timedelta(2), hour=11),
    row(25, Count(Measure.LANGUAGE, language="ja")),
    row(21, STARTED),
    row(10, FINISHED),
    row(11, STOPPED),
    row(3, Count(Measure.HELP)),
)


def shown(*rows: Row) -> dict[tuple[object, ...], int | None]:
    """Each published number by what tells it apart."""
    cells = published(rows, TODAY)
    return {
        (
            cell.table,
            cell.day or cell.hour or cell.what.lesson or cell.what.language,
            cell.what.measure,
        ): cell.times
        for cell in cells
    }


def test_a_month_is_told_with_its_totals() -> None:
    assert [shown(*MONTH)[Table.MONTH, "", measure] for measure in TOTALS] == [46, 21, 25, 0, 0, None, 0]


def test_a_small_number_takes_the_next_with_it() -> None:
    days = {key[1]: times for key, times in shown(*MONTH).items() if key[0] is Table.DAY}
    assert days == {DAY: 30, DAY + timedelta(1): None, DAY + timedelta(2): None}


def test_of_two_ways_to_end_neither_is_told_when_one_is_small() -> None:
    small = shown(row(21, STARTED), row(13, FINISHED), row(8, STOPPED))
    ends = {key[2]: times for key, times in small.items() if key[0] is Table.OUTCOME}
    assert ends == {Measure.LESSON_FINISHED: None, Measure.LESSON_STOPPED: None}
    assert Table.STEP not in {key[0] for key in small}


def test_what_cannot_be_protected_is_left_out() -> None:
    assert {key[0] for key in shown(row(9), row(12, FINISHED))} == {Table.MONTH}


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2026, 11, 23), date(2027, 1, 1)])
def test_a_month_that_is_not_over_is_not_published(day: date) -> None:
    assert published([row(50, day=day)], TODAY) == ()


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2026, 4, 1), date(2026, 9, 30), (date(2026, 4, 1), date(2026, 10, 1))),
        (date(2026, 4, 2), date(2026, 9, 29), (date(2026, 5, 1), date(2026, 9, 1))),
        (date(2026, 12, 2), date(2027, 1, 31), (date(2027, 1, 1), date(2027, 2, 1))),
    ],
)
def test_only_whole_months_are_written(first: date, last: date, months: tuple[date, date]) -> None:
    assert whole_months(first, last) == months


@pytest.fixture
def exporter(tmp_path: Path) -> Exporter:
    book = UsageBook(tmp_path / "usage.sqlite3")
    book.add({one.entry: one.times for one in MONTH})
    book.close()
    return Exporter(book.path, {"camera": ("カメラを{開|ひら}く", "Open the camera")}, "en: {}".format)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_file_is_tidy(exporter: Exporter, tmp_path: Path) -> None:
    path, _ = exporter.write(tmp_path / "counts.csv", TODAY)
    first, *_, last = rows_of(path)
    assert first == {
        **dict.fromkeys(("day", "hour", "lesson", "step", "language"), ""),
        **{"table": "month", "month": "2026-10", "measure": "visits", "count": "46", "suppressed": "false"},
    }
    assert (last["lesson"], last["step"], last["count"], last["suppressed"]) == ("camera", "3", "11", "false")


def test_excel_knows_its_letters_and_lines(exporter: Exporter, tmp_path: Path) -> None:
    for path in exporter.write(tmp_path / "counts.csv", TODAY):
        data = path.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.count(b"\n") == data.count(b"\r\n") > 1


def test_the_dictionary_knows_every_column_and_every_code(exporter: Exporter, tmp_path: Path) -> None:
    path, beside = exporter.write(tmp_path / "counts.csv", TODAY)
    told = {(one["column"], one["value"]): one for one in rows_of(beside)}
    rows = rows_of(path)
    assert list(rows[0]) == [one.name for one in COLUMNS]
    assert {(name, "") for name in rows[0]} <= told.keys()
    coded = ("table", "measure", "lesson", "language")
    assert {(name, one[name]) for one in rows for name in coded} <= told.keys()
    assert told["lesson", "camera"]["title_ja"] == "カメラを開く"
    assert told["count", ""]["description_en"].startswith("en: ")


def test_where_nothing_may_be_published_no_file_is_written(exporter: Exporter, tmp_path: Path) -> None:
    out = tmp_path / "counts.csv"
    with pytest.raises(UsageError):
        exporter.write(out, DAY)
    assert not out.exists()


@pytest.mark.parametrize(("first", "last"), [(date.max, date.max), (date.min, date.min), (TODAY, date.min)])
def test_any_two_days_are_understood(exporter: Exporter, tmp_path: Path, first: date, last: date) -> None:
    with pytest.raises(UsageError):
        exporter.write(tmp_path / "counts.csv", TODAY, first, last)


def test_a_folder_that_is_not_there_is_one_sentence(exporter: Exporter, tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        exporter.write(tmp_path / "gone" / "counts.csv", TODAY)
