"""Counts read back, while the terminal may be counting on."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from kiosk.errors import N_, KioskError
from kiosk.settings import data_folder
from kiosk.visit.usage.book import check
from kiosk.visit.usage.counts import Count, Entry, Hour, Measure, Row

_ROWS = f"""SELECT max(day), max(hour), measure, lesson, language, step, sum(times) FROM counts
  WHERE day >= ? AND day < ?
  GROUP BY CASE measure WHEN '{Measure.VISIT}' THEN day || hour ELSE substr(day, 1, 7) END,
    measure, lesson, language, step
  ORDER BY 1, 2, 3, 4, 5, 6"""


class UsageError(KioskError):
    """The counts cannot be read, or there are none."""


def usage_file() -> Path:
    return data_folder() / "usage.sqlite3"


def read_rows(path: Path, first: date = date.min, end: date = date.max) -> tuple[Row, ...]:
    """The counts of the days from `first` and before `end`; none where nothing was counted yet.

    Visits by day and hour; everything else is one row a month, with its last day and hour there: a year has
    thousands of rows then, not hundreds of thousands. Raises `UsageError`.
    """
    if not path.exists():
        return ()
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            check(db)
            found = db.execute(_ROWS, (first.isoformat(), end.isoformat())).fetchall()
            return tuple(_row(*values) for values in found)
    except (sqlite3.Error, ValueError) as error:
        raise UsageError(
            N_(
                "利用の数のファイル {file} が読めません（{detail}）。"
                "端末を一度始めなおすと、新しいファイルで数えはじめます。"
            ),
            file=path,
            detail=error,
        ) from error


def _row(day: str, hour: int, measure: str, lesson: str, language: str, step: int, times: int) -> Row:
    what = Count(Measure(measure), lesson, language, step)
    return Row(Entry(Hour(date.fromisoformat(day), hour), what), times)
