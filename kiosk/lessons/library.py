"""Everything there is to learn on this terminal: lessons, their phone screens, shelves, city data.

A broken file is set aside with its problems; everything else runs.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath

from kiosk.errors import N_, ContentError, Message
from kiosk.lessons.base import Content
from kiosk.lessons.check import Checker
from kiosk.lessons.classes import ClassDate, load_classes
from kiosk.lessons.files import (
    CITY,
    CLASSES,
    FREE_PRACTICE,
    PHONE_WORDS,
    PLANS,
    SHELVES,
    lesson_files,
    phone_files,
)
from kiosk.lessons.lexicon_files import load_lexicon
from kiosk.lessons.loader import load_file
from kiosk.lessons.model import City, FreeApp, FreePracticeFile, Lesson, Plan, Shelf, ShelvesFile
from kiosk.lessons.phone.screen import PhoneFile, PhoneScreen, SystemWords
from kiosk.lessons.plans import load_plans
from kiosk.lessons.problems import Problem, Severity
from kiosk.lessons.screen_check import screen_file
from kiosk.lessons.yaml_reader import Document
from kiosk.text.lexicon import Lexicon


@dataclass(frozen=True)
class Library:
    """The sound lessons by id, what they use, and every problem that was found."""

    folder: Path
    lessons: Mapping[str, Lesson]
    screens: Mapping[str, PhoneScreen]
    shelves: tuple[Shelf, ...]
    city: City
    phone_words: SystemWords
    free: tuple[FreeApp, ...]
    plans: tuple[Plan, ...]
    classes: tuple[ClassDate, ...]
    lexicon: Lexicon
    problems: tuple[Problem, ...] = ()

    def on_shelf(self, shelf: str) -> tuple[str, ...]:
        """Ids of the lessons on a shelf, shortest first."""
        ids = [name for name, lesson in self.lessons.items() if lesson.shelf == shelf]
        return tuple(sorted(ids, key=lambda name: (self.lessons[name].minutes, name)))

    def free_on_shelf(self, shelf: str) -> tuple[FreeApp, ...]:
        return tuple(app for app in self.free if app.shelf == shelf)

    def is_filled(self, shelf: str) -> bool:
        """Whether there is something on a shelf."""
        return bool(self.on_shelf(shelf) or self.free_on_shelf(shelf))

    def free_app(self, name: str) -> FreeApp:
        """Raises `ContentError` when there is nothing of that name to explore."""
        found = [app for app in self.free if app.id == name]
        if not found:
            raise ContentError(N_("自由練習「{name}」はありません。"), name=name)
        return found[0]

    def plan(self, name: str) -> Plan:
        """Raises `ContentError` when there is no such plan."""
        found = [plan for plan in self.plans if plan.id == name]
        if not found:
            raise ContentError(
                N_("教材の組「{name}」はありません。あるのは {names} です。"),
                name=name,
                names="、".join(plan.id for plan in self.plans) or "—",
            )
        return found[0]

    def require_any(self) -> None:
        """Raises `ContentError` when there is nothing at all to learn or to explore."""
        if not (self.lessons or self.free):
            raise ContentError(
                N_("使える教材が、一つもありません。「kiosk check」で、直すところを確かめてください。")
            )

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
    frame = _load_frame(folder)
    lexicon, lexicon_problems = load_lexicon(folder)
    screens, documents, screen_problems = _load_screens(folder)
    problems = [*frame.problems, *lexicon_problems, *screen_problems]

    checker = Checker(folder, frame.city, frame.shelves, screens, frame.words)
    problems += _with_lines(checker.screens(), documents)
    free, free_problems = _load_free(folder, checker)
    problems += free_problems
    problems += checker.shelves(frame.shelves_document)
    problems += checker.city(frame.city_document)
    lessons, lesson_problems = _load_lessons(folder, checker)
    problems += lesson_problems
    plans, plan_problems = load_plans(folder, lessons)
    problems += plan_problems
    classes, class_problems = load_classes(folder, date.today())
    problems += class_problems
    problems += _with_lines(checker.unreachable(lessons.values(), free), documents)
    problems += _folders_without_lesson(folder)
    return Library(
        folder,
        lessons,
        checker.sound_screens,
        checker.usable_shelves,
        checker.usable_city,
        frame.words,
        free,
        plans,
        classes,
        lexicon,
        tuple(problems),
    )


@dataclass(frozen=True)
class _Frame:
    """The files that everything else stands on."""

    city: City
    city_document: Document
    shelves: tuple[Shelf, ...]
    shelves_document: Document
    words: SystemWords
    problems: tuple[Problem, ...]


def _load_frame(folder: Path) -> _Frame:
    """Raises `ContentError` when one of them cannot be used."""
    city, city_document, found = load_file(folder / CITY, City, PurePath("lessons", CITY))
    problems = list(found)
    shelves, shelves_document, found = load_file(folder / SHELVES, ShelvesFile, PurePath("lessons", SHELVES))
    problems += found
    words, _, found = load_file(folder / PHONE_WORDS, SystemWords, PurePath("lessons", PHONE_WORDS))
    problems += found
    if city is None or shelves is None or words is None:
        raise ContentError(
            N_("市の情報か、棚か、スマートフォンの言葉のファイルが読めません。{problem}"),
            problem=problems[0].text(),
        )
    return _Frame(city, city_document, shelves.shelves, shelves_document, words, tuple(problems))


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
    for lesson_folder in (path.parent for path in lesson_files(folder)):
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


def _load_free(folder: Path, checker: Checker) -> tuple[tuple[FreeApp, ...], list[Problem]]:
    """What can be explored; a folder without the file has nothing of it."""
    path, shown_as = folder / FREE_PRACTICE, PurePath("lessons", FREE_PRACTICE)
    if not path.exists():
        return (), []
    file, document, problems = load_file(path, FreePracticeFile, shown_as)
    if file is None:
        return (), list(problems)
    found = checker.free(file.apps, document)
    broken = {problem.key.partition("]")[0] for problem in found}
    sound = tuple(app for index, app in enumerate(file.apps) if f"apps[{index}" not in broken)
    return sound, found


Documents = dict[PurePath, Document]
"""The files as they were read, with the lines of their keys."""


def _load_screens(folder: Path) -> tuple[dict[str, PhoneScreen], Documents, list[Problem]]:
    screens: dict[str, PhoneScreen] = {}
    documents: Documents = {}
    problems: list[Problem] = []
    for app, path in phone_files(folder):
        shown_as = PurePath("lessons", path.relative_to(folder))
        file, documents[shown_as], found = load_file(path, PhoneFile, shown_as)
        problems += found
        if file is not None:
            screens |= {f"{app}/{name}": screen for name, screen in file.screens.items()}
    if not screens:
        what = Message(N_("練習用スマートフォンの画面がありません。"))
        remedy = Message(N_("lessons/phone フォルダーを元にもどしてください。"))
        problems.append(Problem(PurePath("lessons/phone"), 0, "", what, remedy))
    return screens, documents, problems


def _with_lines(problems: Iterable[Problem], documents: Documents) -> Iterator[Problem]:
    """The problems of screens, with the lines where these begin."""
    for problem in problems:
        yield replace(problem, line=documents[problem.file].line(tuple(problem.key.split("."))))


def content_files(library: Library) -> Iterator[tuple[PurePath, Content]]:
    """Every content model of a library with the file it came from."""
    yield PurePath("lessons", CITY), library.city
    for shelf in library.shelves:
        yield PurePath("lessons", SHELVES), shelf
    for name, lesson in library.lessons.items():
        yield PurePath("lessons", name, "lesson.yaml"), lesson
    for app in library.free:
        yield PurePath("lessons", FREE_PRACTICE), app
    for plan in library.plans:
        yield PurePath("lessons", PLANS), plan
    for one in library.classes:
        yield PurePath("lessons", CLASSES), one
    yield PurePath("lessons", PHONE_WORDS), library.phone_words
    for name, screen in library.screens.items():
        yield screen_file(library.folder, name), screen
