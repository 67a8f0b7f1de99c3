"""What a model alone cannot see: names that must exist elsewhere, and steps that cannot work."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path, PurePath

from kiosk.errors import N_, LinkError, Message
from kiosk.lessons.address import check_address, is_host_entry
from kiosk.lessons.file_problems import FileProblems
from kiosk.lessons.files import CITY, FREE_PRACTICE, SHELVES
from kiosk.lessons.model import City, FreeApp, Lesson, Shelf
from kiosk.lessons.phone.screen import PhoneScreen, SystemWords
from kiosk.lessons.problems import Problem, Severity
from kiosk.lessons.rehearsal import USE_ONE_OF, rehearse
from kiosk.lessons.screen_check import NO_ICON, OTHER_ICON, ScreenChecker
from kiosk.lessons.steps import Ask, Check, Done, Look, Quiz, Step
from kiosk.lessons.yaml_reader import Document, Key
from kiosk.paths import ASSETS

PICTURE_TYPES = frozenset({".png", ".jpg", ".jpeg", ".webp"})
"""SVG is refused: Qt would load local files named inside it."""


def _link_faults(city: City) -> Iterator[tuple[str, Message]]:
    """What is wrong with addresses, by the names of their links."""
    for name, link in city.links.items():
        try:
            check_address(link.url, city.hosts)
        except LinkError as error:
            yield name, error.message


class Checker:
    """Checks lessons against the screens, the shelves and the city they refer to."""

    def __init__(
        self,
        folder: Path,
        city: City,
        shelves: Sequence[Shelf],
        screens: Mapping[str, PhoneScreen],
        words: SystemWords,
        today: date | None = None,
    ) -> None:
        self._folder = folder
        self._city = city
        self._shelves_in_order = tuple(shelves)
        self._shelves = {shelf.id for shelf in shelves}
        self._icons = frozenset(path.stem for path in (ASSETS / "icons").glob("*.svg"))
        self.sound_screens = dict(screens)
        self._words = words
        self._screen_checker = ScreenChecker(folder, self._icons, words)
        self._link_faults = dict(_link_faults(city))
        self._today = today or date.today()

    def shelves(self, document: Document) -> list[Problem]:
        """Shelves with a picture that is not shipped."""
        file = FileProblems(PurePath("lessons", SHELVES), document)
        for index, shelf in enumerate(self._shelves_in_order):
            if shelf.icon not in self._icons:
                file.add(("shelves", index, "icon"), NO_ICON, OTHER_ICON, icon=shelf.icon)
        return file.problems

    @property
    def usable_shelves(self) -> tuple[Shelf, ...]:
        """The shelves; one whose picture is not shipped gets a book."""
        return tuple(
            shelf if shelf.icon in self._icons else shelf.model_copy(update={"icon": "menu_book"})
            for shelf in self._shelves_in_order
        )

    def screens(self) -> list[Problem]:
        """Faults of phone screens. One in which an id stands twice is set aside, and so are lessons that need it."""
        faults = self._screen_checker.faults(self.sound_screens)
        for name in faults:
            if self._screen_checker.doubles(self.sound_screens[name]):
                del self.sound_screens[name]
        return [problem for found in faults.values() for problem in found]

    def unreachable(self, lessons: Iterable[Lesson], free: Iterable[FreeApp]) -> list[Problem]:
        return self._screen_checker.unreachable(self.sound_screens, lessons, free)

    def free(self, apps: Sequence[FreeApp], document: Document) -> list[Problem]:
        """Free practice that cannot begin."""
        file = FileProblems(PurePath("lessons", FREE_PRACTICE), document)
        for index, app in enumerate(apps):
            key: Key = ("apps", index)
            self._screen_exists(app.screen, (*key, "screen"), file)
            self._shelf_exists(app.shelf, (*key, "shelf"), file)
            if app.icon not in self._icons:
                file.add((*key, "icon"), NO_ICON, OTHER_ICON, icon=app.icon)
        return file.problems

    def city(self, document: Document) -> list[Problem]:
        """What the city should still fill in, and links that lead where nobody may be sent."""
        file = FileProblems(PurePath("lessons", CITY), document)
        if self._city.help.phone is None:
            file.add(
                ("help",),
                N_("相談先の電話番号がまだありません。"),
                N_("「phone:」に市の電話番号を書いてください。それまで配布シートでは空欄になります。"),
                Severity.WARNING,
            )
        self._hosts(file)
        for name, fault in self._link_faults.items():
            remedy = Message(N_("直すまで、この入口は画面にも紙にも出ません。"))
            file.tell(("links", name, "url"), fault, remedy)
        return file.problems

    def _hosts(self, file: FileProblems) -> None:
        remedy = N_("「www.city.example.jp」のような正式な名前か、「.lg.jp」「.go.jp」にしてください。")
        for index, entry in enumerate(self._city.hosts):
            if not is_host_entry(entry):
                what = N_("「{input}」は、許すサイトの名前として使えません。")
                file.add(("hosts", index), what, remedy, input=entry)

    @property
    def usable_city(self) -> City:
        """The city without links that may not become a code."""
        links = {name: link for name, link in self._city.links.items() if name not in self._link_faults}
        return self._city.model_copy(update={"links": links})

    def lesson(self, name: str, lesson: Lesson, document: Document) -> list[Problem]:
        file = FileProblems(PurePath("lessons", name, "lesson.yaml"), document)
        self._shelf_exists(lesson.shelf, ("shelf",), file)
        for index, link in enumerate(lesson.links):
            if link not in self._city.links:
                names = "、".join(sorted(self._city.links))
                file.add(
                    ("links", index),
                    N_("市の情報に、手続きの入口「{link}」はありません。"),
                    N_(
                        "city.yaml に書きたすか、{names} のどれかにしてください。それまで、この入口は出ません。"
                    ),
                    Severity.WARNING,
                    link=link,
                    names=names,
                )
        if lesson.review_by < self._today:
            file.add(
                ("review_by",),
                N_("見直しの期限（{day}）を過ぎています。"),
                N_("内容を確かめて、checked_on と review_by を新しくしてください。"),
                Severity.WARNING,
                day=lesson.review_by.isoformat(),
            )
        self._steps(lesson, file)
        if not any(problem.severity is Severity.ERROR for problem in file.problems):
            self._rehearse(lesson, file)
        return file.problems

    def _rehearse(self, lesson: Lesson, file: FileProblems) -> None:
        """Only a lesson whose names are all sound can be gone through."""
        for fault in rehearse(lesson, self.sound_screens.__getitem__, self._words):
            key: Key = ("steps", fault.index, *fault.key.split(".", 1))
            file.tell(key, fault.what, fault.remedy)

    def _steps(self, lesson: Lesson, file: FileProblems) -> None:
        answers: dict[str, set[str]] = {}
        for index, step in enumerate(lesson.steps):
            key: Key = ("steps", index)
            last = index == len(lesson.steps) - 1
            if isinstance(step, Done) != last:
                what = N_("手順 done は、最後に一つだけ必要です。")
                file.add(key, what, N_("最後の手順を「do: done」にしてください。"))
            if isinstance(step, Done) and step.when:
                what = N_("最後の手順には、条件（when）をつけられません。")
                file.add((*key, "when"), what, N_("「when:」の行を消してください。"))
            self._conditions(step, answers, key, file)
            match step:
                case Ask():
                    if step.remember in answers:
                        what = N_("「{name}」という答えは、前の質問がもう使っています。")
                        file.add((*key, "remember"), what, N_("別の名前にしてください。"), name=step.remember)
                    answers[step.remember] = set(step.choices)
                case Look():
                    self._look(step, key, file)
                case Check() | Done() | Quiz():
                    pass
                case _:
                    self._screen_exists(step.screen, (*key, "screen"), file)

    def _conditions(self, step: Step, answers: Mapping[str, set[str]], key: Key, file: FileProblems) -> None:
        for question, answer in step.when.items():
            if answer not in answers.get(question, set()):
                known = "、".join(f"{q}: {a}" for q, choices in answers.items() for a in sorted(choices))
                file.add(
                    (*key, "when"),
                    N_("「{question}: {answer}」という答えは、前の手順にありません。"),
                    N_("使えるのは {known} です。"),
                    question=question,
                    answer=answer,
                    known=known or "—",
                )

    def _look(self, step: Look, key: Key, file: FileProblems) -> None:
        if step.screen is not None:
            self._screen_exists(step.screen, (*key, "screen"), file)
        if step.picture is not None:
            self._picture(step.picture, key, file)
        if step.point is not None and step.screen is None:
            file.add(
                (*key, "point"),
                N_("「point」には、画面（screen）が要ります。"),
                N_("screen を書くか、point を消してください。"),
            )
        if step.picture is not None and step.screen is not None:
            file.add(
                (*key, "picture"),
                N_("画面と絵は、どちらか一つです。"),
                N_("screen か picture を消してください。"),
            )
        if step.picture is not None and step.alt is None:
            file.add(
                key,
                N_("絵の説明（alt）がありません。"),
                N_("絵を見られない人のために、alt を書いてください。"),
            )

    def _picture(self, picture: str, key: Key, file: FileProblems) -> None:
        folder = (self._folder / file.path.parent.name).resolve()
        try:
            path = (folder / picture).resolve()
            usable = path.is_relative_to(folder) and path.suffix.lower() in PICTURE_TYPES
            found = usable and path.is_file()
        except (OSError, ValueError):  # a name that no file system takes
            usable = found = False
        if not usable:
            what = N_("絵「{picture}」は使えません。")
            remedy = N_("教材のフォルダーにある PNG、JPEG、WebP の名前を書いてください。")
            file.add((*key, "picture"), what, remedy, picture=picture)
        elif not found:
            what = N_("絵「{picture}」がありません。")
            remedy = N_("教材のフォルダーに、その名前の絵を入れてください。")
            file.add((*key, "picture"), what, remedy, picture=picture)

    def _screen_exists(self, screen: str, key: Key, file: FileProblems) -> None:
        if screen not in self.sound_screens:
            app = screen.split("/", maxsplit=1)[0]
            beside = [name for name in self.sound_screens if name.startswith(app + "/")]
            names = "、".join(sorted(beside or self.sound_screens))
            what = N_("練習用スマートフォンの画面「{screen}」はありません。")
            file.add(key, what, USE_ONE_OF, screen=screen, names=names)

    def _shelf_exists(self, shelf: str, key: Key, file: FileProblems) -> None:
        if shelf not in self._shelves:
            names = "、".join(sorted(self._shelves))
            file.add(key, N_("棚「{shelf}」はありません。"), USE_ONE_OF, shelf=shelf, names=names)
