"""The log of what went wrong: small, rotating, without anything a resident typed or chose."""

import logging
import sys
import threading
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from kiosk.log_format import DiscreetFormatter

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

MOST_BYTES, OLDER_FILES = 200_000, 3

Taker = Callable[[type[BaseException], BaseException | None, TracebackType | None], object]

_log = logging.getLogger("kiosk")


def log_file() -> Path:
    import platformdirs

    return Path(platformdirs.user_log_dir("manabi-kiosk")) / "kiosk.log"


def older_files(path: Path) -> tuple[Path, ...]:
    """What was put aside when the file was full, newest first; not all of them need to be there."""
    return tuple(path.with_name(f"{path.name}.{age}") for age in range(1, OLDER_FILES + 1))


def start_log() -> None:
    """Write warnings and errors to the log file."""
    logging.basicConfig(level=logging.WARNING, handlers=[LogFile(log_file())])


def log_the_uncaught() -> None:
    """Start the log of a process, with the errors and warnings that nobody catches: Python itself would write
    their words to standard error, and so into the system's journal.
    """
    start_log()
    give_uncaught_to(_log_uncaught)
    warnings.showwarning = _tell_warning


def give_uncaught_to(take: Taker) -> None:
    """From now on `take` is given the errors that nobody catches: at the top, in threads and in finalizers."""

    def take_from_thread(thrown: threading.ExceptHookArgs) -> None:
        if not issubclass(thrown.exc_type, SystemExit):
            take(thrown.exc_type, thrown.exc_value, thrown.exc_traceback)

    def take_unraisable(thrown: "UnraisableHookArgs") -> None:
        take(thrown.exc_type, thrown.exc_value, thrown.exc_traceback)

    sys.excepthook, threading.excepthook, sys.unraisablehook = take, take_from_thread, take_unraisable


def _log_uncaught(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    _log.error("unexpected error", exc_info=(kind, error or kind(), trace))


class LogFile(logging.Handler):
    """Opens the file for each entry, as several processes of ours write into it; entries are rare.

    What cannot be written goes to standard error. Nothing that is wrong with the file stops anybody.
    """

    def __init__(self, path: Path, most_bytes: int = MOST_BYTES) -> None:
        super().__init__()
        self._path, self._most = path, most_bytes
        self.setFormatter(DiscreetFormatter())

    def emit(self, record: logging.LogRecord) -> None:
        try:
            entry = self.format(record) + "\n"
        except Exception:  # noqa: BLE001 - a mistake in a call of the log must not become another bug
            entry = f"an entry of {record.name} could not be written: line {record.lineno}\n"
        try:
            self._write(entry.encode("utf-8", "backslashreplace"))
        except OSError:
            with suppress(OSError, ValueError, AttributeError):  # there may be no standard error
                sys.stderr.write(entry)

    def _write(self, entry: bytes) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        if self._path.exists() and self._path.stat().st_size + len(entry) > self._most:
            self._put_aside()
        with self._path.open("ab", buffering=0) as file:
            file.write(entry)

    def _put_aside(self) -> None:
        """Where files cannot be renamed the log is begun anew: it must not fill the disk."""
        older = older_files(self._path)
        try:
            for newer, old in zip((self._path, *older[:-1])[::-1], older[::-1], strict=True):
                with suppress(FileNotFoundError):
                    newer.replace(old)
        except OSError:
            self._path.write_bytes(b"")


def _tell_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,  # noqa: ARG001
    line: str | None = None,  # noqa: ARG001
) -> None:
    """Without its words, which may hold anything."""
    kind = type(message) if isinstance(message, Warning) else category
    _log.warning("warning %s at %s:%d", kind.__name__, filename, lineno)
