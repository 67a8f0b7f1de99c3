"""Turning text in one language into sound."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.errors import N_, KioskError
from kiosk.paths import SHIPPED
from kiosk.settings import Settings
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

        At 48 kHz, whoever speaks: a text's lines may have different voices. The sound's marks count characters
        of the plain text. Raises `SpeechError`.
        """


@dataclass(frozen=True, slots=True)
class Ranking:
    """The voices of one language here, best first."""

    voices: Sequence[Voice]

    def able(self, line: RubyText) -> tuple[Voice, ...]:
        """The voices that have this line, best first: where one fails, the next one may speak."""
        return tuple(voice for voice in self.voices if voice.can_say(line))

    def choose(self, line: RubyText) -> Voice:
        """The best voice that has this line. Raises `SpeechError` if none has."""
        for voice in self.able(line):
            return voice
        raise _no_voice_for_this()

    def speak(self, text: RubyText, speed: float) -> Sound:
        """The text by the best voice that manages it. Raises the last one's `SpeechError` if none does."""
        failure: SpeechError | None = None
        for voice in self.able(text):
            try:
                return voice.speak(text, speed)
            except SpeechError as error:
                failure = error
        raise failure or _no_voice_for_this()


def is_japanese(language: str) -> bool:
    """Whether a language tag (`ja`, `ja@easy`, `ja_JP`) means some sort of Japanese."""
    return subtags(language)[0] in {"ja", "jpn"}


def subtags(language: str) -> tuple[str, ...]:
    """`pt_BR` as `("pt", "br")`; a modifier such as `@easy` counts too."""
    return tuple(language.lower().replace("_", "-").replace("@", "-").split("-"))


def ranking_for(language: str) -> Ranking:
    """The voices for a language with default settings and the shipped lessons. Raises `NoVoiceError`."""
    from kiosk.speech.ranking import rankings

    return rankings(Settings(), SHIPPED / "lessons")(language)


def _no_voice_for_this() -> SpeechError:
    """For a language in which only recordings speak."""
    return SpeechError(N_("この文の声がありません。画面の文字を読んでください。"))
