from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.errors import Message
from kiosk.lessons.model import Lesson
from kiosk.lessons.phone.gestures import Tapped
from kiosk.lessons.place import Place
from kiosk.visit import moves, practising
from kiosk.visit.visit import (
    AnswerFirst,
    Attract,
    ChooseLanguage,
    Contrast,
    Front,
    Home,
    InLesson,
    Missed,
    OnShelf,
    Page,
    TakeHome,
    TextSize,
    Visit,
)
from tests.builders import ask, lesson_values, tap
from tests.phone_builders import apps, shown

LESSON = Lesson.model_validate(lesson_values(tap(), ask()))
"""0 tap, 1 ask, 2 done."""


PHONE = shown({"kind": "apps", "apps": apps("camera", "map")})


def touch(visit: Visit, element: str | None) -> Visit:
    return practising.gesture(visit, Tapped(element), PHONE)


def at(index: int, answers: dict[str, str] | None = None) -> Place:
    return Place("camera", LESSON, index, answers or {})


TAP, ASK, DONE = InLesson(at(0)), InLesson(at(1)), InLesson(at(2, {"phone": "iphone"}))
ANSWERED = InLesson(at(1, {"phone": "iphone"}))
SHELF, FRONT, HOME = OnShelf("first-steps"), Front("camera", "first-steps"), Home(greeted=True)
PAGES: dict[str, Page] = {
    "attract": Attract(),
    "language": ChooseLanguage(),
    "language-from-tap": ChooseLanguage(TAP),
    "home": HOME,
    "shelf": SHELF,
    "front": FRONT,
    "tap": TAP,
    "ask": ASK,
    "answered": ANSWERED,
    "done": DONE,
}
WISHES: dict[str, Callable[[Visit], Visit]] = {
    "begin": moves.begin,
    "ask-language": moves.ask_language,
    "english": lambda visit: moves.choose_language(visit, "en"),
    "back": moves.go_back,
    "on": moves.go_on,
    "touch-target": lambda visit: touch(visit, "camera"),
    "touch-other": lambda visit: touch(visit, "map"),
    "touch-nothing": lambda visit: touch(visit, None),
    "answer": lambda visit: practising.choose(visit, "iphone"),
    "tick": lambda visit: moves.tick(visit, 1),
    "again": moves.again,
    "past": moves.go_past,
    "do-again": moves.do_again,
}
ANYWHERE = {"begin": ChooseLanguage(), "english": Home(greeted=True)}
EXPECTED: dict[str, dict[str, Page]] = {
    "attract": {"ask-language": ChooseLanguage()},
    "language": {"back": Attract()},
    "language-from-tap": {"ask-language": ChooseLanguage(), "english": TAP, "back": TAP},
    "home": {"ask-language": ChooseLanguage(HOME), "back": ChooseLanguage()},
    "shelf": {"ask-language": ChooseLanguage(SHELF), "back": Home()},
    "front": {"ask-language": ChooseLanguage(FRONT), "back": OnShelf("first-steps")},
    "tap": {
        "ask-language": ChooseLanguage(TAP),
        "back": FRONT,
        "on": ASK,
        "past": ASK,
        "touch-target": InLesson(at(1), praised=True),
        "touch-other": InLesson(at(0), Missed("map")),
        "touch-nothing": InLesson(at(0), Missed(None)),
        "tick": InLesson(at(0), ticked=frozenset({1})),
    },
    "ask": {
        "ask-language": ChooseLanguage(ASK),
        "back": TAP,
        "on": InLesson(at(1), AnswerFirst()),
        "past": DONE,
        "answer": DONE,
        "tick": InLesson(at(1), ticked=frozenset({1})),
        "again": TAP,
    },
    "answered": {
        "ask-language": ChooseLanguage(ANSWERED),
        "back": InLesson(at(0, {"phone": "iphone"})),
        "on": DONE,
        "past": DONE,
        "answer": DONE,
        "tick": InLesson(at(1, {"phone": "iphone"}), ticked=frozenset({1})),
        "again": TAP,
    },
    "done": {
        "ask-language": ChooseLanguage(DONE),
        "back": ANSWERED,
        "tick": InLesson(DONE.place, ticked=frozenset({1})),
        "again": TAP,
    },
}
"""What a page becomes; a wish that is not named changes nothing."""


@pytest.mark.parametrize("wish", WISHES)
@pytest.mark.parametrize("page", PAGES)
def test_what_each_wish_makes_of_each_page(page: str, wish: str) -> None:
    visit = Visit(PAGES[page], text_size=TextSize.LARGE)
    became = WISHES[wish](visit)
    assert became.page == (ANYWHERE | EXPECTED[page]).get(wish, PAGES[page])
    assert became.language == ("en" if wish == "english" else "ja")
    assert became.text_size is TextSize.LARGE


def test_a_choice_that_is_not_offered_is_a_bug() -> None:
    with pytest.raises(ValueError, match="watch"):
        practising.choose(Visit(ASK), "watch")


def test_ticking_twice_unticks() -> None:
    assert moves.tick(moves.tick(Visit(TAP), 1), 1).page == TAP


def test_a_right_touch_takes_the_kind_answer_away() -> None:
    missed = touch(Visit(TAP), "map")
    assert touch(missed, "camera").page == InLesson(at(1), praised=True)


def test_comfort_changes_and_the_page_stays() -> None:
    visit = moves.comfort(Visit(TAP), {"contrast": Contrast.YELLOW, "furigana": False})
    assert (visit.page, visit.contrast, visit.furigana) == (TAP, Contrast.YELLOW, False)


def test_turning_to_a_page() -> None:
    assert moves.turn_to(Visit(), FRONT).page == FRONT


def test_the_same_wrong_touch_again_is_answered_again() -> None:
    once = touch(Visit(TAP), "map")
    assert touch(once, "map").page.feedback == Missed("map", 2)


def test_back_from_the_front_page_is_its_shelf() -> None:
    assert moves.go_back(Visit(Front("camera", "first-steps"))).page == OnShelf("first-steps")


def test_what_the_printer_does_is_told_only_at_the_end() -> None:
    sheet = TakeHome(message=Message("印刷しています。"))
    assert moves.show_sheet(Visit(TAP), sheet) == Visit(TAP)
    end = InLesson(Place("camera", LESSON, index=len(LESSON.steps) - 1))
    assert moves.show_sheet(Visit(end), sheet).page == replace(end, sheet=sheet)
