import wave
from array import array

import pytest

from kiosk.errors import NoVoiceError, OutputError, SettingsError
from kiosk.speech.offline import speech_wav, voice_name
from kiosk.speech.sound import Sound
from kiosk.speech.utterance import LEAD_IN_MS
from kiosk.speech.voice import Ranking, SpeechError
from kiosk.text.ruby import parse_ruby

TEXT = parse_ruby("{西海|さいかい}{市|し}の{大島町|おおしまちょう}です。カメラを{開|ひら}きます。")


def read(path) -> tuple[array, int]:
    with wave.open(str(path)) as reader:
        assert (reader.getnchannels(), reader.getsampwidth()) == (1, 2)
        return array("h", reader.readframes(reader.getnframes())), reader.getframerate()


def test_writes_all_chunks_with_silence_before_the_first(tmp_path):
    speech_wav(TEXT, "ja", 1.0, tmp_path / "out.wav")
    values, rate = read(tmp_path / "out.wav")
    assert 3.5 < len(values) / rate < 6.5
    assert 3_000 < max(map(abs, values)) < 32_000
    assert not any(values[: rate * LEAD_IN_MS // 1000])
    assert [file.name for file in tmp_path.iterdir()] == ["out.wav"]


def test_a_language_without_a_voice_writes_nothing(tmp_path):
    with pytest.raises(NoVoiceError) as caught:
        speech_wav(TEXT, "tlh", 1.0, tmp_path / "out.wav")
    assert caught.value.exit_code == 3
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["no/such/folder.wav", "."])
def test_a_file_that_cannot_be_written_is_an_output_error(tmp_path, name):
    with pytest.raises(OutputError):
        speech_wav(TEXT, "ja", 1.0, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_nothing_to_say_is_explained(tmp_path):
    with pytest.raises(SettingsError):
        speech_wav(parse_ruby("。。"), "ja", 1.0, tmp_path / "out.wav")


class FailsLater:
    name = "fails at the second chunk"
    version = "1"
    whole_lines = False

    def __init__(self) -> None:
        self.calls = 0

    def can_say(self, line) -> bool:
        return True

    def speak(self, text, speed) -> Sound:
        self.calls += 1
        if self.calls > 1:
            raise SpeechError("声が出ません。")
        return Sound(array("h", [900] * 80).tobytes(), 8000)


def test_a_failure_half_way_leaves_the_old_file_alone(tmp_path):
    out = tmp_path / "out.wav"
    out.write_bytes(b"old")
    with pytest.raises(SpeechError):
        speech_wav(TEXT, "ja", 1.0, out, Ranking((FailsLater(),)))
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("out.wav", b"old")]


def test_names_of_voices():
    assert "Open JTalk" in (voice_name("ja@easy") or "")
    assert voice_name("tlh") is None
