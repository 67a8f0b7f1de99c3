"""A program outside that speaks, such as Piper: one line in the settings."""

import hashlib
import logging
import os
import re
import shlex
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from kiosk.errors import N_, NoVoiceError
from kiosk.lessons.wav import WavError, read_wav
from kiosk.settings import VoiceCommand
from kiosk.speech.convert import RATE, sound_of
from kiosk.speech.sound import Sound
from kiosk.speech.voice import SpeechError
from kiosk.text.ruby import RubyText, plain

TIME_LIMIT_S = 10.0
"""Below the speaker's patience of 15 s: the next voice must still get its turn."""

REST_S = 300.0
"""A program that hung is left alone for so long, so that not every sentence waits for it."""

_MOST_BYTES = 32 * 1024 * 1024
_UNSAYABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
"""Line ends too: Piper would make one file for each line."""


class External:
    """Runs the program once for each text, without a shell. Raises `NoVoiceError` if it is not there."""

    whole_lines = False

    def __init__(
        self,
        name: str,
        settings: VoiceCommand,
        time_limit_s: float = TIME_LIMIT_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self._arguments = shlex.split(settings.command)
        self._kana = settings.kana
        self._knows_speed = "{speed}" in settings.command
        self._time_limit_s, self._clock = time_limit_s, clock
        self._rests_until = 0.0
        self._told = False
        program = shutil.which(self._arguments[0])
        if program is None:
            raise NoVoiceError(
                N_("声「{name}」のプログラム {program} が見つかりません。入れるか、設定を直してください。"),
                name=name,
                program=self._arguments[0],
            )
        self._program = program
        self.version = _version([program, *self._arguments[1:]])

    def can_say(self, line: RubyText) -> bool:
        return self._clock() >= self._rests_until

    def speak(self, text: RubyText, speed: float) -> Sound:
        said = "".join(segment.heard or segment.base for segment in text) if self._kana else plain(text)
        said = _UNSAYABLE.sub(" ", said).strip()
        if not any(character.isalnum() for character in said):
            return Sound(b"", RATE)
        began = self._clock()
        try:
            wav = read_wav(self._wav(said, speed))
            sound = sound_of(wav, 1.0 if self._knows_speed else speed)
        except (OSError, WavError, _ProgramError) as error:
            self._tell(error)
            if self._clock() - began >= self._time_limit_s:
                self._rests_until = self._clock() + REST_S
            raise SpeechError(N_("この文を音声にできませんでした。画面の文字を読んでください。")) from error
        self._told = False
        return sound

    def _tell(self, error: Exception) -> None:
        """Once in the log until it works again, and without the text."""
        if not self._told:
            logging.getLogger(__name__).warning("voice %s failed: %s", self.name, error)
        self._told = True

    def _wav(self, text: str, speed: float) -> bytes:
        with tempfile.TemporaryDirectory(prefix="kiosk-speech-") as folder:
            wav, typed = Path(folder, "spoken.wav"), Path(folder, "text.txt")
            typed.write_text(text + "\n", encoding="utf-8")
            # A text that begins with a hyphen would be taken for an option.
            words = {"{wav}": str(wav), "{speed}": f"{speed:.2f}", "{text}": text.lstrip("- ")}
            command = [self._program, *(_filled(one, words) for one in self._arguments[1:])]
            out = self._output(command, typed)
            if not any("{wav}" in one for one in self._arguments):
                return out
            if wav.stat().st_size > _MOST_BYTES:
                raise _ProgramError("too much sound")
            return wav.read_bytes()

    def _output(self, command: Sequence[str], typed: Path) -> bytes:
        with typed.open("rb") as text, _started(command, text.fileno()) as process:
            late = threading.Timer(self._time_limit_s, _kill, [process])
            late.start()
            try:
                assert process.stdout
                out = process.stdout.read(_MOST_BYTES + 1)
                if len(out) > _MOST_BYTES:
                    raise _ProgramError("too much sound")
                if code := process.wait():
                    raise _ProgramError(f"exit code {code}")
                return out
            finally:
                late.cancel()
                _kill(process)


class _ProgramError(Exception):
    """What is told in the log."""


def _started(command: Sequence[str], stdin: int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command,
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """With everything it started, which would keep its output open. Only before somebody has waited for it."""
    if process.returncode is not None:
        return
    with suppress(ProcessLookupError, PermissionError):  # it has ended by itself just now
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _filled(argument: str, words: dict[str, str]) -> str:
    for placeholder, word in words.items():
        argument = argument.replace(placeholder, word)
    return argument


def _version(arguments: Sequence[str]) -> str:
    """Changes with the command line, and with every file that it names: the program, the model."""
    states = []
    for argument in arguments:
        file = Path(argument)
        if file.is_file():
            states.append((file.stat().st_size, file.stat().st_mtime_ns))
    return f"{hashlib.sha256(repr((arguments, states)).encode()).hexdigest()[:16]}-1"
