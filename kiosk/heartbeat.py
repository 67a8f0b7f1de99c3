"""The window's side of the supervision (`kiosk.supervisor`): a beat each second, and the end when it is wished."""

import faulthandler
import logging
import os
import signal
import sys
import threading
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.beat import BEAT, END, FIRST, MARK, supervised

log = logging.getLogger(__name__)

_BEAT_MS = 1_000


class Heartbeat(QObject):
    """Beats from the window's event loop: a window that hangs falls silent. Does nothing when nobody supervises.

    Make it once the first picture is on the screen: until the first beat the supervisor has more patience.
    """

    end_requested = Signal()
    """The program is to close as if its window had been closed."""

    def __init__(self, parent: QObject | None = None, told: int = 0, beats: int = 1) -> None:
        """`told` and `beats` are the descriptors that lead from and to the supervisor."""
        super().__init__(parent)
        self._told, self._beats = told, beats
        self._timer = QTimer(self, interval=_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        if supervised():
            # Not before the event loop goes round, and not before somebody hears what is requested.
            QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        if sys.platform != "win32":
            os.set_blocking(self._beats, False)
        if os.environ[MARK] != FIRST:
            log.warning("the window is open again; the one before %s", os.environ[MARK])
        if sys.stderr is not None:
            with suppress(OSError, ValueError):
                faulthandler.enable()
        threading.Thread(target=self._listen, daemon=True).start()
        self._timer.start()
        self._beat()

    def _beat(self) -> None:
        with suppress(OSError):
            os.write(self._beats, BEAT)

    def _listen(self) -> None:
        """In a thread of its own, so that a window that hangs ends too when its supervisor is gone."""
        while (said := self._read()) == END:
            self.end_requested.emit()
        if not said:
            end_at_once()

    def _read(self) -> bytes:
        try:
            return os.read(self._told, len(END))
        except OSError:
            return b""


def end_at_once() -> None:
    """With everything this window started: as when the power fails, so that the next one finds a free field."""
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(70)
