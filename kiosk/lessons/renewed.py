"""Content read again while somebody uses it: a file that is broken for the moment takes nothing away."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import PurePath

from kiosk.lessons.classes import ClassDate
from kiosk.lessons.files import CLASSES, FREE_PRACTICE, PLANS
from kiosk.lessons.library import Library
from kiosk.lessons.model import FreeApp, Lesson, Plan
from kiosk.lessons.problems import Severity

_FREE_PRACTICE, _PLANS = PurePath("lessons", FREE_PRACTICE), PurePath("lessons", PLANS)
_CLASSES = PurePath("lessons", CLASSES)


def renewed(before: Library, now: Library) -> Library:
    """What was just read, with the last sound state of what is broken now: lessons, phone screens, free practice,
    plans, classes.

    A lesson whose file is gone is gone. So is a broken one whose shelf is gone, or beside which phone screens have
    changed: nobody has checked it with those.
    """
    now = replace(now, classes=_classes(before, now))
    screens = {**before.screens, **now.screens}
    if any(screens[name] != screen for name, screen in before.screens.items()):
        return replace(now, screens=screens)
    kept = {name: lesson for name, lesson in before.lessons.items() if _still_fits(name, lesson, now)}
    lessons = dict(sorted({**kept, **now.lessons}.items()))
    return replace(
        now, lessons=lessons, screens=screens, free=_free(before, now), plans=_plans(before, now, lessons)
    )


def _still_fits(name: str, lesson: Lesson, now: Library) -> bool:
    there = (now.folder / name / "lesson.yaml").exists()
    return there and lesson.shelf in _shelves(now)


def _free(before: Library, now: Library) -> tuple[FreeApp, ...]:
    if _FREE_PRACTICE not in _broken(now):
        return now.free
    return tuple(app for app in before.free if app.shelf in _shelves(now))


def _plans(before: Library, now: Library, lessons: Collection[str]) -> tuple[Plan, ...]:
    if _PLANS not in _broken(now):
        return now.plans
    return tuple(plan for plan in before.plans if set(plan.lessons) <= set(lessons))


def _classes(before: Library, now: Library) -> tuple[ClassDate, ...]:
    broken = _CLASSES in _broken(now) and not now.classes
    return before.classes if broken else now.classes


def _broken(library: Library) -> set[PurePath]:
    return {problem.file for problem in library.problems if problem.severity is Severity.ERROR}


def _shelves(library: Library) -> set[str]:
    return {shelf.id for shelf in library.shelves}
