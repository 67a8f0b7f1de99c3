"""The tries at the PIN as they are kept on disk, so that neither a restart nor a power cut shortens a wait."""

import json
import logging
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import NamedTuple

from kiosk.errors import OutputError
from kiosk.staff.private import remove, write_private
from kiosk.staff.tries import LONGEST_WAIT, WORST, Tries

log = logging.getLogger(__name__)

KEEP_SECONDS = 30
"""How often a shrinking wait is written down: what a power cut may add to it at most."""


class _Known(NamedTuple):
    tries: Tries
    at: float
    """When that was so, by the monotonic clock."""


class Lockout:
    """Keeps `folder`/tries. Everything but `now` reads or writes the disk, and may be called on any thread.

    A file that cannot be understood means the longest wait. A file that is gone means a fresh start:
    `kiosk pin reset` removes it, also under a running kiosk.
    """

    def __init__(self, folder: Path, clock: Callable[[], float] = monotonic) -> None:
        self.file = folder / "tries"
        self._clock = clock
        self._lock = Lock()
        self._known = _Known(Tries(), clock())
        self._looked = False

    @property
    def now(self) -> Tries:
        """As far as is known since the last `look`; costs nothing."""
        tries, at = self._known
        return tries.after(self._clock() - at)

    @property
    def shrinks(self) -> bool:
        """Whether there is a wait whose end has not been written down yet."""
        return self._known.tries.wait > 0

    def look(self) -> Tries:
        """Read what was kept before the kiosk started, or see that it was reset."""
        with self._lock:
            return self._look()

    def begin(self) -> None:
        """Count a try before the PIN is verified. Raises `OutputError`: what cannot be counted must not be tried."""
        with self._lock:
            self._become(self._look().one_more())

    def succeeded(self) -> None:
        """The PIN was right. Where that cannot be written down, the next start believes that it was wrong."""
        with self._lock:
            self._become_if_possible(Tries())

    def keep(self) -> None:
        """Write down how much of the wait is left."""
        with self._lock:
            tries = self._look()
            if self.shrinks:
                self._become_if_possible(tries)

    def reset(self) -> None:
        """Raises `OutputError`."""
        with self._lock:
            remove(self.file)
            self._know(Tries())

    def _look(self) -> Tries:
        kept = _read(self.file)
        if not self._looked or kept == Tries():
            self._know(kept)
        self._looked = True
        return self.now

    def _know(self, tries: Tries) -> None:
        self._known = _Known(tries, self._clock())

    def _become(self, tries: Tries) -> None:
        write_private(self.file, json.dumps({"failed": tries.failed, "wait": tries.wait}).encode())
        self._know(tries)

    def _become_if_possible(self, tries: Tries) -> None:
        try:
            self._become(tries)
        except OutputError as error:
            self._know(tries)
            log.warning("%s", error)


def _read(file: Path) -> Tries:
    try:
        kept = json.loads(file.read_bytes())
        failed, wait = kept["failed"], kept["wait"]
    except FileNotFoundError:
        return Tries()
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return WORST
    counts = isinstance(failed, int) and isinstance(wait, int | float)
    if not counts or isinstance(failed, bool) or failed < 0 or not 0 <= wait <= LONGEST_WAIT:
        return WORST
    return Tries(failed, float(wait))
