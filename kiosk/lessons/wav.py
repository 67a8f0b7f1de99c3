"""Sound files as staff and other programs make them: WAV, and the AIFF of macOS.

Python's own reader stops at WAVE_FORMAT_EXTENSIBLE, which recorders write too, and does not tell a
file that was cut short. Sources: Microsoft "Multiple channel audio data and WAVE files"; Apple "Audio
Interchange File Format AIFF-C".
"""

import math
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.errors import N_, KioskError

_PCM, _EXTENSIBLE = 1, 0xFFFE
_RATES = range(8_000, 192_001)
_MOST_CHANNELS = 2


class WavError(KioskError):
    """Not a sound file that can be used; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Wav:
    """Signed 16-bit samples in the machine's byte order, the channels of each moment side by side.

    `complete` is False where the file ends before its header says: it was cut, or written into a pipe.
    """

    samples: bytes
    channels: int
    rate: int
    complete: bool = True


def read_wav(data: bytes) -> Wav:
    """A WAV or AIFF file's content. Raises `WavError` for all but 16 bits PCM, mono or stereo, 8 to 192 kHz."""
    match data[:4], data[8:12]:
        case b"RIFF", b"WAVE":
            return _checked(*_wave(dict(_chunks(data, "<"))))
        case b"FORM", b"AIFF" | b"AIFC":
            return _checked(*_aiff(dict(_chunks(data, ">"))))
        case _:
            raise WavError(
                N_("WAVファイルではありません。録音ソフトで、WAV（16ビット）として保存してください。")
            )


@dataclass(frozen=True, slots=True)
class _Form:
    pcm: bool
    channels: int
    rate: int
    bits: int
    byte_order: str


_Body = tuple[bytes, int]
"""The bytes that are there, and how many the header says."""


def _chunks(data: bytes, order: str) -> Iterator[tuple[bytes, _Body]]:
    at = 12
    while at + 8 <= len(data):
        name, size = struct.unpack_from(f"{order}4sI", data, at)
        yield name, (data[at + 8 : at + 8 + size], size)
        at += 8 + size + size % 2


def _wave(chunks: dict[bytes, _Body]) -> tuple[_Form, _Body]:
    try:
        form, _ = chunks[b"fmt "]
        kind, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", form)
        if kind == _EXTENSIBLE:
            (kind,) = struct.unpack_from("<H", form, 24)
        return _Form(kind == _PCM, channels, rate, bits, "little"), chunks[b"data"]
    except (KeyError, struct.error) as error:
        raise WavError(_BROKEN) from error


def _aiff(chunks: dict[bytes, _Body]) -> tuple[_Form, _Body]:
    try:
        form, _ = chunks[b"COMM"]
        channels, _, bits, exponent, mantissa = struct.unpack_from(">hIhHQ", form)
        rate = round(math.ldexp(mantissa, exponent - 16_383 - 63))
        packing = form[18:22] or b"NONE"
        body, size = chunks[b"SSND"]
        order = "little" if packing == b"sowt" else "big"
        return _Form(packing in {b"NONE", b"twos", b"sowt"}, channels, rate, bits, order), (
            body[8:],
            size - 8,
        )
    except (KeyError, struct.error, OverflowError) as error:
        raise WavError(_BROKEN) from error


def _checked(form: _Form, body: _Body) -> Wav:
    data, size = body
    if not form.pcm or form.bits != 16:
        raise WavError(
            N_("16ビットのPCMではありません。録音ソフトで、WAV（16ビット）として保存しなおしてください。")
        )
    if not 1 <= form.channels <= _MOST_CHANNELS or form.rate not in _RATES:
        raise WavError(
            N_(
                "{channels}チャンネル、{rate} Hzは使えません。モノラルかステレオ、8000～192000 Hzにしてください。"
            ),
            channels=form.channels,
            rate=form.rate,
        )
    samples = data[: len(data) // (2 * form.channels) * 2 * form.channels]
    if not any(samples):
        raise WavError(N_("音が入っていません。録音しなおしてください。"))
    if form.byte_order != sys.byteorder:
        samples = _swapped(samples)
    return Wav(samples, form.channels, form.rate, len(data) >= size)


def _swapped(samples: bytes) -> bytes:
    swapped = bytearray(samples)
    swapped[::2], swapped[1::2] = samples[1::2], samples[::2]
    return bytes(swapped)


_BROKEN = N_("WAVファイルが壊れています。録音ソフトで保存しなおしてください。")
