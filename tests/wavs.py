"""Sound files for tests."""

import io
import math
import struct
import wave
from array import array
from collections.abc import Sequence


def tone(seconds: float = 0.5, rate: int = 48_000, size: int = 8_000, hertz: float = 440.0) -> list[int]:
    return [round(size * math.sin(2 * math.pi * hertz * at / rate)) for at in range(round(seconds * rate))]


def wav_bytes(values: Sequence[int] | None = None, rate: int = 48_000, channels: int = 1) -> bytes:
    """A WAV file; the channels of each moment stand side by side."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(channels)
        writer.setsampwidth(2)
        writer.setframerate(rate)
        writer.writeframes(array("h", tone(rate=rate) if values is None else values).tobytes())
    return file.getvalue()


def extensible(wav: bytes) -> bytes:
    """The same file with the long header some recorders write."""
    form = wav[20:36]
    pcm = struct.pack("<H", 1) + bytes.fromhex("000000001000800000aa00389b71")
    longer = struct.pack("<H", 0xFFFE) + form[2:] + struct.pack("<HHI", 22, 16, 4) + pcm
    rest = struct.pack("<4sI", b"fmt ", len(longer)) + longer + wav[36:]
    return struct.pack("<4sI4s", b"RIFF", len(rest) + 4, b"WAVE") + rest


def aiff_bytes(values: Sequence[int], rate: int = 22_050, packing: bytes = b"") -> bytes:
    """What macOS writes; with a packing it is AIFF-C."""
    order = "<" if packing == b"sowt" else ">"
    exponent = rate.bit_length() - 1
    common = struct.pack(">hIhHQ", 1, len(values), 16, 16_383 + exponent, rate << (63 - exponent))
    common += packing + b"\0\0" if packing else b""
    body = struct.pack(">II", 0, 0) + struct.pack(f"{order}{len(values)}h", *values)
    chunks = (
        struct.pack(">4sI", b"COMM", len(common)) + common + struct.pack(">4sI", b"SSND", len(body)) + body
    )
    return struct.pack(">4sI4s", b"FORM", len(chunks) + 4, b"AIFC" if packing else b"AIFF") + chunks
