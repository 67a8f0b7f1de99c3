"""The one door off the window's thread. Results come back on it."""

import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from kiosk.errors import KioskError

T = TypeVar("T")


class Jobs(QObject):
    """Runs work in a thread; `done` and `failed` are called on the thread that owns this object."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._finished.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Whoever waited is gone: what still comes is dropped."""
        self._closed = True

    def _tell(self, call: Callable[[], object]) -> None:
        """From the worker's thread. The window, and with it this object, may be gone by now."""
        if not self._closed and isValid(self):
            self._finished.emit(call)

    def _call(self, call: Callable[[], object]) -> None:
        if not self._closed:
            call()

    def run(
        self, work: Callable[[], T], done: Callable[[T], object], failed: Callable[[KioskError], object]
    ) -> None:
        """An unexpected error is raised on the owner's thread, where bugs are handled."""

        def worker() -> None:
            try:
                result = work()
            except KioskError as error:
                self._tell(partial(failed, error))
            except Exception as bug:  # noqa: BLE001 - handed over, not swallowed
                self._tell(partial(_raise, bug))
            else:
                self._tell(partial(done, result))

        threading.Thread(target=worker, daemon=True).start()


def at_once(
    work: Callable[[], T], done: Callable[[T], object], failed: Callable[[KioskError], object]
) -> None:
    """What `Jobs.run` does, without waiting: for pictures, and for tests."""
    try:
        result = work()
    except KioskError as error:
        failed(error)
    else:
        done(result)


def _raise(error: Exception) -> None:
    raise error
