"""Sound from anywhere, as our own voices give it: mono, 48 kHz, as loud as Open JTalk.

One rate for all: the sound device would have to be opened anew between two rates, and a text's lines may
come from different voices.
"""

import math
from typing import TYPE_CHECKING

from kiosk.lessons.wav import Wav
from kiosk.speech.pace import paced
from kiosk.speech.sound import Sound

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RATE = 48_000

_PEAK = 29_000.0
_MOST_GAIN = 8.0
"""18 dB; what is quieter still is mostly noise."""

_QUIET = 0.02
"""Of the peak, -34 dB: what stays below at both ends is the room, not the voice."""

_MARGIN_S = 0.06
"""Kept around the voice: its first and last consonants may be as quiet as the room."""


def sound_of(wav: Wav, speed: float = 1.0) -> Sound:
    """The sound without the room at both ends, its loudest sample at our level; empty if all is silent.

    At another speed than 1.0 the same voice speaks faster or slower, at its own pitch.
    """
    import numpy as np

    frames = np.frombuffer(wav.samples, dtype=np.int16).reshape(-1, wav.channels)
    values = paced(_trimmed(frames.mean(axis=1), wav.rate), wav.rate, speed)
    values = _resampled(values, wav.rate)
    if not len(values):
        return Sound(b"", RATE)
    loudest = float(np.abs(values).max())
    return Sound((values * min(_PEAK / max(loudest, 1.0), _MOST_GAIN)).astype(np.int16).tobytes(), RATE)


def _trimmed(values: "NDArray[np.float64]", rate: int) -> "NDArray[np.float64]":
    import numpy as np

    sizes = np.abs(values)
    loud = np.flatnonzero(sizes > sizes.max() * _QUIET)
    margin = round(rate * _MARGIN_S)
    return values[max(loud[0] - margin, 0) : loud[-1] + margin] if len(loud) else values[:0]


def _resampled(values: "NDArray[np.float64]", rate: int) -> "NDArray[np.float64]":
    """By Fourier transform: exact up to the lower of both Nyquist frequencies.

    Silence after the end makes the length a whole number of periods common to both rates, of which the
    Fourier transform of numpy is fast, and keeps the end from ringing into the beginning.
    """
    import numpy as np

    if rate == RATE:
        return values
    period = rate // math.gcd(rate, RATE)
    periods = len(values) // period + 2
    factor = 2 ** max(periods.bit_length() - 4, 0)
    length = -(-periods // factor) * factor * period
    wanted = length * RATE // rate
    spectrum = np.fft.rfft(values, length)
    resampled: NDArray[np.float64] = np.fft.irfft(spectrum, wanted) * (wanted / length)
    return resampled[: round(len(values) * RATE / rate)]
