"""Turning text in one language into sound."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.errors import N_, KioskError, NoVoiceError
from kiosk.speech.sound import Sound
from kiosk.text.ruby import RubyText


class SpeechError(KioskError):
    """A text could not be turned into sound, or could not be heard."""


class Voice(Protocol):
    """A voice for one language."""

    @property
    def name(self) -> str:
        """What speaks, for staff."""

    @property
    def version(self) -> str:
        """Changes whenever the same text might sound different: sounds are cached under it."""

    @property
    def whole_lines(self) -> bool:
        """Whether it can only say a line as a whole, as a recording does; else it gets one chunk after the other."""

    def can_say(self, line: RubyText) -> bool:
        """Whether it has this line at all. What makes its own sound from any text always has."""

    def speak(self, text: RubyText, speed: float) -> Sound:
        """The text as sound, empty if there is nothing to say. Speed 1.0 is our unhurried normal pace.

        The sound's marks count characters of the plain text. Raises `SpeechError`.
        """


@dataclass(frozen=True, slots=True)
class Ranking:
    """The voices of one language here, best first."""

    voices: Sequence[Voice]

    def choose(self, line: RubyText) -> Voice:
        """The best voice that has this line. The last of a ranking has every line."""
        return next((voice for voice in self.voices if voice.can_say(line)), self.voices[-1])


def is_japanese(language: str) -> bool:
    """Whether a language tag (`ja`, `ja@easy`, `ja_JP`) means some sort of Japanese."""
    return subtags(language)[0] in {"ja", "jpn"}


def subtags(language: str) -> tuple[str, ...]:
    """`pt_BR` as `("pt", "br")`; a modifier such as `@easy` counts too."""
    return tuple(language.lower().replace("_", "-").replace("@", "-").split("-"))


def ranking_for(language: str) -> Ranking:
    """The voices for a language. Raises `NoVoiceError` where this terminal has none.

    Japanese is spoken by Open JTalk or not at all: eSpeak says "Chinese letter" for every kanji.
    """
    if is_japanese(language):
        return Ranking((_open_jtalk(language),))
    return Ranking((_espeak(language),))


def _open_jtalk(language: str) -> Voice:
    try:
        from kiosk.speech.openjtalk import OpenJTalk

        return OpenJTalk()
    except ImportError as error:
        raise NoVoiceError(
            N_(
                "日本語（{language}）の声がありません。pyopenjtalk-plusが入っているか、係の人が確かめてください。"
            ),
            language=language,
        ) from error


def _espeak(language: str) -> Voice:
    try:
        from kiosk.speech.espeak import Espeak, voice_for

        return Espeak(voice_for(subtags(language)))
    except (ImportError, OSError, RuntimeError, LookupError) as error:
        # pyttsx3 raises RuntimeError where the eSpeak library is missing.
        raise NoVoiceError(
            N_(
                "この端末には「{language}」の声がありません。声が要るときは、eSpeak NGとその声を入れてください。"
            ),
            language=language,
        ) from error
