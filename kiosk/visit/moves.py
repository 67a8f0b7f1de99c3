"""What each wish of a resident makes of the visit. Pure: a visit goes in, a visit comes out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from kiosk.lessons.model import FreeApp, Lesson
from kiosk.lessons.phone.state import PhoneState
from kiosk.lessons.place import Place
from kiosk.lessons.scene import PHONE_QUESTION, skin_of
from kiosk.lessons.steps import Ask
from kiosk.visit.visit import (
    AnswerFirst,
    Attract,
    ChooseLanguage,
    Exploring,
    Front,
    Home,
    InLesson,
    OnShelf,
    Page,
    TakeHome,
    Visit,
)

PATIENCE = 2
"""An open question answers 「つぎへ」 so often before it lets the resident pass."""


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
        case Exploring(_, _, shelf):
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
    page = visit.page
    if page.unanswered and times(page) <= PATIENCE:
        return replace(visit, page=replace(page, feedback=AnswerFirst(times(page))))
    return go_past(visit)


def go_past(visit: Visit) -> Visit:
    """On to the next step, done or not: nobody has to stay where they are stuck."""
    if not isinstance(visit.page, InLesson):
        return visit
    place = visit.page.place
    if place.waits_for_answer and isinstance(place.step, Ask):
        place = place.answer(next(iter(place.step.choices)))
    return replace(visit, page=InLesson(place.forward()))


def times(page: InLesson) -> int:
    """How often this step has answered, this time included."""
    return page.feedback.times + 1 if page.feedback else 1


def tick(visit: Visit, item: int) -> Visit:
    """Tick or untick one thing to have ready."""
    if not isinstance(visit.page, InLesson):
        return visit
    return replace(visit, page=replace(visit.page, ticked=visit.page.ticked ^ {item}))


def show_sheet(visit: Visit, sheet: TakeHome) -> Visit:
    """What became of the sheet, for whoever still stands at the end of a lesson."""
    if not isinstance(visit.page, InLesson) or not visit.page.place.finished:
        return visit
    return replace(visit, page=replace(visit.page, sheet=sheet))


def start_lesson(visit: Visit, lesson_id: str, lesson: Lesson) -> Visit:
    """A lesson from its first step; what kind of phone the resident has is asked once a visit."""
    questions = [one for one in lesson.steps if isinstance(one, Ask) and one.remember == PHONE_QUESTION]
    known = visit.phone_kind and all(visit.phone_kind in one.choices for one in questions)
    answers = {PHONE_QUESTION: visit.phone_kind} if known else {}
    return replace(visit, page=InLesson(Place(lesson_id, lesson, answers=answers)))


def again(visit: Visit) -> Visit:
    """The same lesson from its first step."""
    if not isinstance(visit.page, InLesson):
        return visit
    return start_lesson(visit, visit.page.place.lesson_id, visit.page.place.lesson)


def do_again(visit: Visit) -> Visit:
    """The same step as it was found."""
    if not isinstance(visit.page, InLesson):
        return visit
    return replace(visit, page=InLesson(visit.page.place))


def explore(visit: Visit, app: FreeApp) -> Visit:
    """An app of the phone with no task."""
    skin = skin_of({PHONE_QUESTION: visit.phone_kind})
    return replace(visit, page=Exploring(app.id, PhoneState(app.screen), app.shelf, skin))
