"""The printing process, as the window's process sees it."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTemporaryDir, QTimer, Signal

from kiosk.handout.paper import Paper
from kiosk.handout.printers.choose import paper_for
from kiosk.handout.protocol import Printed, Wish, read_news
from kiosk.qt_process import qt_process
from kiosk.settings import Settings

FAREWELL_MS = 240_000
"""Longer than a printing process may see to the jobs of a visit that is over."""

CLOSING_MS, LAST_JOB_MS = 1_000, 3_500
"""Together less than the supervisor waits for a kind end."""


def arguments_for(settings: Settings, root: Path, cache: Path) -> list[str]:
    """What a printing process is told of this terminal: its printer, the paper that fits it, and two folders."""
    paper = paper_for(settings.printer, Paper(settings.paper))
    return [settings.printer, paper, str(root), str(cache)]


class ClerkProcess(QObject):
    """One running process. `silent_ms` after a wish, or while `expecting` news, silence is the end of it."""

    told = Signal(object)
    """A `kiosk.handout.protocol.News`."""

    printed_late = Signal()
    """A copy came out after it was left alone."""

    lost = Signal()
    """It ended, or was ended for its silence, without being asked to; sent once."""

    def __init__(self, arguments: Sequence[str], silent_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.expecting = False
        self._over = False
        self._silence = QTimer(self, singleShot=True, interval=silent_ms)
        self._folder = QTemporaryDir()
        """A process that is killed could not remove it."""
        # Without room for a folder there is none for a sheet either, and that is what the resident is told.
        folder = self._folder.path() if self._folder.isValid() else os.devnull
        self._process = qt_process(self)
        self._silence.timeout.connect(self._process.kill)  # `finished` follows
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._not_started)
        self._process.start(sys.executable, ["-m", "kiosk.handout.worker", *arguments, folder])

    def send(self, wish: Wish) -> None:
        self._process.write(wish.line())
        self._silence.start()

    def part(self) -> None:
        """Only what is printed is still heard from it; it sees to its jobs, and ends."""
        self._over = True
        self._silence.stop()
        if self._process.state() is QProcess.ProcessState.NotRunning:
            self.deleteLater()
            return
        self._process.closeWriteChannel()
        QTimer.singleShot(FAREWELL_MS, self._process, self._process.kill)

    def close(self) -> None:
        """The kiosk ends: a moment to take waiting jobs back, and more so that no sheet stays half printed."""
        self.part()
        if not self._process.waitForFinished(LAST_JOB_MS if self.expecting else CLOSING_MS):
            self._process.kill()
            self._process.waitForFinished(CLOSING_MS)

    def _read(self) -> None:
        while self._process.canReadLine():
            news = read_news(bytes(self._process.readLine().data()))
            if not self._over and news:
                self.told.emit(news)
            elif isinstance(news, Printed):
                self.printed_late.emit()
        if self.expecting and not self._over:
            self._silence.start()
        else:
            self._silence.stop()

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # every other end is told by `finished`
            self._ended()

    def _ended(self) -> None:
        self._silence.stop()
        self._folder.remove()
        self.deleteLater()
        if not self._over:
            self._over = True
            self.lost.emit()
