"""The file in which counts are kept. Not for the window's thread: every write waits for the disk.

A count that was added is kept whatever happens to the process, and also when the power fails: SQLite's
write-ahead log with `synchronous=FULL` (https://www.sqlite.org/pragma.html#pragma_synchronous).
"""

import logging
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from kiosk.visit.usage.counts import Entry

log = logging.getLogger(__name__)

KEPT_DAMAGED = 3
TRUSTED_DAYS = 7
_VERSION = 1
_BUSY_S = 5.0
_BESIDE = ("", "-wal", "-shm")
_TABLE = """CREATE TABLE counts (
  day TEXT NOT NULL, hour INTEGER NOT NULL, measure TEXT NOT NULL, lesson TEXT NOT NULL, language TEXT NOT NULL,
  step INTEGER NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (day, hour, measure, lesson, language, step)
) STRICT, WITHOUT ROWID"""
_ADD = """INSERT INTO counts VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET times = times + excluded.times"""
_TRUSTED_DAY = "SELECT DISTINCT day FROM counts WHERE day <= ? ORDER BY day DESC LIMIT 1 OFFSET ?"


class DamagedError(sqlite3.DatabaseError):
    """A sound database, but not one of counts."""


class UsageBook:
    """Opened at its first use; what cannot be used is put aside, and a new book begun."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db: sqlite3.Connection | None = None

    def add(self, entries: Mapping[Entry, int]) -> None:
        """Add to what is counted, all or nothing. Raises `sqlite3.Error` or `OSError` when the disk refuses."""
        try:
            self._write(entries)
        except sqlite3.Error as error:
            self.close()
            if not self._useless(error):
                raise
            self._put_aside(error)
            self._write(entries)

    def forget_before(self, months: int, today: date) -> None:
        """Delete the months that lie more than `months` back. Raises as `add` does.

        They are counted from the seventh last day with counts: a clock that is wrong for less than a week
        deletes nothing. Whole months go at once, or a month published before would differ from itself.
        """
        db = self._opened()
        found = db.execute(_TRUSTED_DAY, (today.isoformat(), TRUSTED_DAYS - 1)).fetchone()
        if found:
            first = months_before(date.fromisoformat(found[0]), months)
            db.execute("DELETE FROM counts WHERE day < ?", (first.isoformat(),))

    def close(self) -> None:
        if self._db is not None:
            db, self._db = self._db, None
            with suppress(sqlite3.Error):
                db.close()

    def _write(self, entries: Mapping[Entry, int]) -> None:
        db = self._opened()
        with db:
            db.execute("BEGIN IMMEDIATE")
            db.executemany(_ADD, [_values(entry, times) for entry, times in entries.items()])

    def _opened(self) -> sqlite3.Connection:
        if not self.path.exists():
            self.close()  # deleted under our hands: what is written to it now would be gone
        if self._db is None:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            db = sqlite3.connect(self.path, timeout=_BUSY_S, isolation_level=None, check_same_thread=False)
            try:
                _prepare(db)
            except BaseException:
                db.close()
                raise
            self._db = db
        return self._db

    def _useless(self, error: sqlite3.Error) -> bool:
        """Whether it is the file that is at fault, not the disk: a full disk passes."""
        if isinstance(error, DamagedError):
            return True
        match getattr(error, "sqlite_errorcode", 0) & 0xFF:
            case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
                return True
            case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN:
                return self.path.is_dir() or (self.path.exists() and not _ours_to_change(self.path))
            case _:
                return False

    def _put_aside(self, why: sqlite3.Error) -> None:
        """The newest damaged book is number 1; the oldest of too many goes. Raises `OSError`."""
        log.warning("usage counts put aside: %s", why)
        for number in range(KEPT_DAMAGED - 1, 0, -1):
            self._rename(f".damaged-{number}", f".damaged-{number + 1}")
        self._rename("", ".damaged-1")

    def _rename(self, old: str, new: str) -> None:
        for end in _BESIDE:
            here, there = (self.path.with_name(self.path.name + name + end) for name in (old, new))
            if here.exists():
                here.replace(there)
            elif not there.is_dir():
                there.unlink(missing_ok=True)


def months_before(day: date, months: int) -> date:
    """The first day of the month that lies so many months before a day's own."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(max(1, year), month + 1, 1)


def _prepare(db: sqlite3.Connection) -> None:
    """Raises `sqlite3.Error` when the file is not to be used."""
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute("BEGIN IMMEDIATE")
    if _schema(db) == []:
        db.execute(_TABLE)
        db.execute(f"PRAGMA user_version={_VERSION}")
    db.execute("COMMIT")
    check(db)


def check(db: sqlite3.Connection) -> None:
    """Raises `sqlite3.Error` for what is not a sound book of counts. The quick look spares the long one."""
    if _schema(db) != [(_TABLE,)] or db.execute("PRAGMA user_version").fetchone() != (_VERSION,):
        raise DamagedError("another schema")
    for pragma in ("quick_check", "integrity_check"):
        found = db.execute(f"PRAGMA {pragma}(1)").fetchone()
        if found != ("ok",):
            raise DamagedError(str(found))


def _schema(db: sqlite3.Connection) -> list[tuple[str]]:
    return db.execute("SELECT sql FROM sqlite_schema").fetchall()


def _values(entry: Entry, times: int) -> tuple[str | int, ...]:
    hour, what = entry.hour, entry.what
    return hour.day.isoformat(), hour.hour, what.measure.value, what.lesson, what.language, what.step, times


def _ours_to_change(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return True
    except OSError:
        return False
