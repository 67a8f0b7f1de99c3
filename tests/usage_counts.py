"""Lines of the usage book for tests, and a disk that refuses."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from kiosk.visit.usage.counts import Count, Entry, Hour, Measure, Row

DAY = date(2026, 10, 5)
VISIT = Count(Measure.VISIT)


def entry(what: Count = VISIT, day: date = DAY, hour: int = 9) -> Entry:
    return Entry(Hour(day, hour), what)


def row(times: int, what: Count = VISIT, day: date = DAY, hour: int = 9) -> Row:
    return Row(entry(what, day, hour), times)


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process can grow, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
