import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.visit.usage.book import KEPT_DAMAGED, UsageBook, months_before
from kiosk.visit.usage.counts import Count, Measure, Row
from kiosk.visit.usage.reading import UsageError, read_rows
from tests.usage_counts import DAY, VISIT, entry, row

STOPPED = Count(Measure.LESSON_STOPPED, "camera", step=3)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "usage.sqlite3"


def filled(path: Path, *rows: Row) -> UsageBook:
    book = UsageBook(path)
    book.add({one.entry: one.times for one in rows})
    book.close()
    return book


def test_what_was_added_is_read_back(path: Path) -> None:
    rows = (row(2, STOPPED), row(1), row(3, VISIT, hour=10))
    filled(path, *rows)
    assert set(read_rows(path)) == set(rows)


def test_counts_of_the_same_thing_are_one_line(path: Path) -> None:
    filled(path, row(2))
    filled(path, row(40))
    assert read_rows(path) == (row(42),)


def test_days_outside_are_not_read(path: Path) -> None:
    filled(path, row(1), row(2, day=DAY + timedelta(1)), row(4, day=DAY + timedelta(2)))
    assert [one.times for one in read_rows(path, DAY + timedelta(1), DAY + timedelta(2))] == [2]


def test_where_nothing_was_counted_there_is_nothing(path: Path) -> None:
    assert read_rows(path) == ()


def test_only_visits_are_told_by_the_day(path: Path) -> None:
    days = [date(2026, 9, 30), DAY, DAY + timedelta(1)]
    filled(path, *(row(1, what, day) for what in (VISIT, STOPPED) for day in days))
    stops = [(one.day, one.times) for one in read_rows(path) if one.what == STOPPED]
    assert stops == [(days[0], 1), (days[2], 2)]
    assert [one.day for one in read_rows(path, DAY) if one.what == VISIT] == days[1:]


def truncated(data: bytes) -> bytes:
    return data[: len(data) // 2]


def noise(data: bytes) -> bytes:
    return bytes(number * 89 % 251 for number in range(len(data)))


def headless(data: bytes) -> bytes:
    return data[:100] + noise(data[100:])


def inner_noise(data: bytes) -> bytes:
    return data[:4096] + noise(data[4096:])


DAMAGE = [truncated, noise, headless, inner_noise, lambda data: b"\0" * 200, lambda data: b"garbage"]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_book_is_put_aside_and_a_new_one_begun(
    path: Path, damage: Callable[[bytes], bytes]
) -> None:
    filled(path, *(row(1, day=DAY + timedelta(number)) for number in range(600)))
    broken = damage(path.read_bytes())
    path.write_bytes(broken)
    with pytest.raises(UsageError):
        read_rows(path)
    filled(path, row(7))
    assert read_rows(path) == (row(7),)
    assert path.with_name("usage.sqlite3.damaged-1").stat().st_size == len(broken)


def test_an_emptied_file_is_a_new_book(path: Path) -> None:
    filled(path, row(1))
    path.write_bytes(b"")
    filled(path, row(7))
    assert read_rows(path) == (row(7),)


@pytest.mark.parametrize("end", ["-wal", "-shm"])
def test_noise_beside_the_book_is_not_fatal(path: Path, end: str) -> None:
    filled(path, row(1))
    path.with_name(path.name + end).write_bytes(noise(bytes(9000)))
    filled(path, row(7))
    assert read_rows(path) == (row(8),)


def test_the_database_of_something_else_is_put_aside(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE counts (name TEXT)")
    filled(path, row(7))
    assert read_rows(path) == (row(7),)


def test_a_folder_in_its_place_is_put_aside(path: Path) -> None:
    path.mkdir(parents=True)
    filled(path, row(7))
    assert read_rows(path) == (row(7),)


def test_damage_while_it_is_open_is_not_fatal(path: Path) -> None:
    book = UsageBook(path)
    book.add({entry(day=DAY + timedelta(number)): 1 for number in range(600)})
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path.write_bytes(noise(path.read_bytes()))
    book.add({entry(): 7})
    book.close()
    assert read_rows(path) == (row(7),)


@pytest.mark.parametrize(
    "ruin", [Path.unlink, lambda path: os.truncate(path, 0), lambda path: os.truncate(path, 5000)]
)
def test_a_book_ruined_while_it_is_open_is_not_fatal(path: Path, ruin: Callable[[Path], None]) -> None:
    book = UsageBook(path)
    book.add({entry(day=DAY + timedelta(number)): 1 for number in range(600)})
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    ruin(path)
    book.add({entry(): 1})
    book.close()
    filled(path, row(7))
    assert row(7).entry in [one.entry for one in read_rows(path)]


def test_two_kiosks_count_into_one_book(path: Path) -> None:
    books = [UsageBook(path), UsageBook(path)]
    for book in books * 5:
        book.add({entry(): 1})
    for book in books:
        book.close()
    assert read_rows(path) == (row(10),)


def test_only_some_damaged_books_are_kept(path: Path) -> None:
    for number in range(KEPT_DAMAGED + 2):
        filled(path, row(1))
        path.write_bytes(b"garbage" * (number + 1))
    filled(path, row(1))
    aside = sorted(path.parent.glob("*.damaged-*"))
    assert [one.stat().st_size // 7 for one in aside] == [5, 4, 3]


@pytest.fixture
def as_anybody() -> Iterator[Path]:
    """A folder of a user who is nobody in particular, whom the tests become: root may do everything."""
    root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        if root:
            os.chown(name, 65534, 65534)
            os.seteuid(65534)
        yield Path(name)
        if root:
            os.seteuid(0)


def test_a_read_only_file_is_put_aside(as_anybody: Path) -> None:
    path = as_anybody / "usage.sqlite3"
    filled(path, row(1))
    path.chmod(0o444)
    filled(path, row(7))
    assert read_rows(path) == (row(7),)


def test_on_a_read_only_disk_the_book_stays_as_it_is(as_anybody: Path) -> None:
    path = as_anybody / "usage.sqlite3"
    filled(path, row(1))
    path.chmod(0o444)
    as_anybody.chmod(0o555)
    with pytest.raises((sqlite3.Error, OSError)):
        filled(path, row(7))
    as_anybody.chmod(0o755)
    assert read_rows(path) == (row(1),)


def test_months_are_counted_back_over_new_year() -> None:
    assert months_before(date(2027, 1, 31), 2) == date(2026, 11, 1)


def test_whole_months_that_are_too_old_go(path: Path) -> None:
    days = [date(2024, 9, 30), date(2024, 10, 1), *(DAY + timedelta(number) for number in range(7))]
    book = filled(path, *(row(1, day=day) for day in days))
    book.forget_before(24, DAY + timedelta(6))
    book.close()
    assert [one.day for one in read_rows(path)] == days[1:]


@pytest.mark.parametrize("wrong_by", [-366, 366])
def test_a_clock_that_is_a_year_wrong_forgets_nothing(path: Path, wrong_by: int) -> None:
    days = [DAY + timedelta(number) for number in range(8)]
    wrong = days[-1] + timedelta(wrong_by)
    book = filled(path, *(row(1, day=day) for day in [*days, wrong]))
    book.forget_before(1, wrong)
    book.close()
    assert {one.day for one in read_rows(path)} == {*days, wrong}
