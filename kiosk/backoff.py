"""How long to wait before something that keeps ending is started again."""

from dataclasses import dataclass, replace

WAITS_S = (0.0, 1.0, 2.0, 5.0, 10.0, 30.0)
"""After the first end, the second, …; the last for all that follow."""


@dataclass(frozen=True)
class Backoff:
    """`ends` counts the times in a row that it lived only shortly."""

    ends: int = 0
    short_s: float = 60.0
    long_s: float = 120.0

    def after(self, lived_s: float) -> "Backoff":
        """It has ended again. A life that was not short makes the wait no longer, a long one begins anew."""
        ends = 1 if lived_s >= self.long_s else self.ends + (lived_s < self.short_s)
        return replace(self, ends=max(ends, 1))

    @property
    def wait_s(self) -> float:
        return WAITS_S[min(max(self.ends, 1), len(WAITS_S)) - 1]


FORGIVING = Backoff()
"""Nothing has ended yet."""
