"""Who leaves is asked, and who was only slow finds everything as it was."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.lessons.place import Place
from kiosk.text.kana_input import Typed
from kiosk.ui.controls.tile import Tile
from kiosk.ui.idle_desk import IdleDesk
from kiosk.ui.phone.demonstration import Demonstration
from kiosk.ui.screens.still_there import StillThere
from kiosk.ui.touch import TouchGuard
from kiosk.ui.voice_panel import VoicePanel
from kiosk.ui.wording import Wording
from kiosk.visit import moves
from kiosk.visit.visit import (
    Attract,
    Contrast,
    Exploring,
    Front,
    Home,
    InLesson,
    OnShelf,
    Page,
    TextSize,
)
from tests.ui.listed_speaker import ListedSpeaker

IDLE_S, QUESTION_S = 30, 40
ASKED = "まだ、お使いですか。\nさわらないと、はじめの画面にもどります。"


class Idle:
    """A window with its guard, whose seconds pass when the test says so."""

    def __init__(self, stage, speaker: ListedSpeaker) -> None:
        self.stage, self.speaker, self.now, self.prints = stage, speaker, 0.0, False
        editions = stage.presenter._editions
        voice = stage.presenter.voice
        self.desk = IdleDesk(
            stage.shell,
            stage.state,
            voice,
            lambda visit: Wording(editions.catalogue(visit.language), editions.readings),
            lambda _visit: stage.theme,
            lambda: self.prints,
            IDLE_S,
            QUESTION_S,
            clock=lambda: self.now,
        )
        self.guard = TouchGuard(stage.shell, lambda: self.now)
        self.guard.install()
        self.guard.touched.connect(voice.hush)
        self.guard.touched.connect(self.desk.touch)
        self.guard.asked.connect(voice.tell_about)
        voice.listening_changed.connect(self.guard.listen)

    def show(self, page: Page, **comfort: object) -> None:
        self.stage.state.become(replace(self.stage.state.visit, page=page, **comfort))
        self.speaker.say_all()
        self.stage.settle()

    def wait(self, seconds: int) -> None:
        for _ in range(seconds):
            self.now += 1
            self.desk.watch.look()
        self.stage.settle()

    @property
    def question(self) -> StillThere | None:
        cover = self.stage.shell.cover
        return cover if isinstance(cover, StillThere) else None

    def answer(self) -> None:
        """With a finger in the middle of the window, wherever the window system takes it."""
        shell = self.stage.shell
        QTest.mouseClick(shell.windowHandle(), Qt.MouseButton.LeftButton, pos=shell.rect().center())
        self.stage.settle()


@pytest.fixture
def speaker(qtbot) -> ListedSpeaker:
    return ListedSpeaker()


@pytest.fixture
def idle(make_stage, speaker: ListedSpeaker) -> Idle:
    return Idle(make_stage(speaker=speaker), speaker)


def step(idle: Idle, lesson: str, kind: str, **said: object) -> InLesson:
    found = idle.stage.presenter._editions.library.lesson(lesson)
    index = next(number for number, one in enumerate(found.steps) if one.do == kind)
    return InLesson(Place(lesson, found, index), **said)


PAGES: dict[str, Callable[[Idle], Page]] = {
    "home": lambda _idle: Home(),
    "shelf": lambda _idle: OnShelf("first-steps"),
    "front": lambda _idle: Front("read-qr-code"),
    "tap": lambda idle: step(idle, "move-fingers", "tap"),
    "half typed": lambda idle: step(idle, "type-letters", "type", typed=Typed(composing="さ")),
    "finish": lambda idle: step(idle, "move-fingers", "done"),
}


@pytest.mark.parametrize("page", PAGES)
def test_one_touch_brings_everything_back(idle: Idle, page: str) -> None:
    idle.show(PAGES[page](idle))
    shell, visit = idle.stage.shell, idle.stage.state.visit
    before, focus, screen = shell.grab().toImage(), shell.focusWidget(), shell.screen_now
    for _ in range(3):
        idle.wait(2 * IDLE_S + 1)
        assert idle.question
        idle.answer()
        assert not idle.question
        assert idle.stage.state.visit is visit
        assert (shell.focusWidget(), shell.screen_now) == (focus, screen)
        assert shell.grab().toImage() == before


def test_an_open_sheet_stays_open(idle: Idle) -> None:
    idle.show(Home())
    panel = idle.stage.show_voice_panel().overlay
    idle.speaker.say_all()
    idle.wait(IDLE_S)
    assert idle.question
    idle.answer()
    assert idle.stage.shell.overlay is panel
    assert isinstance(panel, VoicePanel)
    assert panel.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab])
def test_the_key_that_answers_does_nothing_else(idle: Idle, key: Qt.Key) -> None:
    idle.show(OnShelf("first-steps"))
    tile = idle.stage.shell.findChild(Tile)
    tile.setFocus()
    visit = idle.stage.state.visit
    idle.wait(IDLE_S)
    QTest.keyClick(idle.stage.shell.windowHandle(), key)
    idle.stage.settle()
    assert (idle.question, idle.stage.state.visit) == (None, visit)
    assert idle.stage.shell.focusWidget() is tile


def test_it_answers_also_while_touches_only_ask_to_hear(idle: Idle) -> None:
    idle.show(Home())
    idle.stage.state.become(moves.comfort(idle.stage.state.visit, {"touch_to_hear": True}))
    idle.speaker.say_all()
    idle.wait(IDLE_S)
    said = len(idle.speaker.said)
    idle.answer()
    assert idle.question is None
    assert len(idle.speaker.said) == said
    assert idle.stage.state.visit.touch_to_hear


def test_an_answer_by_a_screen_reader_is_one_too(idle: Idle) -> None:
    idle.show(Home())
    idle.wait(IDLE_S)
    idle.question.button.click()
    assert idle.question is None
    assert not idle.stage.presenter.voice.speaking


def test_who_left_leaves_nothing(idle: Idle) -> None:
    ending: list[Page] = []
    idle.desk.ending.connect(lambda: ending.append(idle.stage.state.visit.page))
    fresh = idle.stage.state.visit
    page = step(idle, "move-fingers", "tap")
    idle.show(page, text_size=TextSize.LARGEST, contrast=Contrast.YELLOW, volume=5, low_reach=True)
    idle.wait(IDLE_S + QUESTION_S)
    assert idle.stage.state.visit is fresh
    assert (idle.stage.shell.cover, ending) == (None, [page])
    assert not idle.speaker.speaking
    assert not idle.desk.watch.watching


def test_the_first_screen_asks_nobody(idle: Idle) -> None:
    assert not idle.desk.watch.watching
    idle.show(Home())
    assert idle.desk.watch.watching
    idle.show(Attract())
    assert not idle.desk.watch.watching


def test_a_visit_that_ends_otherwise_takes_the_question_along(idle: Idle) -> None:
    idle.show(Home())
    idle.wait(IDLE_S)
    idle.stage.state.start_over()
    assert idle.stage.shell.cover is None


def test_it_is_said_when_it_appears_and_half_way(idle: Idle) -> None:
    idle.show(Home())
    idle.wait(IDLE_S)
    assert idle.speaker.said.count(ASKED) == 1
    idle.wait(QUESTION_S // 2)
    assert idle.speaker.said.count(ASKED) == 2
    idle.wait(QUESTION_S // 2)
    assert isinstance(idle.stage.state.visit.page, Attract)


def test_it_is_said_in_the_residents_language(idle: Idle) -> None:
    idle.show(Home(), language="en")
    idle.wait(IDLE_S)
    assert idle.speaker.how[-1][0] == "en"


def test_nothing_is_said_to_who_switched_reading_off(idle: Idle) -> None:
    idle.show(Home(), read_aloud=False)
    idle.wait(IDLE_S + QUESTION_S - 1)
    assert ASKED not in idle.speaker.said


def test_an_answer_silences_the_question_and_the_page_can_go_on(idle: Idle) -> None:
    idle.show(Front("read-qr-code"))
    idle.stage.presenter.voice.open_panel()
    idle.stage.shell.close_overlay()
    narrator = idle.stage.presenter.voice._narrator
    narrator.say(idle.stage.shell.screen_now.spoken_text(), "ja", idle.stage.shell.screen_now)
    narrator.pause()
    idle.wait(IDLE_S)
    assert narrator.audible
    idle.answer()
    assert not narrator.audible
    assert narrator.can_go_on


def test_nobody_is_asked_while_something_is_read(idle: Idle) -> None:
    idle.show(Home())
    idle.stage.presenter.read_again()
    idle.wait(IDLE_S * 2)
    assert idle.question is None
    idle.speaker.say_all()
    idle.wait(IDLE_S)
    assert idle.question


def test_a_printer_that_works_is_waited_for_whatever_page_is_shown(idle: Idle) -> None:
    idle.show(Home())
    idle.prints = True
    idle.wait(IDLE_S * 2)
    assert idle.question is None
    idle.prints = False
    idle.wait(IDLE_S)
    assert idle.question


def test_a_demonstration_is_seen_to_its_end(idle: Idle) -> None:
    idle.show(step(idle, "move-fingers", "tap"))
    idle.stage.shell.screen_now.show_how()
    shown = next(one for one in idle.stage.shell.findChildren(Demonstration) if one.playing)
    idle.wait(IDLE_S * 2)
    assert idle.question is None
    shown.stop()
    idle.speaker.say_all()
    idle.wait(IDLE_S)
    assert idle.question


def half_typed(idle: Idle) -> list[Page]:
    typed = Typed(text="さ")
    free = idle.stage.presenter._editions.library.free[0]
    exploring = moves.explore(idle.stage.state.visit, free).page
    assert isinstance(exploring, Exploring)
    return [
        step(idle, "type-letters", "type", typed=typed),
        step(idle, "type-letters", "type", entered="12"),
        replace(exploring, typed=typed),
    ]


@pytest.mark.parametrize("number", range(3))
def test_who_has_a_word_half_typed_gets_twice_the_time(idle: Idle, number: int) -> None:
    idle.show(half_typed(idle)[number])
    idle.wait(IDLE_S * 2 - 1)
    assert idle.question is None
    idle.wait(1)
    assert idle.question
