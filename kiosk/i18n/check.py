"""Every problem of the content in one list: files, names, readings, translations."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath

from kiosk.errors import N_, Message
from kiosk.i18n.languages import SOURCE, available_languages
from kiosk.i18n.texts import texts
from kiosk.lessons.base import Content
from kiosk.lessons.library import Library, load_library
from kiosk.lessons.problems import Problem, Severity
from kiosk.text.lexicon import unread


def check_all(root: Path) -> tuple[Problem, ...]:
    """Problems of everything under `root`. Raises `ContentError` when nothing can be read."""
    library = load_library(root)
    return (*library.problems, *_unread_kanji(library), *_translation_problems(root))


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


def content_files(library: Library) -> Iterator[tuple[PurePath, Content]]:
    """Every content model of a library with the file it came from."""
    yield PurePath("lessons/city.yaml"), library.city
    for shelf in library.shelves:
        yield PurePath("lessons/shelves.yaml"), shelf
    for name, lesson in library.lessons.items():
        yield PurePath("lessons", name, "lesson.yaml"), lesson
    for name, screen in library.screens.items():
        yield PurePath("lessons/phone", name.split("/")[0] + ".yaml"), screen


def _unread_kanji(library: Library) -> Iterator[Problem]:
    """Kanji that neither markup nor lexicon gives a reading: no furigana, and the voice guesses."""
    seen: set[str] = set()
    for file, content in content_files(library):
        for _key, text in texts(content):
            for kanji in unread(library.lexicon.annotate(text)):
                if kanji not in seen:
                    seen.add(kanji)
                    what = Message(
                        N_("「{kanji}」の読みがありません（「{text}」）。"), {"kanji": kanji, "text": text}
                    )
                    remedy = Message(N_("lessons/readings.yaml に読みを書きたしてください。"))
                    yield Problem(file, 0, "", what, remedy, Severity.WARNING)


def _translation_problems(root: Path) -> Iterator[Problem]:
    from kiosk.i18n.update import catalogue_problems

    for language in available_languages(root):
        if language.code != SOURCE:
            yield from catalogue_problems(root, language.code)
