"""What each movement is worth in each kind of step."""

import pytest

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
    Waited,
    Way,
)
from kiosk.lessons.phone.pictures import CameraView
from kiosk.lessons.practice import Almost, Nearly, Nothing, Right, Verdict, Wrong, judge
from kiosk.lessons.scene import asked
from tests.phone_builders import DEFAULTS, practice

TAP, TWICE, HOLD = practice("tap"), practice("tap", times=2), practice("hold")
TAP_BACK, TAP_HOME = practice("tap", target="back"), practice("tap", target="nav-home")
LEFT, DOWN, ROW = practice("swipe"), practice("swipe", way="down"), practice("swipe", target="row")
FROM_SIDE, FROM_BELOW = practice("swipe", way="back"), practice("swipe", way="home")
FROM_ABOVE = practice("swipe", way="notifications")
SCROLL, DRAG = practice("scroll"), practice("drag")
LARGER, SMALLER = practice("pinch"), practice("pinch", size="smaller")
TYPE, PIN, CARD = practice("type"), practice("pin"), practice("card")
SCAN, WAIT = practice("scan"), practice("wait")

BACK, HOME, NOTIFICATIONS = (EdgeSwiped(edge) for edge in Edge)
YES, QUIET, BARE = Right(), Nothing(), Wrong(None)
OTHER_WAY, NOT_A_TAP = Almost(Nearly.OTHER_WAY), Almost(Nearly.NOT_A_TAP)
JUST_A_TAP, DOUBLE = Almost(Nearly.JUST_A_TAP), Almost(Nearly.TWICE)
LONGER, STILL = Almost(Nearly.HOLD_LONGER), Almost(Nearly.KEEP_STILL)
TOGETHER, APART = Almost(Nearly.FINGERS_TOGETHER), Almost(Nearly.FINGERS_APART)
OUTSIDE_EDGE, BUSY = Almost(Nearly.FROM_THE_EDGE), Almost(Nearly.STILL_BUSY)

TABLE: list[tuple[object, Gesture, Verdict]] = [
    (TAP, Tapped("go"), YES),
    (TAP, Held("go"), YES),
    (TAP, TappedTwice("go"), YES),
    (TAP, Tapped("other"), Wrong("other")),
    (TAP, Tapped(None), BARE),
    (TAP, Swiped(Way.LEFT, "go"), JUST_A_TAP),
    (TAP, BACK, JUST_A_TAP),
    (TAP, Pinched("go", Size.LARGER), JUST_A_TAP),
    (TAP, Scrolled(frozenset({"go"})), QUIET),
    (TAP, Waited(), QUIET),
    (TAP_BACK, Tapped("back"), YES),
    (TAP_BACK, Tapped("nav-back"), YES),
    (TAP_BACK, BACK, YES),
    (TAP_BACK, HOME, JUST_A_TAP),
    (TAP_HOME, HOME, YES),
    (TAP_HOME, Tapped("nav-back"), Wrong("nav-back")),
    (TWICE, TappedTwice("go"), YES),
    (TWICE, TappedTwice("other"), Wrong("other")),
    (TWICE, Tapped("go"), DOUBLE),
    (TWICE, Held("go"), DOUBLE),
    (TWICE, Tapped("other"), Wrong("other")),
    (HOLD, Held("go"), YES),
    (HOLD, Held("other"), Wrong("other")),
    (HOLD, Tapped("go"), LONGER),
    (HOLD, TappedTwice("go"), LONGER),
    (HOLD, Tapped(None), BARE),
    (HOLD, Swiped(Way.UP, "go"), STILL),
    (LEFT, Swiped(Way.LEFT), YES),
    (LEFT, Swiped(Way.LEFT, "anything"), YES),
    (LEFT, Swiped(Way.RIGHT), OTHER_WAY),
    (LEFT, BACK, OTHER_WAY),
    (LEFT, Tapped("go"), NOT_A_TAP),
    (LEFT, Pinched(None, Size.LARGER), OTHER_WAY),
    (LEFT, Scrolled(frozenset()), QUIET),
    (DOWN, NOTIFICATIONS, YES),
    (ROW, Swiped(Way.LEFT, "row"), YES),
    (ROW, Swiped(Way.LEFT, "other"), Wrong("other")),
    (ROW, Swiped(Way.RIGHT, "row"), OTHER_WAY),
    (FROM_SIDE, BACK, YES),
    (FROM_SIDE, Tapped("back"), YES),
    (FROM_SIDE, Tapped("nav-back"), YES),
    (FROM_SIDE, Tapped("nav-home"), NOT_A_TAP),
    (FROM_SIDE, Swiped(Way.RIGHT), OUTSIDE_EDGE),
    (FROM_SIDE, Swiped(Way.UP), OTHER_WAY),
    (FROM_SIDE, HOME, OTHER_WAY),
    (FROM_BELOW, HOME, YES),
    (FROM_BELOW, Tapped("nav-home"), YES),
    (FROM_BELOW, Swiped(Way.UP), OUTSIDE_EDGE),
    (FROM_BELOW, Swiped(Way.LEFT), OTHER_WAY),
    (FROM_ABOVE, NOTIFICATIONS, YES),
    (FROM_ABOVE, Swiped(Way.DOWN), OUTSIDE_EDGE),
    (SCROLL, Scrolled(frozenset({"go", "other"})), YES),
    (SCROLL, Scrolled(frozenset({"other"})), QUIET),
    (SCROLL, Tapped("go"), NOT_A_TAP),
    (SCROLL, Swiped(Way.UP), QUIET),
    (DRAG, Dragged("go", "bin"), YES),
    (DRAG, Dragged("go", None), Almost(Nearly.DROPPED_BESIDE)),
    (DRAG, Dragged("go", "other"), Almost(Nearly.DROPPED_BESIDE)),
    (DRAG, Dragged("other", "bin"), Wrong("other")),
    (DRAG, Tapped("go"), NOT_A_TAP),
    (DRAG, Tapped("other"), Wrong("other")),
    (DRAG, Swiped(Way.LEFT), OTHER_WAY),
    (LARGER, Pinched("map", Size.LARGER), YES),
    (LARGER, Pinched(None, Size.LARGER), YES),
    (LARGER, Pinched("map", Size.SMALLER), OTHER_WAY),
    (LARGER, TappedTwice("map"), YES),
    (LARGER, TappedTwice("other"), Wrong("other")),
    (LARGER, Tapped("map"), DOUBLE),
    (LARGER, Swiped(Way.LEFT, "map"), APART),
    (SMALLER, Pinched("map", Size.SMALLER), YES),
    (SMALLER, Pinched("map", Size.LARGER), OTHER_WAY),
    (SMALLER, TappedTwice("map"), TOGETHER),
    (SMALLER, Tapped("map"), TOGETHER),
    (SMALLER, Swiped(Way.LEFT), TOGETHER),
    (TYPE, Tapped("other"), Wrong("other")),
    (TYPE, Swiped(Way.LEFT), QUIET),
    (PIN, Tapped(None), BARE),
    (PIN, Scrolled(frozenset()), QUIET),
    (CARD, HeldOnCard(still=True), YES),
    (CARD, HeldOnCard(still=False), Almost(Nearly.MOVED_TOO_EARLY)),
    (CARD, Tapped("other"), Wrong("other")),
    (CARD, Waited(), QUIET),
    (SCAN, Aimed(CameraView.RIGHT), YES),
    (SCAN, Aimed(CameraView.NEAR), Almost(Nearly.TOO_NEAR)),
    (SCAN, Aimed(CameraView.FAR), Almost(Nearly.TOO_FAR)),
    (SCAN, Aimed(CameraView.SHADOW), Almost(Nearly.IN_SHADOW)),
    (SCAN, Aimed(CameraView.OUTSIDE), Almost(Nearly.OUTSIDE)),
    (SCAN, Tapped("other"), Wrong("other")),
    (WAIT, Waited(), YES),
    (WAIT, Tapped("bar"), BUSY),
    (WAIT, Held(None), BUSY),
    (WAIT, Swiped(Way.UP), QUIET),
]


@pytest.mark.parametrize(
    ("step", "gesture", "verdict"),
    TABLE,
    ids=[f"{step.do}-{type(gesture).__name__}-{number}" for number, (step, gesture, _) in enumerate(TABLE)],
)
def test_what_a_movement_is_worth(step, gesture: Gesture, verdict: Verdict) -> None:
    assert judge(step, gesture) == verdict


GESTURES = {type(gesture): gesture for _, gesture, _ in TABLE}.values()
STEPS = [step for step, _, _ in TABLE]


@pytest.mark.parametrize("step", STEPS)
def test_every_step_has_a_verdict_on_every_movement(step) -> None:
    assert all(isinstance(judge(step, gesture), Verdict) for gesture in GESTURES)


@pytest.mark.parametrize("do", sorted(set(DEFAULTS) - {"type", "pin"}))
def test_what_a_step_asks_for_is_right(do: str) -> None:
    assert judge(practice(do), asked(practice(do))) == YES


def test_every_way_of_being_nearly_right_can_happen() -> None:
    happened = {verdict.what for _, _, verdict in TABLE if isinstance(verdict, Almost)}
    assert happened == set(Nearly)
