"""What the phone does by itself when nobody has set a task."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.lessons.library import load_library
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
from kiosk.lessons.phone.screen import PhoneScreen, Skin
from kiosk.lessons.phone.state import HOME as HOME_SCREEN
from kiosk.lessons.phone.state import PhoneState, react, turned
from kiosk.paths import SHIPPED
from tests.phone_builders import (
    ALL,
    HOME,
    NOTICE,
    TABS,
    WORDS,
    button,
    screen,
)

GO = button(opens="app/next", sets={"agree": "on"})
HERE = screen(GO, *ALL[1:], tabs=TABS, shade=[NOTICE], back="app/before")
START = PhoneState("app/here")


def done(*gestures: Gesture, state: PhoneState = START, here: PhoneScreen = HERE) -> PhoneState:
    for gesture in gestures:
        state = react(state, gesture, state.shown(here, WORDS, Skin.ANDROID))
    return state


def taps(*names: str, state: PhoneState = START) -> PhoneState:
    return done(*(Tapped(name) for name in names), state=state)


@pytest.mark.parametrize(
    ("names", "values"),
    [
        (["agree"], {"agree": "on"}),
        (["agree", "agree"], {"agree": "off"}),
        (["wifi"], {"wifi": "on"}),
        (["woman"], {"sex": "woman"}),
        (["woman", "man"], {"sex": "man"}),
        (["sea"], {"album": "sea"}),
        (["second"], {"tabs": "second"}),
        (["town", "y"], {"town": "y"}),
        (["town", "list-close"], {}),
        (["born", "born.decide"], {"born": "1950-01-31"}),
        (["born", "born.year-less", "born.month-more", "born.decide"], {"born": "1949-02-28"}),
        (["pad.1", "pad.2", "pad.delete"], {"pad": "1"}),
        ([f"pad.{digit}" for digit in "123456"], {"pad": "4"}),
        (["pad.delete"], {"pad": "0"}),
        (["store"], {"store": "ready"}),
        (["nothing", "heading", "row-1", "one"], {}),
    ],
)
def test_touches_leave_their_mark(names: list[str], values: dict[str, str]) -> None:
    state = taps(*names)
    assert (dict(state.values), state.screen, state.open) == (values, "app/here", "")


def test_a_touch_opens_the_next_screen_and_sets_what_it_shows() -> None:
    assert taps("go") == PhoneState("app/next", {"agree": "on"}, ("app/here",))


def test_a_bare_place_and_other_movements_change_nothing() -> None:
    others = (
        Scrolled(frozenset("a")),
        Dragged("go", "bin"),
        Aimed(CameraView.FAR),
        HeldOnCard(True),
        Waited(),
    )
    assert done(Tapped(None), Held(None), TappedTwice(None), *others) == START


@pytest.mark.parametrize("gesture", [Held("agree"), TappedTwice("agree")])
def test_a_slow_or_a_double_tap_is_a_tap(gesture: Gesture) -> None:
    assert done(gesture).values == {"agree": "on"}


@pytest.mark.parametrize(
    ("gestures", "zoom"),
    [
        ([TappedTwice("map")], "1"),
        ([TappedTwice("map")] * 5, "2"),
        ([Pinched("map", Size.LARGER), Pinched("map", Size.SMALLER)], "0"),
        ([Pinched("map", Size.SMALLER)], "0"),
        ([Pinched("go", Size.LARGER)], None),
        ([Pinched(None, Size.LARGER)], None),
    ],
)
def test_maps_become_larger_and_smaller(gestures: list[Gesture], zoom: str | None) -> None:
    assert done(*gestures).values.get("map.zoom") == zoom


@pytest.mark.parametrize(
    ("ways", "page"),
    [([Way.LEFT], "1"), ([Way.LEFT] * 3, "1"), ([Way.LEFT, Way.RIGHT], "0"), ([Way.UP], None)],
)
def test_a_home_screen_turns_its_pages(ways: list[Way], page: str | None) -> None:
    assert done(*map(Swiped, ways), here=screen(HOME)).values.get("home") == page


def test_notifications_come_down_and_go_up_again() -> None:
    down = done(EdgeSwiped(Edge.NOTIFICATIONS))
    assert down.shade_open
    assert not done(Swiped(Way.UP), state=down).shade_open
    assert done(Swiped(Way.LEFT), state=down) == down
    assert not taps("shade-close", state=down).shade_open
    assert done(EdgeSwiped(Edge.NOTIFICATIONS), here=screen(HOME)) == START


@pytest.mark.parametrize("back", [EdgeSwiped(Edge.BACK), Tapped("nav-back")])
def test_back_first_closes_what_is_open(back: Gesture) -> None:
    came = PhoneState("app/here", trail=("home/first",))
    for opened in (taps("town", state=came), taps("field", state=came)):
        assert done(back, state=opened) == came
    assert done(back, state=came) == PhoneState("home/first")
    assert done(back) == PhoneState("app/before")
    assert done(back, here=screen(HOME)) == START


@pytest.mark.parametrize("trail", [(), ("app/before",), ("app/other",)])
def test_the_arrow_of_an_app_leads_where_the_screen_says(trail: tuple[str, ...]) -> None:
    assert taps("back", state=PhoneState("app/here", trail=trail)) == PhoneState("app/before")


@pytest.mark.parametrize("home", [EdgeSwiped(Edge.HOME), Tapped("nav-home"), Tapped("nav-recent")])
def test_home_is_always_one_movement_away(home: Gesture) -> None:
    busy = taps("agree", "field", state=PhoneState("app/here", trail=("a/b",)))
    assert done(home, state=busy) == PhoneState(HOME_SCREEN, {"agree": "on"})


def test_a_list_and_the_keyboard_are_never_up_together() -> None:
    assert taps("field", "town") == PhoneState("app/here", open="town")


@pytest.mark.parametrize(
    ("day", "wheel", "by", "expected"),
    [
        ((2024, 2, 29), "year", 1, (2025, 2, 28)),
        ((2026, 1, 31), "month", 1, (2026, 2, 28)),
        ((2026, 12, 1), "month", 1, (2026, 1, 1)),
        ((2026, 2, 28), "day", 1, (2026, 2, 1)),
        ((2026, 3, 1), "day", -1, (2026, 3, 31)),
        ((2100, 1, 1), "year", 1, (2100, 1, 1)),
        ((1900, 1, 1), "year", -1, (1900, 1, 1)),
    ],
)
def test_a_wheel_keeps_the_date_real(day: tuple, wheel: str, by: int, expected: tuple) -> None:
    assert turned(date(*day), wheel, by) == date(*expected)


def test_a_long_way_is_not_remembered_for_ever() -> None:
    state = START
    for number in range(100):
        state = state.turned_to(f"app/{number}")
    assert len(state.trail) <= 20


LIBRARY = load_library(SHIPPED)
MOVEMENTS: list[Gesture] = [*map(EdgeSwiped, (Edge.BACK, Edge.NOTIFICATIONS)), *map(Swiped, Way)]
HANDS = st.lists(
    st.tuples(
        st.sampled_from([Tapped, Tapped, Tapped, Held, TappedTwice, "pinch", "move", "type"]),
        st.integers(0, 40),
    ),
    max_size=40,
)


@settings(deadline=None)
@given(st.sampled_from(sorted(LIBRARY.screens)), st.sampled_from(list(Skin)), HANDS)
def test_no_hand_breaks_the_shipped_phone(start: str, skin: Skin, hands: list[tuple[object, int]]) -> None:
    state = PhoneState(start)
    for kind, number in hands:
        shown = state.shown(LIBRARY.screens[state.screen], LIBRARY.phone_words, skin)
        parts = [one.id for one in shown.touchables()]
        element = parts[number % len(parts)] if parts and number < 36 else None
        if kind == "type":
            state = state.with_value(state.typing, "ああ") if state.typing else state
        elif kind in ("pinch", "move"):
            gesture = Pinched(element, list(Size)[number % 2]) if kind == "pinch" else MOVEMENTS[number % 6]
            state = react(state, gesture, shown)
        else:
            state = react(state, kind(element), shown)
    shown = state.shown(LIBRARY.screens[state.screen], LIBRARY.phone_words, skin)
    assert react(state, EdgeSwiped(Edge.HOME), shown).screen in LIBRARY.screens
