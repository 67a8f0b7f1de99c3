"""What the window's process and the speaking process say to each other.

Requests are JSON lines. Answers are frames: a JSON header line, then as many raw bytes as it says.
Every answer carries the number of the request it belongs to, so that a late one can be ignored.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import assert_never

from kiosk.speech.sound import Sound
from kiosk.text.ruby import RubyText, Segment

_MAX_HEADER = 1 << 16


class ProtocolError(Exception):
    """The other side wrote something that is no frame."""


@dataclass(frozen=True, slots=True)
class Say:
    """Speak this text; a request before it is dropped."""

    number: int
    text: RubyText
    language: str
    speed: float


@dataclass(frozen=True, slots=True)
class Prepare:
    """Load a language's voice, so that the first text sounds sooner."""

    language: str


@dataclass(frozen=True, slots=True)
class Stop:
    """Drop the request before it."""


Request = Say | Prepare | Stop


@dataclass(frozen=True, slots=True)
class ChunkReady:
    """Characters `start` to `end` of the plain text as sound."""

    number: int
    start: int
    end: int
    sound: Sound


@dataclass(frozen=True, slots=True)
class AllSaid:
    number: int


@dataclass(frozen=True, slots=True)
class VoiceMissing:
    number: int
    language: str


@dataclass(frozen=True, slots=True)
class SayFailed:
    """`sentence` is for people."""

    number: int
    sentence: str


Answer = ChunkReady | AllSaid | VoiceMissing | SayFailed


def encode_request(request: Request) -> bytes:
    match request:
        case Say(number, text, language, speed):
            segments = [[segment.base, segment.reading, segment.sound] for segment in text]
            return _line(do="say", number=number, segments=segments, language=language, speed=speed)
        case Prepare(language):
            return _line(do="prepare", language=language)
        case Stop():
            return _line(do="stop")
        case _:
            assert_never(request)


def decode_request(line: bytes) -> Request:
    match json.loads(line):
        case {"do": "say", "number": number, "segments": segments, "language": language, "speed": speed}:
            return Say(number, tuple(Segment(*segment) for segment in segments), language, speed)
        case {"do": "prepare", "language": language}:
            return Prepare(language)
        case {"do": "stop"}:
            return Stop()
        case other:
            raise ProtocolError(f"not a request: {other!r}")


def encode_answer(answer: Answer) -> bytes:
    match answer:
        case ChunkReady(number, start, end, sound):
            header = _line(
                is_="chunk", number=number, start=start, end=end, rate=sound.rate, bytes=len(sound.samples)
            )
            return header + sound.samples
        case AllSaid(number):
            return _line(is_="end", number=number)
        case VoiceMissing(number, language):
            return _line(is_="no_voice", number=number, language=language)
        case SayFailed(number, sentence):
            return _line(is_="error", number=number, sentence=sentence)
        case _:
            assert_never(answer)


@dataclass
class FrameReader:
    """Answers out of a stream that arrives in pieces of any size."""

    _data: bytearray = field(default_factory=bytearray)

    def feed(self, data: bytes) -> Iterator[Answer]:
        """The answers that are complete now. Raises `ProtocolError`; nothing after it can be trusted."""
        self._data += data
        while (end := self._data.find(b"\n")) >= 0:
            header = _header(bytes(self._data[:end]))
            body_end = end + 1 + _size(header)
            if len(self._data) < body_end:
                return
            body = bytes(self._data[end + 1 : body_end])
            del self._data[:body_end]
            yield _answer(header, body)
        if len(self._data) > _MAX_HEADER:
            raise ProtocolError("a header without an end")


def _line(**values: object) -> bytes:
    named = {key.rstrip("_"): value for key, value in values.items()}
    return json.dumps(named, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _header(line: bytes) -> dict[str, object]:
    try:
        header = json.loads(line)
    except ValueError as error:
        raise ProtocolError(f"not a header: {line[:80]!r}") from error
    if not isinstance(header, dict):
        raise ProtocolError(f"not a header: {line[:80]!r}")
    return header


def _size(header: dict[str, object]) -> int:
    size = header.get("bytes", 0)
    if not isinstance(size, int) or size < 0:
        raise ProtocolError(f"not a size: {size!r}")
    return size


def _answer(header: dict[str, object], body: bytes) -> Answer:
    match header:
        case {"is": "chunk", "number": int(number), "start": int(start), "end": int(end), "rate": int(rate)}:
            return ChunkReady(number, start, end, Sound(body, rate))
        case {"is": "end", "number": int(number)}:
            return AllSaid(number)
        case {"is": "no_voice", "number": int(number), "language": str(language)}:
            return VoiceMissing(number, language)
        case {"is": "error", "number": int(number), "sentence": str(sentence)}:
            return SayFailed(number, sentence)
        case _:
            raise ProtocolError(f"not an answer: {header!r}")
