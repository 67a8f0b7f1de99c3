"""Class plans: which lessons a class goes through, in order. `lessons/plans.yaml` need not be there."""

from collections.abc import Collection, Sequence
from pathlib import Path, PurePath

from kiosk.errors import N_
from kiosk.lessons.file_problems import FileProblems
from kiosk.lessons.files import PLANS
from kiosk.lessons.loader import load_file
from kiosk.lessons.model import Plan, PlansFile
from kiosk.lessons.problems import Problem
from kiosk.lessons.rehearsal import USE_ONE_OF
from kiosk.lessons.yaml_reader import Key

_SHOWN_AS = PurePath("lessons", PLANS)


def load_plans(folder: Path, lessons: Collection[str]) -> tuple[tuple[Plan, ...], list[Problem]]:
    """The plans with those of their lessons that there are, and what is wrong with the file.

    A plan without any lesson is set aside, and so is a second one of the same id.
    """
    path = folder / PLANS
    if not path.exists():
        return (), []
    file, document, problems = load_file(path, PlansFile, _SHOWN_AS)
    if file is None:
        return (), list(problems)
    found = FileProblems(_SHOWN_AS, document)
    _check_lessons(file.plans, lessons, found)
    _check_ids(file.plans, found)
    sound: dict[str, Plan] = {}
    for plan in file.plans:
        there = tuple(name for name in plan.lessons if name in lessons)
        if there and plan.id not in sound:
            sound[plan.id] = plan.model_copy(update={"lessons": there})
    return tuple(sound.values()), found.problems


def _check_lessons(plans: Sequence[Plan], lessons: Collection[str], file: FileProblems) -> None:
    for index, plan in enumerate(plans):
        for place, name in enumerate(plan.lessons):
            if name not in lessons:
                key: Key = ("plans", index, "lessons", place)
                what = N_("組の中の教材「{lesson}」はありません。")
                file.add(key, what, USE_ONE_OF, lesson=name, names="、".join(sorted(lessons)))


def _check_ids(plans: Sequence[Plan], file: FileProblems) -> None:
    seen: set[str] = set()
    for index, plan in enumerate(plans):
        if plan.id in seen:
            what = N_("組のID「{id}」が、二つあります。")
            file.add(("plans", index, "id"), what, N_("別のIDにしてください。"), id=plan.id)
        seen.add(plan.id)
