"""The real worker with voices that need no engine. The language says how the voice behaves."""

import threading
from array import array

from kiosk.errors import NoVoiceError
from kiosk.speech.sound import Sound
from kiosk.speech.voice import SpeechError, Voice
from kiosk.speech.worker import serve
from kiosk.text.ruby import RubyText


class Tone:
    name = "a tone"
    version = "1"

    def speak(self, text: RubyText, speed: float) -> Sound:
        return Sound(array("h", [1000, -1000] * 400).tobytes(), 8000)


class Dumb:
    name = "fails as expected"
    version = "1"

    def speak(self, text: RubyText, speed: float) -> Sound:
        raise SpeechError("声が出ません。")


class Hanging:
    name = "never answers"
    version = "1"

    def speak(self, text: RubyText, speed: float) -> Sound:
        threading.Event().wait()
        raise AssertionError


class HangingLater(Tone):
    name = "says one chunk"
    version = "1"

    def __init__(self) -> None:
        self._voices = [Hanging(), Tone()]

    def speak(self, text: RubyText, speed: float) -> Sound:
        return self._voices.pop().speak(text, speed)


class Buggy:
    name = "has a bug"
    version = "1"

    def speak(self, text: RubyText, speed: float) -> Sound:
        raise ZeroDivisionError


VOICES = {"tone": Tone, "dumb": Dumb, "hanging": Hanging, "hanging-later": HangingLater, "buggy": Buggy}


def fake_voice(language: str) -> Voice:
    if language not in VOICES:
        raise NoVoiceError("声がありません。")
    return VOICES[language]()


if __name__ == "__main__":
    serve(fake_voice)
