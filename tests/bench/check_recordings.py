"""Record every lesson and look for faults in the sound.

    .venv/bin/python tests/bench/check_recordings.py [folder]

One WAV a lesson, made as `kiosk say` makes it, a line for each text that is said. Exit code 1 if anything is
wrong: a silence over 1.5 s, clipping, a line that is missing or of implausible length (3 to 9 mora/s without its
pauses), no silence at the beginning, a first syllable that begins with a jump.
"""

import sys
import tempfile
import wave
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import numpy as np
from bench_speech import mora_of

from kiosk.i18n.edition import Editions
from kiosk.i18n.texts import texts
from kiosk.lessons.model import Lesson
from kiosk.paths import SHIPPED
from kiosk.settings import cache_folder
from kiosk.speech.chunks import lines
from kiosk.speech.offline import speech_wav
from kiosk.speech.utterance import LEAD_IN_MS, Studio, utterance
from kiosk.speech.voice import ranking_for
from kiosk.text.readings import Readings
from kiosk.text.ruby import RubyText, Segment, plain

SAID = {"say", "more", "hint", "wrong"}
QUIET = 100
FULL_SCALE = 32_767
LONGEST_SILENCE_S = 1.5
MORA_PER_S = (3.0, 9.0)
JUMP = 2_000
FLAT_TOP = 4
"""So many equal samples at the peak are a cut-off wave."""


def lesson_text(lesson: Lesson, readings: Readings) -> RubyText:
    said = [text for key, text in texts(lesson) if SAID & set(map(str, key))]
    return tuple(segment for text in said for segment in (*readings.annotate(text), Segment("\n")))


def read(file: Path) -> tuple[np.ndarray, int]:
    with wave.open(str(file)) as reader:
        return np.frombuffer(reader.readframes(reader.getnframes()), "int16").astype(
            "int32"
        ), reader.getframerate()


def longest_run(flags: np.ndarray) -> int:
    return max((sum(1 for _ in group) for set_, group in groupby(flags.tolist()) if set_), default=0)


def faults_of_whole(samples: np.ndarray, rate: int) -> Iterator[str]:
    loud = np.abs(samples) > QUIET
    first = int(loud.argmax())
    silence = longest_run(~loud) / rate
    if silence > LONGEST_SILENCE_S:
        yield f"a silence of {silence:.2f} s"
    peak = int(np.abs(samples).max())
    if peak >= FULL_SCALE or longest_run(np.abs(samples) == peak) >= FLAT_TOP:
        yield f"clipping at {peak}"
    if first < rate * LEAD_IN_MS / 1000 or samples[: rate * LEAD_IN_MS // 1000].any():
        yield "no silence before the first syllable"
    if abs(samples[np.nonzero(samples)[0][0]]) > JUMP:
        yield "the first syllable begins with a jump"


def faults_of_lines(text: RubyText, samples: np.ndarray, rate: int) -> Iterator[str]:
    studio = Studio("ja", ranking_for("ja"))
    spoken = list(utterance(text, studio, 1.0))
    ends = np.cumsum([len(each.sound.samples) // 2 for each in spoken])
    if ends[-1] != len(samples):
        yield f"{len(samples)} samples instead of {ends[-1]}"
    for line in lines(text):
        inside = [at for at, each in enumerate(spoken) if line.start <= each.chunk.start < line.end]
        starts = [ends[at - 1] if at else 0 for at in inside]
        heard = sum(heard_seconds(samples[a : ends[at]], rate) for a, at in zip(starts, inside, strict=True))
        pace = mora_of(line.text) / heard if heard else 0.0
        if not MORA_PER_S[0] <= pace <= MORA_PER_S[1]:
            yield f"{pace:.1f} mora/s in 「{plain(line.text)}」"


def heard_seconds(samples: np.ndarray, rate: int) -> float:
    """From the first to the last audible sample."""
    loud = np.nonzero(np.abs(samples) > QUIET)[0]
    return float(loud[-1] - loud[0]) / rate if len(loud) else 0.0


def main() -> int:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else temporary)
        folder.mkdir(parents=True, exist_ok=True)
        editions = Editions(SHIPPED, cache_folder())
        found = 0
        for name, lesson in editions.library.lessons.items():
            text = lesson_text(lesson, editions.readings)
            speech_wav(text, "ja", 1.0, folder / f"{name}.wav")
            samples, rate = read(folder / f"{name}.wav")
            faults = [*faults_of_whole(samples, rate), *faults_of_lines(text, samples, rate)]
            print(f"{name:30} {len(lines(text)):4} lines {len(samples) / rate:7.1f} s   {len(faults)} faults")
            for fault in faults:
                print(f"    {fault}")
            found += len(faults)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
