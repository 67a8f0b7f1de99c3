"""Programs in the background of a test, and the wait for what they do."""

import os
import resource
import signal
import subprocess
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

PATH = f"{os.environ['PATH']}{os.pathsep}/usr/sbin{os.pathsep}/sbin"
"""Not every user has the services' programs on the path."""

T = TypeVar("T")


def until(question: Callable[[], T], seconds: float = 15.0) -> T:
    """The first true answer. Fails when there is none in time."""
    end = time.monotonic() + seconds
    while not (answer := question()):
        assert time.monotonic() < end, f"{answer!r} for {seconds} s"
        threading.Event().wait(0.05)
    return answer


@contextmanager
def limited(what: int, to: int) -> Iterator[None]:
    """Meanwhile this process may have only so much of a resource: one of `resource.RLIMIT_…`."""
    usual, most = resource.getrlimit(what)
    resource.setrlimit(what, (to, most))
    try:
        yield
    finally:
        resource.setrlimit(what, (usual, most))


def script(folder: Path, name: str, body: str) -> None:
    """A command that behaves as a test wants it to."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    file.chmod(0o755)


def path_with(folder: Path) -> str:
    return f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin"


class Program:
    """A program in the background, with all its children."""

    def __init__(self, arguments: Sequence[str], log: Path, environment: Mapping[str, str]) -> None:
        with log.open("ab") as said:
            self._process = subprocess.Popen(
                arguments,
                env={**os.environ, "PATH": PATH, "LC_ALL": "C", **environment},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                start_new_session=True,
                # Python ignores SIGXFSZ, and so should the program: a write that fails is to be its own affair.
                restore_signals=False,
            )
        # Also at the end of the tests' own process, whatever became of the fixture.
        weakref.finalize(self, _kill, self._process)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process.poll() is None

    def send(self, number: signal.Signals) -> None:
        os.killpg(self._process.pid, number)

    def stop(self, number: signal.Signals = signal.SIGKILL) -> None:
        if self._process.poll() is None:
            self.send(number)
            self.send(signal.SIGCONT)
        self._process.wait(timeout=10)


def _kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=10)
