"""A whole text as sound, chunk by chunk, with our own pauses between."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.speech.chunks import Chunk, chunks
from kiosk.speech.sound import Sound, with_pauses
from kiosk.speech.voice import Ranking
from kiosk.text.ruby import RubyText

LEAD_IN_MS = 150
"""Before the first chunk: sound devices wake up slowly and would swallow the first syllable."""

_BEFORE_MS = 30
_SENTENCE_PAUSE_MS = 500
_PHRASE_PAUSE_MS = 220
_SLOWEST, _FASTEST = 0.5, 2.0


@dataclass(frozen=True, slots=True)
class Spoken:
    """A chunk of a text, and how it sounds."""

    chunk: Chunk
    sound: Sound


def utterance(text: RubyText, ranking: Ranking, speed: float) -> Iterator[Spoken]:
    """Every chunk that has something to say, made when it is asked for. Raises `SpeechError`.

    Speed is kept between 0.5 and 2.0; pauses stretch and shrink with it.
    """
    speed = min(max(speed, _SLOWEST), _FASTEST)
    before_ms = LEAD_IN_MS
    for chunk in chunks(text):
        after_ms = (_SENTENCE_PAUSE_MS if chunk.ends_sentence else _PHRASE_PAUSE_MS) / speed
        made = ranking.choose(chunk.text).speak(chunk.text, speed)
        sound = with_pauses(made, before_ms, _PHRASE_PAUSE_MS / speed, after_ms)
        if sound.samples:
            before_ms = _BEFORE_MS
            yield Spoken(chunk, sound)
