"""Moves of a resident on a step, and what they lead to."""

from collections.abc import Callable

from kiosk.lessons.phone.gestures import Gesture, Tapped
from kiosk.lessons.phone.state import PhoneState
from kiosk.text.kana_input import Typed
from kiosk.visit import practising
from kiosk.visit.visit import Feedback, InLesson, Visit
from tests.builders import Values
from tests.phone_builders import ALL, NOTICE, WORDS, button, place, practice_values, screen

ALL_SCREEN = screen(*ALL, button("bin"), scrolls=True, shade=[NOTICE])
PHONE = PhoneState("app/all").shown(ALL_SCREEN, WORDS, "iphone")
CHECK = {"do": "check", "say": "用意します。", "items": ["紙", "ペン"]}
LOGIN = practice_values("pin")
SIGN = practice_values("pin", target="secret", which="sign")
Move = Callable[[Visit], Visit]


def at(*steps: Values, index: int = 0, **answers: str) -> Visit:
    return Visit(InLesson(place(*steps, index=index, **answers)))


def hand(done: Gesture) -> Move:
    return lambda visit: practising.gesture(visit, done, PHONE)


def tap(element: str | None) -> Move:
    return hand(Tapped(element))


def key(text: str, composing: str = "") -> Move:
    return lambda visit: practising.typed(visit, Typed(text, composing))


def choose(choice: str) -> Move:
    return lambda visit: practising.choose(visit, choice)


def press(digits: str) -> list[Move]:
    return [tap(f"pad.{digit}") for digit in digits]


def secret(text: str) -> list[Move]:
    return [key(text), practising.decided]


def after(visit: Visit, *done: Move) -> InLesson:
    for move in done:
        visit = move(visit)
    assert isinstance(visit.page, InLesson)
    return visit.page


def feedback(visit: Visit, *done: Move) -> Feedback | None:
    page = after(visit, *done)
    assert not page.place.finished
    return page.feedback
