"""Where a resident is after the content has changed: the same place, or the nearest page before it. Pure."""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from kiosk.i18n.texts import translated
from kiosk.lessons.library import Library
from kiosk.lessons.model import Lesson
from kiosk.lessons.steps import Ask, Step
from kiosk.visit.visit import Attract, ChooseLanguage, Exploring, Front, Home, InLesson, OnShelf, Page

Stay = Home | OnShelf | Front | InLesson | Exploring
"""Pages that show content."""


def settled(page: Page, library: Library) -> Page:
    """The same page of a library that was read again."""
    match page:
        case Attract():
            return page
        case ChooseLanguage(then):
            return ChooseLanguage(_settled(then, library) if then else None)
        case _:
            return _settled(page, library)


def _settled(page: Stay, library: Library) -> Stay:
    match page:
        case Home():
            return page
        case OnShelf(shelf):
            return page if library.is_filled(shelf) else Home()
        case Front(lesson_id, shelf):
            if lesson_id not in library.lessons:
                return _settled(OnShelf(shelf), library)
            return page if library.is_filled(shelf) else Front(lesson_id, library.lessons[lesson_id].shelf)
        case InLesson(place):
            if place.lesson_id not in library.lessons:
                return _settled(OnShelf(place.lesson.shelf), library)
            return _in_lesson(page, library.lessons[place.lesson_id])
        case Exploring(app=app, shelf=shelf):
            there = any(one.id == app for one in library.free)
            return page if there else _settled(OnShelf(shelf), library)
        case _:
            assert_never(page)


def _in_lesson(page: InLesson, lesson: Lesson) -> Front | InLesson:
    """The step of the same number; the front page if that is another kind of step, or not on this way."""
    old, last = page.place, len(lesson.steps) - 1
    new = replace(
        old,
        lesson=lesson,
        index=last if old.finished else min(old.index, last),
        answers=possible_answers(old.answers, lesson),
    )
    on_the_way = any(step is new.step for step in new.chosen_steps)
    if on_the_way and _only_words_changed(old.step, new.step):
        return replace(page, place=new)
    if on_the_way and (new.finished or new.step.do == old.step.do):
        return InLesson(new)
    return Front(old.lesson_id, lesson.shelf)


def _only_words_changed(old: Step, new: Step) -> bool:
    """Then everything that was done at the step still holds."""
    return translated(old, lambda _text: "") == translated(new, lambda _text: "")


def possible_answers(answers: Mapping[str, str], lesson: Lesson) -> dict[str, str]:
    """The answers that the lesson still offers."""
    questions = [step for step in lesson.steps if isinstance(step, Ask)]
    offered = {(ask.remember, choice) for ask in questions for choice in ask.choices}
    return {question: answer for question, answer in answers.items() if (question, answer) in offered}
