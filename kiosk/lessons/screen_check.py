"""What can be wrong with the screens of the practice phone: pictures, names, and ways that lead nowhere."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath

from kiosk.errors import N_, Message
from kiosk.lessons.model import FreeApp, Lesson
from kiosk.lessons.phone.elements import HomePages
from kiosk.lessons.phone.forms import DropDown, RadioButtons
from kiosk.lessons.phone.pictures import Photos
from kiosk.lessons.phone.screen import PhoneScreen, SystemWords
from kiosk.lessons.phone.shown import SYSTEM_IDS, element_parts
from kiosk.lessons.phone.state import HOME
from kiosk.lessons.phone.touchable import Touchable
from kiosk.lessons.phone.values import has_value, refuses
from kiosk.lessons.problems import Problem, Severity

NO_ICON = N_("「{icon}」という絵はありません。")
OTHER_ICON = N_("assets/icons にある名前から選んでください。")


def screen_file(folder: Path, screen: str) -> PurePath:
    """The file that holds a screen."""
    app = screen.partition("/")[0]
    shared = PurePath("phone", f"{app}.yaml")
    return PurePath("lessons", shared if (folder / shared).exists() else PurePath(app, "phone.yaml"))


class ScreenChecker:
    """Checks the screens of a content folder; `icons` are the pictures that are shipped."""

    def __init__(self, folder: Path, icons: frozenset[str], words: SystemWords) -> None:
        self._folder, self._icons, self._words = folder, icons, words

    def faults(self, screens: Mapping[str, PhoneScreen]) -> dict[str, list[Problem]]:
        """The problems of every screen that has some.

        A picture that is not there is drawn as a question mark, a way that leads nowhere does nothing, and a state that
        an element cannot have is left out: such a screen can still be used.
        """
        found = {name: list(self._faults(name, screen, screens)) for name, screen in screens.items()}
        return {name: problems for name, problems in found.items() if problems}

    def _faults(
        self, name: str, screen: PhoneScreen, screens: Mapping[str, PhoneScreen]
    ) -> Iterator[Problem]:
        parts = list(everything(screen, self._words))
        icons = {getattr(one, "icon", None) for one in (*parts, *([screen.dialog] if screen.dialog else ()))}
        for icon in sorted({icon for icon in icons if icon} - self._icons):
            yield self._problem(name, Message(NO_ICON, {"icon": icon}), Message(OTHER_ICON))
        for double in self.doubles(screen):
            what = N_("画面「{screen}」に、id「{id}」が二つあります。")
            yield self._problem(name, Message(what, {"screen": name, "id": double}), _MAKE_UNIQUE)
        wrong = [pair for pair in _chosen_first(screen) if refuses(screen, *pair)]
        for key, value in [pair for one in parts for pair in one.sets.items()]:
            known = [other for other in screens.values() if has_value(other, key)]
            if all(refuses(other, key, value) for other in known):
                wrong.append((key, value))
        for key, value in wrong:
            what = N_("「{key}」を「{value}」にはできません。")
            yield self._problem(name, Message(what, {"key": key, "value": value}), _CHECK_SETS)
        for goal in sorted(opened_by(screen, self._words) - set(screens)):
            what = N_("「{goal}」という画面はありません。")
            yield self._problem(name, Message(what, {"goal": goal}), _CHECK_GOAL)

    def doubles(self, screen: PhoneScreen) -> list[str]:
        """Ids that stand for two things: nobody could tell which one is meant."""
        return _doubles(screen, self._words)

    def unreachable(
        self, screens: Mapping[str, PhoneScreen], lessons: Iterable[Lesson], free: Iterable[FreeApp]
    ) -> list[Problem]:
        """Screens that no lesson shows and no touch leads to."""
        first = {getattr(step, "screen", None) for lesson in lessons for step in lesson.steps}
        reached: set[str] = set()
        ahead = {HOME, *(app.screen for app in free), *(name for name in first if name)} & set(screens)
        while ahead:
            reached |= ahead
            ahead = {goal for name in ahead for goal in opened_by(screens[name], self._words)}
            ahead = ahead & set(screens) - reached
        return [
            self._problem(
                name, Message(N_("この画面には、どこからも行けません。")), _USE_SCREEN, Severity.WARNING
            )
            for name in screens
            if name not in reached
        ]

    def _problem(
        self, screen: str, what: Message, remedy: Message, severity: Severity = Severity.ERROR
    ) -> Problem:
        place = f"screens.{screen.partition('/')[2]}"
        return Problem(screen_file(self._folder, screen), 0, place, what, remedy, severity)


def _chosen_first(screen: PhoneScreen) -> Iterator[tuple[str, str]]:
    """What is chosen on a screen before anybody touches it."""
    if screen.tabs:
        yield screen.tabs.id, screen.tabs.chosen
    for element in screen.body:
        if isinstance(element, RadioButtons | DropDown | Photos) and element.chosen:
            yield element.id, element.chosen


def everything(screen: PhoneScreen, words: SystemWords) -> Iterator[Touchable]:
    """All that could ever be touched on a screen, whatever is open and whichever page is shown."""
    if screen.banner:
        yield screen.banner
    yield from screen.buttons
    for element in screen.body:
        if isinstance(element, HomePages):
            yield from (app for page in element.pages for app in page)
            yield from element.dock
        else:
            yield from element_parts(element, words)
        if options := getattr(element, "options", None):
            yield from () if isinstance(element, RadioButtons) else options
    if screen.tabs:
        yield from screen.tabs.tabs
    if screen.dialog:
        yield from screen.dialog.buttons
    yield from screen.shade


def opened_by(screen: PhoneScreen, words: SystemWords) -> set[str]:
    """The screens that a touch on this one can lead to."""
    goals = {touchable.opens for touchable in everything(screen, words)}
    return {goal for goal in (*goals, screen.back) if goal}


def _doubles(screen: PhoneScreen, words: SystemWords) -> list[str]:
    """Ids that stand for two things at a time, the phone's own included; pages of a home screen may share some."""
    homes = [element for element in screen.body if isinstance(element, HomePages)]
    rest = screen.model_copy(
        update={"body": tuple(one for one in screen.body if not isinstance(one, HomePages))}
    )
    groups = [[app.id for app in (*page, *home.dock)] for home in homes for page in home.pages] or [[]]
    common = [*SYSTEM_IDS, *(one.id for one in everything(rest, words)), *_silent_ids(rest)]
    return sorted(
        {one for group in groups for one in group if (group + common).count(one) > 1}
        | {one for one in common if common.count(one) > 1}
    )


def _silent_ids(screen: PhoneScreen) -> Iterator[str]:
    """Ids of what cannot be touched itself, but has a value or words of its own."""
    if screen.tabs:
        yield screen.tabs.id
    for element in screen.body:
        if not isinstance(element, Touchable) and (name := getattr(element, "id", None)):
            yield name


_MAKE_UNIQUE = Message(N_("どちらかの id を変えてください。"))
_CHECK_GOAL = Message(N_("「アプリ/画面」の形で、ある画面の名前を書いてください。"))
_CHECK_SETS = Message(N_("sets の id と値を確かめてください。"))
_USE_SCREEN = Message(N_("教材で使うか、ほかの画面の opens に書くか、消してください。"))
