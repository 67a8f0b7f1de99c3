"""The sound device of this terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLoggingCategory, qInstallMessageHandler

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice

_LOG_RULES = "qt.multimedia.*=false"
"""QtMultimedia reports every video library it does not find, which would look like faults of the terminal."""


def device_name() -> str:
    """What sound comes out of, empty without a sound device. Needs a Qt application."""
    device = default_device()
    return device.description() if device else ""


def default_device() -> "QAudioDevice | None":
    """None without a device, and where the system lacks what QtMultimedia is linked to."""
    QLoggingCategory.setFilterRules(_LOG_RULES)
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:
        return None
    with _without_video():
        device = QMediaDevices.defaultAudioOutput()
    return None if device.isNull() else device


@contextmanager
def _without_video() -> Iterator[None]:
    """Keep QtMultimedia from loading FFmpeg for a few spoken words: 13 MiB, and not needed for QAudioSink."""
    paths = QCoreApplication.libraryPaths()
    QCoreApplication.setLibraryPaths([])
    # It reports to standard error what is meant here: that only sound is available.
    before = qInstallMessageHandler(lambda *_message: None)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        QCoreApplication.setLibraryPaths(paths)
