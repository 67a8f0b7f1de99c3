"""How many sheets a terminal prints: some for each visit, some in an hour. Paper is for everybody."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from math import ceil

HOUR_S = 3600.0


class Refusal(Enum):
    THIS_VISIT = auto()
    THIS_HOUR = auto()


@dataclass(frozen=True)
class Allowance:
    """`times` are the seconds of a clock at which sheets were printed, `visit` how many were in this visit."""

    per_visit: int
    per_hour: int
    visit: int = 0
    times: tuple[float, ...] = ()

    def refuses(self, now: float) -> Refusal | None:
        if self.visit >= self.per_visit:
            return Refusal.THIS_VISIT
        return Refusal.THIS_HOUR if len(self._recent(now)) >= self.per_hour else None

    def minutes_left(self, now: float) -> int:
        """Until the hour allows another sheet, rounded up."""
        recent = self._recent(now)
        over = len(recent) - self.per_hour
        return 0 if over < 0 else ceil((recent[over] + HOUR_S - now) / 60)

    def after_one(self, now: float) -> "Allowance":
        return replace(self, visit=self.visit + 1, times=(*self._recent(now), now))

    def one_back(self) -> "Allowance":
        """The last copy did not come out after all."""
        return replace(self, visit=max(0, self.visit - 1), times=self.times[:-1])

    def for_next_visit(self) -> "Allowance":
        return replace(self, visit=0)

    def _recent(self, now: float) -> tuple[float, ...]:
        return tuple(time for time in self.times if now - time < HOUR_S)
