from pathlib import Path

import pytest

from kiosk.lessons.recordings import fingerprint, lines, named_fingerprint, read_recording, recordings
from kiosk.lessons.wav import WavError
from kiosk.text.ruby import parse_ruby, plain
from tests.wavs import wav_bytes


def mark(text: str) -> str:
    return fingerprint(parse_ruby(text))


def place(root: Path, name: str, data: bytes = b"", lesson: str = "camera", language: str = "ja") -> Path:
    folder = root / lesson / "recordings" / language
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    return folder / name


@pytest.mark.parametrize("other", ["{方|ほう}を押す", "{方|かた}を押します", "方を押す"])
def test_another_text_or_reading_is_another_line(other: str) -> None:
    assert mark("{方|かた}を押す") != mark(other)


def test_where_the_furigana_sits_does_not_matter() -> None:
    assert mark("{市役所|しやくしょ}") == mark("{市|し}{役所|やくしょ}") == mark(" {市役所||しやくしょ}\n")


def test_fingerprints_stay_as_they_are() -> None:
    """Staff have files named by them: a change here would silence every recording."""
    assert mark("カメラを{開|ひら}きます。") == "72792d00"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("3f2a91c0.wav", "3f2a91c0"),
        ("3F2A91C0 カメラを押す.WAV", "3f2a91c0"),
        ("3f2a91c0_2.wav", "3f2a91c0"),
        ("3f2a91c0。.wav", "3f2a91c0"),
        ("3f2a91c0a.wav", None),
        ("3f2a91c.wav", None),
        ("3f2a91c0.mp3", None),
        ("カメラ.wav", None),
    ],
)
def test_a_name_begins_with_the_fingerprint(name: str, found: str | None) -> None:
    assert named_fingerprint(Path(name)) == found


def test_recordings_are_found_in_every_lesson_of_the_language(tmp_path: Path) -> None:
    one = place(tmp_path, "00000001 a.wav")
    two = place(tmp_path, "00000002 b.wav", lesson="map")
    place(tmp_path, "00000003 c.wav", language="en")
    place(tmp_path, ".00000004.wav")
    assert recordings(tmp_path, "ja") == {"00000001": one, "00000002": two}
    assert recordings(tmp_path, "*") == recordings(tmp_path / "nowhere", "ja") == {}


def test_a_text_is_spoken_line_by_line() -> None:
    text = parse_ruby("{一|いち}。\nに\n…\n\n{三|さん}")
    assert [plain(line) for line in lines(text)] == ["一。", "に", "三"]
    assert [fingerprint(line) for line in lines(text)] == [
        mark(one) for one in ("{一|いち}。", "に", "{三|さん}")
    ]


@pytest.mark.parametrize(("data", "sentence"), [(wav_bytes()[:-40], "途中で"), (b"", "WAVファイルでは")])
def test_a_broken_recording_is_explained(tmp_path: Path, data: bytes, sentence: str) -> None:
    with pytest.raises(WavError, match=sentence):
        read_recording(place(tmp_path, "00000001.wav", data))


def test_a_recording_that_went_away_is_explained(tmp_path: Path) -> None:
    with pytest.raises(WavError):
        read_recording(tmp_path / "00000001.wav")
