"""Calls staff by sound: a few soft notes, again and again, until somebody comes or it has been often enough.

`ring` is all a test of the sound device needs: `Chime(speaker).ring(times=1)`.
"""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.lessons.wav import WavError, read_wav
from kiosk.paths import ASSETS
from kiosk.speech.sound import Sound
from kiosk.speech.speaker import Speaker

log = logging.getLogger(__name__)

CALL = ASSETS / "sounds" / "call.wav"
TIMES = 6
EVERY_MS = 10_000


class Chime(QObject):
    """As loud as the device is set, whatever volume a resident chose. `speaker` is None for silent pictures."""

    faded = Signal()
    """The notes were heard to their end; sent after each ring."""
    unheard = Signal()
    """There is no sound device, or nothing to sound."""

    def __init__(self, speaker: Speaker | None, file: Path = CALL, every_ms: int = EVERY_MS) -> None:
        super().__init__(speaker)
        self._speaker, self._file = speaker, file
        self._sound: Sound | None = None
        self._left = 0
        self._again = QTimer(self, interval=every_ms)
        self._again.timeout.connect(self._strike)
        self._fading = QTimer(self, singleShot=True)
        self._fading.timeout.connect(self.faded)
        if speaker:
            speaker.chime_unheard.connect(self._on_unheard)

    @property
    def ringing(self) -> bool:
        """Whether it sounds, or will sound again."""
        return self._again.isActive()

    def ring(self, times: int = TIMES) -> None:
        """Sound now, and so many times in all."""
        self._left = times
        self._again.start()
        self._strike()

    def stop(self) -> None:
        """Silence at once."""
        self._left = 0
        self._again.stop()
        self._fading.stop()
        if self._speaker:
            self._speaker.stop_chime()

    def _strike(self) -> None:
        if not self._left:
            self._again.stop()
            return
        self._left -= 1
        sound = self._sound = self._sound or self._read()
        if sound is None:
            self._on_unheard()
        elif self._speaker:
            self._fading.start(round(sound.seconds * 1000))
            self._speaker.chime(sound)

    def _read(self) -> Sound | None:
        try:
            wav = read_wav(self._file.read_bytes())
        except (OSError, WavError) as error:
            log.warning("no chime: %s: %s", self._file.name, error)
            return None
        return Sound(wav.samples, wav.rate)

    def _on_unheard(self) -> None:
        self._fading.stop()
        self.unheard.emit()
