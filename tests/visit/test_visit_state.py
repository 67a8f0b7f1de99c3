import pytest

from kiosk.visit.visit import Contrast, Front, Home, TextSize, Visit, VisitState, following

FRESH = Visit(language="en", read_aloud=False)
TOUCHED = Visit(Front("camera"), "vi", TextSize.LARGEST, Contrast.YELLOW, furigana=False)


class Listener:
    """Writes down each signal, and what the state held while it came."""

    def __init__(self, state: VisitState) -> None:
        self.heard: list[tuple[Visit, Visit, Visit]] = []
        state.changed.connect(lambda before, now: self.heard.append((before, now, state.visit)))


def test_the_visit_is_swapped_before_it_is_told() -> None:
    state = VisitState(FRESH)
    listener = Listener(state)
    state.become(TOUCHED)
    assert listener.heard == [(FRESH, TOUCHED, TOUCHED)]


@pytest.mark.parametrize("same", [FRESH, Visit(language="en", read_aloud=False)])
def test_nothing_is_told_when_nothing_changed(same: Visit) -> None:
    state = VisitState(FRESH)
    listener = Listener(state)
    state.become(same)
    state.start_over()
    assert listener.heard == []


def test_starting_over_gives_exactly_the_fresh_visit() -> None:
    state = VisitState(FRESH)
    state.become(TOUCHED)
    listener = Listener(state)
    state.start_over()
    assert state.visit is FRESH
    assert listener.heard == [(TOUCHED, FRESH, FRESH)]


def test_a_listener_may_change_the_visit_again() -> None:
    state = VisitState(FRESH)
    home = Visit(Home())
    state.changed.connect(lambda _before, now: state.become(home))
    state.become(TOUCHED)
    assert state.visit == home


@pytest.mark.parametrize(
    ("value", "then"),
    [
        (TextSize.NORMAL, TextSize.LARGE),
        (TextSize.LARGEST, TextSize.NORMAL),
        (Contrast.YELLOW, Contrast.LIGHT),
    ],
)
def test_comforts_go_round(value: TextSize | Contrast, then: TextSize | Contrast) -> None:
    assert following(value) is then
