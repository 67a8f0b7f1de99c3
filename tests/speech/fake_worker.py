"""The real worker with voices that need no engine. The language says how the voice behaves.

The first argument may be a folder for its sound cache.
"""

import sys
import threading
from array import array
from pathlib import Path

from kiosk.errors import NoVoiceError
from kiosk.speech.cache import NoCache, SoundCache
from kiosk.speech.protocol import IDLE
from kiosk.speech.sound import Sound
from kiosk.speech.voice import Ranking, SpeechError
from kiosk.speech.worker import serve
from kiosk.text.ruby import RubyText


class Fake:
    version = "1"
    whole_lines = False

    def can_say(self, line: RubyText) -> bool:
        return True


class Tone(Fake):
    name = "a tone"

    def speak(self, text: RubyText, speed: float) -> Sound:
        return Sound(array("h", [1000, -1000] * 400).tobytes(), 8000)


class Dumb(Fake):
    name = "fails as expected"

    def speak(self, text: RubyText, speed: float) -> Sound:
        raise SpeechError("声が出ません。")


class Hanging(Fake):
    name = "never answers"

    def speak(self, text: RubyText, speed: float) -> Sound:
        threading.Event().wait()
        raise AssertionError


class HangingLater(Tone):
    name = "says one chunk"

    def __init__(self) -> None:
        self._voices = [Hanging(), Tone()]

    def speak(self, text: RubyText, speed: float) -> Sound:
        return self._voices.pop().speak(text, speed)


class Buggy(Fake):
    name = "has a bug"

    def speak(self, text: RubyText, speed: float) -> Sound:
        raise ZeroDivisionError


VOICES = {"tone": Tone, "dumb": Dumb, "hanging": Hanging, "hanging-later": HangingLater, "buggy": Buggy}


def fake_ranking(language: str) -> Ranking:
    if language not in VOICES:
        raise NoVoiceError("声がありません。")
    return Ranking((VOICES[language](),))


if __name__ == "__main__":
    folders = [Path(argument) for argument in sys.argv[1:] if argument != IDLE]
    serve(fake_ranking, SoundCache(folders[0]) if folders else NoCache())
