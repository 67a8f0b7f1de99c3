"""A visit's place as it is kept for the case that the program ends in the middle of it. Pure.

Only where somebody is and how they like to see and hear it: never what they typed, pressed or were answered.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import TypeGuard, assert_never

from kiosk.lessons.library import Library
from kiosk.lessons.place import Place
from kiosk.visit import moves
from kiosk.visit.settled import possible_answers, settled
from kiosk.visit.visit import (
    VOLUMES,
    Attract,
    ChooseLanguage,
    Exploring,
    Front,
    Home,
    InLesson,
    OnShelf,
    Page,
    Visit,
)

MOST_BYTES = 16_384
"""A place takes about 500."""

_FORMAT = 1
_COMFORT = (
    "language",
    "text_size",
    "contrast",
    "furigana",
    "read_aloud",
    "speed",
    "volume",
    "low_reach",
    "left_handed",
    "phone_kind",
)

Table = dict[str, object]


@dataclass(frozen=True)
class KeptPage:
    """Names instead of content, which is looked up again. `step` is -1 outside of a lesson."""

    shelf: str = ""
    lesson: str = ""
    app: str = ""
    step: int = -1
    kind: str = ""
    """Of the step, as in the lesson's file."""
    answers: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Moment:
    """When it was kept: seconds since the terminal was switched on, and a name for that switching on."""

    boot: str
    seconds: float

    def age_s(self, now: "Moment") -> float:
        """Infinite when the terminal was switched off in between."""
        age = now.seconds - self.seconds
        return age if self.boot == now.boot and age >= 0 else float("inf")


@dataclass(frozen=True)
class Kept:
    """`comfort` are the fields of a visit that say how somebody likes to see and hear.

    `taken`: how often in a row it was taken up by a program that then ended at once.
    """

    page: KeptPage
    comfort: Mapping[str, object]
    moment: Moment
    taken: int = 0


# -- writing -----------------------------------------------------------------------------------


def kept(visit: Visit, moment: Moment, taken: int = 0) -> bytes:
    """One small JSON object; see `Kept`."""
    comfort = {name: getattr(visit, name) for name in _COMFORT}
    page, when = asdict(_kept_page(visit.page)), asdict(moment)
    whole = {"format": _FORMAT, "moment": when, "comfort": comfort, "page": page, "taken": taken}
    return json.dumps(whole, ensure_ascii=False).encode()


def _kept_page(page: Page) -> KeptPage:
    match page:
        case Attract() | Home():
            return KeptPage()
        case ChooseLanguage(then):
            return _kept_page(then) if then else KeptPage()
        case OnShelf(shelf):
            return KeptPage(shelf)
        case Front(lesson_id, shelf):
            return KeptPage(shelf, lesson_id)
        case InLesson(place):
            step = place.step.do
            return KeptPage(place.lesson.shelf, place.lesson_id, "", place.index, step, dict(place.answers))
        case Exploring(app=app, shelf=shelf):
            return KeptPage(shelf, app=app)
        case _:
            assert_never(page)


# -- reading -----------------------------------------------------------------------------------


def read_kept(data: bytes) -> Kept | None:
    """None for anything but what `kept` has written."""
    try:
        whole = json.loads(data) if len(data) <= MOST_BYTES else None
    except (ValueError, RecursionError):
        return None
    if not _is_table(whole) or whole.get("format") != _FORMAT:
        return None
    page, comfort = _page_in(whole.get("page")), _comfort_in(whole.get("comfort"))
    moment, taken = _moment_in(whole.get("moment")), whole.get("taken")
    if not (page and comfort and moment and isinstance(taken, int)):
        return None
    return Kept(page, comfort, moment, taken)


def _page_in(table: object) -> KeptPage | None:
    if not _is_table(table) or table.keys() != {field.name for field in fields(KeptPage)}:
        return None
    shelf, lesson, app, kind = (str(table[name]) for name in ("shelf", "lesson", "app", "kind"))
    step, answers = table["step"], table["answers"]
    if not isinstance(step, int) or not (answers is None or _is_table(answers)):
        return None
    chosen = {name: str(choice) for name, choice in answers.items()} if answers else None
    return KeptPage(shelf, lesson, app, step, kind, chosen)


def _comfort_in(table: object) -> Table | None:
    if not _is_table(table) or table.keys() != set(_COMFORT):
        return None
    read = {name: _like(getattr(Visit(), name), value) for name, value in table.items()}
    return read if None not in read.values() and read["volume"] in VOLUMES else None


def _like(example: object, value: object) -> object | None:
    """The value as it stands in a visit; None if it is of another kind."""
    if isinstance(example, StrEnum):
        kind = type(example)
        return kind(value) if value in [str(one) for one in kind] else None
    return value if type(value) is type(example) else None


def _moment_in(table: object) -> Moment | None:
    if not _is_table(table):
        return None
    boot, seconds = table.get("boot"), table.get("seconds")
    return Moment(boot, seconds) if isinstance(boot, str) and isinstance(seconds, float) else None


def _is_table(value: object) -> TypeGuard[Table]:
    return isinstance(value, dict)


# -- taking up ---------------------------------------------------------------------------------


def taken_up(found: Kept, fresh: Visit, library: Library) -> Visit:
    """The visit at its place in the content as it is now, or at the nearest page before it."""
    return _turned(moves.comfort(fresh, found.comfort), found.page, library)


def _turned(visit: Visit, page: KeptPage, library: Library) -> Visit:
    for app in library.free:
        if app.id == page.app:
            return moves.explore(visit, app)
    return moves.turn_to(visit, _in_lesson(page, library) or settled(_before(page), library))


def _before(page: KeptPage) -> Page:
    if page.lesson:
        return Front(page.lesson, page.shelf)
    return OnShelf(page.shelf) if page.shelf else Home()


def _in_lesson(page: KeptPage, library: Library) -> InLesson | None:
    """The step of the same number, if it is still of the same kind and on this way."""
    lesson = library.lessons.get(page.lesson)
    if lesson is None or not 0 <= page.step < len(lesson.steps):
        return None
    place = Place(page.lesson, lesson, page.step, possible_answers(page.answers or {}, lesson))
    on_the_way = any(step is place.step for step in place.chosen_steps)
    return InLesson(place) if on_the_way and place.step.do == page.kind else None
