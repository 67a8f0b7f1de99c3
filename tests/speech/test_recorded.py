import logging
from pathlib import Path

import pytest

from kiosk.lessons.recordings import fingerprint
from kiosk.speech.convert import RATE
from kiosk.speech.recorded import Recorded
from kiosk.speech.voice import SpeechError
from kiosk.text.ruby import RubyText, parse_ruby
from tests.wavs import tone, wav_bytes

LINE = parse_ruby("{方|かた}を{押|お}します。")
OTHER_READING = parse_ruby("{方|ほう}を{押|お}します。")


def recorded(folder: Path, data: bytes, line: RubyText = LINE) -> Recorded:
    file = folder / "line.wav"
    file.write_bytes(data)
    return Recorded({fingerprint(line): file})


def test_a_recording_is_heard_while_text_and_reading_fit(tmp_path: Path) -> None:
    voice = recorded(tmp_path, wav_bytes(tone(0.5, 44_100), 44_100))
    sound = voice.speak(LINE, 1.0)
    assert (sound.rate, voice.can_say(LINE), voice.can_say(OTHER_READING)) == (RATE, True, False)
    assert sound.seconds == pytest.approx(0.5, abs=0.01)


def test_a_recording_follows_the_resident_s_pace(tmp_path: Path) -> None:
    voice = recorded(tmp_path, wav_bytes(tone(1.0)))
    assert voice.speak(LINE, 0.8).seconds == pytest.approx(1.25, abs=0.03)


def test_a_broken_recording_is_set_aside_and_told_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    voice = recorded(tmp_path, wav_bytes()[:1000])
    with caplog.at_level(logging.WARNING), pytest.raises(SpeechError, match="途中で切れて"):
        voice.speak(LINE, 1.0)
    assert not voice.can_say(LINE)
    assert [record.message.count("line.wav") for record in caplog.records] == [1]


def test_the_version_changes_with_the_file(tmp_path: Path) -> None:
    before = recorded(tmp_path, wav_bytes(tone(0.5))).version
    assert recorded(tmp_path, wav_bytes(tone(0.6))).version != before
    assert Recorded({"00000000": tmp_path / "gone.wav"}).version != before
