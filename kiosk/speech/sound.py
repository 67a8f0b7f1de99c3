"""Sound as a value: samples and their rate."""

from dataclasses import dataclass

_QUIET = 100
"""Samples up to this size (0.3 % of full scale) count as silence."""


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


def with_pauses(sound: Sound, before_ms: float, inside_ms: float, after_ms: float) -> Sound:
    """The sound with exactly this silence before and after it, and at most so much anywhere inside.

    Engines differ: Open JTalk pauses up to a second at every quotation mark, eSpeak gives 390 ms after
    each text and none before. Silence is found in steps of 10 ms. A sound that is silent all through
    becomes empty.
    """
    step = 2 * (sound.rate // 100)
    steps = [sound.samples[at : at + step] for at in range(0, len(sound.samples), step)]
    loud = [_is_loud(samples) for samples in steps]
    if not any(loud):
        return Sound(b"", sound.rate)
    first, end = loud.index(True), len(loud) - loud[::-1].index(True)
    kept = [silence(before_ms, sound.rate)]
    quiet_ms = 0
    for samples, is_loud in zip(steps[first:end], loud[first:end], strict=True):
        quiet_ms = 0 if is_loud else quiet_ms + 10
        if quiet_ms <= inside_ms:
            kept.append(samples)
    return Sound(b"".join([*kept, silence(after_ms, sound.rate)]), sound.rate)


def _is_loud(samples: bytes) -> bool:
    values = memoryview(samples).cast("h")
    return max(values) > _QUIET or min(values) < -_QUIET
