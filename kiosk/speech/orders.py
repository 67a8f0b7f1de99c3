"""What the window's process and the sounding process say to each other.

Orders are frames, news are lines (`kiosk.speech.frames`), each with the number of the play it belongs to, so that
late ones can be ignored.
"""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Play:
    """Put a sound at the end of the queue. Sounds until the next `Stop` share a number."""

    number: int
    sound: Sound


@dataclass(frozen=True, slots=True)
class Stop:
    """Silence; the queue is forgotten."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Silence until `Resume`."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on."""


@dataclass(frozen=True, slots=True)
class Gain:
    """How loud the queue is from now on."""

    gain: float


@dataclass(frozen=True, slots=True)
class Ring:
    """Play a sound at once and at full gain, beside the queue."""

    sound: Sound


@dataclass(frozen=True, slots=True)
class StopRinging:
    """Silence of what rings; the queue goes on."""


Order = Play | Stop | Pause | Resume | Gain | Ring | StopRinging
_Simple = Stop | Pause | Resume | StopRinging


@dataclass(frozen=True, slots=True)
class Started:
    """The next sound of the queue begins to be heard."""

    number: int


@dataclass(frozen=True, slots=True)
class Heard:
    """These characters begin to be heard."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The queue has run empty."""

    number: int


@dataclass(frozen=True, slots=True)
class Lost:
    """There is no sound device any more."""


News = Started | Heard | Finished | Lost

_SIMPLE: dict[str, _Simple] = {
    "stop": Stop(),
    "pause": Pause(),
    "resume": Resume(),
    "stop ringing": StopRinging(),
}


def encode_order(order: Order) -> bytes:
    match order:
        case Play(number, sound):
            return encode_sound(sound, do="play", number=number)
        case Ring(sound):
            return encode_sound(sound, do="ring")
        case Gain(gain):
            return encode_line(do="gain", gain=gain)
        case Stop() | Pause() | Resume() | StopRinging():
            return encode_line(do=next(name for name, simple in _SIMPLE.items() if simple == order))
        case _:
            assert_never(order)


class OrderReader(FrameReader[Order]):
    """Orders out of a stream that arrives in pieces of any size."""

    def __init__(self) -> None:
        super().__init__(_order)


def encode_news(news: News) -> bytes:
    match news:
        case Started(number):
            return encode_line(is_="started", number=number)
        case Heard(number, start, end):
            return encode_line(is_="heard", number=number, start=start, end=end)
        case Finished(number):
            return encode_line(is_="finished", number=number)
        case Lost():
            return encode_line(is_="lost")
        case _:
            assert_never(news)


def decode_news(line: bytes) -> News:
    """Raises `ProtocolError` for what is no news."""
    match decode_line(line):
        case {"is": "started", "number": int(number)}:
            return Started(number)
        case {"is": "heard", "number": int(number), "start": int(start), "end": int(end)}:
            return Heard(number, start, end)
        case {"is": "finished", "number": int(number)}:
            return Finished(number)
        case {"is": "lost"}:
            return Lost()
        case other:
            raise ProtocolError(f"not news: {other!r}")


def _order(header: Header, body: bytes) -> Order:
    match header:
        case {"do": "play", "number": int(number)}:
            return Play(number, decode_sound(header, body))
        case {"do": "ring"}:
            return Ring(decode_sound(header, body))
        case {"do": "gain", "gain": float() | int() as gain}:
            return Gain(gain)
        case {"do": str(name)} if name in _SIMPLE:
            return _SIMPLE[name]
        case _:
            raise ProtocolError(f"not an order: {header!r}")
