"""What the window's process and the sounding process say to each other.

Orders are frames: a JSON line, then as many raw bytes as it says. News are JSON lines, each with the number of the
play it belongs to, so that late ones can be ignored.
"""

import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass, field
from typing import assert_never

from kiosk.speech.sound import Mark, Sound


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


Order = Play | Stop | Pause | Resume


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

_SIMPLE: dict[str, Stop | Pause | Resume] = {"stop": Stop(), "pause": Pause(), "resume": Resume()}


def encode_order(order: Order) -> bytes:
    match order:
        case Play(number, sound):
            marks = [astuple(mark) for mark in sound.marks]
            about = {"do": "play", "number": number, "rate": sound.rate, "marks": marks}
            return _line(**about, bytes=len(sound.samples)) + sound.samples
        case Stop() | Pause() | Resume():
            return _line(do=next(name for name, simple in _SIMPLE.items() if simple == order))
        case _:
            assert_never(order)


@dataclass
class OrderReader:
    """Orders out of a stream that arrives in pieces of any size."""

    _data: bytearray = field(default_factory=bytearray)

    def feed(self, data: bytes) -> Iterator[Order]:
        """The orders that are complete now."""
        self._data += data
        while (end := self._data.find(b"\n")) >= 0:
            about = json.loads(self._data[:end])
            body_end = end + 1 + about.get("bytes", 0)
            if len(self._data) < body_end:
                return
            samples = bytes(self._data[end + 1 : body_end])
            del self._data[:body_end]
            yield _order(about, samples)


def encode_news(news: News) -> bytes:
    match news:
        case Started(number):
            return _line(is_="started", number=number)
        case Heard(number, start, end):
            return _line(is_="heard", number=number, start=start, end=end)
        case Finished(number):
            return _line(is_="finished", number=number)
        case Lost():
            return _line(is_="lost")
        case _:
            assert_never(news)


def decode_news(line: bytes) -> News:
    """Raises `ValueError` for what is no news."""
    match json.loads(line):
        case {"is": "started", "number": int(number)}:
            return Started(number)
        case {"is": "heard", "number": int(number), "start": int(start), "end": int(end)}:
            return Heard(number, start, end)
        case {"is": "finished", "number": int(number)}:
            return Finished(number)
        case {"is": "lost"}:
            return Lost()
        case other:
            raise ValueError(f"not news: {other!r}")


def _order(about: dict[str, object], samples: bytes) -> Order:
    match about:
        case {"do": "play", "number": int(number), "rate": int(rate), "marks": list(marks)}:
            return Play(number, Sound(samples, rate, tuple(Mark(*mark) for mark in marks)))
        case {"do": str(name)} if name in _SIMPLE:
            return _SIMPLE[name]
        case _:
            raise ValueError(f"not an order: {about!r}")


def _line(**values: object) -> bytes:
    named = {key.rstrip("_"): value for key, value in values.items()}
    return json.dumps(named, separators=(",", ":")).encode() + b"\n"
