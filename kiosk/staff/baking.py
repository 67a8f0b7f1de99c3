"""Making every sound ahead, in a process of its own that tells how far it is and can be stopped at any time."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QProcess, Signal

from kiosk.qt_process import qt_process


@dataclass(frozen=True)
class Progress:
    """So many of so many texts of a language."""

    language: str
    done: int
    of: int


def progress_line(language: str, done: int, of: int) -> str:
    return f"{done} {of} {language}\n"


def read_progress(line: str) -> Progress | None:
    """None for a line that says something else."""
    done, _, rest = line.strip().partition(" ")
    of, _, language = rest.partition(" ")
    if not (done.isdecimal() and of.isdecimal() and language):
        return None
    return Progress(language, int(done), int(of))


class Baking(QObject):
    """What was made stays when it is stopped, and is not made again."""

    moved = Signal(object)
    """A `Progress`."""

    ended = Signal(bool)
    """Whether everything was made."""

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = tuple(command)
        self._process: QProcess | None = None

    @property
    def running(self) -> bool:
        return self._process is not None

    def start(self) -> None:
        if self._process is None:
            self._process = process = qt_process(self)
            process.readyReadStandardOutput.connect(self._read)
            process.finished.connect(self._finish)
            process.errorOccurred.connect(self._fail)
            process.start(self._command[0], list(self._command[1:]))

    def stop(self) -> None:
        """At once; nobody is told."""
        if process := self._process:
            self._process = None
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()

    def _read(self) -> None:
        process = self._process
        while process and process.canReadLine():
            line = bytes(process.readLine().data()).decode("utf-8", "replace")
            if progress := read_progress(line):
                self.moved.emit(progress)

    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        self._end(code == 0 and status is QProcess.ExitStatus.NormalExit)

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(False)

    def _end(self, well: bool) -> None:
        if process := self._process:
            self._process = None
            process.deleteLater()
            self.ended.emit(well)
