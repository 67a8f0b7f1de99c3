"""Every problem of the content in one list: files, names, readings, translations."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kiosk.errors import N_, Message
from kiosk.i18n.languages import SOURCE, available_languages
from kiosk.i18n.readings import reader_for
from kiosk.i18n.recordings import recording_problems
from kiosk.i18n.texts import texts
from kiosk.lessons.library import Library, content_files, load_library
from kiosk.lessons.problems import Problem, Severity
from kiosk.settings import cache_folder
from kiosk.text.analyser import Word
from kiosk.text.heteronyms import READINGS
from kiosk.text.lexicon import unread
from kiosk.text.mora import hiragana


def check_all(root: Path) -> tuple[Problem, ...]:
    """Problems of everything under `root`. Raises `ContentError` when nothing can be read."""
    library = load_library(root)
    return (
        *library.problems,
        *_reading_problems(library),
        *_translation_problems(root),
        *recording_problems(root, cache_folder()),
    )


def report(problems: Sequence[Problem], as_json: bool, translate: Callable[[str], str]) -> str:
    """The list for people, or for programs."""
    if as_json:
        rows = [
            {
                "file": str(problem.file),
                "line": problem.line,
                "key": problem.key,
                "severity": problem.severity.value,
                "problem": problem.what.text(translate),
                "remedy": problem.remedy.text(translate),
            }
            for problem in problems
        ]
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    marks = {Severity.ERROR: translate(N_("まちがい")), Severity.WARNING: translate(N_("注意"))}
    lines = [f"{marks[problem.severity]}  {problem.text(translate)}" for problem in problems]
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    counts = {"errors": errors, "warnings": len(problems) - errors}
    lines.append(Message(N_("まちがい {errors} 件、注意 {warnings} 件"), counts).text(translate))
    return "\n".join(lines) + "\n"


def _reading_problems(library: Library) -> Iterator[Problem]:
    """Kanji that nobody can read, and words that could be read in several ways. Each is told once."""
    reader = reader_for(library)
    seen: set[str] = set()
    for file, content in content_files(library):
        for _key, text in texts(content):
            reading = reader.read(text)
            for kanji in unread(reading.segments):
                if kanji not in seen:
                    seen.add(kanji)
                    yield Problem(file, 0, "", *_unreadable(kanji, text), Severity.WARNING)
            for word in reading.guessed:
                if word.ambiguous and word.text not in seen:
                    seen.add(word.text)
                    yield Problem(file, 0, "", *_ambiguous(word, text), Severity.WARNING)


def _unreadable(kanji: str, text: str) -> tuple[Message, Message]:
    return (
        Message(N_("「{kanji}」の読みがありません（「{text}」）。"), {"kanji": kanji, "text": text}),
        Message(N_("lessons/readings.yaml に読みを書きたしてください。")),
    )


def _ambiguous(word: Word, text: str) -> tuple[Message, Message]:
    what = N_("「{word}」は{readings}と読めます。いまは「{reading}」と読みます（「{text}」）。")
    readings = "・".join(READINGS[word.text])
    values = {"word": word.text, "readings": readings, "reading": hiragana(word.kana), "text": text}
    remedy = N_("文の中に読みを {{word}|かな} の形で書くか、lessons/readings.yaml に書きたしてください。")
    return Message(what, values), Message(remedy, values)


def _translation_problems(root: Path) -> Iterator[Problem]:
    from kiosk.i18n.update import catalogue_problems

    for language in available_languages(root):
        if language.code != SOURCE:
            yield from catalogue_problems(root, language.code)
