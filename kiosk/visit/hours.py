"""The hours of the day in which a terminal sleeps."""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True)
class SleepingHours:
    """Local time. From `sleep` until before `wake`, which may lie on the next day; equal hours are none."""

    sleep: time
    wake: time

    @staticmethod
    def of(wake: str, sleep: str) -> "SleepingHours | None":
        """From "HH:MM" of the settings; None when either is empty or no time, so that the terminal stays awake."""
        try:
            return SleepingHours(time.fromisoformat(sleep), time.fromisoformat(wake))
        except ValueError:
            return None

    def include(self, now: time) -> bool:
        if self.sleep <= self.wake:
            return self.sleep <= now < self.wake
        return now >= self.sleep or now < self.wake
