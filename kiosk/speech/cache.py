"""Sounds that were made once, kept as files: one for each chunk, voice and speed.

A file's name is made from everything the sound depends on, so nothing in the cache is ever out of date. Two
processes may use one folder at once. Whatever goes wrong with it, speech goes on without it.
"""

import json
import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path
from typing import Protocol
from zlib import crc32

from kiosk.errors import N_, Message
from kiosk.settings import cache_folder
from kiosk.speech.sound import Mark, Sound
from kiosk.text.ruby import RubyText

LIMIT_BYTES = 400_000_000
"""About 70 minutes of Open JTalk."""

_FORMAT = "manabi-sound-1"
_KEPT_SHARE = 0.9
_LOOK_AGAIN_AFTER = 100
"""Files written; the other process writes too."""

_log = logging.getLogger(__name__)


def sound_folder() -> Path:
    return cache_folder() / "sound"


def sound_key(language: str, text: RubyText, voice: str, version: str, speed: float) -> str:
    """A file name for how this voice says this text."""
    segments = [astuple(segment) for segment in text]
    content = json.dumps([_FORMAT, language, segments, voice, version, round(speed, 3)])
    return sha256(content.encode()).hexdigest()


class Cache(Protocol):
    """Keeps sounds by their key."""

    @property
    def trouble(self) -> Message | None:
        """Why sounds cannot be kept; None as long as they can."""

    def has(self, key: str) -> bool: ...

    def get(self, key: str) -> Sound | None:
        """The sound, unless it is not there or damaged."""

    def put(self, key: str, sound: Sound) -> None: ...


class NoCache:
    """Forgets everything."""

    trouble = None

    def has(self, key: str) -> bool:
        return False

    def get(self, key: str) -> Sound | None:
        return None

    def put(self, key: str, sound: Sound) -> None:
        pass


class ReadOnly(NoCache):
    """What another cache has; nothing is added to it."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def has(self, key: str) -> bool:
        return self._cache.has(key)

    def get(self, key: str) -> Sound | None:
        return self._cache.get(key)


class SoundCache:
    """Sounds in a folder. When it grows over its limit, those not used for longest go."""

    def __init__(self, folder: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        self.trouble: Message | None = None
        self._folder, self._limit = folder, limit_bytes
        self._size = 0
        self._puts = 0

    def has(self, key: str) -> bool:
        return (self._folder / key).exists()

    def get(self, key: str) -> Sound | None:
        path = self._folder / key
        try:
            data = path.read_bytes()
        except OSError:
            return None
        sound = _decoded(data)
        with suppress(OSError):
            os.utime(path) if sound else path.unlink()
        return sound

    def put(self, key: str, sound: Sound) -> None:
        data = _encoded(sound)
        if len(data) > self._limit * _KEPT_SHARE:
            return
        unfinished = self._folder / f".{key}.{os.getpid()}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._make_room(len(data))
            unfinished.write_bytes(data)
            unfinished.replace(self._folder / key)
        except OSError as error:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            self._report(error)

    def try_out(self) -> Message | None:
        """Why sounds cannot be kept here, found by trying; None if they can."""
        probe = self._folder / f".probe.{os.getpid()}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            probe.write_bytes(b"1")
            probe.unlink()
        except OSError as error:
            self._report(error)
        return self.trouble

    @property
    def size_bytes(self) -> int:
        """What all files take."""
        return sum(size for _, size, _ in self._files())

    def _make_room(self, size: int) -> None:
        self._size += size
        if self._puts % _LOOK_AGAIN_AFTER == 0 or self._size > self._limit:
            files = sorted(self._files())
            self._size = size + sum(each for _, each, _ in files)
            goal = self._limit * _KEPT_SHARE if self._size > self._limit else self._limit
            for _, each, path in files:
                if self._size <= goal:
                    break
                path.unlink(missing_ok=True)
                self._size -= each
        self._puts += 1

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        """Last use, size and path of each; what a killed process left unfinished too."""
        for path in self._folder.iterdir():
            with suppress(FileNotFoundError):  # the other process deleted it just now
                about = path.stat()
                yield about.st_mtime, about.st_size, path

    def _report(self, error: OSError) -> None:
        if self.trouble is None:
            what = N_(
                "読み上げの音をしまう場所 {folder} に書けません（{detail}）。空きと書く権限を確かめてください。"
            )
            detail = error.strerror or str(error)
            self.trouble = Message(what, {"folder": str(self._folder), "detail": detail})
            _log.warning("%s", self.trouble.text())


def _encoded(sound: Sound) -> bytes:
    marks = [astuple(mark) for mark in sound.marks]
    header = json.dumps({"rate": sound.rate, "bytes": len(sound.samples), "marks": marks})
    body = header.encode() + b"\n" + sound.samples
    return f"{_FORMAT} {crc32(body):08x}\n".encode() + body


def _decoded(data: bytes) -> Sound | None:
    """None for a file that was cut short or changed."""
    first, _, body = data.partition(b"\n")
    if first != f"{_FORMAT} {crc32(body):08x}".encode():
        return None
    line, _, samples = body.partition(b"\n")
    header = json.loads(line)
    if len(samples) != header["bytes"]:
        return None
    return Sound(samples, header["rate"], tuple(Mark(*mark) for mark in header["marks"]))
