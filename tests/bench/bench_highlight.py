"""How near the word highlights are to the words, on the first 50 texts said in the lessons.

    .venv/bin/python tests/bench/bench_highlight.py [speed]

The truth comes from inside the engine (`hts_truth.py`): the exact length of every phoneme of the very labels
that the voice had synthesised. From them each mark of `OpenJTalk.speak` has a true start; the mark's own start
comes from the voice file's duration model and the length of the sound alone. What comes after, the trimming of
silence, moves both alike and is left out here.
"""

import sys
from itertools import accumulate

import numpy as np
import pyopenjtalk
from hts_truth import Engine

from kiosk.i18n.edition import Editions
from kiosk.paths import SHIPPED
from kiosk.settings import cache_folder
from kiosk.speech import openjtalk
from kiosk.speech.chunks import chunks, lines
from kiosk.speech.openjtalk import OpenJTalk
from kiosk.text.ruby import RubyText


class Truthful(OpenJTalk):
    """The same voice, but its phonemes begin where the engine says."""

    def __init__(self) -> None:
        super().__init__()
        self._engine = Engine()
        self.speed = 1.0

    def _starts(self, breath: list[str], length: int) -> list[float]:
        lengths = self._engine.lengths(breath, openjtalk.PACE * self.speed)
        wave, _ = pyopenjtalk.synthesize(breath, speed=openjtalk.PACE * self.speed)
        self._engine.check(wave)
        return [0.0, *accumulate(lengths)][:-1]


def said_texts() -> list[RubyText]:
    editions = Editions(SHIPPED, cache_folder())
    steps = [step for lesson in editions.library.lessons.values() for step in lesson.steps]
    return [editions.readings.annotate(text) for text in dict.fromkeys(step.say for step in steps)]


def main() -> None:
    speed = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    voice, truth = OpenJTalk(), Truthful()
    truth.speed = speed
    errors: list[float] = []
    for text in said_texts()[:50]:
        for chunk in (chunk for line in lines(text) for chunk in chunks(line)):
            told, true = (each.speak(chunk.text, speed).marks for each in (voice, truth))
            errors += [abs(one.ms - other.ms) for one, other in zip(told, true, strict=True)]
    share = sum(error <= 150 for error in errors) / len(errors)
    print(f"{len(errors)} words of 50 texts at speed {speed}: {share:.1%} within 150 ms")
    p50, p95, worst = np.percentile(errors, [50, 95, 100])
    print(f"p50 {p50:.0f} ms   p95 {p95:.0f} ms   worst {worst:.0f} ms")


if __name__ == "__main__":
    main()
