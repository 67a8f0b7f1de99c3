"""Playing sound, and its silent twin for a terminal without a sound device."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLoggingCategory, QObject, Signal, qInstallMessageHandler

from kiosk.speech.sound import Sound

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice

_LOG_RULES = "qt.multimedia.*=false"
"""QtMultimedia reports every video library it does not find, which would look like faults of the terminal."""


class Player(QObject):
    """Plays sounds one after the other without a gap."""

    sound_started = Signal()
    """The next of the queued sounds, in their order, begins to be heard."""

    mark_reached = Signal(int, int)
    """Start and end of a mark of a queued sound: these characters begin to be heard."""

    finished = Signal()
    """The queue has run empty, or the device is gone. Not sent by `stop`."""

    @property
    def has_sound(self) -> bool:
        """Whether anything played here can be heard."""
        raise NotImplementedError

    def play(self, sound: Sound) -> None:
        """Put a sound at the end of the queue."""
        raise NotImplementedError

    def stop(self) -> None:
        """Silence at once; the queue is forgotten, and so is a pause."""
        raise NotImplementedError

    def pause(self) -> None:
        """Silence at once, until `resume`; what is queued waits."""
        raise NotImplementedError

    def resume(self) -> None:
        raise NotImplementedError


class SilentPlayer(Player):
    """For a terminal without a sound device."""

    has_sound = False

    def play(self, sound: Sound) -> None:
        pass

    def stop(self) -> None:
        pass

    def pause(self) -> None:
        pass

    def resume(self) -> None:
        pass


def open_player() -> Player:
    """A player for the present default device, silent if there is none.

    QtMultimedia is imported here and not with this module: it takes 50 ms and is not needed for the
    first screen.
    """
    device = _default_device()
    if device is None:
        return SilentPlayer()
    from kiosk.speech.device_player import DevicePlayer

    return DevicePlayer(device)


def device_name() -> str:
    """What sound comes out of, empty without a sound device. Needs a Qt application."""
    device = _default_device()
    return device.description() if device else ""


def load_sound_library() -> bool:
    """Import QtMultimedia, which takes 50 ms, in any thread; false where the system lacks what it is linked to."""
    QLoggingCategory.setFilterRules(_LOG_RULES)
    try:
        from PySide6 import QtMultimedia  # noqa: F401
    except ImportError:
        return False
    return True


def _default_device() -> "QAudioDevice | None":
    if not load_sound_library():
        return None
    from PySide6.QtMultimedia import QMediaDevices

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
