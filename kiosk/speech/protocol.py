"""What the window's process and the speaking process say to each other.

Requests are lines, answers are frames (`kiosk.speech.frames`).
Every answer carries the number of the request it belongs to, so that a late one can be ignored.
"""

from dataclasses import astuple, dataclass
from typing import assert_never

from kiosk.speech.frames import (
    FrameReader,
    Header,
    ProtocolError,
    decode_line,
    decode_sound,
    encode_line,
    encode_sound,
)
from kiosk.speech.sound import Sound
from kiosk.text.ruby import RubyText, Segment

IDLE, LESSONS = "--idle", "--lessons"
"""Arguments of the speaking process: it shall leave the processor to others; where the recordings are."""


@dataclass(frozen=True, slots=True)
class Say:
    """Speak this text from character `start` on, some seconds of it; a request before it is dropped.

    `keep`: whether its sound may be put into the cache; never that of what a resident has typed.
    """

    number: int
    text: RubyText
    language: str
    speed: float
    start: int = 0
    keep: bool = True


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
        case Say(number, start=start, keep=keep):
            return encode_line(do="say", number=number, start=start, keep=keep, **_wish(request))
        case Make(number):
            return encode_line(do="make", number=number, **_wish(request))
        case Prepare(language):
            return encode_line(do="prepare", language=language)
        case Stop():
            return encode_line(do="stop")
        case _:
            assert_never(request)


def decode_request(line: bytes) -> Request:
    """Raises `ProtocolError`."""
    request = decode_line(line)
    match request:
        case {"do": "say", "number": int(number), "start": int(start), "keep": bool(keep)}:
            return Say(number, *_wanted(request), start, keep)
        case {"do": "make", "number": int(number)}:
            return Make(number, *_wanted(request))
        case {"do": "prepare", "language": str(language)}:
            return Prepare(language)
        case {"do": "stop"}:
            return Stop()
        case _:
            raise ProtocolError(f"not a request: {request!r}")


def encode_answer(answer: Answer) -> bytes:
    match answer:
        case ChunkReady(number, start, end, sound):
            where = {"number": number, "start": start, "end": end}
            return encode_sound(sound, is_="chunk", **where)
        case PartSaid(number, rest):
            return encode_line(is_="part", number=number, rest=rest)
        case AllSaid(number):
            return encode_line(is_="end", number=number)
        case VoiceMissing(number, language):
            return encode_line(is_="no_voice", number=number, language=language)
        case SayFailed(number, sentence):
            return encode_line(is_="error", number=number, sentence=sentence)
        case CacheTrouble(sentence):
            return encode_line(is_="trouble", sentence=sentence)
        case _:
            assert_never(answer)


class AnswerReader(FrameReader[Answer]):
    """Answers out of a stream that arrives in pieces of any size."""

    def __init__(self) -> None:
        super().__init__(_answer)


def _answer(header: Header, body: bytes) -> Answer:
    match header:
        case {"is": "chunk", "number": int(number), "start": int(start), "end": int(end)}:
            return ChunkReady(number, start, end, decode_sound(header, body))
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


def _wish(request: Say | Make) -> Header:
    segments = [astuple(segment) for segment in request.text]
    return {"segments": segments, "language": request.language, "speed": request.speed}


def _wanted(request: Header) -> tuple[RubyText, str, float]:
    """The text, its language and the speed, as `_wish` wrote them."""
    match request:
        case {"segments": list(segments), "language": str(language), "speed": float() | int() as speed}:
            return tuple(Segment(*segment) for segment in segments), language, speed
        case _:
            raise ProtocolError(f"not a request: {request!r}")
