"""Everything there is to learn on this terminal: lessons, their phone screens, shelves, city data.

A broken file is set aside with its problems; everything else runs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from kiosk.errors import N_, ContentError, Message
from kiosk.lessons.base import Content
from kiosk.lessons.check import Checker
from kiosk.lessons.lexicon_files import load_lexicon
from kiosk.lessons.loader import load_file
from kiosk.lessons.model import City, Lesson, Shelf, ShelvesFile
from kiosk.lessons.phone import PhoneFile, PhoneScreen
from kiosk.lessons.problems import Problem, Severity
from kiosk.text.lexicon import Lexicon


@dataclass(frozen=True)
class Library:
    """The sound lessons by id, what they use, and every problem that was found."""

    folder: Path
    lessons: Mapping[str, Lesson]
    screens: Mapping[str, PhoneScreen]
    shelves: tuple[Shelf, ...]
    city: City
    lexicon: Lexicon
    problems: tuple[Problem, ...] = ()

    def on_shelf(self, shelf: str) -> tuple[str, ...]:
        """Ids of the lessons on a shelf, shortest first."""
        ids = [name for name, lesson in self.lessons.items() if lesson.shelf == shelf]
        return tuple(sorted(ids, key=lambda name: (self.lessons[name].minutes, name)))

    def lesson(self, name: str) -> Lesson:
        """Raises `ContentError` when there is no such lesson, or it was set aside."""
        if name not in self.lessons:
            raise ContentError(
                N_("教材「{name}」はありません。あるのは {names} です。"),
                name=name,
                names="、".join(sorted(self.lessons)) or "—",
            )
        return self.lessons[name]


def load_library(root: Path) -> Library:
    """Read `root/lessons`. Raises `ContentError` only when the folder or the city data cannot be used."""
    folder = root / "lessons"
    if not folder.is_dir():
        raise ContentError(
            N_("フォルダー「{folder}」がありません。lessons フォルダーのある場所を指定してください。"),
            folder=str(folder),
        )
    problems: list[Problem] = []
    city, city_document, found = load_file(folder / "city.yaml", City, PurePath("lessons/city.yaml"))
    problems += found
    shelves, shelves_document, found = load_file(
        folder / "shelves.yaml", ShelvesFile, PurePath("lessons/shelves.yaml")
    )
    problems += found
    if city is None or shelves is None:
        raise ContentError(N_("市の情報か棚のファイルが読めません。{problem}"), problem=problems[0].text())
    lexicon, found = load_lexicon(folder)
    problems += found
    screens, screen_problems = _load_screens(folder)
    problems += screen_problems

    checker = Checker(folder, city, shelves.shelves, screens)
    problems += checker.shelves(shelves_document)
    problems += checker.screens()
    problems += checker.city(city_document)
    lessons, lesson_problems = _load_lessons(folder, checker)
    problems += lesson_problems
    problems += _folders_without_lesson(folder)
    return Library(
        folder,
        lessons,
        checker.sound_screens,
        checker.usable_shelves,
        city,
        lexicon,
        tuple(problems),
    )


def _folders_without_lesson(folder: Path) -> Iterator[Problem]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in {"phone", "schema"} and not (path / "lesson.yaml").exists():
            what = Message(N_("lesson.yaml がありません。"))
            remedy = Message(N_("ファイルの名前を lesson.yaml にしてください。"))
            yield Problem(PurePath("lessons", path.name), 0, "", what, remedy, Severity.WARNING)


def _load_lessons(folder: Path, checker: Checker) -> tuple[dict[str, Lesson], list[Problem]]:
    """The sound lessons by id, and the problems of all."""
    lessons: dict[str, Lesson] = {}
    problems: list[Problem] = []
    for lesson_folder in sorted(path.parent for path in folder.glob("*/lesson.yaml")):
        lesson, found = _load_lesson(lesson_folder, checker)
        problems += found
        if lesson is not None:
            lessons[lesson_folder.name] = lesson
    return lessons, problems


def _load_lesson(folder: Path, checker: Checker) -> tuple[Lesson | None, tuple[Problem, ...]]:
    shown_as = PurePath("lessons", folder.name, "lesson.yaml")
    lesson, document, problems = load_file(folder / "lesson.yaml", Lesson, shown_as)
    if lesson is None:
        return None, problems
    found = tuple(checker.lesson(folder.name, lesson, document))
    return (None if any(p.severity is Severity.ERROR for p in found) else lesson), found


def _load_screens(folder: Path) -> tuple[dict[str, PhoneScreen], list[Problem]]:
    screens: dict[str, PhoneScreen] = {}
    problems: list[Problem] = []
    for path in sorted((folder / "phone").glob("*.yaml")):
        file, _, found = load_file(path, PhoneFile, PurePath("lessons/phone", path.name))
        problems += found
        if file is not None:
            screens |= {f"{path.stem}/{name}": screen for name, screen in file.screens.items()}
    if not screens:
        what = Message(N_("練習用スマートフォンの画面がありません。"))
        remedy = Message(N_("lessons/phone フォルダーを元にもどしてください。"))
        problems.append(Problem(PurePath("lessons/phone"), 0, "", what, remedy))
    return screens, problems


def content_files(library: Library) -> Iterator[tuple[PurePath, Content]]:
    """Every content model of a library with the file it came from."""
    yield PurePath("lessons/city.yaml"), library.city
    for shelf in library.shelves:
        yield PurePath("lessons/shelves.yaml"), shelf
    for name, lesson in library.lessons.items():
        yield PurePath("lessons", name, "lesson.yaml"), lesson
    for name, screen in library.screens.items():
        yield PurePath("lessons/phone", name.split("/")[0] + ".yaml"), screen
