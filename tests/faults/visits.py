"""Speaks with `tests.faults.visitor`: a real kiosk in a process of its own, with folders of its own."""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

from kiosk.another_process import environment
from kiosk.staff.pin import PinStore
from tests.faults.own_mounts import FOLDERS
from tests.words import lay_words

PIN = "428517"
PATIENCE_S = 60.0


def own_folders(folder: Path, words: bool = True) -> dict[str, str]:
    """Variables that lead a kiosk to folders of its own; it has a PIN, and the keyboard's `words` as after a first day."""
    for name in FOLDERS:
        (folder / name).mkdir(mode=0o700, parents=True)
    if words:
        lay_words(folder / "cache" / "manabi-kiosk")
    pin_of(folder).set_pin(PIN)
    return variables_of(folder)


def pin_of(folder: Path) -> PinStore:
    return PinStore(folder / "data" / "manabi-kiosk" / "staff")


def variables_of(folder: Path) -> dict[str, str]:
    """Variables that lead a kiosk to the `FOLDERS` of a folder, whether they are there or not."""
    names = {f"XDG_{name.upper()}_HOME": str(folder / name) for name in FOLDERS[:-1]}
    return {
        **names,
        "XDG_RUNTIME_DIR": str(folder / "runtime"),
        "HOME": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
    }


class Visits:
    """A running kiosk; `before` begins its command, `settings` are fields of `Settings`."""

    def __init__(
        self, variables: Mapping[str, str], said: Path, before: Sequence[str] = (), **settings: object
    ) -> None:
        self._said, self.variables = said, variables
        command = [*before, sys.executable, "-m", "tests.faults.visitor", json.dumps(settings)]
        with said.open("wb") as errors:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env={**environment(), **variables},
                start_new_session=True,
                cwd=Path(__file__).parents[2],
            )
        self.first = self._answer()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def said(self) -> str:
        """On standard error."""
        return self._said.read_text(encoding="utf-8", errors="replace")

    def __call__(self, *words: str) -> SimpleNamespace:
        """What the visitor sees after doing something; see `tests.faults.visitor.Sight`."""
        assert self._process.stdin
        self._process.stdin.write(f"{' '.join(words)}\n".encode())
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> SimpleNamespace:
        """A line of JSON; other lines on standard output are not for us."""
        assert self._process.stdout
        end = time.monotonic() + PATIENCE_S
        while select.select([self._process.stdout], [], [], max(0.0, end - time.monotonic()))[0]:
            line = self._process.stdout.readline()
            assert line, f"the kiosk has ended: {self.said}"
            if line.startswith(b"{"):
                return SimpleNamespace(**json.loads(line))
        raise AssertionError(f"no answer: {self.said}")

    def kill(self) -> None:
        """With everything it has started."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def close(self) -> int:
        """As when the terminal is switched off; the exit code."""
        assert self._process.stdin and self._process.stdout
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        try:
            return self._process.wait(15)
        finally:
            with suppress(ProcessLookupError):
                self.kill()
            self._process.stdout.close()
