"""What a resident's hands make of a practice step."""

import pytest

from kiosk.lessons.model import FreeApp
from kiosk.lessons.phone.gestures import Edge, EdgeSwiped, Scrolled, Swiped, TappedTwice, Waited, Way
from kiosk.lessons.phone.state import PhoneState
from kiosk.lessons.practice import Nearly
from kiosk.lessons.scene import asked
from kiosk.text.kana_input import Typed
from kiosk.visit import moves, practising
from kiosk.visit.visit import Exploring, Feedback, InLesson, Missed, NearlyRight, OnlyLooking, Visit
from tests.builders import Values, ask, look
from tests.phone_builders import DEFAULTS, place, practice_values, quiz
from tests.visit_moves import CHECK, LOGIN, SIGN, Move, after, at, choose, feedback, hand, key, press, tap


@pytest.mark.parametrize("do", DEFAULTS)
def test_what_is_asked_for_leads_on_with_praise(do: str) -> None:
    step = practice_values(do)
    visit = at(step)
    doing = {"type": [key("さとう")], "pin": press("1234")}.get(do, [hand(asked(visit.page.place.step))])
    assert after(visit, *doing) == InLesson(place(step, index=1), praised=True)


@pytest.mark.parametrize(
    ("step", "doing", "expected"),
    [
        (practice_values("tap"), [tap("bin")], Missed("bin")),
        (practice_values("tap"), [tap(None)] * 3, Missed(None, 3)),
        (
            practice_values("tap"),
            [tap("bin"), hand(EdgeSwiped(Edge.BACK))],
            NearlyRight(Nearly.JUST_A_TAP, 2),
        ),
        (practice_values("tap"), [hand(Scrolled(frozenset()))], None),
        (practice_values("type"), [tap("go")], Missed("go")),
        (practice_values("type"), [tap("field")], None),
        (SIGN, [tap("secret")], None),
        (look(screen="app/all"), [tap("go")], OnlyLooking()),
        (look(screen="app/all"), [tap("go"), hand(TappedTwice(None))], OnlyLooking(2)),
        (look(screen="app/all"), [hand(Swiped(Way.LEFT))], None),
        (ask(), [tap("go")], None),
        (quiz(), [tap("go")], None),
        (CHECK, [tap("go")], None),
    ],
)
def test_any_other_movement_is_answered_kindly(step: Values, doing: list[Move], expected: Feedback) -> None:
    assert feedback(at(step), *doing) == expected


def test_praise_goes_when_something_else_is_touched() -> None:
    visit = at(practice_values("tap"), practice_values("tap"))
    assert after(visit, tap("go")).praised
    assert not after(visit, tap("go"), tap("bin")).praised


def test_at_the_end_nothing_is_to_be_done() -> None:
    visit = at(look(), index=1)
    assert after(visit, tap("go"), choose("a"), key("a"), practising.decided) == visit.page


def test_a_text_is_right_when_it_stands_in_the_field() -> None:
    visit = at(practice_values("type"))
    assert after(visit, key("さと")).typed == Typed("さと")
    assert not after(visit, key("さとう", "ん")).place.finished
    assert not after(visit, key("", "さとう")).place.finished
    assert after(visit, key("さと"), key("さとう")).place.finished


@pytest.mark.parametrize("step", [practice_values("tap"), look(), ask(), quiz(), CHECK])
def test_where_nothing_is_typed_nothing_changes(step: Values) -> None:
    visit = at(step)
    assert after(visit, key("あ"), practising.decided) == visit.page


def test_what_is_typed_shows_on_the_phone() -> None:
    typing = after(at(practice_values("type")), key("さ", "と"))
    assert practising.values_now(typing) == {"field": "さと"}
    assert practising.values_now(after(at(SIGN), key("AB"))) == {"secret": "AB"}
    assert practising.values_now(after(at(LOGIN), *press("12"))) == {"pad": "2"}
    assert practising.values_now(after(at(LOGIN))) == {}
    assert practising.values_now(after(at(look()))) == {}


APP = FreeApp(id="all", title="x", summary="x", shelf="s", icon="x", screen="app/all")


def explored(*done: Move) -> PhoneState:
    visit = moves.explore(Visit(phone_kind="android"), APP)
    for move in done:
        visit = move(visit)
    assert isinstance(visit.page, Exploring)
    assert visit.page.skin == "android"
    return visit.page.phone


def test_free_practice_does_what_a_phone_does() -> None:
    assert explored() == PhoneState("app/all")
    assert explored(tap("agree"), tap("bin"), hand(Waited())).values == {"agree": "on"}
    assert explored(hand(EdgeSwiped(Edge.HOME))).screen == "home/first"
    typed = explored(tap("field"), key("さ", "と"))
    assert (typed.values, typed.typing) == ({"field": "さと"}, "field")
    assert explored(tap("field"), key("さ"), practising.decided).typing == ""


def test_nothing_of_a_step_touches_free_practice() -> None:
    page = Visit(Exploring("all", PhoneState("app/all")))
    assert [move(page) for move in (moves.go_on, moves.go_past, moves.do_again, choose("a"))] == [page] * 4
