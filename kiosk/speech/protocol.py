"""What the window's process and the speaking process say to each other.

Requests are JSON lines. Answers are frames: a JSON header line, then as many raw bytes as it says.
Every answer carries the number of the request it belongs to, so that a late one can be ignored.
"""

import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass, field
from typing import Any, assert_never

from kiosk.speech.sound import Mark, Sound
from kiosk.text.ruby import RubyText, Segment

IDLE, LESSONS = "--idle", "--lessons"
"""Arguments of the speaking process: it shall leave the processor to others; where the recordings are."""

_MAX_HEADER = 1 << 16


class ProtocolError(Exception):
    """The other side wrote something that is no frame."""


@dataclass(frozen=True, slots=True)
class Say:
    """Speak this text from character `start` on, some seconds of it; a request before it is dropped."""

    number: int
    text: RubyText
    language: str
    speed: float
    start: int = 0


@dataclass(frozen=True, slots=True)
class Make:
    """Put the sound of this text into the cache; a request before it is dropped."""

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


Request = Say | Make | Prepare | Stop


@dataclass(frozen=True, slots=True)
class ChunkReady:
    """Characters `start` to `end` of the plain text as sound."""

    number: int
    start: int
    end: int
    sound: Sound


@dataclass(frozen=True, slots=True)
class PartSaid:
    """So much was made; the rest begins at `rest`. Ask for it when it is needed."""

    number: int
    rest: int


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


@dataclass(frozen=True, slots=True)
class CacheTrouble:
    """Sounds cannot be kept; `sentence` is for staff. Told once, for no request."""

    sentence: str


Answer = ChunkReady | PartSaid | AllSaid | VoiceMissing | SayFailed | CacheTrouble


def encode_request(request: Request) -> bytes:
    match request:
        case Say(number, text, language, speed, start):
            return _line(
                do="say", number=number, segments=_plain(text), language=language, speed=speed, start=start
            )
        case Make(number, text, language, speed):
            return _line(do="make", number=number, segments=_plain(text), language=language, speed=speed)
        case Prepare(language):
            return _line(do="prepare", language=language)
        case Stop():
            return _line(do="stop")
        case _:
            assert_never(request)


def decode_request(line: bytes) -> Request:
    match json.loads(line):
        case {"do": "say", "segments": segments, "number": int(number), "start": int(start)} as said:
            return Say(number, _text(segments), said["language"], said["speed"], start)
        case {"do": "make", "segments": segments, "number": int(number)} as said:
            return Make(number, _text(segments), said["language"], said["speed"])
        case {"do": "prepare", "language": language}:
            return Prepare(language)
        case {"do": "stop"}:
            return Stop()
        case other:
            raise ProtocolError(f"not a request: {other!r}")


def encode_answer(answer: Answer) -> bytes:
    match answer:
        case ChunkReady(number, start, end, sound):
            where = {"number": number, "start": start, "end": end}
            marks = [astuple(mark) for mark in sound.marks]
            size = len(sound.samples)
            return _line(is_="chunk", **where, rate=sound.rate, marks=marks, bytes=size) + sound.samples
        case PartSaid(number, rest):
            return _line(is_="part", number=number, rest=rest)
        case AllSaid(number):
            return _line(is_="end", number=number)
        case VoiceMissing(number, language):
            return _line(is_="no_voice", number=number, language=language)
        case SayFailed(number, sentence):
            return _line(is_="error", number=number, sentence=sentence)
        case CacheTrouble(sentence):
            return _line(is_="trouble", sentence=sentence)
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
        case {"is": "chunk", "number": int(number), "start": int(start), "end": int(end)}:
            return ChunkReady(number, start, end, _sound(header, body))
        case {"is": "part", "number": int(number), "rest": int(rest)}:
            return PartSaid(number, rest)
        case {"is": "end", "number": int(number)}:
            return AllSaid(number)
        case {"is": "no_voice", "number": int(number), "language": str(language)}:
            return VoiceMissing(number, language)
        case {"is": "error", "number": int(number), "sentence": str(sentence)}:
            return SayFailed(number, sentence)
        case {"is": "trouble", "sentence": str(sentence)}:
            return CacheTrouble(sentence)
        case _:
            raise ProtocolError(f"not an answer: {header!r}")


def _sound(header: dict[str, object], body: bytes) -> Sound:
    match header:
        case {"rate": int(rate), "marks": list(marks)}:
            return Sound(body, rate, tuple(Mark(*mark) for mark in marks))
        case _:
            raise ProtocolError(f"not a sound: {header!r}")


def _plain(text: RubyText) -> list[tuple[object, ...]]:
    return [astuple(segment) for segment in text]


def _text(segments: list[list[Any]]) -> RubyText:
    return tuple(Segment(*segment) for segment in segments)
