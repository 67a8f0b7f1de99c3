"""The system's own voices, through pyttsx3: eSpeak NG on Linux, SAPI on Windows, NSSpeech on macOS.

Only eSpeak NG has been tried. For the others this follows the sources of pyttsx3 2.99: SAPI renders before
`runAndWait` returns and gives no notice, NSSpeech gives notice and writes AIFF.
"""

import contextlib
import io
import locale
import queue
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

import pyttsx3
from pyttsx3.voice import Voice

from kiosk.errors import N_
from kiosk.lessons.wav import WavError, read_wav
from kiosk.speech.convert import RATE, sound_of
from kiosk.speech.sound import Sound
from kiosk.speech.voice import SpeechError
from kiosk.text.ruby import RubyText, plain

WORDS_PER_MINUTE = 150
"""At speed 1.0; eSpeak's own default is 175, plain-language audio for learners is nearer to 150."""

_DRIVERS = {"win32": ("sapi5", "Windows"), "darwin": ("nsss", "macOS")}
_PREFERRED = {
    "en": ("en-us",),
    "es": ("es-419", "es-mx"),
    "fr": ("fr-fr",),
    "pt": ("pt-br",),
    "pt-pt": ("pt",),
    "zh": ("zh-cn", "cmn"),
    "zh-hant": ("zh-tw",),
}
"""Voices as most residents of Japan speak these languages, where the tag names no country."""

_RATE_LIMITS = (80, 450)
_ATTEMPTS = 5
_FINISH_S = 2.0
_SILENT_DRIVER = "sapi5"
_KANA = re.compile(r"[ぁ-ゖァ-ヺゝゞヽヾ]+ー*")
_HAN = re.compile(r"[㐀-鿿々]+")
_READS_HAN = ("zh", "cmn", "yue", "hak")
_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]+)*")
_LCID = re.compile(r"(?=.*[0-9])[0-9a-f]{3,4}")
_TAG_IN_ID = re.compile(r"(?:^|[._])([a-zA-Z]{2,3})[-_]([A-Z]{2})(?=[._]|$)")


def system_voice(subtags: tuple[str, ...]) -> "SystemVoice":
    """The voice for a language tag's parts. Raises LookupError where this system has none.

    Raises ImportError where the system has no voices at all.
    """
    driver, maker = _DRIVERS.get(sys.platform, ("espeak", "eSpeak NG"))
    try:
        engine = pyttsx3.init(driver)
        voices = cast(list[Voice], engine.getProperty("voices"))
    except Exception as error:  # each driver raises its system's own kinds, such as COMError
        raise ImportError(f"no voices from {driver}") from error
    return SystemVoice(driver, maker, matching(voices, subtags))


def matching(voices: Sequence[Voice], subtags: tuple[str, ...]) -> Voice:
    """The voice that fits a language best. Raises LookupError if none speaks it."""
    by_tag: dict[str, Voice] = {}
    for voice in voices:
        for tag in _tags(voice):
            by_tag.setdefault(tag, voice)
    tags = ["-".join(subtags[:length]) for length in range(len(subtags), 0, -1)]
    wanted = [*tags[:-1], *(preferred for tag in tags for preferred in _PREFERRED.get(tag, ())), tags[-1]]
    wanted += [tag for tag in sorted(by_tag) if tag.startswith(f"{tags[-1]}-")]
    for tag in wanted:
        if tag in by_tag:
            return by_tag[tag]
    raise LookupError(tags[0])


def _tags(voice: Voice) -> Iterator[str]:
    """Language tags as `en-us`. Drivers give them as text, as bytes behind a number, as Windows' numbers, or not
    at all; then the voice's id may hold one (`TTS_MS_EN-US_DAVID_11.0`, `com.apple.voice.en-US.Samantha`)."""
    given = [_tag(language) for language in voice.languages]
    in_id = [f"{language}-{country}".lower() for language, country in _TAG_IN_ID.findall(str(voice.id))]
    yield from filter(None, given) if any(given) else in_id


def _tag(language: object) -> str | None:
    if isinstance(language, bytes):
        language = language.lstrip(bytes(range(32))).decode("utf-8", errors="ignore")
    text = str(language).strip().lower()
    if isinstance(language, int) or _LCID.fullmatch(text):
        number = language if isinstance(language, int) else int(text, 16)
        text = locale.windows_locale.get(number, "")
    tag = text.lower().replace("_", "-")
    return tag if _TAG.fullmatch(tag) else None


class SystemVoice:
    """Speaks one language. Several may live in one process, but only one may speak at a time."""

    whole_lines = False

    def __init__(self, driver: str, maker: str, voice: Voice) -> None:
        self.name = f"{maker} ({voice.name})"
        self.version = f"{voice.id}-2"
        self._voice = voice
        self._reads_han = any(tag.startswith(_READS_HAN) for tag in _tags(voice))
        self._gives_notice = driver != _SILENT_DRIVER
        self._engine = pyttsx3.init(driver)

    def can_say(self, line: RubyText) -> bool:
        return True

    def speak(self, text: RubyText, speed: float) -> Sound:
        said = self._readable(plain(text))
        if not any(character.isalnum() for character in said):
            return Sound(b"", RATE)
        with tempfile.TemporaryDirectory(prefix="kiosk-speech-") as folder:
            data = self._rendered(said, speed, Path(folder)).read_bytes()
        try:
            return sound_of(read_wav(data))
        except WavError as error:
            raise _failure() from error

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
            raise _failure()
        return max(whole, key=lambda file: file.stat().st_size)

    def _readable(self, text: str) -> str:
        """The text without Japanese words, such as the names of buttons: eSpeak would spell them out."""
        text = _KANA.sub(" ", text)
        return text if self._reads_han else _HAN.sub(" ", text)

    def _save(self, text: str, file: Path, speed: float) -> bool:
        """Render into a file; whether the engine came to its end undisturbed.

        The library loses a set rate on later calls, so everything is set each time. It may return before
        the file is written, so its notice is awaited, where it gives one. And it sometimes cancels its own
        work, mostly when that is done but about once in a hundred texts before: then a second notice
        stands beside the one of success, and the file may be cut short.
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
                return not self._gives_notice or (outcomes.get(timeout=_FINISH_S) and outcomes.empty())
        except queue.Empty:
            return False
        finally:
            self._engine.disconnect(finished)
            self._engine.disconnect(failed)


def is_whole(file: Path) -> bool:
    """Whether a WAV or AIFF file is as long as its own header says."""
    try:
        return read_wav(file.read_bytes()).complete
    except (OSError, WavError):
        return False


def _failure() -> SpeechError:
    return SpeechError(N_("この文を音声にできませんでした。画面の文字を読んでください。"))
