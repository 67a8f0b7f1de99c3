import os
import sys
from pathlib import Path

import kiosk
from kiosk.speech.player import Player
from kiosk.speech.sound import Sound

FAKE_WORKER = (sys.executable, str(Path(__file__).with_name("fake_worker.py")))


class RecordingPlayer(Player):
    """Writes down what is asked of it; sound passes when the test says so."""

    def __init__(self, has_sound: bool = True) -> None:
        super().__init__()
        self.events: list[str] = []
        self.queue: list[Sound] = []
        self._has_sound = has_sound

    @property
    def has_sound(self) -> bool:
        return self._has_sound

    def play(self, sound: Sound) -> None:
        self.events.append("play")
        self.queue.append(sound)

    def stop(self) -> None:
        self.events.append("stop")
        self.queue.clear()

    def play_out(self) -> None:
        while self.queue:
            self.queue.pop(0)
            self.sound_started.emit()
        self.finished.emit()

    def unplug(self) -> None:
        self._has_sound = False
        self.finished.emit()


def worker_environment() -> dict[str, str]:
    """For a worker started without a speaker: it imports the package under test."""
    return {**os.environ, "PYTHONPATH": str(Path(kiosk.__file__).parents[1])}
