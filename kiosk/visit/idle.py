"""Whether the resident is still there: how long nobody has touched anything, and the question that is asked then."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic
from typing import assert_never

from PySide6.QtCore import QObject, QTimer, Signal

LOOK_MS = 1000
LONGEST_LOOK_S = 2.0
"""Between two looks no more than this counts. More means that the terminal itself stood still (it slept, or was
suspended): nobody could see a question then, or answer it."""

MOST_BUSY_S = 15 * 60
"""What goes on for so long without a touch has hung, and keeps no visit open: no page takes so long to be read, and
no sheet to be printed."""

TYPING_TIMES = 2
"""Who has a word half typed looks for the next key, and gets so many times the time."""


@dataclass(frozen=True)
class Nobody:
    """There is no visit."""


@dataclass(frozen=True)
class Present:
    """Seconds since the last touch: in which nothing happened, and in which something went on by itself."""

    quiet_s: float = 0.0
    busy_s: float = 0.0


@dataclass(frozen=True)
class Asking:
    """The question can be seen, for so many seconds now."""

    shown_s: float = 0.0


class IdleWatch(QObject):
    """Looks once a second while there is a visit, and never otherwise.

    `idle_s` without a touch bring the question, which then waits for `question_s`. `busy`: something goes on that
    the resident listens to or waits for; the time counts anew from its end. `typing`: a text stands half typed.
    `clock` gives seconds that no change of the date moves.
    """

    asked = Signal()
    counted = Signal(int)
    """Whole seconds that are left; the first time right after `asked`."""
    answered = Signal()
    ended = Signal()

    def __init__(
        self,
        idle_s: float,
        question_s: int,
        busy: Callable[[], bool],
        typing: Callable[[], bool],
        clock: Callable[[], float] = monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._idle_s, self._question_s = idle_s, question_s
        self._busy, self._typing, self._clock = busy, typing, clock
        self._state: Nobody | Present | Asking = Nobody()
        self._looked_at = 0.0
        self._looks = QTimer(self, interval=LOOK_MS)
        self._looks.timeout.connect(self.look)

    @property
    def asking(self) -> bool:
        return isinstance(self._state, Asking)

    @property
    def watching(self) -> bool:
        """Whether a timer runs."""
        return self._looks.isActive()

    def start(self) -> None:
        """A visit has begun."""
        self._state, self._looked_at = Present(), self._clock()
        self._looks.start()

    def stop(self) -> None:
        """The visit has ended."""
        self._state = Nobody()
        self._looks.stop()

    def touch(self) -> None:
        """A finger or a key came down. What the question waits for is `stay`; until then it counts anew."""
        match self._state:
            case Nobody():
                pass
            case Present():
                self._state = Present()
            case Asking():
                self._count(Asking())
            case _:
                assert_never(self._state)

    def stay(self) -> None:
        """The question was answered."""
        if self.asking:
            self._state = Present()
            self.answered.emit()

    def look(self) -> None:
        """What the time that has passed since the last look means."""
        now = self._clock()
        passed, self._looked_at = min(max(0.0, now - self._looked_at), LONGEST_LOOK_S), now
        match self._state:
            case Nobody():
                pass
            case Present():
                self._wait(self._state, passed)
            case Asking(shown_s):
                self._count(Asking(shown_s + passed))
            case _:
                assert_never(self._state)

    def _wait(self, present: Present, passed: float) -> None:
        if present.busy_s < MOST_BUSY_S and self._busy():
            self._state = Present(0.0, present.busy_s + passed)
            return
        self._state = present = replace(present, quiet_s=present.quiet_s + passed)
        if present.quiet_s >= self._idle_s * (TYPING_TIMES if self._typing() else 1):
            self._state = Asking()
            self.asked.emit()
            self.counted.emit(self._question_s)

    def _count(self, asking: Asking) -> None:
        left = math.ceil(self._question_s - asking.shown_s)
        if left > 0:
            self._state = asking
            self.counted.emit(left)
        else:
            self.stop()
            self.ended.emit()
