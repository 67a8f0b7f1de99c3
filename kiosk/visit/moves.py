"""What each wish of a resident makes of the visit. Pure: a visit goes in, a visit comes out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from kiosk.lessons.model import Ask, Tap
from kiosk.visit.visit import (
    AnswerFirst,
    Attract,
    ChooseLanguage,
    Front,
    Home,
    InLesson,
    Missed,
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
    """Text size, contrast, furigana or reading aloud; the page stays."""
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
        case OnShelf() | Front():
            return replace(visit, page=Home())
        case InLesson(place):
            page = Front(place.lesson_id) if place.at_start else InLesson(place.back())
            return replace(visit, page=page)
        case _:
            assert_never(visit.page)


def go_on(visit: Visit) -> Visit:
    """「つぎへ」. An open question answers kindly instead of staying silent."""
    if not isinstance(visit.page, InLesson):
        return visit
    if visit.page.place.waits_for_answer:
        return replace(visit, page=replace(visit.page, feedback=AnswerFirst()))
    return replace(visit, page=InLesson(visit.page.place.forward()))


def touch(visit: Visit, element: str | None) -> Visit:
    """A touch on the practice phone: on with the right one, a kind answer to any other."""
    page = visit.page
    if not isinstance(page, InLesson) or not isinstance(page.place.step, Tap):
        return visit
    if element == page.place.step.target:
        return replace(visit, page=InLesson(page.place.forward(), praised=True))
    return replace(visit, page=replace(page, feedback=Missed(element), praised=False))


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


def again(visit: Visit) -> Visit:
    """The same lesson from its first step."""
    if not isinstance(visit.page, InLesson):
        return visit
    return replace(visit, page=InLesson(visit.page.place.restart()))
