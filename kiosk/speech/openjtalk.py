"""The Japanese voice: Open JTalk, which lets us say how every word is read."""

import contextlib
import io
import warnings
from importlib.metadata import version
from typing import TYPE_CHECKING

from kiosk.errors import N_
from kiosk.speech.engine_words import with_readings
from kiosk.speech.sound import Sound
from kiosk.speech.voice import SpeechError
from kiosk.text.lexicon import unread
from kiosk.text.ruby import RubyText, plain

if TYPE_CHECKING:
    from pyopenjtalk.types import NJDFeature

with contextlib.redirect_stdout(io.StringIO()):  # it prints that a model we do not use is missing
    import pyopenjtalk

PACE = 0.6
"""Engine speed at our speed 1.0: 5.3 mora/s within a phrase, about 4.3 with our pauses between phrases. The
engine's own 1.0 is 8.6 within a phrase, which learners and older listeners cannot follow."""

_PEAK = 29_000.0
"""Loudest sample, of 32767; the engine itself goes beyond what 16 bits hold."""

_RATE = 48_000


class OpenJTalk:
    """Speaks Japanese with the readings the text carries."""

    name = "Open JTalk (mei_normal)"
    version = f"{version('pyopenjtalk-plus')}-1"
    whole_lines = False

    def can_say(self, line: RubyText) -> bool:
        return True

    def speak(self, text: RubyText, speed: float) -> Sound:
        words = with_readings(_words(text), text)
        if not any(word["mora_size"] for word in words):
            return Sound(b"", _RATE)
        labels = _without_silence(pyopenjtalk.make_label(words))
        try:
            wave, rate = pyopenjtalk.synthesize(labels, speed=PACE * speed)
        except RuntimeError as error:
            raise SpeechError(N_("この文を音声にできませんでした。画面の文字を読んでください。")) from error
        if not len(wave):
            return Sound(b"", rate)
        loudest = max(float(wave.max()), -float(wave.min()))
        return Sound((wave * min(1.0, _PEAK / max(loudest, 1.0))).astype("int16").tobytes(), rate)


def _without_silence(labels: list[str]) -> list[str]:
    """The labels without the silence at both ends.

    The engine stretches what varies most, and that is silence: with it, a slow speed makes long pauses
    around a short phrase that is still spoken fast.
    """
    return labels[1:-1]


def _words(text: RubyText) -> "list[NJDFeature]":
    """The engine's words. Its second dictionary (80 MB, 60 ms) helps only with kanji nobody gave a reading."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # inside the engine's use of that dictionary
        return pyopenjtalk.run_frontend(
            plain(text), use_sudachi_kanji_yomi=bool(unread(text)), predict_nani=False
        )
