"""What our processes write to each other: a JSON line, then as many raw bytes as it says."""

import json
from collections.abc import Callable, Iterator
from dataclasses import astuple
from typing import Generic, TypeVar

from kiosk.speech.sound import Mark, Sound

_MAX_HEADER = 1 << 16

Header = dict[str, object]
Item = TypeVar("Item")


class ProtocolError(ValueError):
    """The other side wrote what it should not."""


class FrameReader(Generic[Item]):
    """Frames out of a stream that arrives in pieces of any size, each as what `decode` makes of it."""

    def __init__(self, decode: Callable[[Header, bytes], Item]) -> None:
        self._decode = decode
        self._data = bytearray()

    def feed(self, data: bytes) -> Iterator[Item]:
        """What is complete now. Raises `ProtocolError`; nothing after it can be trusted."""
        self._data += data
        while (end := self._data.find(b"\n")) >= 0:
            header = decode_line(bytes(self._data[:end]))
            body_end = end + 1 + _size(header)
            if len(self._data) < body_end:
                return
            body = bytes(self._data[end + 1 : body_end])
            del self._data[:body_end]
            yield self._decode(header, body)
        if len(self._data) > _MAX_HEADER:
            raise ProtocolError("a header without an end")


def encode_line(**values: object) -> bytes:
    """A frame without raw bytes. A name may end with `_`, for what Python keeps to itself: `is_`."""
    named = {key.rstrip("_"): value for key, value in values.items()}
    return json.dumps(named, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def decode_line(line: bytes) -> Header:
    """Raises `ProtocolError`."""
    try:
        header = json.loads(line)
    except ValueError as error:
        raise ProtocolError(f"not a header: {line[:80]!r}") from error
    if not isinstance(header, dict):
        raise ProtocolError(f"not a header: {line[:80]!r}")
    return header


def encode_sound(sound: Sound, **values: object) -> bytes:
    """A frame that carries a sound and says `values` about it."""
    marks = [astuple(mark) for mark in sound.marks]
    return encode_line(**values, rate=sound.rate, marks=marks, bytes=len(sound.samples)) + sound.samples


def decode_sound(header: Header, body: bytes) -> Sound:
    """Raises `ProtocolError`."""
    match header:
        case {"rate": int(rate), "marks": list(marks)}:
            return Sound(body, rate, tuple(Mark(*mark) for mark in marks))
        case _:
            raise ProtocolError(f"not a sound: {header!r}")


def _size(header: Header) -> int:
    size = header.get("bytes", 0)
    if not isinstance(size, int) or size < 0:
        raise ProtocolError(f"not a size: {size!r}")
    return size
