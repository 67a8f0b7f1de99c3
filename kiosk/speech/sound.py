"""Sound as a value: samples, their rate, and when each word is heard."""

from dataclasses import dataclass, replace
from itertools import accumulate

_QUIET = 100
"""Samples up to this size (0.3 % of full scale) count as silence."""

_STEP_MS = 10
_LOOK_AT_EVERY = 4
"""Samples; enough to tell silence from speech, in a quarter of the time."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` of the plain text begin to be heard `ms` after the sound's beginning."""

    start: int
    end: int
    ms: float


@dataclass(frozen=True, slots=True)
class Sound:
    """Mono sound: signed 16-bit samples in the machine's byte order, at `rate` Hz; when each word is heard."""

    samples: bytes
    rate: int
    marks: tuple[Mark, ...] = ()

    @property
    def seconds(self) -> float:
        return len(self.samples) / 2 / self.rate

    @property
    def peak(self) -> int:
        """The largest distance from zero, 0 to 32768."""
        values = memoryview(self.samples).cast("h")
        return max(map(abs, values), default=0)


def silence(ms: float, rate: int) -> bytes:
    return bytes(2 * round(rate * ms / 1000))


def trimmed(sound: Sound, inside_ms: float) -> Sound:
    """The sound without silence at its ends, and with at most so much anywhere inside.

    Engines differ: Open JTalk leaves up to 200 ms before a plosive, eSpeak gives 390 ms after each text and
    none before. Silence is found in steps of 10 ms. A sound that is silent all through becomes empty.
    """
    step = 2 * (sound.rate * _STEP_MS // 1000)
    steps = [sound.samples[at : at + step] for at in range(0, len(sound.samples), step)]
    loud = [_is_loud(samples) for samples in steps]
    if not any(loud):
        return Sound(b"", sound.rate)
    first, end = loud.index(True), len(loud) - loud[::-1].index(True)
    kept = [False] * len(steps)
    quiet_ms = 0
    for at in range(first, end):
        quiet_ms = 0 if loud[at] else quiet_ms + _STEP_MS
        kept[at] = quiet_ms <= inside_ms
    samples = b"".join(piece for piece, keep in zip(steps, kept, strict=True) if keep)
    return Sound(samples, sound.rate, _moved(sound.marks, kept))


def with_silence(sound: Sound, before_ms: float, after_ms: float) -> Sound:
    """The sound between two silences; nothing at all if it is empty."""
    if not sound.samples:
        return sound
    before, after = silence(before_ms, sound.rate), silence(after_ms, sound.rate)
    marks = tuple(replace(mark, ms=mark.ms + before_ms) for mark in sound.marks)
    return Sound(before + sound.samples + after, sound.rate, marks)


def shifted(sound: Sound, characters: int) -> Sound:
    """The same sound as a later part of a longer text."""
    marks = tuple(Mark(mark.start + characters, mark.end + characters, mark.ms) for mark in sound.marks)
    return replace(sound, marks=marks)


def _moved(marks: tuple[Mark, ...], kept: list[bool]) -> tuple[Mark, ...]:
    before = list(accumulate(kept, initial=0))
    moved = []
    for mark in marks:
        step, rest = divmod(mark.ms, _STEP_MS)
        at = min(int(step), len(kept) - 1)
        moved.append(replace(mark, ms=before[at] * _STEP_MS + (rest if kept[at] else 0)))
    return tuple(moved)


def _is_loud(samples: bytes) -> bool:
    values = memoryview(samples).cast("h")[::_LOOK_AT_EVERY]
    return max(values) > _QUIET or min(values) < -_QUIET
