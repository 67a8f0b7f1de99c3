"""A whole text as sound, chunk by chunk, with our own pauses between."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from kiosk.speech.cache import Cache, NoCache, sound_key
from kiosk.speech.chunks import Chunk, Ending, chunks, lines
from kiosk.speech.sound import Sound, trimmed, with_silence
from kiosk.speech.voice import Ranking, SpeechError, Voice
from kiosk.speech.words import with_marks
from kiosk.text.ruby import RubyText

LEAD_IN_MS = 150
"""Before the first chunk: sound devices wake up slowly and would swallow the first syllable."""

_BEFORE_MS = 30
_PAUSE_MS = {Ending.SENTENCE: 500, Ending.PHRASE: 220, Ending.QUOTE: 120}
_INSIDE_MS = 220
"""The longest silence inside a chunk."""
_SLOWEST, _FASTEST = 0.5, 2.0


@dataclass(frozen=True, slots=True)
class Spoken:
    """A chunk of a text, and how it sounds. The sound's marks count characters of the chunk."""

    chunk: Chunk
    sound: Sound


@dataclass(frozen=True, slots=True)
class Studio:
    """Where texts of one language become sound. A sound is made once, then it is in the cache."""

    language: str
    ranking: Ranking
    cache: Cache = field(default_factory=NoCache)

    def chunks(self, text: RubyText) -> Iterator[Chunk]:
        """The chunks of a text in order. A voice of whole lines gets its line as one chunk. Raises `SpeechError`."""
        for line in lines(text):
            yield from (line,) if self.ranking.choose(line.text).whole_lines else chunks(line)

    def has(self, chunk: Chunk, speed: float) -> bool:
        """Whether the best voice's sound is in the cache. Raises `SpeechError`."""
        voice = self.ranking.choose(chunk.text)
        return self.cache.has(self._key(chunk, voice, _bounded(speed)))

    def sound(self, chunk: Chunk, speed: float) -> Sound:
        """The chunk from its first to its last audible sample, by the best voice that manages it.

        Raises the last one's `SpeechError` if none does.
        """
        *others, last = self.ranking.able(chunk.text) or (self.ranking.choose(chunk.text),)
        for voice in others:
            with suppress(SpeechError):
                return self._by(voice, chunk, _bounded(speed))
        return self._by(last, chunk, _bounded(speed))

    def _by(self, voice: Voice, chunk: Chunk, speed: float) -> Sound:
        key = self._key(chunk, voice, speed)
        kept = self.cache.get(key)
        if kept is not None:
            return kept
        made = trimmed(voice.speak(chunk.text, speed), _INSIDE_MS / speed)
        made = with_marks(made, chunk.text)
        self.cache.put(key, made)
        return made

    def _key(self, chunk: Chunk, voice: Voice, speed: float) -> str:
        return sound_key(self.language, chunk.text, voice.name, voice.version, speed)


def utterance(text: RubyText, studio: Studio, speed: float, start: int = 0) -> Iterator[Spoken]:
    """Every chunk from `start` on that has something to say, made when it is asked for. Raises `SpeechError`.

    Speed is kept between 0.5 and 2.0; pauses stretch and shrink with it.
    """
    before_ms = _BEFORE_MS if start else LEAD_IN_MS
    for chunk in studio.chunks(text):
        if chunk.start < start:
            continue
        sound = studio.sound(chunk, speed)
        if sound.samples:
            after_ms = _PAUSE_MS[chunk.ending] / _bounded(speed)
            yield Spoken(chunk, with_silence(sound, before_ms, after_ms))
            before_ms = _BEFORE_MS


def _bounded(speed: float) -> float:
    return min(max(speed, _SLOWEST), _FASTEST)
