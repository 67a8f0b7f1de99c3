"""One kiosk at a time: a lock that the system lifts when its holder ends, however it ends."""

import logging
import os
import sys
import time
from pathlib import Path
from types import TracebackType

from kiosk.errors import N_, KioskError
from kiosk.files import own_folder

log = logging.getLogger(__name__)

_LOOK_AGAIN_S = 0.05


class AlreadyRunningError(KioskError):
    """Another kiosk of this user runs; its window is the one to use."""

    exit_code = 4


class OnlyOne:
    """Holds the lock until it is closed or the process ends. No process that we start inherits it."""

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor

    def close(self) -> None:
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            os.close(descriptor)

    def __enter__(self) -> "OnlyOne":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def only_one(folder: Path, name: str = "window", patience_s: float = 0.0) -> OnlyOne:
    """Take the lock `name` in a folder, waiting for it so long. Raises `AlreadyRunningError`.

    Where no lock can be had at all, for want of a folder to write in, the kiosk goes on without.
    """
    try:
        own_folder(folder)
        descriptor = os.open(folder / f"{name}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        log.warning("no lock: %s", type(error).__name__)
        return OnlyOne(None)
    end = time.monotonic() + patience_s
    while not _locked(descriptor):
        if time.monotonic() >= end:
            os.close(descriptor)
            raise AlreadyRunningError(
                N_(
                    "まなびキオスクは、もう動いています。動いているほうをお使いになるか、終わらせてから始めてください。"
                )
            )
        time.sleep(_LOOK_AGAIN_S)
    return OnlyOne(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
