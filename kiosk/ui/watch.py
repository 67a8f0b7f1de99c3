"""What staff save in a folder, noticed while the kiosk runs."""

import os
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

CALM_MS = 300
"""An editor saves in several moves, and people copy many files at once: this long nothing may happen."""

_PARTS = ("lessons", "locales")
_NOT_CONTENT = ("recordings", "schema")
"""Folders inside lessons: one is read by the voice when it starts, one only by editors."""


@dataclass(frozen=True)
class Seen:
    """A data folder at one moment."""

    inodes: Mapping[str, int] = field(default_factory=dict)
    """Of every folder and file, by path: another file under the same name has another one."""
    checksums: Mapping[str, int] = field(default_factory=dict)
    """Of the content of every file, by path."""


def look_at(root: Path) -> Seen:
    """Everything under `root` that the kiosk reads. Reads every file; what vanishes meanwhile is left out."""
    inodes: dict[str, int] = {}
    checksums: dict[str, int] = {}
    for path in (root, *(found for part in _PARTS for found in _tree(root / part))):
        with suppress(OSError):
            inodes[str(path)] = path.stat().st_ino
            if path.is_file():
                checksums[str(path)] = zlib.crc32(path.read_bytes())
    return Seen(inodes, checksums)


def _tree(folder: Path) -> Iterator[Path]:
    """A folder with everything in it, but without what editors put beside the files they work on."""
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if _is_content(name)]
        yield Path(parent)
        yield from (Path(parent, name) for name in files if _is_content(name))


def _is_content(name: str) -> bool:
    return name not in _NOT_CONTENT and not name.startswith((".", "#")) and not name.endswith("~")


class Watch(QObject):
    """Tells that something was saved, once it is calm again."""

    saved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inodes: Mapping[str, int] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_file)
        self._watcher.directoryChanged.connect(self.wait)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self.saved)

    def wait(self) -> None:
        """Tell a moment from now."""
        self._calm.start()

    def follow(self, seen: Seen) -> None:
        """Watch these files and folders. What is new may have changed before it was watched, so that is told."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        same = {
            path for path in watched if path in seen.inodes and seen.inodes[path] == self._inodes.get(path)
        }
        if watched - same:
            self._watcher.removePaths(sorted(watched - same))
        new = sorted(seen.inodes.keys() - same)
        self._inodes = seen.inodes
        if new and len(self._watcher.addPaths(new)) < len(new):
            self.wait()

    def _on_file(self, path: str) -> None:
        """A file that was replaced by another is no longer watched, though Qt may still list it."""
        self._watcher.removePath(path)
        self._watcher.addPath(path)
        self.wait()
