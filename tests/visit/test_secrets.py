"""PINs and passwords: misses count as on a real card."""

import pytest

from kiosk.lessons.phone.gestures import Held, TappedTwice
from kiosk.visit import moves, practising
from kiosk.visit.visit import Feedback, Missed, OnlyLooking, PinLocked, PinMissed, PinWasRight, Visit
from tests.visit_moves import LOGIN, SIGN, Move, after, at, feedback, hand, key, press, secret, tap


@pytest.mark.parametrize(
    ("goal", "doing", "expected"),
    [
        ("right", press("12"), None),
        ("right", press("1111"), PinMissed(2, 1)),
        ("right", press("11112222"), PinMissed(1, 2)),
        ("right", press("111122223333"), PinLocked(3)),
        ("right", press("1111222233334444"), PinMissed(2, 1)),
        ("right", [*press("1111"), tap("pad.1")], None),
        ("right", [tap("go")], Missed("go")),
        ("miss", press("1234"), PinWasRight()),
        ("miss", press("1111"), PinMissed(2, 1)),
        ("lock", press("1234"), PinWasRight()),
        ("lock", press("11112222"), PinMissed(1, 2)),
        ("lock", press("111122223333"), PinLocked(3)),
    ],
)
def test_a_pin_pad_counts_as_a_real_card_does(goal: str, doing: list[Move], expected: Feedback) -> None:
    assert feedback(at(LOGIN | {"goal": goal}), *doing) == expected


@pytest.mark.parametrize(
    ("goal", "done"),
    [("right", []), ("miss", [1]), ("lock", [3])],
)
def test_a_secret_is_practised_when_its_goal_is_reached(goal: str, done: list[int]) -> None:
    pad, sign = at(LOGIN | {"goal": goal}), at(SIGN | {"goal": goal})
    reached = [n for n in range(1, 4) if after(pad, *press("1111" * n)).accomplished]
    assert reached[:1] == done
    tries = [n for n in range(1, 6) if after(sign, *secret("XYZ") * n).accomplished]
    assert tries[:1] == [{"miss": 1, "lock": 5}[goal]] if done else not tries


@pytest.mark.parametrize(
    ("doing", "expected"),
    [
        (secret("XYZ"), PinMissed(4, 1)),
        (secret("XYZ") * 4, PinMissed(1, 4)),
        (secret("XYZ") * 5, PinLocked(5)),
        (secret(""), None),
        ([practising.decided], None),
        ([key("XYZ")], None),
    ],
)
def test_the_secret_with_letters_has_five_tries(doing: list[Move], expected: Feedback) -> None:
    assert feedback(at(SIGN), *doing) == expected


def test_the_right_secret_leads_on() -> None:
    assert after(at(SIGN), *secret("XYZ"), *secret("ABC123")).place.finished
    assert after(at(LOGIN), *press("1111"), *press("1234")).place.finished


def test_a_digit_can_be_deleted_and_each_press_counts() -> None:
    assert after(at(LOGIN), *press("12"), tap("pad.delete")).entered == "1"
    assert after(at(LOGIN), tap("pad.delete")).entered == ""
    assert after(at(LOGIN), hand(Held("pad.1")), hand(TappedTwice("pad.2"))).entered == "12"


def test_what_is_accomplished_can_be_done_again() -> None:
    visit = at(LOGIN | {"goal": "miss"})
    done = after(visit, *press("1111"))
    assert done.accomplished
    looked = after(Visit(done), tap("pad.1"), key("1"))
    assert (looked.entered, looked.accomplished) == ("", True)
    assert isinstance(looked.feedback, OnlyLooking)
    assert after(Visit(looked), moves.do_again) == visit.page
    assert after(Visit(looked), moves.go_on).place.finished
