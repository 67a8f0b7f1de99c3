"""Makes call.wav, the notes that call staff: `python assets/sounds/make_call.py`."""

import math
import struct
import wave
from pathlib import Path

RATE = 48_000
SECONDS = 2.4
NOTES = ((0.0, 783.99), (0.45, 659.26), (0.90, 523.25))
"""Start (s) and pitch (Hz): G5, E5, C5, falling like a doorbell. Hearing of the old is weak above 2 kHz."""

PARTIALS = ((1.0, 1.0, 1.0), (2.0, 0.28, 1.7), (3.0, 0.10, 2.6))
"""Times the pitch, loudness, how much faster it fades: as a wooden bar sounds."""

FADING_S, RISE_S, PEAK = 0.5, 0.012, 0.89


def loudness(moment: float) -> float:
    return sum(_note(moment - start, pitch) for start, pitch in NOTES if moment >= start)


def _note(age: float, pitch: float) -> float:
    rise = min(1.0, age / RISE_S)
    return rise * sum(
        share * math.exp(-age * faster / FADING_S) * math.sin(math.tau * times * pitch * age)
        for times, share, faster in PARTIALS
    )


def samples() -> list[int]:
    """Signed 16-bit; the last 50 ms go down to silence."""
    raw = [loudness(at / RATE) for at in range(round(RATE * SECONDS))]
    most, tail = max(map(abs, raw)), round(0.05 * RATE)
    ends = [min(1.0, (len(raw) - at) / tail) for at in range(len(raw))]
    return [round(32_767 * PEAK * value / most * end) for value, end in zip(raw, ends, strict=True)]


def main() -> None:
    made = samples()
    with wave.open(str(Path(__file__).with_name("call.wav")), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(made)}h", *made))


if __name__ == "__main__":
    main()
