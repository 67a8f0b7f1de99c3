"""Lines of the usage book for tests, and a disk that refuses."""

import resource
from contextlib import AbstractContextManager
from datetime import date

from kiosk.visit.usage.counts import Count, Entry, Hour, Measure, Row
from tests.programs import limited

DAY = date(2026, 10, 5)
VISIT = Count(Measure.VISIT)


def entry(what: Count = VISIT, day: date = DAY, hour: int = 9) -> Entry:
    return Entry(Hour(day, hour), what)


def row(times: int, what: Count = VISIT, day: date = DAY, hour: int = 9) -> Row:
    return Row(entry(what, day, hour), times)


def full_disk() -> AbstractContextManager[None]:
    """No file of this process can grow, as on a disk that is full."""
    return limited(resource.RLIMIT_FSIZE, 1)
