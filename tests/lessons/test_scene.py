"""The phone beside a step: what the steps before have left on it."""

import pytest

from kiosk.lessons.phone.screen import Skin
from kiosk.lessons.scene import has_phone, shown_at, skin_of
from tests.builders import Values, ask, look
from tests.phone_builders import (
    ALL,
    DIALOG,
    NOTICE,
    STEP,
    TABS,
    WORDS,
    button,
    field,
    place,
    practice_values,
    quiz,
    screen,
)

BODY = (button(opens="app/next"), *ALL[1:], field("filled", value="まえ"))
SCREENS = {
    "app/all": screen(*BODY, tabs=TABS, shade=[NOTICE], scrolls=True),
    "app/next": screen(*BODY),
    "app/question": screen(*BODY, dialog=DIALOG),
    "other/all": screen(*BODY),
}


def phone(*steps: Values, index: int | None = None, now: dict[str, str] | None = None, **answers: str):
    last = len(steps) - 1 if index is None else index
    return shown_at(place(*steps, index=last, **answers), SCREENS.__getitem__, WORDS, now)


def state(step: Values, key: str, part: str, then: Values | None = None, **answers: str) -> object:
    """One part of the phone after a step was done."""
    return getattr(phone(step, then or look(screen="app/all"), **answers).element(key), part)


def tap(target: str, **changes: object) -> Values:
    return practice_values("tap", target=target, **changes)


@pytest.mark.parametrize(
    ("step", "key", "part", "expected"),
    [
        (tap("agree"), "agree", "on", True),
        (tap("woman"), "sex", "chosen", "woman"),
        (tap("agree", times=2), "agree", "on", True),
        (practice_values("hold", target="wifi"), "wifi", "on", True),
        (practice_values("swipe"), "home", "page", 1),
        (practice_values("pinch"), "map", "zoom", 1),
        (practice_values("pinch", size="smaller", sets={"map.zoom": "2"}), "map", "zoom", 1),
        (practice_values("type"), "field", "value", "さとう"),
        (practice_values("pin"), "pad", "entered", 0),
        (practice_values("pin", target="secret", which="sign"), "secret", "value", "ABC123"),
        (practice_values("card"), "reader", "stage", "done"),
        (practice_values("scan", sets={"camera": "far"}), "camera", "framed", True),
        (practice_values("scan", sets={"camera": "far"}), "camera", "view", "right"),
        (practice_values("wait"), "bar", "percent", 100),
        (practice_values("wait", target="store"), "store", "stage", "ready"),
        (practice_values("drag"), "home", "page", 0),
        (practice_values("scroll"), "home", "page", 0),
        (look(screen="app/all", sets={"map": "flood"}), "map", "hazard", "flood"),
    ],
)
def test_what_a_step_leaves_on_the_phone(step: Values, key: str, part: str, expected: object) -> None:
    assert state(step, key, part) == expected


def test_another_screen_of_the_app_remembers_and_another_app_does_not() -> None:
    assert state(tap("agree"), "agree", "on", look(screen="app/next")) is True
    assert state(tap("agree"), "agree", "on", look(screen="other/all")) is False
    assert state(tap("agree"), "agree", "on", look(screen="app/all", sets={"agree": "off"})) is False


def test_what_was_opened_is_open_at_the_next_step() -> None:
    opened = phone(tap("town"), tap("x"))
    assert [one.id for one in opened.touchables()] == ["x", "y", "list-close"]
    assert phone(tap("town"), tap("x"), look(screen="app/all")).opened is None
    assert phone(tap("town"), look(screen="app/next")).opened is None
    assert phone(practice_values("swipe", way="notifications"), tap("notice")).shade_open


@pytest.mark.parametrize(("do", "keys"), [("type", "kana"), ("pin", None), ("tap", None), ("wait", None)])
def test_the_keyboard_is_up_where_something_is_typed(do: str, keys: str | None) -> None:
    assert phone(practice_values(do)).keys == keys
    assert phone(practice_values(do), look(screen="app/all")).keys is None


def test_a_field_is_empty_when_it_is_typed_into_again() -> None:
    steps = [practice_values("type"), practice_values("type")]
    assert phone(*steps).element("field").value is None
    assert phone(practice_values("type", target="filled")).element("filled").value is None
    sign = practice_values("pin", target="secret", which="sign")
    assert phone(sign, sign).element("secret").value is None
    assert phone(*steps, tap("go")).element("field").value == "さとう"


def test_a_step_puts_its_own_words_on_the_screen_and_takes_them_away() -> None:
    worded = tap("agree", texts={"go": "申しこむ"})
    assert phone(worded).element("go").label == "申しこむ"
    assert phone(worded, look(screen="app/all")).element("go").label == "goです"


def test_what_is_being_done_shows() -> None:
    assert phone(practice_values("pin"), now={"pad": "2"}).element("pad").entered == 2


@pytest.mark.parametrize(
    ("answers", "skin"),
    [({}, Skin.IPHONE), ({"phone": "android"}, Skin.ANDROID), ({"phone": "none"}, Skin.IPHONE)],
)
def test_the_answer_chooses_the_skin(answers: dict[str, str], skin: Skin) -> None:
    assert skin_of(answers) is skin
    assert phone(tap("go"), **answers).skin is skin


@pytest.mark.parametrize("step", [look(), ask(), quiz(), {"do": "check", "say": "用意", "items": ["紙"]}])
def test_some_steps_have_no_phone(step: Values) -> None:
    assert not has_phone(STEP.validate_python(step))
    assert phone(tap("go"), step) is None
    assert phone(tap("agree"), step, tap("go")).element("agree").on


def test_only_the_steps_on_ones_own_way_count() -> None:
    steps = (ask(), tap("agree", when={"phone": "android"}), tap("go"))
    assert [phone(*steps, phone=kind).element("agree").on for kind in ("iphone", "android")] == [False, True]


def test_going_back_and_forth_shows_the_same_phone() -> None:
    steps = (tap("agree"), practice_values("type"), tap("town"), tap("y"), practice_values("wait"), tap("go"))
    way = list(place(*steps).way())
    first = [shown_at(one, SCREENS.__getitem__, WORDS) for one in way]
    here = way[-1]
    for index in reversed(range(len(steps))):
        here = here.back()
        assert shown_at(here, SCREENS.__getitem__, WORDS) == first[index]
        assert shown_at(here.forward(), SCREENS.__getitem__, WORDS) == first[index + 1]
