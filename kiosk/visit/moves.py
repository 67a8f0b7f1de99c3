"""What each wish of a resident makes of the visit. Pure: a visit goes in, a visit comes out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from kiosk.errors import Message
from kiosk.lessons.model import Ask, Look, Tap
from kiosk.visit.visit import (
    AnswerFirst,
    Attract,
    ChooseLanguage,
    Front,
    Home,
    InLesson,
    Missed,
    OnlyLooking,
    OnShelf,
    Page,
    Visit,
)


def begin(visit: Visit) -> Visit:
    """The first touch."""
    return replace(visit, page=ChooseLanguage())


def ask_language(visit: Visit) -> Visit:
    """Change the language and come back to the same place."""
    page = visit.page
    if isinstance(page, Attract | ChooseLanguage):
        return replace(visit, page=ChooseLanguage())
    return replace(visit, page=ChooseLanguage(page))


def choose_language(visit: Visit, language: str) -> Visit:
    then = visit.page.then if isinstance(visit.page, ChooseLanguage) else None
    return replace(visit, language=language, page=then or Home(greeted=True))


def turn_to(visit: Visit, page: Page) -> Visit:
    return replace(visit, page=page)


def comfort(visit: Visit, changes: Mapping[str, object]) -> Visit:
    """Text size, contrast, furigana or the voice; the page stays."""
    return replace(visit, **changes)  # type: ignore[arg-type]


def go_back(visit: Visit) -> Visit:
    """One step back; always safe, and never out of the kiosk."""
    match visit.page:
        case Attract():
            return visit
        case ChooseLanguage(then):
            return replace(visit, page=then or Attract())
        case Home():
            return replace(visit, page=ChooseLanguage())
        case OnShelf():
            return replace(visit, page=Home())
        case Front(_, shelf):
            return replace(visit, page=OnShelf(shelf) if shelf else Home())
        case InLesson(place):
            front = Front(place.lesson_id, place.lesson.shelf)
            return replace(visit, page=front if place.at_start else InLesson(place.back()))
        case _:
            assert_never(visit.page)


def go_on(visit: Visit) -> Visit:
    """「つぎへ」. An open question answers kindly instead of staying silent."""
    if not isinstance(visit.page, InLesson):
        return visit
    if visit.page.place.waits_for_answer:
        return replace(visit, page=replace(visit.page, feedback=AnswerFirst(_times(visit.page))))
    return replace(visit, page=InLesson(visit.page.place.forward()))


def touch(visit: Visit, element: str | None) -> Visit:
    """A touch on the practice phone: on with the right one, a kind answer to any other."""
    page = visit.page
    if not isinstance(page, InLesson):
        return visit
    step = page.place.step
    if isinstance(step, Look) and step.screen:
        return replace(visit, page=replace(page, feedback=OnlyLooking(_times(page))))
    if not isinstance(step, Tap):
        return visit
    if element == step.target:
        return replace(visit, page=InLesson(page.place.forward(), praised=True))
    return replace(visit, page=replace(page, feedback=Missed(element, _times(page)), praised=False))


def _times(page: InLesson) -> int:
    return page.feedback.times + 1 if page.feedback else 1


def answer(visit: Visit, choice: str) -> Visit:
    page = visit.page
    if not isinstance(page, InLesson) or not isinstance(page.place.step, Ask):
        return visit
    return replace(visit, page=InLesson(page.place.answer(choice).forward()))


def tick(visit: Visit, item: int) -> Visit:
    """Tick or untick one thing to have ready."""
    if not isinstance(visit.page, InLesson):
        return visit
    return replace(visit, page=replace(visit.page, ticked=visit.page.ticked ^ {item}))


def tell_printing(visit: Visit, message: Message) -> Visit:
    """What the printer does, for whoever still stands at the end of a lesson."""
    if not isinstance(visit.page, InLesson) or not visit.page.place.finished:
        return visit
    return replace(visit, page=replace(visit.page, printing=message))


def again(visit: Visit) -> Visit:
    """The same lesson from its first step."""
    if not isinstance(visit.page, InLesson):
        return visit
    return replace(visit, page=InLesson(visit.page.place.restart()))
