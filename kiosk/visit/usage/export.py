"""The counts as open data: a CSV file, one observation a row, and its data dictionary beside it.

UTF-8 with a byte order mark, lines ended by CR LF (RFC 4180): so Excel opens it rightly by a double click in a
Japanese office, and readers of open data skip the mark (CSVW and pandas' `utf-8-sig` do). Days and months are
ISO 8601; an empty field means that the table has no such column, or that the count is suppressed.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from kiosk.errors import N_
from kiosk.files import write_whole
from kiosk.i18n.edition import Editions
from kiosk.i18n.languages import SOURCE
from kiosk.visit.usage.book import months_before
from kiosk.visit.usage.dictionary import COLUMNS, Pair, dictionary
from kiosk.visit.usage.reading import UsageError, read_rows
from kiosk.visit.usage.tables import Cell, published

ENGLISH = "en"


@dataclass(frozen=True)
class Exporter:
    """Writes what may be published. `lessons` are titles by id in Japanese and English."""

    book: Path
    lessons: Mapping[str, Pair]
    english: Callable[[str], str]

    @staticmethod
    def of(editions: Editions, book: Path) -> "Exporter":
        """The titles of the lessons that are there; in Japanese where there is no English."""
        offered = {language.code for language in editions.languages}
        english = editions.catalogue(ENGLISH if ENGLISH in offered else SOURCE)
        lessons = editions.library.lessons.items()
        titles = {name: (str(one.title), english.lesson_text(one.title)) for name, one in lessons}
        return Exporter(book, titles, english.tr)

    def write(
        self, out: Path, today: date, first: date = date.min, last: date = date.max
    ) -> tuple[Path, Path]:
        """The file and its dictionary, of the whole months between two days (included) that are over.

        Raises `UsageError` when there is nothing to publish, `OutputError` when it cannot be written.
        """
        begin, end = whole_months(min(first, today), min(last, today))
        cells = published(read_rows(self.book, begin, end), today)
        if not cells:
            raise UsageError(
                N_("書き出せる数が、まだありません。数えはじめた月が終わると、その月を書き出せます。")
            )
        beside = out.with_name(f"{out.stem}-dictionary.csv")
        write_whole(beside, csv_bytes(dictionary(cells, self.lessons, self.english)))
        write_whole(out, csv_bytes([tuple(one.name for one in COLUMNS), *map(_values, cells)]))
        return out, beside


def whole_months(first: date, last: date) -> tuple[date, date]:
    """The months that lie wholly between two days (included): their first day, and the day after their last."""
    begin = first if first.day == 1 else months_before(first, -1)
    return begin, months_before(last + timedelta(1), 0)


def csv_bytes(rows: Iterable[tuple[object, ...]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def _values(cell: Cell) -> tuple[object, ...]:
    what = cell.what
    return (
        cell.table,
        cell.month,
        cell.day or "",
        "" if cell.hour is None else cell.hour,
        what.measure,
        what.lesson,
        what.step or "",
        what.language,
        "" if cell.times is None else cell.times,
        "true" if cell.suppressed else "false",
    )
