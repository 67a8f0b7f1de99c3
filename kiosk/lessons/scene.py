"""The practice phone as it stands at a place of a lesson: what the steps before have left on it.

Nothing is stored: the state follows from the place, so going back and forth always shows the same phone.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import assert_never

from kiosk.lessons.phone.elements import Installing, Progress, Reading
from kiosk.lessons.phone.forms import FieldBox
from kiosk.lessons.phone.gestures import (
    Aimed,
    Dragged,
    Edge,
    EdgeSwiped,
    Gesture,
    Held,
    HeldOnCard,
    Pinched,
    Scrolled,
    Swiped,
    Tapped,
    TappedTwice,
    Waited,
)
from kiosk.lessons.phone.pictures import CameraView
from kiosk.lessons.phone.screen import PhoneScreen, Skin, SystemWords
from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.phone.state import PhoneState, react
from kiosk.lessons.phone.touchable import ON
from kiosk.lessons.phone.values import with_texts
from kiosk.lessons.place import Place
from kiosk.lessons.steps import (
    CardStep,
    Drag,
    Hold,
    Look,
    Pin,
    Pinch,
    PinGoal,
    Practice,
    Scan,
    Scroll,
    Step,
    Swipe,
    Tap,
    Type,
    Wait,
)

Screens = Callable[[str], PhoneScreen]
"""Gives a screen by its name, in the resident's language."""

PHONE_QUESTION = "phone"
"""The question whose answer chooses the skin."""


def skin_of(answers: Mapping[str, str]) -> Skin:
    answer = answers.get(PHONE_QUESTION, "")
    return Skin(answer) if answer in set(Skin) else Skin.IPHONE


def shown_at(
    place: Place, screens: Screens, words: SystemWords, now: Mapping[str, str] | None = None
) -> Shown | None:
    """The phone at a place, or None where a step has none. `now` are values of what is being done at this step."""
    skin = skin_of(place.answers)
    state: PhoneState | None = None
    done: tuple[Practice, Shown] | None = None
    for step in place.steps_so_far:
        if state and done:
            state = after(state, *done)
        state = _turned(state, step)
        done = None
        if state and isinstance(step, Practice):
            done = step, _shown(state, step, screens, words, skin)
    if state is None or not has_phone(place.step):
        return None
    present = replace(state, values={**state.values, **(now or {})})
    return _shown(present, place.step, screens, words, skin)


def has_phone(step: Step) -> bool:
    return isinstance(step, Practice) or (isinstance(step, Look) and step.screen is not None)


def _shown(state: PhoneState, step: Step, screens: Screens, words: SystemWords, skin: Skin) -> Shown:
    screen = screens(state.screen)
    if isinstance(step, Look | Practice):
        screen = with_texts(screen, step.texts)
    return state.shown(screen, words, skin)


def _turned(state: PhoneState | None, step: Step) -> PhoneState | None:
    """The phone as a step finds it: its own screen and states; an app keeps what was done in it before."""
    if not isinstance(step, Look | Practice) or step.screen is None:
        return state
    if state is None or _app(state.screen) != _app(step.screen):
        state = PhoneState(step.screen)
    elif state.screen != step.screen:
        state = PhoneState(step.screen, state.values)
    values = dict(state.values)
    typing = ""
    if isinstance(step, Type | Pin):
        typing = step.target
        values.pop(typing, None)
    if isinstance(step, Type):
        values[typing] = ""
    return replace(state, values={**values, **step.sets}, typing=typing)


def _app(screen: str) -> str:
    return screen.partition("/")[0]


def asked(step: Practice) -> Gesture:
    """What does a step right; for what is typed, a touch of where it is typed."""
    match step:
        case Tap():
            return TappedTwice(step.target) if step.times == 2 else Tapped(step.target)
        case Hold():
            return Held(step.target)
        case Swipe():
            return EdgeSwiped(step.way) if isinstance(step.way, Edge) else Swiped(step.way, step.target)
        case Scroll():
            return Scrolled(frozenset({step.target}))
        case Drag():
            return Dragged(step.target, step.onto)
        case Pinch():
            return Pinched(step.target, step.size)
        case Type() | Pin():
            return Tapped(step.target)
        case CardStep():
            return HeldOnCard(still=True)
        case Scan():
            return Aimed(CameraView.RIGHT)
        case Wait():
            return Waited()
        case _:
            assert_never(step)


def after(state: PhoneState, step: Practice, shown: Shown) -> PhoneState:
    """What a step leaves on the phone when it is done."""
    match step:
        case Tap() | Hold() | Swipe() | Scroll() | Drag() | Pinch():
            return react(state, asked(step), shown)
        case Type():
            return state.with_value(step.target, step.text)
        case Pin():
            entered = step.which.dummy if step.goal is PinGoal.RIGHT else ""
            field = isinstance(shown.element(step.target), FieldBox)
            return state.with_value(step.target, entered if field else "0")
        case CardStep():
            return state.with_value(step.target, Reading.DONE)
        case Scan():
            return state.with_value(step.target, CameraView.RIGHT).with_value(f"{step.target}.framed", ON)
        case Wait():
            filled = "100" if isinstance(shown.element(step.target), Progress) else Installing.READY
            return state.with_value(step.target, filled)
        case _:
            assert_never(step)
