"""The speaking process, as the window's process sees it."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from kiosk.qt_process import qt_process
from kiosk.speech.frames import ProtocolError
from kiosk.speech.protocol import LESSONS, AnswerReader, Request, encode_request

WORKER = (sys.executable, "-m", "kiosk.speech.worker")
"""Speaks with the recordings of the shipped lessons; `worker_for` those of other lessons."""

_END_MS = 1_000


def worker_for(lessons: Path) -> tuple[str, ...]:
    return (*WORKER, LESSONS, str(lessons))


class Child(QObject):
    """One running process. When it is lost, make a new one."""

    answered = Signal(object)
    """A `kiosk.speech.protocol.Answer`."""

    lost = Signal()
    """It ended or broke without being asked to; sent once."""

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers = AnswerReader()
        self._over = False
        self._process = started(command, self, self._read, self._lose)

    def send(self, request: Request) -> None:
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self._lose()
        else:
            self._process.write(encode_request(request))

    def kill(self) -> None:
        """End it without waiting; nothing is heard from it any more."""
        self._over = True
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self.deleteLater()
            return
        self._process.finished.connect(self.deleteLater)
        self._process.kill()

    def end(self) -> None:
        """Let it end by itself, and wait for that, 2 s at the most."""
        self._over = True
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(_END_MS):
            self._process.kill()
            self._process.waitForFinished(_END_MS)

    def _read(self) -> None:
        try:
            for answer in self._answers.feed(bytes(self._process.readAllStandardOutput().data())):
                if self._over:
                    return
                self.answered.emit(answer)
        except ProtocolError:
            self._lose()

    def _lose(self) -> None:
        if self._over:
            return
        self.kill()
        self.lost.emit()


def started(
    command: Sequence[str], parent: QObject, told: Callable[[], object], lost: Callable[[], object]
) -> QProcess:
    """A process of ours; `told` when it wrote something, `lost` when it ends or cannot begin."""
    process = qt_process(parent)
    process.readyReadStandardOutput.connect(told)
    process.errorOccurred.connect(lost)
    process.finished.connect(lost)
    process.start(command[0], list(command[1:]))
    return process
