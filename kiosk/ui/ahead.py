"""Everything a lesson may say, in the order in which it is needed, for making its sound ahead of time."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, pairwise

from kiosk.lessons.phone.gestures import (
    Aimed,
    Dragged,
    Edge,
    EdgeSwiped,
    Gesture,
    Held,
    HeldOnCard,
    Pinched,
    Size,
    Swiped,
    Tapped,
    Way,
)
from kiosk.lessons.phone.pictures import CameraView
from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.place import Place
from kiosk.lessons.rehearsal import ways
from kiosk.lessons.steps import CardStep, Done, Pin, PinGoal, Practice, Quiz, Scan
from kiosk.text.kana_input import Typed
from kiosk.text.ruby import RubyText
from kiosk.ui.answers import HELP_FROM, Answers
from kiosk.ui.phone.card_stage import CARD
from kiosk.ui.phone.scan_stage import PAPER
from kiosk.ui.views import Views
from kiosk.visit import moves, practising
from kiosk.visit.visit import InLesson, Visit


def said_in(views: Views, lesson_id: str) -> tuple[RubyText, ...]:
    """Everything, each text once."""
    return tuple(dict.fromkeys(chain.from_iterable(said_by_page(views, lesson_id))))


def said_by_page(views: Views, lesson_id: str) -> Iterator[tuple[RubyText, ...]]:
    """Each page with its likeliest answer, then the answers to everything else that a hand may do there.

    Page by page, as a whole lesson takes longer than a window may stand still.
    """
    pages = tuple(_pages(views, lesson_id))
    for page in pages:
        yield tuple(_page_and_answer(views, page))
    for page in pages:
        yield tuple(_answers(views, page))


def _pages(views: Views, lesson_id: str) -> Iterator[InLesson]:
    """Every page of every way through a lesson, as whoever does each step right finds it."""
    lesson = views.edition.library.lesson(lesson_id)
    for answers in ways(lesson):
        way = list(Place(lesson_id, lesson, answers=answers).way())
        yield InLesson(way[0])
        for before, place in pairwise(way):
            yield InLesson(place, praised=isinstance(before.step, Practice) and not _stays(before.step))


def _stays(step: Practice) -> bool:
    """Whether there is something to read before going on."""
    return isinstance(step, Pin) and step.goal is not PinGoal.RIGHT


def _page_and_answer(views: Views, page: InLesson) -> Iterator[RubyText]:
    done = isinstance(page.place.step, Done)
    yield from views.end.page(page).said if done else (views.step(page).said,)
    answer = next(_answers(views, page), None)
    if answer:
        yield answer


def _answers(views: Views, page: InLesson) -> Iterator[RubyText]:
    """The likeliest comes first."""
    shown = views.shown(page)
    step = page.place.with_lesson(views.edition.lesson(page.place.lesson_id)).step
    answers = Answers(views.words, step, shown)
    for times in range(1, HELP_FROM + 1):
        for then in _tries(page, shown):
            if then.feedback and then.place == page.place:
                again = replace(then.feedback, times=max(times, then.feedback.times))
                yield answers.to(replace(then, feedback=again)).text


def _tries(page: InLesson, shown: Shown | None) -> Iterator[InLesson]:
    """What becomes of a page when somebody tries something."""
    step, visit = page.place.step, Visit(page=page)
    tried: list[Visit] = []
    if isinstance(step, Quiz):
        tried += [practising.choose(visit, one) for one in (step.right, *step.choices)]
    if isinstance(step, Pin):
        tried += _secrets(visit, step)
    if shown:
        tried += [practising.gesture(visit, one, shown) for one in _gestures(step, shown)]
    for one in (*tried, moves.go_on(visit)):
        if isinstance(one.page, InLesson):
            yield one.page


def _secrets(visit: Visit, step: Pin) -> Iterator[Visit]:
    """The number of the practice card, then wrong ones until there is nothing more to try."""
    yield _entered(visit, step.which.dummy)
    for _ in range(step.which.tries):
        visit = _entered(visit, step.which.dummy[::-1])
        yield visit
        if isinstance(visit.page, InLesson) and visit.page.accomplished:
            return


def _entered(visit: Visit, secret: str) -> Visit:
    assert isinstance(visit.page, InLesson)
    return practising.decided(replace(visit, page=replace(visit.page, typed=Typed(secret))))


def _gestures(step: object, shown: Shown) -> Iterator[Gesture]:
    """What hands do on the stage of a step, the likeliest mistake first."""
    match step:
        case Scan():
            yield from (Aimed(view) for view in CameraView)
            yield Tapped(PAPER)
        case CardStep():
            yield HeldOnCard(still=False)
            yield Tapped(CARD)
        case _:
            yield Tapped(None)
            yield from _movements(step)
            yield from (Tapped(one.id) for one in shown.touchables())


def _movements(step: object) -> Iterator[Gesture]:
    target = step.target if isinstance(step, Practice) else None
    yield from (Swiped(way, target) for way in Way)
    yield EdgeSwiped(Edge.BACK)
    yield from (Pinched(target, size) for size in Size)
    if target:
        yield Held(target)
        yield Dragged(target, None)
