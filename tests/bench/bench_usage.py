"""How many counts a second the usage book takes, what the window waits for one, and how large a year gets.

    .venv/bin/python tests/bench/bench_usage.py [VISITS_A_DAY]

A visit here chooses a language, starts two lessons, finishes one, stops in the other, prints once and ends: nine
counts, each written and brought to the disk by itself, as when people use the terminal slowly. The year is the
shipped lessons, twelve languages and nine hours a day.
"""

import random
import sys
import tempfile
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from kiosk.i18n.languages import LANGUAGES
from kiosk.paths import SHIPPED
from kiosk.visit.usage.book import UsageBook
from kiosk.visit.usage.counts import ENDINGS, Count, Entry, Hour, Measure
from kiosk.visit.usage.figures import Period, figures_of
from kiosk.visit.usage.ledger import Ledger, UsageWriter
from kiosk.visit.usage.reading import read_rows
from kiosk.visit.usage.tables import published

LESSONS = sorted(path.parent.name for path in (SHIPPED / "lessons").glob("*/lesson.yaml"))
FIRST = date(2026, 1, 1)


def visit(chance: random.Random, day: date) -> list[Entry]:
    hour = Hour(day, chance.randrange(9, 18))
    done, left = chance.sample(LESSONS, 2)
    counts = [
        Count(Measure.VISIT),
        Count(Measure.LANGUAGE, language=chance.choice(LANGUAGES).code),
        *(Count(Measure.LESSON_STARTED, one) for one in (done, left)),
        Count(Measure.LESSON_FINISHED, done),
        Count(Measure.LESSON_STOPPED, left, step=chance.randrange(1, 15)),
        Count(Measure.PRINTED),
        Count(Measure.HELP),
        Count(chance.choice(ENDINGS)),
    ]
    return [Entry(hour, count) for count in counts]


def a_year(path: Path, visits_a_day: int) -> None:
    chance, book = random.Random(1), UsageBook(path)
    for number in range(365):
        day = FIRST + timedelta(number)
        book.add(Counter(one for _ in range(visits_a_day) for one in visit(chance, day)))
    book.close()


def speed(path: Path) -> tuple[float, float]:
    """Counts a second when each is brought to the disk by itself, and milliseconds that the window waits for one."""
    chance, book = random.Random(1), UsageBook(path)
    entries = [entry for _ in range(200) for entry in visit(chance, FIRST)]
    begin = time.perf_counter()
    for entry in entries:
        book.add({entry: 1})
    each = len(entries) / (time.perf_counter() - begin)
    writer = UsageWriter(Ledger(book, 24))
    waits: list[float] = []
    for entry in entries:
        begin = time.perf_counter()
        writer.count([entry])
        waits.append(time.perf_counter() - begin)
    writer.close()
    return each, 1000 * sorted(waits)[len(waits) * 99 // 100]


def seconds(work: object) -> float:
    begin = time.perf_counter()
    assert callable(work)
    work()
    return time.perf_counter() - begin


def main(arguments: list[str]) -> None:
    visits = int(arguments[0]) if arguments else 100
    with tempfile.TemporaryDirectory() as folder:
        each, waited = speed(Path(folder) / "speed.sqlite3")
        print(f"{each:.0f} counts/s, each brought to the disk; the window waits {waited:.3f} ms (99 of 100)")
        path = Path(folder) / "year.sqlite3"
        a_year(path, visits)
        rows = read_rows(path)
        print(
            f"a year of {visits} visits a day: {path.stat().st_size / 1e6:.1f} MB, {len(rows)} rows to read"
        )
        print(f"opened and checked in {seconds(lambda: UsageBook(path).add({})) * 1000:.0f} ms")
        print(f"read in {seconds(lambda: read_rows(path)) * 1000:.0f} ms")
        today = FIRST + timedelta(365)
        print(
            f"figures of twelve months in {seconds(lambda: figures_of(rows, Period.YEAR, today)) * 1000:.0f} ms"
        )
        print(f"tables to publish in {seconds(lambda: published(rows, today)) * 1000:.0f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
