"""Voices for the other languages: eSpeak NG, driven through pyttsx3."""

import contextlib
import io
import queue
import re
import tempfile
import wave
from pathlib import Path
from typing import cast

import pyttsx3
from pyttsx3.voice import Voice

from kiosk.errors import N_
from kiosk.speech.sound import Sound
from kiosk.speech.voice import SpeechError
from kiosk.text.ruby import RubyText, plain

WORDS_PER_MINUTE = 150
"""At speed 1.0; eSpeak's own default is 175, plain-language audio for learners is nearer to 150."""

_PREFERRED = {"en": "en-us", "es": "es-419", "fr": "fr-fr", "pt": "pt-br", "zh": "cmn"}
"""Voices as most residents of Japan speak these languages, where the tag names no country."""

_RATE_LIMITS = (80, 450)
_ATTEMPTS = 5
_FINISH_S = 2.0
_RIFF_HEADER = 8
_KANA = re.compile(r"[ぁ-ゖァ-ヺゝゞヽヾ]+ー*")
_HAN = re.compile(r"[㐀-鿿々]+")


def voice_for(subtags: tuple[str, ...]) -> Voice:
    """The voice for a language tag's parts. Raises LookupError where eSpeak has none."""
    voices: dict[str, Voice] = {}
    for voice in cast(list[Voice], pyttsx3.init("espeak").getProperty("voices")):
        for tag in voice.languages:
            voices.setdefault(tag.lower(), voice)
    first = subtags[0]
    for tag in ("-".join(subtags), "-".join(subtags[:2]), _PREFERRED.get(first, first), first):
        if tag in voices:
            return voices[tag]
    raise LookupError(first)


class Espeak:
    """Speaks one language. Several may live in one process, but only one may speak at a time."""

    def __init__(self, voice: Voice) -> None:
        self.name = f"eSpeak NG ({voice.name})"
        self.version = f"{voice.id}-1"
        self._voice = voice
        self._reads_han = voice.languages[0].startswith(("cmn", "yue", "hak"))
        self._engine = pyttsx3.init("espeak")

    whole_lines = False

    def can_say(self, line: RubyText) -> bool:
        return True

    def speak(self, text: RubyText, speed: float) -> Sound:
        said = self._readable(plain(text))
        if not any(character.isalnum() for character in said):
            return Sound(b"", 22_050)
        with tempfile.TemporaryDirectory(prefix="kiosk-speech-") as folder:
            return _read(self._rendered(said, speed, Path(folder)))

    def _rendered(self, text: str, speed: float, folder: Path) -> Path:
        """A file of the whole text: the first undisturbed one, or the longest of those there are."""
        whole: list[Path] = []
        for attempt in range(_ATTEMPTS):
            file = folder / f"{attempt}.wav"
            undisturbed = self._save(text, file, speed)
            if is_whole(file):
                whole.append(file)
                if undisturbed:
                    return file
        if not whole:
            raise SpeechError(N_("この文を音声にできませんでした。画面の文字を読んでください。"))
        return max(whole, key=lambda file: file.stat().st_size)

    def _readable(self, text: str) -> str:
        """The text without Japanese words, such as the names of buttons: eSpeak would spell them out."""
        text = _KANA.sub(" ", text)
        return text if self._reads_han else _HAN.sub(" ", text)

    def _save(self, text: str, file: Path, speed: float) -> bool:
        """Render into a file; whether the engine came to its end undisturbed.

        The library loses a set rate on later calls, so everything is set each time. It may return before
        the file is written, so its notice is awaited. And it sometimes cancels its own work, mostly when
        that is done but about once in a hundred texts before: then a second notice stands beside the one
        of success, and the file may be cut short.
        """
        outcomes: queue.SimpleQueue[bool] = queue.SimpleQueue()
        finished = self._engine.connect(
            "finished-utterance", lambda **about: outcomes.put(about["completed"])
        )
        failed = self._engine.connect("error", lambda **_about: outcomes.put(False))
        slowest, fastest = _RATE_LIMITS
        try:
            with contextlib.redirect_stdout(io.StringIO()):  # it prints the file's name
                self._engine.setProperty("voice", self._voice.id)
                self._engine.setProperty("rate", min(max(round(WORDS_PER_MINUTE * speed), slowest), fastest))
                self._engine.save_to_file(text, str(file))
                self._engine.runAndWait()
                completed = outcomes.get(timeout=_FINISH_S)
                return completed and outcomes.empty()
        except queue.Empty:
            return False
        finally:
            self._engine.disconnect(finished)
            self._engine.disconnect(failed)


def is_whole(file: Path) -> bool:
    """Whether a WAV file is as long as its own header says."""
    if not file.exists():
        return False
    with file.open("rb") as stream:
        header = stream.read(_RIFF_HEADER)
    length = int.from_bytes(header[4:], "little")
    return header[:4] == b"RIFF" and file.stat().st_size == length + _RIFF_HEADER


def _read(file: Path) -> Sound:
    with wave.open(str(file), "rb") as reader:
        return Sound(reader.readframes(reader.getnframes()), reader.getframerate())
