"""CUPS' own commands, which may be missing, fail or never come back.

Not a library: libcups has no time-outs of its own, and `QPrinterInfo` can hold its thread for half a minute when
the print service is silent. A child process can be given up.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.handout.trouble import PrintError, Trouble

# What CUPS says under the C locale. A full disk makes its web server find the file too large.
_WORDS = (
    (re.compile(r"no default destination", re.IGNORECASE), Trouble.NO_DEFAULT),
    (
        re.compile(r"scheduler (is not running|not responding)|unable to connect to server", re.IGNORECASE),
        Trouble.NO_SERVICE,
    ),
    (
        re.compile(r"printer or class does not exist|invalid destination name", re.IGNORECASE),
        Trouble.NOT_FOUND,
    ),
    (re.compile(r"not accepting jobs"), Trouble.STOPPED),
    (re.compile(r"request entity too large|no space left on device", re.IGNORECASE), Trouble.DISK_FULL),
    (re.compile(r"not allowed to print|unsupported .*format|quota limit", re.IGNORECASE), Trouble.REFUSED),
)


@dataclass(frozen=True)
class Commands:
    """`path` is where to look for them, like the variable PATH; `server` is like CUPS_SERVER. Without: as usual."""

    path: str | None
    server: str
    seconds: float

    def run(self, name: str, arguments: Sequence[str], *, printer: str = "", file: Path | None = None) -> str:
        """What the command says; `file` is its input. Raises `PrintError`."""
        command = shutil.which(name, path=self.path)
        if command is None:
            raise PrintError(Trouble.NO_COMMAND)
        try:
            done = self._run([command, *arguments], file or Path(os.devnull))
        except subprocess.TimeoutExpired as error:
            raise PrintError(Trouble.NO_ANSWER, printer) from error
        said = f"{done.stdout}\n{done.stderr}".strip()
        if done.returncode or "scheduler is not running" in done.stdout:
            raise PrintError(_trouble_in(said), printer, said.rpartition("\n")[2])
        return done.stdout

    def _run(self, command: list[str], file: Path) -> subprocess.CompletedProcess[str]:
        try:
            source = file.open("rb")
        except OSError as error:
            raise PrintError(Trouble.NO_SHEET, detail=error.strerror) from error
        with source:
            try:
                return subprocess.run(
                    command,
                    env=self._environment(),
                    stdin=source,
                    capture_output=True,
                    timeout=self.seconds,
                    check=False,
                    text=True,
                    errors="replace",
                )
            except OSError as error:
                raise PrintError(Trouble.NO_COMMAND) from error

    def _environment(self) -> dict[str, str]:
        environment = {**os.environ, "LC_ALL": "C"}
        if self.path is not None:
            environment["PATH"] = self.path
        if self.server:
            environment["CUPS_SERVER"] = self.server
        return environment


def _trouble_in(said: str) -> Trouble:
    return next((trouble for pattern, trouble in _WORDS if pattern.search(said)), Trouble.UNKNOWN)
