"""Which lines staff can record in a language, and which recordings fit nothing any more."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath

from kiosk.errors import N_, Message, OutputError, SettingsError
from kiosk.i18n.edition import Edition, Editions
from kiosk.i18n.readings import learn_readings
from kiosk.i18n.texts import texts
from kiosk.lessons.base import Content
from kiosk.lessons.problems import Problem, Severity
from kiosk.lessons.recordings import (
    fingerprint,
    lines,
    named_fingerprint,
    read_recording,
    recording_files,
    recordings,
)
from kiosk.lessons.wav import WavError
from kiosk.text.ruby import RubyText, parse_ruby, plain

_NEVER_ALONE = {"sources", "paper", "alt", "hint"}
"""Not heard, or, as a hint, only behind what was touched."""


@dataclass(frozen=True)
class ScriptLine:
    """A line to read aloud; `recording` is the file that has it."""

    fingerprint: str
    text: str
    recording: Path | None


@dataclass(frozen=True)
class Script:
    """A lesson's lines in the order of the lesson, and the files beside it that fit none of them."""

    lines: tuple[ScriptLine, ...]
    left_over: tuple[Path, ...]


def script(root: Path, cache: Path, lesson_id: str, language: str) -> Script:
    """Raises `ContentError` for an unknown lesson, `SettingsError` for a language that is not offered."""
    edition = _editions(root, cache).edition(language)
    lesson = edition.lesson(lesson_id)
    files = recordings(root / "lessons", language)
    spoken = {fingerprint(line): plain(line).strip() for line in _lines(edition, lesson)}
    beside = recording_files(root / "lessons", language)
    return Script(
        tuple(ScriptLine(name, text, files.get(name)) for name, text in spoken.items()),
        tuple(
            file
            for file in beside
            if file.relative_to(root / "lessons").parts[0] == lesson_id
            and named_fingerprint(file) not in spoken
        ),
    )


def recording_problems(root: Path, cache: Path) -> Iterator[Problem]:
    """Recordings that will never be heard: all warnings, since another voice speaks instead."""
    lessons = root / "lessons"
    codes = sorted({folder.name for folder in lessons.glob("*/recordings/*/")})
    if not codes:
        return
    editions = _editions(root, cache)
    offered = {language.code for language in editions.languages}
    for code in codes:
        files = recording_files(lessons, code)
        known = _fingerprints(editions.edition(code)) if code in offered else set()
        for file in files:
            shown_as = PurePath("lessons", file.relative_to(lessons))
            for what, remedy in _faults(file, code, code in offered, known):
                yield Problem(shown_as, 0, "", what, remedy, Severity.WARNING)


def _editions(root: Path, cache: Path) -> Editions:
    """With every reading worked out: fingerprints hang on them."""
    editions = Editions(root, cache)
    with suppress(SettingsError, OutputError):
        learn_readings(root, editions.library, cache)
    return editions


def _faults(file: Path, code: str, is_offered: bool, known: set[str]) -> Iterator[tuple[Message, Message]]:
    name = named_fingerprint(file)
    values = {"code": code, "fingerprint": name}
    if not is_offered:
        what = Message(N_("言語「{code}」は使えないので、この録音は使いません。"), values)
        yield what, Message(N_("フォルダーの名前を確かめてください。"))
    elif name is None:
        what = Message(N_("名前が8文字の番号で始まるWAVファイルではないので、使いません。"))
        yield what, Message(N_("番号は「kiosk voices script 教材」で確かめられます。"))
    elif name not in known:
        what = Message(N_("番号 {fingerprint} に合う文がありません。文か読みが変わりました。"), values)
        yield what, Message(N_("新しい文で録音しなおすか、ファイルを消してください。"))
    else:
        try:
            read_recording(file)
        except WavError as error:
            yield Message(N_("この録音は使えません。")), error.message


def _fingerprints(edition: Edition) -> set[str]:
    library = edition.library
    translated = [edition.city, *edition.shelves()]
    translated += [edition.lesson(name) for name in library.lessons]
    translated += [edition.screen(name) for name in library.screens]
    return {fingerprint(line) for content in translated for line in _lines(edition, content)}


def _lines(edition: Edition, content: Content) -> Iterator[RubyText]:
    for key, text in texts(content):
        if _NEVER_ALONE.isdisjoint(key):
            yield from lines(_heard(edition, text))


def _heard(edition: Edition, text: str) -> RubyText:
    """With readings, as the screen shows it and the voice says it."""
    if edition.catalogue.language.startswith("ja"):
        return edition.readings.annotate(text)
    return parse_ruby(text)
