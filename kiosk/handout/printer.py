"""Paper from a print queue, through CUPS' own command, without ever blocking.

`QPrinterInfo` can hold its thread for half a minute when the print server is silent; a child process
with a time-out cannot.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from kiosk.errors import Message
from kiosk.handout.trouble import NO_COMMAND, TOO_SLOW, UNKNOWN, Trouble, trouble_in

PRINT_SECONDS = 30.0
STATE_SECONDS = 3.0

JOB_TITLE = "handout"
"""Stands in the queue for everybody to see, so it says nothing about the resident."""


class Printer(QObject):
    """Hands one file at a time to a print queue; `printed` means that the queue has taken it."""

    printing = Signal()
    printed = Signal()
    failed = Signal(object)
    """Carries a `Message` for the resident."""

    def __init__(
        self, parent: QObject | None = None, *, path: str | None = None, seconds: float = PRINT_SECONDS
    ) -> None:
        """`path` is where to look for commands, like the variable PATH, which is used without it."""
        super().__init__(parent)
        self._path = path
        self._process = QProcess(self)
        self._process.setProcessEnvironment(_environment(path))
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._could_not_start)
        self._limit = QTimer(self, singleShot=True, interval=round(seconds * 1000))
        self._limit.timeout.connect(self._process.kill)

    @property
    def busy(self) -> bool:
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def print_file(self, file: Path, queue: str = "") -> None:
        """Print on `queue`, or on the system's default. Ignored while another file is on its way."""
        if self.busy:
            return
        command = shutil.which("lp", path=self._path)
        if command is None:
            self._fail(NO_COMMAND)
            return
        self._process.start(command, _arguments(file, queue))
        self._limit.start()
        self.printing.emit()

    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        in_time = self._limit.isActive()
        self._limit.stop()
        answer = bytes(self._process.readAll().data()).decode(errors="replace")
        if status is QProcess.ExitStatus.NormalExit and code == 0:
            self.printed.emit()
        elif not in_time:
            self._fail(TOO_SLOW)
        else:
            self._fail(trouble_in(answer) or UNKNOWN)

    def _could_not_start(self, error: QProcess.ProcessError) -> None:
        """Every other error ends in `finished`, this one does not."""
        if error is QProcess.ProcessError.FailedToStart:
            self._limit.stop()
            self._fail(NO_COMMAND)

    def _fail(self, trouble: Trouble) -> None:
        self.failed.emit(Message(trouble.resident))


def _arguments(file: Path, queue: str) -> list[str]:
    where = ["-d", queue] if queue else []
    return [*where, "-t", JOB_TITLE, "-o", "media=A4", "-o", "fit-to-page", "--", str(file)]


def _environment(path: str | None) -> QProcessEnvironment:
    environment = QProcessEnvironment.systemEnvironment()
    for name, value in _english(path).items():
        environment.insert(name, value)
    return environment


def _english(path: str | None) -> Mapping[str, str]:
    """CUPS answers in English under the C locale, which is what `trouble_in` knows."""
    return {"LC_ALL": "C", **({"PATH": path} if path is not None else {})}


def printer_state(
    queue: str = "", *, path: str | None = None, seconds: float = STATE_SECONDS
) -> Message | None:
    """What keeps the queue, or the default one, from printing, for staff; None means ready.

    Blocks for up to `seconds` for each of two questions.
    """
    lpstat = shutil.which("lpstat", path=path)
    if lpstat is None or shutil.which("lp", path=path) is None:
        return Message(NO_COMMAND.staff)
    try:
        if not queue:
            answer = _ask(lpstat, ["-r", "-d"], path, seconds)
            named = _DEFAULT.search(answer)
            if named is None:
                return _for_staff(answer)
            queue = named[1]
        answer = _ask(lpstat, ["-r", "-p", queue, "-a", queue], path, seconds)
    except subprocess.TimeoutExpired:
        return Message(TOO_SLOW.staff, {"seconds": seconds})
    except OSError as error:
        return Message(UNKNOWN.staff, {"detail": error.strerror or error})
    return None if _READY.search(answer) and trouble_in(answer) is None else _for_staff(answer, queue)


_DEFAULT = re.compile(r"default destination: (\S+)")
_READY = re.compile(r"^printer \S+ (is idle|now printing)", re.MULTILINE)


def _for_staff(answer: str, queue: str = "") -> Message:
    trouble = trouble_in(answer) or UNKNOWN
    return Message(trouble.staff, {"queue": queue, "detail": answer.strip()})


def _ask(command: str, arguments: list[str], path: str | None, seconds: float) -> str:
    done = subprocess.run(
        [command, *arguments],
        env={**os.environ, **_english(path)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=seconds,
        check=False,
        text=True,
        errors="replace",
    )
    return done.stdout
