"""Programs outside, played by small Python programs that write what they are told."""

import logging
import shlex
import sys
from pathlib import Path

import pytest

from kiosk.errors import NoVoiceError
from kiosk.settings import VoiceCommand
from kiosk.speech.convert import RATE
from kiosk.speech.external import REST_S, External
from kiosk.speech.voice import SpeechError
from kiosk.text.ruby import parse_ruby
from tests.wavs import tone, wav_bytes

TEXT = parse_ruby("Press {押|お}す.")


class Clock:
    now = 0.0

    def __call__(self) -> float:
        self.now += 1.0
        return self.now


@pytest.fixture
def wav(tmp_path: Path) -> Path:
    path = tmp_path / "spoken.wav"
    path.write_bytes(wav_bytes(tone(0.5, 22_050), 22_050))
    return path


def command(code: str, *arguments: str) -> str:
    return shlex.join([sys.executable, "-c", code, *arguments])


def voice(code: str, *arguments: str, kana: bool = False, limit: float = 10.0) -> External:
    return External("robot", VoiceCommand(command(code, *arguments), ("en",), kana), limit, Clock())


def test_sound_from_standard_output(wav: Path) -> None:
    robot = voice("import sys; sys.stdout.buffer.write(open(sys.argv[1], 'rb').read())", str(wav))
    sound = robot.speak(TEXT, 1.0)
    assert (sound.rate, robot.whole_lines, robot.can_say(TEXT)) == (RATE, False, True)
    assert sound.seconds == pytest.approx(0.5, abs=0.01)


def test_sound_in_a_file(wav: Path) -> None:
    robot = voice("import shutil, sys; shutil.copy(*sys.argv[1:])", str(wav), "{wav}")
    assert robot.speak(TEXT, 1.0).seconds == pytest.approx(0.5, abs=0.01)


KEEP_INPUT = (
    "import shutil, sys; open(sys.argv[3], 'wb').write(sys.stdin.buffer.read()); shutil.copy(*sys.argv[1:3])"
)
KEEP_ARGUMENTS = (
    "import shutil, sys; open(sys.argv[3], 'w').write('|'.join(sys.argv[4:])); shutil.copy(*sys.argv[1:3])"
)


@pytest.mark.parametrize(
    ("text", "kana", "heard"),
    [
        ("Press {押|お}す.", False, "Press 押す."),
        ("{押|お}す{QR||キューアール}。", True, "おすキューアール。"),
        ("one\ntwo\0\x1b[2J", False, "one two [2J"),
        ("जाँच् \u200dक", False, "जाँच् \u200dक"),
        ("{wav} {speed} $(id) ; 'x", False, "{wav} {speed} $(id) ; 'x"),
    ],
)
def test_the_text_comes_on_standard_input(
    wav: Path, tmp_path: Path, text: str, kana: bool, heard: str
) -> None:
    told = tmp_path / "told"
    voice(KEEP_INPUT, str(wav), "{wav}", str(told), kana=kana).speak(parse_ruby(text), 1.0)
    assert told.read_text(encoding="utf-8") == heard + "\n"


@pytest.mark.parametrize(
    ("text", "heard"),
    [("a  b {wav} $(id) {speed} 'x", "a  b {wav} $(id) {speed} 'x|1.50"), ("--help me", "help me|1.50")],
)
def test_the_text_and_the_speed_as_arguments(wav: Path, tmp_path: Path, text: str, heard: str) -> None:
    told = tmp_path / "told"
    robot = voice(KEEP_ARGUMENTS, str(wav), "{wav}", str(told), "{text}", "{speed}")
    robot.speak(parse_ruby(text), 1.5)
    assert told.read_text(encoding="utf-8") == heard


def test_a_program_that_knows_no_speed_is_helped(wav: Path) -> None:
    copy = "import shutil, sys; shutil.copy(*sys.argv[1:3])"
    helped, knows = voice(copy, str(wav), "{wav}"), voice(copy, str(wav), "{wav}", "{speed}")
    assert helped.speak(TEXT, 0.8).seconds == pytest.approx(0.625, abs=0.03)
    assert knows.speak(TEXT, 0.8).seconds == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("text", ["", "。", "😀 …", "\n\0"])
def test_nothing_to_say_starts_nothing(text: str) -> None:
    assert voice("raise SystemExit(1)").speak(parse_ruby(text), 1.0).samples == b""


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("raise SystemExit(3)", "exit code 3"),
        ("pass", "WAV"),
        ("print('no sound')", "WAV"),
        ("import os; os.close(1); os.kill(os.getpid(), 9)", "exit code -9"),
        ("import sys; sys.stdout.buffer.write(bytes(40_000_000))", "too much sound"),
    ],
)
def test_a_program_that_fails_is_told_once_and_without_the_text(
    caplog: pytest.LogCaptureFixture, code: str, told: str
) -> None:
    robot = voice(code)
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            with pytest.raises(SpeechError):
                robot.speak(TEXT, 1.0)
    (record,) = caplog.records
    assert "robot" in record.message and told in record.message
    assert "Press" not in caplog.text
    assert robot.can_say(TEXT)


def test_no_file_is_a_failure() -> None:
    with pytest.raises(SpeechError):
        voice("pass", "{wav}").speak(TEXT, 1.0)


HANG = "import time; time.sleep(60)"
LEAVE_A_CHILD = (
    "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])"
)


@pytest.mark.parametrize("code", [HANG, LEAVE_A_CHILD])
def test_a_program_that_hangs_is_ended_and_left_alone_for_a_while(code: str) -> None:
    clock = Clock()
    robot = External("robot", VoiceCommand(command(code), ("en",)), 0.3, clock)
    with pytest.raises(SpeechError):
        robot.speak(TEXT, 1.0)
    assert not robot.can_say(TEXT)
    clock.now += REST_S
    assert robot.can_say(TEXT)


def test_a_program_that_is_missing_is_no_voice() -> None:
    with pytest.raises(NoVoiceError, match="no-such-program"):
        External("robot", VoiceCommand("no-such-program --model x", ("en",)))


def test_the_version_changes_with_the_command_and_its_files(tmp_path: Path) -> None:
    model = tmp_path / "model"
    model.write_bytes(b"1")
    first, other = voice("pass", str(model)).version, voice("pass ", str(model)).version
    model.write_bytes(b"22")
    assert len({first, other, voice("pass", str(model)).version}) == 3
