"""Sound as a value: samples and their rate."""

from dataclasses import dataclass

_QUIET = 100
"""Samples up to this size (0.3 % of full scale) count as silence."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Mono sound: signed 16-bit samples in the machine's byte order, at `rate` Hz."""

    samples: bytes
    rate: int

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


def with_pauses(sound: Sound, before_ms: float, after_ms: float) -> Sound:
    """The sound with exactly this much silence around it, whatever its engine put there.

    Engines differ: Open JTalk gives up to 500 ms on both sides, eSpeak none before and 390 ms after.
    A sound that is silent all through becomes empty.
    """
    values = memoryview(sound.samples).cast("h")
    first = next((at for at, value in enumerate(values) if abs(value) > _QUIET), None)
    if first is None:
        return Sound(b"", sound.rate)
    last = next(at for at in range(len(values) - 1, -1, -1) if abs(values[at]) > _QUIET)
    heard = sound.samples[2 * first : 2 * last + 2]
    return Sound(silence(before_ms, sound.rate) + heard + silence(after_ms, sound.rate), sound.rate)
