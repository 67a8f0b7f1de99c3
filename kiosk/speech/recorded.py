"""Recordings of people, which staff put beside a lesson."""

import hashlib
import logging
from collections.abc import Mapping
from pathlib import Path

from kiosk.lessons.recordings import fingerprint, read_recording
from kiosk.lessons.wav import WavError
from kiosk.speech.convert import sound_of
from kiosk.speech.sound import Sound
from kiosk.speech.voice import SpeechError
from kiosk.text.ruby import RubyText


class Recorded:
    """Says the lines whose fingerprint it has a file for; at speed 1.0 as they were spoken."""

    name = "録音 (recordings)"
    whole_lines = True

    def __init__(self, files: Mapping[str, Path]) -> None:
        self.files = files
        self.version = _version(files)
        self._broken: set[str] = set()

    def can_say(self, line: RubyText) -> bool:
        name = fingerprint(line)
        return name in self.files and name not in self._broken

    def speak(self, text: RubyText, speed: float) -> Sound:
        name = fingerprint(text)
        try:
            return sound_of(read_recording(self.files[name]), speed)
        except WavError as error:
            self._broken.add(name)
            logging.getLogger(__name__).warning("recording %s set aside: %s", self.files[name], error)
            raise SpeechError(error.message.template, **error.message.values) from error


def _version(files: Mapping[str, Path]) -> str:
    """Changes with every file that is added, replaced or taken away."""
    states = [(name, *_state(file)) for name, file in sorted(files.items())]
    return f"{hashlib.sha256(repr(states).encode()).hexdigest()[:16]}-1"


def _state(file: Path) -> tuple[int, int]:
    try:
        about = file.stat()
    except OSError:
        return (0, 0)
    return about.st_size, about.st_mtime_ns
