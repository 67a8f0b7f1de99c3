"""Whether what a hand did is what a step asked for. Pure; the words for each answer are the screens' business."""

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

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
    Size,
    Swiped,
    Tapped,
    TappedTwice,
    Touch,
    Waited,
    Way,
)
from kiosk.lessons.phone.pictures import CameraView
from kiosk.lessons.phone.shown import BACK, NAV_BACK, NAV_HOME
from kiosk.lessons.steps import (
    CardStep,
    Drag,
    Hold,
    Pin,
    Pinch,
    Practice,
    Scan,
    Scroll,
    Swipe,
    Tap,
    Type,
    Wait,
)


class Nearly(StrEnum):
    """Something that was almost right, and what is missing."""

    HOLD_LONGER = "hold-longer"
    KEEP_STILL = "keep-still"
    TWICE = "twice"
    OTHER_WAY = "other-way"
    NOT_A_TAP = "not-a-tap"
    JUST_A_TAP = "just-a-tap"
    FROM_THE_EDGE = "from-the-edge"
    FINGERS_APART = "fingers-apart"
    FINGERS_TOGETHER = "fingers-together"
    DROPPED_BESIDE = "dropped-beside"
    TOO_NEAR = "too-near"
    TOO_FAR = "too-far"
    IN_SHADOW = "in-shadow"
    OUTSIDE = "outside"
    MOVED_TOO_EARLY = "moved-too-early"
    STILL_BUSY = "still-busy"


@dataclass(frozen=True)
class Right:
    """Done as asked."""


@dataclass(frozen=True)
class Wrong:
    """Something else was touched; None is a bare place."""

    element: str | None


@dataclass(frozen=True)
class Almost:
    what: Nearly


@dataclass(frozen=True)
class Nothing:
    """A movement that means nothing here and deserves no words, such as scrolling about."""


WAYS_BACK = {BACK, NAV_BACK}
"""The arrow of an app and the button below it: who touches one for the other gets where they want."""

INWARDS = {
    Edge.BACK: {Way.LEFT, Way.RIGHT},
    Edge.HOME: {Way.UP},
    Edge.NOTIFICATIONS: {Way.DOWN},
}
"""Where a finger goes from each edge."""

Verdict = Right | Wrong | Almost | Nothing


def judge(step: Practice, gesture: Gesture) -> Verdict:
    """What a gesture is worth in a step. Slow hands are taken by what they mean: a long tap is a tap."""
    match step:
        case Tap():
            return _tap(step, gesture)
        case Hold():
            if isinstance(gesture, Held):
                return _on(step.target, gesture.element)
            return _short(step.target, gesture, Nearly.HOLD_LONGER, Nearly.KEEP_STILL)
        case Swipe():
            return _swipe(step, gesture)
        case Scroll():
            if isinstance(gesture, Scrolled):
                return Right() if step.target in gesture.seen else Nothing()
            return _no_touch(gesture, Nearly.NOT_A_TAP)
        case Drag():
            return _drag(step, gesture)
        case Pinch():
            return _pinch(step, gesture)
        case Scan():
            return _scan(gesture)
        case CardStep():
            if isinstance(gesture, HeldOnCard):
                return Right() if gesture.still else Almost(Nearly.MOVED_TOO_EARLY)
            return _touched(gesture)
        case Wait():
            if isinstance(gesture, Waited):
                return Right()
            return _no_touch(gesture, Nearly.STILL_BUSY)
        case Type() | Pin():
            # What is typed is judged as it is typed (kiosk.visit.moves); here are only touches beside the keys.
            return _touched(gesture)
        case _:
            assert_never(step)


def _tap(step: Tap, gesture: Gesture) -> Verdict:
    match gesture:
        case Tapped(element) | Held(element) if step.times == 2:
            return Almost(Nearly.TWICE) if element == step.target else Wrong(element)
        case Tapped(element) | Held(element) | TappedTwice(element):
            return Right() if {element, step.target} == WAYS_BACK else _on(step.target, element)
        case EdgeSwiped(Edge.BACK) if step.target in WAYS_BACK:
            return Right()
        case EdgeSwiped(Edge.HOME) if step.target == NAV_HOME:
            return Right()
        case Swiped() | EdgeSwiped() | Dragged() | Pinched():
            return Almost(Nearly.JUST_A_TAP)
        case _:
            return Nothing()


def _swipe(step: Swipe, gesture: Gesture) -> Verdict:
    match gesture:
        case EdgeSwiped(edge):
            if edge == step.way or (edge is Edge.NOTIFICATIONS and step.way is Way.DOWN):
                return Right()
            return Almost(Nearly.OTHER_WAY)
        case Swiped(way, element):
            if way == step.way:
                return Right() if step.target in {None, element} else Wrong(element)
            inwards = isinstance(step.way, Edge) and way in INWARDS[step.way]
            return Almost(Nearly.FROM_THE_EDGE if inwards else Nearly.OTHER_WAY)
        case Tapped(element) | Held(element) | TappedTwice(element):
            if (step.way is Edge.BACK and element in WAYS_BACK) or (
                step.way is Edge.HOME and element == NAV_HOME
            ):
                return Right()
            return Almost(Nearly.NOT_A_TAP)
        case Dragged() | Pinched():
            return Almost(Nearly.OTHER_WAY)
        case _:
            return Nothing()


def _drag(step: Drag, gesture: Gesture) -> Verdict:
    match gesture:
        case Dragged(element, onto):
            if element != step.target:
                return Wrong(element)
            return Right() if onto == step.onto else Almost(Nearly.DROPPED_BESIDE)
        case _:
            return _short(step.target, gesture, Nearly.NOT_A_TAP)


def _pinch(step: Pinch, gesture: Gesture) -> Verdict:
    match gesture:
        case Pinched(_, size):
            return Right() if size is step.size else Almost(Nearly.OTHER_WAY)
        case TappedTwice(element) if step.size is Size.LARGER:
            return _on(step.target, element)
        case _:
            moved = Nearly.FINGERS_APART if step.size is Size.LARGER else Nearly.FINGERS_TOGETHER
            missing = Nearly.TWICE if step.size is Size.LARGER else Nearly.FINGERS_TOGETHER
            return _short(step.target, gesture, missing, moved)


def _scan(gesture: Gesture) -> Verdict:
    if not isinstance(gesture, Aimed):
        return _touched(gesture)
    match gesture.view:
        case CameraView.RIGHT:
            return Right()
        case CameraView.NEAR:
            return Almost(Nearly.TOO_NEAR)
        case CameraView.FAR:
            return Almost(Nearly.TOO_FAR)
        case CameraView.SHADOW:
            return Almost(Nearly.IN_SHADOW)
        case CameraView.OUTSIDE:
            return Almost(Nearly.OUTSIDE)
        case _:
            assert_never(gesture.view)


def _on(target: str, element: str | None) -> Verdict:
    return Right() if element == target else Wrong(element)


def _short(target: str, gesture: Gesture, missing: Nearly, moved: Nearly = Nearly.OTHER_WAY) -> Verdict:
    """A touch of the right thing that was not yet all of it, or of a wrong thing."""
    match gesture:
        case Tapped(element) | Held(element) | TappedTwice(element):
            return Almost(missing) if element == target else Wrong(element)
        case Swiped() | EdgeSwiped() | Dragged() | Pinched():
            return Almost(moved)
        case _:
            return Nothing()


def _touched(gesture: Gesture) -> Verdict:
    match gesture:
        case Tapped(element) | Held(element) | TappedTwice(element):
            return Wrong(element)
        case _:
            return Nothing()


def _no_touch(gesture: Gesture, instead: Nearly) -> Verdict:
    """Where no touch helps, whatever it is on."""
    return Almost(instead) if isinstance(gesture, Touch) else Nothing()
