"""Filling the sound cache with many texts at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.speech.cache import Cache
from kiosk.speech.utterance import Studio
from kiosk.speech.voice import Ranking, SpeechError
from kiosk.text.ruby import RubyText

Progress = Callable[[int, int], None]
"""Told after each text: how many are done, of how many."""


@dataclass(frozen=True, slots=True)
class Baked:
    """How many chunks were made and how many were there already; the texts that no voice managed."""

    made: int
    skipped: int
    failed: tuple[RubyText, ...]


def bake(
    texts: Sequence[RubyText], language: str, speed: float, cache: Cache, ranking: Ranking, progress: Progress
) -> Baked:
    """Put every chunk of these texts into the cache. Look at `cache.trouble` afterwards."""
    studio = Studio(language, ranking, cache)
    made = skipped = 0
    failed: list[RubyText] = []
    for done, text in enumerate(texts, 1):
        try:
            for chunk in studio.chunks(text):
                if studio.has(chunk, speed):
                    skipped += 1
                else:
                    studio.sound(chunk, speed)
                    made += 1
        except SpeechError:
            failed.append(text)
        progress(done, len(texts))
    return Baked(made, skipped, tuple(failed))
