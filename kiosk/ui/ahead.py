"""Everything a lesson may say, in the order in which it is needed, for making its sound ahead of time."""

from collections.abc import Iterator
from dataclasses import replace

from kiosk.lessons.model import Ask, Done, Look, Practice, Quiz
from kiosk.lessons.place import Place
from kiosk.text.ruby import RubyText
from kiosk.ui.views import Views
from kiosk.visit.visit import AnswerFirst, Feedback, InLesson, Missed, OnlyLooking, QuizAnswered


def said_in(views: Views, lesson_id: str) -> tuple[RubyText, ...]:
    """Each page with its likeliest answer, then the answers to every other touch; each text once."""
    pages = [*_pages(lesson_id, views)]
    said = [text for page in pages for text in _page_and_answer(views, page)]
    return tuple(dict.fromkeys([*said, *(text for page in pages for text in _other_answers(views, page))]))


def _pages(lesson_id: str, views: Views) -> Iterator[InLesson]:
    lesson = views.edition.library.lesson(lesson_id)
    after_practice = False
    for index, step in enumerate(lesson.steps):
        yield InLesson(Place(lesson_id, lesson, index), praised=after_practice)
        after_practice = isinstance(step, Practice)


def _page_and_answer(views: Views, page: InLesson) -> Iterator[RubyText]:
    step = page.place.step
    yield from views.finish(page).said if isinstance(step, Done) else (views.step(page).said,)
    likely: Feedback | None = None
    if isinstance(step, Practice):
        likely = Missed(None)
    elif isinstance(step, Ask):
        likely = AnswerFirst()
    elif isinstance(step, Look) and step.screen:
        likely = OnlyLooking()
    elif isinstance(step, Quiz):
        likely = QuizAnswered(step.right, right=True)
    if likely:
        yield _answered(views, page, likely)


def _other_answers(views: Views, page: InLesson) -> Iterator[RubyText]:
    step = page.place.step
    if isinstance(step, Quiz):
        for choice in step.choices:
            yield _answered(views, page, QuizAnswered(choice, right=choice == step.right))
    shown = views.shown(page)
    if not isinstance(step, Practice) or shown is None:
        return
    for one in shown.touchables():
        if one.id != step.target:
            yield _answered(views, page, Missed(one.id))


def _answered(views: Views, page: InLesson, feedback: Feedback) -> RubyText:
    return views.step(replace(page, feedback=feedback)).answer.text
