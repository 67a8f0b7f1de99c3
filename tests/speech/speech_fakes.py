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
        self.gain = 1.0
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

    def pause(self) -> None:
        self.events.append("pause")

    def resume(self) -> None:
        self.events.append("resume")

    def set_gain(self, gain: float) -> None:
        self.gain = gain

    def ring(self, sound: Sound) -> None:
        self.events.append("ring")

    def stop_ringing(self) -> None:
        self.events.append("stop ringing")

    def play_out(self) -> None:
        while self.queue:
            self.play_one()
        self.finished.emit()

    def play_one(self) -> None:
        sound = self.queue.pop(0)
        self.sound_started.emit()
        for mark in sound.marks:
            self.mark_reached.emit(mark.start, mark.end)

    def unplug(self) -> None:
        self._has_sound = False
        self.finished.emit()


def worker_environment(cache: Path) -> dict[str, str]:
    """For a worker started without a speaker: it imports the package under test, and has a cache of its own."""
    return {**os.environ, "PYTHONPATH": str(Path(kiosk.__file__).parents[1]), "XDG_CACHE_HOME": str(cache)}
