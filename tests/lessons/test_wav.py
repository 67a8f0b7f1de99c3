import io
import wave
from array import array

import pytest

from kiosk.lessons.wav import Wav, WavError, read_wav
from tests.wavs import aiff_bytes, extensible, wav_bytes

VALUES = [0, 1, -2, 300, -30_000, 32_767]
SAMPLES = array("h", VALUES).tobytes()


def test_what_is_written_is_read() -> None:
    assert read_wav(wav_bytes(VALUES, 16_000)) == Wav(SAMPLES, 1, 16_000)
    assert read_wav(wav_bytes(VALUES, 44_100, channels=2)) == Wav(SAMPLES, 2, 44_100)


def test_the_long_header_of_some_recorders() -> None:
    assert read_wav(extensible(wav_bytes(VALUES, 44_100))) == Wav(SAMPLES, 1, 44_100)


@pytest.mark.parametrize("packing", [b"", b"NONE", b"sowt"])
@pytest.mark.parametrize("rate", [22_050, 44_100])
def test_the_files_of_macos(packing: bytes, rate: int) -> None:
    assert read_wav(aiff_bytes(VALUES, rate, packing)) == Wav(SAMPLES, 1, rate)


def test_other_chunks_are_passed_over() -> None:
    wav = wav_bytes(VALUES)
    assert read_wav(wav[:12] + b"LIST\x03\0\0\0abc\0" + wav[12:]).samples == SAMPLES


@pytest.mark.parametrize("missing", [1, 2, 5])
def test_a_file_that_was_cut_is_known(missing: int) -> None:
    wav = read_wav(wav_bytes(VALUES)[:-missing])
    assert not wav.complete
    assert wav.samples == SAMPLES[: len(wav.samples)]


def eight_bits() -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setparams((1, 1, 44_100, 0, "NONE", ""))
        writer.writeframes(b"\1\2\3")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "part_of_sentence"),
    [
        (b"", "WAVファイルではありません"),
        (b"ID3\x04 an mp3 file", "WAVファイルではありません"),
        (wav_bytes(VALUES)[:20], "壊れて"),
        (aiff_bytes(VALUES)[:30], "壊れて"),
        (eight_bits(), "16ビット"),
        (aiff_bytes(VALUES, packing=b"ulaw"), "16ビット"),
        (wav_bytes([0] * 100), "音が入って"),
        (wav_bytes(VALUES, channels=3), "3チャンネル"),
        (wav_bytes(VALUES, rate=4_000), "4000 Hz"),
    ],
)
def test_a_file_that_cannot_be_used_is_explained(data: bytes, part_of_sentence: str) -> None:
    with pytest.raises(WavError, match=part_of_sentence):
        read_wav(data)
