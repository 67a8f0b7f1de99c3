"""Whatever hands do, nobody gets stuck."""

from hypothesis import given, settings
from hypothesis import strategies as st

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
from kiosk.lessons.scene import shown_at
from kiosk.visit import moves, practising
from kiosk.visit.visit import InLesson, Visit
from tests.builders import ask, look
from tests.phone_builders import DEFAULTS, LIST, WORDS, practice_values, quiz
from tests.visit_moves import ALL_SCREEN, CHECK, LOGIN, PHONE, SIGN, Move, at, hand, key

EVERYTHING = (
    look(),
    ask(),
    look(screen="app/all"),
    *map(practice_values, DEFAULTS),
    practice_values("swipe", way="home", when={"phone": "android"}),
    LOGIN | {"goal": "miss"},
    LOGIN | {"goal": "lock"},
    SIGN,
    practice_values("tap", target=LIST["id"]),
    practice_values("tap", target="y"),
    quiz(),
    ask("colour", ("red", "blue")),
    CHECK,
)


def some_choice(visit: Visit, number: int) -> Visit:
    choices = list(getattr(visit.page.place.step, "choices", ["none"]))
    return practising.choose(visit, choices[number % len(choices)])


IDS = [one.id for one in PHONE.touchables()]
ELEMENTS = st.sampled_from([None, *IDS, "x", "y", "nav-back"])
GESTURES: st.SearchStrategy[Gesture] = st.one_of(
    st.builds(Tapped, ELEMENTS),
    st.builds(TappedTwice, ELEMENTS),
    st.builds(Held, ELEMENTS),
    st.builds(Swiped, st.sampled_from(Way), ELEMENTS),
    st.builds(EdgeSwiped, st.sampled_from(Edge)),
    st.builds(Scrolled, st.frozensets(st.sampled_from(IDS))),
    st.builds(Dragged, st.sampled_from(IDS), ELEMENTS),
    st.builds(Pinched, ELEMENTS, st.sampled_from(Size)),
    st.builds(Aimed, st.sampled_from(CameraView)),
    st.builds(HeldOnCard, st.booleans()),
    st.just(Waited()),
)
WISHES: st.SearchStrategy[Move] = st.one_of(
    GESTURES.map(hand),
    st.builds(key, st.sampled_from(["", "さ", "さとう", "ABC123", "XYZ"]), st.sampled_from(["", "う"])),
    st.sampled_from(
        [
            moves.go_on,
            moves.go_on,
            moves.go_past,
            moves.go_back,
            moves.do_again,
            moves.again,
            practising.decided,
        ]
    ),
    st.integers(0, 3).map(lambda number: lambda visit: some_choice(visit, number)),
)


@settings(deadline=None, max_examples=150)
@given(st.integers(0, len(EVERYTHING)), st.lists(WISHES, max_size=60))
def test_whatever_hands_do_the_lesson_can_be_finished(start: int, wishes: list[Move]) -> None:
    visit = at(*EVERYTHING, index=0)
    for _ in range(start):
        visit = moves.go_past(visit)
    for wish in wishes:
        became = wish(visit)
        visit = became if isinstance(became.page, InLesson) else visit
        page = visit.page
        assert 1 <= page.place.number <= page.place.total + 1
        shown_at(page.place, lambda _: ALL_SCREEN, WORDS, practising.values_now(page))
    for passing, most in ((moves.go_past, 1), (moves.go_on, moves.PATIENCE + 1)):
        passed = visit
        for _ in range(len(EVERYTHING) * most):
            passed = passing(passed)
        assert passed.page.place.finished
