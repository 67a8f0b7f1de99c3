import logging
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.visit.usage.book import UsageBook
from kiosk.visit.usage.ledger import MOST_WAITING, Ledger, UsageWriter
from kiosk.visit.usage.reading import read_rows
from tests.usage_counts import DAY, entry, full_disk, row


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "usage.sqlite3"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    ledger = Ledger(UsageBook(path), 24, lambda: DAY)
    yield ledger
    ledger.close()


def count(ledger: Ledger, times: int = 1) -> None:
    ledger.take([entry()] * times)
    ledger.write()


def test_what_is_written_waits_no_longer(ledger: Ledger, path: Path) -> None:
    count(ledger, 3)
    assert (ledger.waiting, read_rows(path)) == (0, (row(3),))


@pytest.mark.parametrize("begun", [False, True])
def test_while_the_disk_is_full_counting_goes_on_in_memory(ledger: Ledger, path: Path, begun: bool) -> None:
    count(ledger, 2 * begun)
    with full_disk():
        count(ledger, 5)
        count(ledger, 6)
        assert ledger.waiting == 11
    count(ledger)
    assert read_rows(path) == (row(12 + 2 * begun),)


def test_one_trouble_is_one_warning(ledger: Ledger, caplog: pytest.LogCaptureFixture) -> None:
    with full_disk():
        count(ledger)
        count(ledger)
    count(ledger)
    with full_disk():
        count(ledger)
    assert [one.levelno for one in caplog.records] == [logging.WARNING] * 2


def test_a_folder_that_is_gone_is_made_again(ledger: Ledger, path: Path) -> None:
    count(ledger)
    ledger.close()
    shutil.rmtree(path.parent)
    count(ledger)
    assert read_rows(path) == (row(1),)


def test_memory_has_an_end(ledger: Ledger) -> None:
    with full_disk():
        ledger.take(entry(day=DAY + timedelta(number)) for number in range(MOST_WAITING + 5))
        count(ledger)
        assert ledger.waiting == MOST_WAITING + 1


def test_each_day_the_book_forgets_what_is_too_old(path: Path) -> None:
    today = [DAY]
    ledger = Ledger(UsageBook(path), 1, lambda: today[0])
    ledger.take(entry(day=DAY + timedelta(number)) for number in range(100))
    ledger.write()
    before = len(read_rows(path))
    today[0] = DAY + timedelta(99)
    ledger.write()
    ledger.close()
    assert before > len(read_rows(path)) > 30


def test_the_writer_writes_what_was_counted(path: Path) -> None:
    writer = UsageWriter(Ledger(UsageBook(path), 24, lambda: DAY))
    for _ in range(50):
        writer.count([entry()])
    assert writer.flush()
    assert read_rows(path) == (row(50),)
    writer.close()


def test_closing_writes_what_still_waits(path: Path) -> None:
    writer = UsageWriter(Ledger(UsageBook(path), 24, lambda: DAY))
    writer.count([entry()])
    writer.close()
    assert read_rows(path) == (row(1),)
