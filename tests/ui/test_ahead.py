"""The sound that is made ahead is that of what is said; else it would lie unused."""

import pytest

from kiosk.lessons.phone.gestures import Aimed, Gesture, HeldOnCard, Pinched, Size, Swiped, Tapped, Way
from kiosk.lessons.phone.pictures import CameraView
from kiosk.lessons.practice import Right, judge
from kiosk.lessons.scene import asked
from kiosk.lessons.steps import Ask, Pin, PinGoal, Practice, Quiz, Type
from kiosk.text.kana_input import Typed
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.visit.visit import Attract, Front, InLesson
from tests.ui.listed_speaker import ListedSpeaker

LESSONS = ("read-qr-code", "three-pins", "move-fingers", "apply-disaster-certificate")
"""Together they have every kind of step."""

ON_THE_PHONE: tuple[Gesture, ...] = (
    *(Tapped(None),) * 4,
    *(Swiped(way) for way in Way),
    *(Pinched(None, size) for size in Size),
)
MISTAKES: dict[str, tuple[Gesture, ...]] = {
    "scan": (Tapped("paper"), *(Aimed(view) for view in CameraView)),
    "card": (Tapped("card"), HeldOnCard(still=False)),
}
"""Where the phone lies on a table."""


@pytest.fixture
def speaker(qtbot) -> ListedSpeaker:
    return ListedSpeaker()


@pytest.fixture
def stage(make_stage, speaker):
    return make_stage(speaker=speaker)


@pytest.fixture
def opened(qtbot, stage, speaker):
    """Opens a lesson; gives what is made ahead."""

    def open_lesson(lesson: str) -> list[str]:
        stage.show(Attract())
        speaker.ahead.clear()
        stage.show(Front(lesson))
        qtbot.waitUntil(lambda: bool(speaker.ahead))
        return speaker.ahead

    return open_lesson


def test_a_lesson_is_made_ahead_as_soon_as_its_front_shows(stage, opened):
    ahead = opened("see-hazard-map")
    lesson = stage.presenter._editions.library.lesson("see-hazard-map")
    assert ahead[0].startswith(lesson.steps[0].say.plain)
    assert all(any(step.say.plain in text for text in ahead) for step in lesson.steps)
    assert len(set(ahead)) == len(ahead)


def test_pages_come_before_answers_to_rare_mistakes(stage, opened):
    ahead = opened("read-qr-code")
    end = stage.presenter._editions.library.lesson("read-qr-code").steps[-1].say.plain
    last_page = next(index for index, text in enumerate(ahead) if end in text)
    assert "オレンジ色の丸の所です。ゆっくりで大丈夫です。" in ahead[last_page:]


@pytest.mark.parametrize("lesson", LESSONS)
def test_what_is_made_ahead_is_what_the_pages_say(stage, speaker, opened, lesson):
    ahead = opened(lesson)
    stage.shell.screen_now.start_requested.emit()
    speaker.said.clear()
    while not (page := stage.state.visit.page).place.finished:
        try_wrongly(stage, page)
        do_rightly(stage, page)
    same_in_every_lesson = {one.accessibleName() for one in stage.shell.screen_now.findChildren(TouchButton)}
    assert lines(speaker.said) - lines(ahead) - same_in_every_lesson == set()


def lines(texts: list[str]) -> set[str]:
    """What is made as a sound of its own never goes on over the end of a line."""
    return {line for text in texts for line in text.splitlines()}


def try_wrongly(stage, page: InLesson) -> None:
    step, screen = page.place.step, stage.shell.screen_now
    match step:
        case Quiz():
            for choice in (*step.choices, step.right):
                screen.chosen.emit(choice)
        case Ask():
            stage.shell.bottom.next_requested.emit()
        case Pin(goal=PinGoal.RIGHT):
            for _ in range(step.which.tries):
                enter(screen, step, step.which.dummy[::-1])
    if isinstance(step, Practice):
        for mistake in MISTAKES.get(step.do, ON_THE_PHONE):
            if judge(step, mistake) != Right():
                screen.gestured.emit(mistake)


def do_rightly(stage, page: InLesson) -> None:
    step, screen = page.place.step, stage.shell.screen_now
    match step:
        case Ask():
            screen.chosen.emit(next(iter(step.choices)))
        case Pin():
            enter(screen, step, step.which.dummy)
            while not (now := stage.state.visit.page).accomplished and now.place == page.place:
                enter(screen, step, step.which.dummy[::-1])
        case Type():
            screen.typed.emit(Typed(step.text))
        case _ if isinstance(step, Practice):
            screen.gestured.emit(asked(step))
    if stage.state.visit.page.place == page.place:
        stage.shell.bottom.next_requested.emit()


def enter(screen, step: Pin, secret: str) -> None:
    """On the pad, or with the keyboard."""
    if step.which.dummy.isdecimal():
        for digit in secret:
            screen.gestured.emit(Tapped(f"{step.target}.{digit}"))
    else:
        screen.typed.emit(Typed(secret))
        screen.decided.emit()
