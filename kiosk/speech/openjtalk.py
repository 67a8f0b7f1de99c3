"""The Japanese voice: Open JTalk, which lets us say how every word is read."""

import contextlib
import io
import unicodedata
import warnings
from collections.abc import Iterator
from importlib.metadata import version
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.errors import N_
from kiosk.speech.breaths import breaths, marks, phoneme_counts, without_closing_brackets
from kiosk.speech.durations import DurationModel
from kiosk.speech.engine_words import with_readings
from kiosk.speech.sound import Sound
from kiosk.speech.voice import SpeechError
from kiosk.text.lexicon import unread
from kiosk.text.ruby import RubyText, plain

if TYPE_CHECKING:
    from pyopenjtalk.types import NJDFeature

with contextlib.redirect_stdout(io.StringIO()):  # it prints that a model we do not use is missing
    import numpy as np
    import numpy.typing as npt
    import pyopenjtalk

PACE = 0.72
"""Engine speed at our speed 1.0: 5.2 mora/s within a phrase, about 4.6 with our pauses between phrases. The
engine's own 1.0 is 7.2 within a phrase, which learners and older listeners cannot follow."""

_PAUSE_MS = 150
"""Between breaths inside a chunk, as before a name in quotation marks; the engine's own last up to a second."""

_PEAK = 29_000.0
"""Loudest sample, of 32767; the engine itself goes beyond what 16 bits hold."""

_RATE = 48_000
_FRAME = 240
"""Samples; the engine's unit of time."""

_FADE = _RATE // 200
"""Samples, 5 ms: a breath ends softly where the engine would go on into a silence."""

Wave = npt.NDArray[np.float64]


class OpenJTalk:
    """Speaks Japanese with the readings the text carries."""

    name = "Open JTalk (mei_normal)"
    version = f"{version('pyopenjtalk-plus')}-2"
    whole_lines = False

    def __init__(self) -> None:
        self._durations = DurationModel(Path(pyopenjtalk.DEFAULT_HTS_VOICE.decode()).read_bytes())

    def can_say(self, line: RubyText) -> bool:
        return True

    def speak(self, text: RubyText, speed: float) -> Sound:
        places = without_closing_brackets(with_readings(engine_words(text), text))
        words = [word for place in places for word in place.words]
        if not any(word["mora_size"] for word in words):
            return Sound(b"", _RATE)
        waves: list[Wave] = []
        starts: list[float] = []
        pause = np.zeros(round(_RATE * _PAUSE_MS / 1000 / speed))
        for breath in breaths(pyopenjtalk.make_label(words)):
            begin = sum(map(len, waves))
            wave = _wave(breath, PACE * speed)
            starts += [(begin + at) * 1000 / _RATE for at in self._starts(breath, len(wave))]
            waves += [wave, pause]
        counts = phoneme_counts(words, pyopenjtalk.make_phoneme_mapping(words))
        heard = marks(places, counts, starts, plain(text))
        return Sound(_samples(np.concatenate(waves)), _RATE, heard)

    def _starts(self, breath: list[str], length: int) -> Iterator[float]:
        """Where each phoneme begins, in samples."""
        return accumulate(
            self._durations.lengths(breath, length / _FRAME)[:-1],
            lambda at, more: at + more * _FRAME,
            initial=0.0,
        )


def _wave(breath: list[str], speed: float) -> Wave:
    """One breath as sound. The silences around it are left out: the engine stretches what varies most, and that
    is silence, so that a slow speed would make long pauses around a phrase that is still spoken fast."""
    try:
        wave, _rate = pyopenjtalk.synthesize(breath, speed=speed)
    except RuntimeError as error:
        raise SpeechError(N_("この文を音声にできませんでした。画面の文字を読んでください。")) from error
    fade = min(_FADE, len(wave))
    wave[len(wave) - fade :] *= np.linspace(1.0, 0.0, fade)
    return wave


def _samples(wave: Wave) -> bytes:
    loudest = max(float(wave.max()), -float(wave.min()), 1.0)
    return (wave * min(1.0, _PEAK / loudest)).astype("int16").tobytes()


def engine_words(text: RubyText) -> "list[NJDFeature]":
    """The engine's words. Its second dictionary (80 MB, 60 ms) helps only with kanji nobody gave a reading."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # inside the engine's use of that dictionary
        return pyopenjtalk.run_frontend(
            _printable(plain(text)),
            use_sudachi_kanji_yomi=bool(unread(text)),
            predict_nani=False,
            iu_pronunciation="YuuBase",
        )


def _printable(text: str) -> str:
    """Control characters become spaces: the engine ends at a NUL."""
    return "".join(" " if unicodedata.category(character) == "Cc" else character for character in text)
