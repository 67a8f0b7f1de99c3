"""How long staff wait after wrong PINs. No clock of the day is asked: a wait shrinks only by time that was waited."""

from dataclasses import dataclass, replace

FREE_TRIES = 3
"""So many may be wrong before there is a wait; the last of them starts the first one."""

WAITS = (60.0, 300.0, 900.0, 1800.0, 3600.0)
"""Seconds after each wrong PIN from then on; it stays at the last."""

LONGEST_WAIT = WAITS[-1]


@dataclass(frozen=True)
class Tries:
    """Wrong PINs since the last right one, and the seconds to wait until the next may be tried."""

    failed: int = 0
    wait: float = 0.0

    @property
    def free_left(self) -> int:
        """How many may still be wrong before there is a wait; 0 once waits have begun."""
        return max(0, FREE_TRIES - self.failed)

    def one_more(self) -> "Tries":
        """A PIN is about to be tried: until it proves right, it counts as wrong."""
        failed = self.failed + 1
        return Tries(failed, wait_after(failed))

    def after(self, seconds: float) -> "Tries":
        """So much time was really waited."""
        return replace(self, wait=max(0.0, self.wait - max(0.0, seconds)))


WORST = Tries(FREE_TRIES + len(WAITS) - 1, LONGEST_WAIT)
"""What is assumed where nobody knows: the longest wait, and none shorter after it."""


def wait_after(failed: int) -> float:
    """Seconds to wait after so many wrong PINs in a row."""
    if failed < FREE_TRIES:
        return 0.0
    return WAITS[min(failed - FREE_TRIES, len(WAITS) - 1)]
