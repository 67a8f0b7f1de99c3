"""Which voices a language has on this terminal, best first, by its settings and its lessons."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import N_, Message, NoVoiceError
from kiosk.settings import Settings, VoiceSettings
from kiosk.speech.voice import Ranking, Voice, is_japanese, subtags


@dataclass(frozen=True, slots=True)
class Candidate:
    """A voice by the name the settings know it by: itself, or why it cannot speak here."""

    name: str
    found: Voice | Message


def rankings(settings: Settings, lessons: Path) -> Callable[[str], Ranking]:
    """The ranking of every language. What it gives raises `NoVoiceError` for a language without any voice."""

    def ranking(language: str) -> Ranking:
        found = [one.found for one in candidates(settings.voices, lessons, language)]
        voices = tuple(one for one in found if not isinstance(one, Message))
        if not voices:
            *_, lack = (one for one in found if isinstance(one, Message))
            raise NoVoiceError(lack.template, **lack.values)
        return Ranking(voices)

    return ranking


def candidates(settings: VoiceSettings, lessons: Path, language: str) -> Iterator[Candidate]:
    """Every voice a language should have, in order, whether it is there or not; at least one."""
    for name in _order(settings, language):
        try:
            yield Candidate(name, _voice(name, settings, lessons, language))
        except NoVoiceError as error:
            yield Candidate(name, error.message)


def _order(settings: VoiceSettings, language: str) -> tuple[str, ...]:
    """As the settings say for this very language, or for the language without its country or kind."""
    tags = [language, subtags(language)[0]]
    for tag in tags:
        if tag in settings.ranking:
            return settings.ranking[tag]
    commands = (name for name, command in settings.commands.items() if _includes(command.languages, language))
    return ("recorded", *commands, "openjtalk" if is_japanese(language) else "system")


def _includes(languages: tuple[str, ...], language: str) -> bool:
    """Whether a list names this language; `zh` in it names `zh_Hans` too."""
    wanted = subtags(language)
    return any(wanted[: len(subtags(one))] == subtags(one) for one in languages)


def _voice(name: str, settings: VoiceSettings, lessons: Path, language: str) -> Voice:
    """Raises `NoVoiceError` with the reason. Japanese never gets a system's voice: eSpeak knows no kanji."""
    if name == "recorded":
        return _recorded(lessons, language)
    if name == "openjtalk" and is_japanese(language):
        return _open_jtalk(language)
    if name == "system" and not is_japanese(language):
        return _system_voice(language)
    command = settings.commands.get(name)
    if command and _includes(command.languages, language):
        from kiosk.speech.external import External

        return External(name, command)
    raise NoVoiceError(
        N_("声「{name}」は、「{language}」には使えません。設定の [voices] を確かめてください。"),
        name=name,
        language=language,
    )


def _recorded(lessons: Path, language: str) -> Voice:
    from kiosk.lessons.recordings import recordings
    from kiosk.speech.recorded import Recorded

    if files := recordings(lessons, language):
        return Recorded(files)
    raise NoVoiceError(N_("「{language}」の録音は、教材にありません。"), language=language)


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


def _system_voice(language: str) -> Voice:
    try:
        from kiosk.speech.system_voice import system_voice

        return system_voice(subtags(language))
    except (ImportError, LookupError) as error:
        raise NoVoiceError(
            N_(
                "この端末には「{language}」の声がありません。声が要るときは、eSpeak NGとその声を入れてください。"
            ),
            language=language,
        ) from error
