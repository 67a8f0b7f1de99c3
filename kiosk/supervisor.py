"""Keeps the kiosk's window on the screen: starts it as another process, and again when it crashes or hangs.

It stays small and simple: no Qt, no content, nothing of the visit.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Container, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import IO

from kiosk.another_process import environment
from kiosk.backoff import FORGIVING, Backoff
from kiosk.beat import BEAT, END, FIRST, MARK, RESTART_CODE
from kiosk.errors import N_, KioskError, Message
from kiosk.systemd import VARIABLES, Systemd

SENTENCES = (2, 3, 4)
"""Exit codes of a window that has said what is wrong, and that would only say it again."""

_STARTED_WELL_S = 60.0
"""A window that ends with a sentence of its own sooner has been started wrongly; later it is a fault to mend."""


@dataclass(frozen=True)
class Patience:
    """Seconds: until the first beat, between two beats, for a kind end, for a last trace, between looks for a screen."""

    start_s: float = 60.0
    beat_s: float = 10.0
    end_s: float = 5.0
    abort_s: float = 1.0
    screen_s: float = 3.0


@dataclass(frozen=True)
class Beaten:
    number: int


@dataclass(frozen=True)
class Ended:
    number: int


@dataclass(frozen=True)
class EndWished:
    """By the operator, or by the system that is going down."""


Event = Beaten | Ended | EndWished
"""`number` tells which window it was."""


class Window:
    """One running window, in a group of processes of its own: its speech and its printing go with it."""

    def __init__(
        self, command: Sequence[str], number: int, tell: Callable[[Event], object], before: str
    ) -> None:
        self._number, self._tell = number, tell
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**_without(environment(), VARIABLES), MARK: before},
            start_new_session=True,
        )
        threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True).start()

    def _listen(self, said: IO[bytes]) -> None:
        with said:
            for line in said:
                if line == BEAT:
                    self._tell(Beaten(self._number))
        self._tell(Ended(self._number))

    def code(self, patience_s: float) -> int | None:
        """How it ended; None when it has not ended in that time."""
        with suppress(subprocess.TimeoutExpired):
            return self._process.wait(patience_s)
        return None

    def ask_to_end(self) -> None:
        assert self._process.stdin
        with suppress(OSError):
            self._process.stdin.write(END)
            self._process.stdin.flush()

    def ask_for_trace(self) -> None:
        """It writes down where it hangs, and ends."""
        with suppress(OSError):
            self._process.send_signal(getattr(signal, "SIGABRT", signal.SIGTERM))

    def kill(self) -> None:
        """Whatever is left of it."""
        if sys.platform == "win32":
            self._process.kill()
        else:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        assert self._process.stdin
        with suppress(OSError):
            self._process.stdin.close()


def _without(variables: Mapping[str, str], names: Container[str]) -> dict[str, str]:
    return {name: value for name, value in variables.items() if name not in names}


class Supervisor:
    """`command` starts a window; `look_for_screen` raises an error while there is none to open it on."""

    def __init__(
        self,
        command: Sequence[str],
        look_for_screen: Callable[[], object],
        say: Callable[[Message], object],
        patience: Patience = Patience(),
        backoff: Backoff = FORGIVING,
    ) -> None:
        self._command, self._look_for_screen, self._say = command, look_for_screen, say
        self._patience = patience
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._systemd = Systemd(os.environ)
        self._number = 0
        self._before = FIRST
        """How the window before ended."""
        self._rested = self._backoff = backoff

    def stop(self, *_signal: object) -> None:
        """From any thread, or from a signal."""
        self._events.put(EndWished())

    def run(self) -> int:
        """Until the window is closed on purpose, or its end is wished; the result is the exit code."""
        code: int | None = None
        while code is None:
            code = self._one_life() if self._wait_for_screen() else 0
        self._systemd.stopping()
        return code

    def _one_life(self) -> int | None:
        """The exit code with which everything ends; None when there shall be another window."""
        self._number += 1
        began = time.monotonic()
        try:
            window = Window(self._command, self._number, self._events.put, self._before)
        except OSError:  # no memory for another process at the moment
            return self._again("could not be opened", 0.0)
        try:
            code = self._watch(window)
        finally:
            window.kill()
        return self._after(code, time.monotonic() - began)

    def _watch(self, window: Window) -> int | None:
        """Its exit code; None when it had to be ended because it hung."""
        patience_s = self._patience.start_s
        while True:
            match self._next(patience_s):
                case Beaten(number) if number == self._number:
                    if patience_s != self._patience.beat_s:
                        self._systemd.ready("the window is on the screen")
                    patience_s = self._patience.beat_s
                case Ended(number) if number == self._number:
                    return window.code(self._patience.abort_s)
                case EndWished():
                    self._systemd.stopping()
                    window.ask_to_end()
                    window.code(self._patience.end_s)
                    return 0
                case None:
                    window.ask_for_trace()
                    window.code(self._patience.abort_s)
                    return None
                case Beaten() | Ended():
                    """The last words of a window before."""

    def _after(self, code: int | None, lived_s: float) -> int | None:
        if code == 0 or (code in SENTENCES and lived_s < _STARTED_WELL_S):
            return code
        if code == RESTART_CODE:
            self._backoff, self._before = self._rested, "restarted by staff"
            return None
        return self._again("hung" if code is None else f"ended with {code}", lived_s)

    def _again(self, ended: str, lived_s: float) -> int | None:
        self._backoff = self._backoff.after(lived_s)
        self._before = f"{ended} after {lived_s:.0f} s"
        self._systemd.status(f"the window {self._before}; again in {self._backoff.wait_s:.0f} s")
        self._say(Message(_AGAIN, {"how": self._before, "seconds": round(self._backoff.wait_s)}))
        return None if self._rest(self._backoff.wait_s) else 0

    def _wait_for_screen(self) -> bool:
        """False when the end is wished before there is one."""
        told = False
        while trouble := self._lacks_screen():
            if not told:
                self._systemd.status("there is no screen")
                self._say(trouble)
            told = True
            if not self._rest(self._patience.screen_s):
                return False
        return True

    def _lacks_screen(self) -> Message | None:
        try:
            self._look_for_screen()
        except KioskError as error:
            return error.message
        return None

    def _rest(self, wait_s: float) -> bool:
        """False when the end is wished meanwhile."""
        end = time.monotonic() + wait_s
        while (left := end - time.monotonic()) > 0:
            if isinstance(self._next(left), EndWished):
                return False
        return True

    def _next(self, patience_s: float) -> Event | None:
        """What happens next; None when nothing does for so long. The watchdog sees that we are awake."""
        end = time.monotonic() + patience_s
        while (left := end - time.monotonic()) > 0:
            self._systemd.alive()
            with suppress(Empty):
                return self._events.get(timeout=min(left, self._systemd.every_s or left))
        return None


_AGAIN = N_("画面のプログラムが止まったので、{seconds} 秒後にもう一度始めます（{how}）。")


def supervise(
    command: Sequence[str],
    look_for_screen: Callable[[], object],
    say: Callable[[Message], object],
    patience: Patience = Patience(),
    backoff: Backoff = FORGIVING,
) -> int:
    """Keep a window open until the operator or the system ends this process."""
    supervisor = Supervisor(command, look_for_screen, say, patience, backoff)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, supervisor.stop)
    return supervisor.run()
