"""What a resident's hands make of a practice step. Pure: a visit goes in, a visit comes out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from kiosk.lessons.phone.gestures import Gesture, Touch
from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.phone.state import react
from kiosk.lessons.practice import Almost, Nothing, Right, Wrong, judge
from kiosk.lessons.scene import PHONE_QUESTION
from kiosk.lessons.steps import Ask, Check, Done, Look, Pin, PinGoal, Quiz, Type
from kiosk.text.kana_input import Typed
from kiosk.text.typing_guide import Wanted
from kiosk.text.typing_skill import TypingSkill
from kiosk.visit.moves import times
from kiosk.visit.visit import (
    Exploring,
    InLesson,
    Missed,
    NearlyRight,
    OnlyLooking,
    PinLocked,
    PinMissed,
    PinWasRight,
    QuizAnswered,
    Visit,
)


def gesture(visit: Visit, done: Gesture, shown: Shown) -> Visit:
    """A movement on the practice phone, which looks like `shown`: on with the right one, a kind answer to any other."""
    page = visit.page
    if isinstance(page, Exploring):
        phone = react(page.phone, done, shown)
        typed = page.typed if phone.typing == page.phone.typing else None
        return replace(visit, page=replace(page, phone=phone, typed=typed))
    if not isinstance(page, InLesson):
        return visit
    return replace(visit, page=_in_lesson(page, done))


def _in_lesson(page: InLesson, done: Gesture) -> InLesson:
    step = page.place.step
    if isinstance(step, Ask | Check | Quiz | Done):
        return page
    if isinstance(step, Look) or page.accomplished:
        return replace(page, feedback=OnlyLooking(times(page))) if isinstance(done, Touch) else page
    if isinstance(step, Pin) and isinstance(done, Touch) and (key := _pin_key(step, done.element)):
        return _pressed(page, step, key)
    verdict = judge(step, done)
    match verdict:
        case Right():
            return _right(page)
        case Wrong(element):
            if isinstance(step, Type | Pin) and element == step.target:
                return page
            return replace(page, feedback=Missed(element, times(page)), praised=False)
        case Almost(what):
            return replace(page, feedback=NearlyRight(what, times(page)), praised=False)
        case Nothing():
            return page
        case _:
            assert_never(verdict)


def _right(page: InLesson) -> InLesson:
    return InLesson(page.place.forward(), praised=True)


# -- typing ------------------------------------------------------------------------------------


def typed(visit: Visit, now: Typed) -> Visit:
    """What stands on the keyboard now; a step is done when its text stands in the field."""
    page = visit.page
    if isinstance(page, Exploring):
        phone = page.phone.with_value(page.phone.typing, now.shown)
        return replace(visit, page=replace(page, phone=phone, typed=now))
    if not isinstance(page, InLesson) or page.accomplished:
        return visit
    step = page.place.step
    if isinstance(step, Pin):
        return replace(visit, page=replace(page, typed=now))
    if not isinstance(step, Type):
        return visit
    skill = TypingSkill(visit.typing_hits, visit.typing_misses)
    skill = skill.after(page.typed or Typed(board=now.board), now, wanted(step))
    done = now.text == step.text and not now.composing
    page = _right(page) if done else replace(page, typed=now)
    return replace(visit, page=page, typing_hits=skill.hits, typing_misses=skill.misses)


def wanted(step: Type) -> tuple[Wanted, ...]:
    """What is to be typed, for guidance."""
    return (Wanted(step.text, step.reading),)


def decided(visit: Visit) -> Visit:
    """「決定」 of the keyboard: the secret is tried; other fields are done when they are right."""
    page = visit.page
    if isinstance(page, Exploring):
        return replace(visit, page=replace(page, phone=replace(page.phone, typing=""), typed=None))
    if not isinstance(page, InLesson) or not isinstance(page.place.step, Pin):
        return visit
    if page.typed is None or not page.typed.shown:
        return visit
    return replace(visit, page=_tried(replace(page, typed=None), page.place.step, page.typed.shown))


# -- secrets -----------------------------------------------------------------------------------


def _pin_key(step: Pin, element: str | None) -> str:
    pad, _, key = (element or "").partition(".")
    return key if pad == step.target else ""


def _pressed(page: InLesson, step: Pin, key: str) -> InLesson:
    if key == "delete":
        return replace(page, entered=page.entered[:-1])
    entered = page.entered + key
    if len(entered) < len(step.which.dummy):
        return replace(page, entered=entered, feedback=None)
    return _tried(replace(page, entered=""), step, entered)


def _tried(page: InLesson, step: Pin, entered: str) -> InLesson:
    """Misses count as on a real card; at the last one it is shown what locks, and practice begins anew."""
    if entered == step.which.dummy:
        if step.goal is PinGoal.RIGHT:
            return _right(page)
        return replace(page, feedback=PinWasRight(times(page)))
    misses = page.misses + 1
    if misses >= step.which.tries:
        locked = PinLocked(misses)
        return replace(page, misses=0, feedback=locked, accomplished=step.goal is PinGoal.LOCK)
    missed = PinMissed(step.which.tries - misses, misses)
    return replace(page, misses=misses, feedback=missed, accomplished=step.goal is PinGoal.MISS)


# -- questions ---------------------------------------------------------------------------------


def choose(visit: Visit, choice: str) -> Visit:
    """An answer to a question that changes the way, or to one that has a right answer."""
    page = visit.page
    if not isinstance(page, InLesson):
        return visit
    step = page.place.step
    if isinstance(step, Ask):
        kind = choice if step.remember == PHONE_QUESTION else visit.phone_kind
        return replace(visit, page=InLesson(page.place.answer(choice).forward()), phone_kind=kind)
    if isinstance(step, Quiz) and choice in step.choices:
        right = choice == step.right
        answered = QuizAnswered(choice, right, times(page))
        return replace(visit, page=replace(page, feedback=answered, accomplished=page.accomplished or right))
    return visit


def values_now(page: InLesson) -> Mapping[str, str]:
    """What the present step has put on the phone so far."""
    step: object = page.place.step
    if isinstance(step, Pin) and page.typed is None:
        return {step.target: str(len(page.entered))} if page.entered else {}
    if isinstance(step, Type | Pin) and page.typed is not None:
        return {step.target: page.typed.shown}
    return {}
