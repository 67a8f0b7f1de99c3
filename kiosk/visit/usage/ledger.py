"""What has been counted but is not in the book yet, and the thread that writes it there."""

import logging
import queue
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from kiosk.visit.usage.book import UsageBook
from kiosk.visit.usage.counts import Entry

log = logging.getLogger(__name__)

MOST_WAITING = 10_000
"""Different lines kept in memory while the disk refuses: weeks of a busy terminal, in about 5 MB."""

TRY_AGAIN_S = 60.0
CLOSING_S = 5.0


class Ledger:
    """Not for the window's thread. While the disk refuses, counting goes on in memory."""

    def __init__(self, book: UsageBook, months: int, today: Callable[[], date] = date.today) -> None:
        self._book, self._months, self._today = book, months, today
        self._waiting: Counter[Entry] = Counter()
        self._refused = False
        self._tidied: date | None = None

    @property
    def waiting(self) -> int:
        """How many counts are not in the book yet."""
        return self._waiting.total()

    def take(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            if entry in self._waiting or len(self._waiting) < MOST_WAITING:
                self._waiting[entry] += 1

    def write(self) -> None:
        """Into the book what waits; once a day the book forgets what is too old. One warning for one trouble."""
        try:
            if self._waiting:
                self._book.add(self._waiting)
                self._waiting.clear()
            self._tidy()
        except (sqlite3.Error, OSError) as error:
            if not self._refused:
                log.warning("usage counts wait in memory: %s", error)
            self._refused = True
        else:
            self._refused = False

    def _tidy(self) -> None:
        today = self._today()
        if today != self._tidied:
            self._book.forget_before(self._months, today)
            self._tidied = today

    def close(self) -> None:
        self.write()
        self._book.close()


class UsageWriter:
    """The window's door to the ledger: nothing here waits for the disk but `flush` and `close`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._queue: queue.SimpleQueue[tuple[Entry, ...] | threading.Event | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="usage", daemon=True)
        self._thread.start()

    def count(self, entries: Iterable[Entry]) -> None:
        self._queue.put(tuple(entries))

    def flush(self, timeout_s: float = CLOSING_S) -> bool:
        """Wait until everything counted so far was written, or was refused; false when that takes too long."""
        done = threading.Event()
        self._queue.put(done)
        return done.wait(timeout_s)

    def close(self) -> None:
        self._queue.put(None)
        self._thread.join(CLOSING_S)

    def _work(self) -> None:
        self._ledger.write()
        while True:
            match self._next():
                case None:
                    self._ledger.close()
                    return
                case threading.Event() as done:
                    done.set()
                case entries:
                    self._ledger.take(entries)
                    self._ledger.write()

    def _next(self) -> tuple[Entry, ...] | threading.Event | None:
        try:
            return self._queue.get(timeout=TRY_AGAIN_S if self._ledger.waiting else None)
        except queue.Empty:
            return ()
