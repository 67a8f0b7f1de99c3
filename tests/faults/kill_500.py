"""Kills each process of a real kiosk 500 times and more, in random order and at random moments, in the middle of a lesson.

    .venv/bin/python tests/faults/kill_500.py [times] [seed]

After each kill the window must be back and beat within 5 s, with the question whether to go on at the very step, and
everything that the terminal keeps must be whole. Exit code 1 if anything was not so, or was later. SIGTERM ends it
after the present kill. With Xvfb and xdotool the kiosk is on a screen of its own and a hand walks through the lesson
meanwhile; without them only the window and the supervisor are killed, on Qt's offscreen platform.
"""

import random
import signal
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from kiosk.kept_place import moment_now
from tests.faults.terminal import KINDS, Terminal

MOST_S = 5.0
PATIENCE_S = 60.0
"""How long is waited for what comes back too late."""

_NO_REPEAT_S = 0.7
"""A second touch that comes sooner is not meant."""
_NEXT, _AGAIN = (0.93, 0.95), (0.18, 0.95)
"""Where 「つぎへ」 and 「もう一度」 are."""


@dataclass
class Tally:
    """Of one kind of process."""

    kills: int = 0
    slowest_s: float = 0.0
    faults: list[str] = field(default_factory=list)


class Killer:
    def __init__(self, terminal: Terminal, seed: int) -> None:
        self.tallies: dict[str, Tally] = defaultdict(Tally)
        self._terminal, self._dice = terminal, random.Random(seed)
        self._first = self._step
        self._began = 0.0

    def run(self, times: int, stopped: threading.Event) -> None:
        """Until each process has been killed so many times. All stay in the draw: one that dies alone, again and again,
        is started again later and later.
        """
        kinds = ("window", "supervisor", *(KINDS if self._terminal.drawn else ()))
        while not stopped.is_set() and any(self.tallies[kind].kills < times for kind in kinds):
            self._be_somewhere()
            kind = self._dice.choice([kind for kind in kinds if self._terminal.process(kind)])
            self._kill(kind)
            self.tallies[kind].faults += self._terminal.faults()

    def _kill(self, kind: str) -> None:
        terminal, tally = self._terminal, self.tallies[kind]
        tally.kills += 1
        self._began = time.monotonic()
        fault = self._kill_beside(kind) if kind in KINDS else self._kill_window(kind)
        took_s = time.monotonic() - self._began
        tally.slowest_s = max(tally.slowest_s, took_s)
        tally.faults += [fault] * bool(fault)
        if not fault and kind not in KINDS and terminal.drawn:
            tally.faults += self._answer_question()

    def _kill_window(self, kind: str) -> str:
        """What went wrong. One time in five the new window is killed too, while it starts."""
        terminal, step = self._terminal, self._step
        terminal.kill(kind)
        if self._dice.random() < 0.2:
            _pause(self._dice.uniform(0.0, 0.5))
            terminal.kill("window")
        killed = moment_now()
        terminal.forget_news()
        if not terminal.beats_within(PATIENCE_S):
            return "no window"
        if not _soon(lambda: self._written_at > killed.seconds, PATIENCE_S):
            return "the place was not taken up"
        return "" if self._step == step else f"taken up at step {self._step} instead of {step}"

    def _kill_beside(self, kind: str) -> str:
        """What went wrong; the time counts from the wish that the process is to serve."""
        terminal, window = self._terminal, self._terminal.process("window")
        victim = terminal.process(kind)
        terminal.kill(kind)
        self._walk()
        _pause(_NO_REPEAT_S)
        self._began = time.monotonic()
        terminal.touch(*_AGAIN)
        if not _soon(lambda: terminal.process(kind) not in (None, victim), PATIENCE_S):
            return "the next wish was not served"
        return "" if terminal.process("window") == window else "the window has gone, too"

    def _answer_question(self) -> list[str]:
        """Escape closes it, and goes one step back only when there is none.

        It is asked in the same breath in which the place is taken up and written.
        """
        step = self._step
        self._terminal.press("Escape")
        _pause(_NO_REPEAT_S)
        return ["nobody was asked whether to go on"] * (self._step != step)

    def _be_somewhere(self) -> None:
        """At a random moment, after a step or two; without a hand, not before the page has proved good.

        A visit whose page ends three windows in a row is given up.
        """
        _soon(lambda: self._terminal.drawn or self._proved)
        for _ in range(self._dice.randrange(3) if self._terminal.drawn else 0):
            self._walk()
        _pause(self._dice.uniform(0.0, 1.5))

    def _walk(self) -> None:
        """A step back, or the one that was gone back."""
        _pause(_NO_REPEAT_S)
        step = self._step
        if step == self._first:
            self._terminal.press("Escape")
        else:
            self._terminal.touch(*_NEXT)
        _soon(lambda: self._step != step)

    @property
    def _step(self) -> int:
        place = self._terminal.place()
        return int(place["page"]["step"]) if place else -1

    @property
    def _proved(self) -> bool:
        place = self._terminal.place()
        return bool(place) and place["taken"] == 0

    @property
    def _written_at(self) -> float:
        place = self._terminal.place()
        return float(place["moment"]["seconds"]) if place else 0.0


def _soon(question: Callable[[], bool], patience_s: float = MOST_S) -> bool:
    end = time.monotonic() + patience_s
    while not (answer := question()) and time.monotonic() < end:
        _pause(0.02)
    return answer


def _pause(seconds: float) -> None:
    threading.Event().wait(seconds)


def kill(
    folder: Path, times: int, seed: int, stopped: threading.Event, drawn: bool = True
) -> dict[str, Tally]:
    """Until it is `stopped`, if that is sooner."""
    terminal = Terminal(folder, drawn)
    try:
        terminal.switch_on()
        first = terminal.place()
        if not _soon(lambda: terminal.place() not in (None, first), PATIENCE_S):
            raise SystemExit(f"the kiosk does not start: {terminal.said}")
        killer = Killer(terminal, seed)
        killer._answer_question() if terminal.drawn else None
        killer.run(times, stopped)
        return killer.tallies
    finally:
        terminal.switch_off()


def main(arguments: Sequence[str]) -> int:
    times, seed = (*map(int, arguments), *(500, 6)[len(arguments) :])
    stopped = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    with tempfile.TemporaryDirectory(prefix="kiosk-kill-") as folder:
        tallies = kill(Path(folder), times, seed, stopped)
    sys.stdout.write(f"seed {seed}\nprocess       kills   slowest   faults\n")
    for kind, tally in sorted(tallies.items()):
        sys.stdout.write(f"{kind:12} {tally.kills:6} {tally.slowest_s:7.2f} s {len(tally.faults):8}\n")
        sys.stdout.writelines(f"    {fault}\n" for fault in tally.faults)
    return int(any(tally.faults or tally.slowest_s > MOST_S for tally in tallies.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
