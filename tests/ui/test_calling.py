"""「人をよぶ」: seen and heard by staff, and the resident's place stays as it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.lessons.place import Place
from kiosk.speech.sound import Sound
from kiosk.ui.calling import Calling
from kiosk.visit.visit import InLesson
from tests.ui.listed_speaker import ListedSpeaker
from tests.ui.test_voice_panel import press


class ChimingSpeaker(ListedSpeaker):
    """Also writes down when the chime sounds."""

    def __init__(self) -> None:
        super().__init__()
        self.chimed = 0
        self.chiming = False

    def chime(self, sound: Sound) -> None:
        self.chimed += 1
        self.chiming = True

    def stop_chime(self) -> None:
        self.chiming = False


def a_step(stage) -> InLesson:
    lesson = stage.presenter._editions.library.lesson("read-qr-code")
    return InLesson(Place("read-qr-code", lesson, 2))


@pytest.fixture
def speaker(qtbot) -> ChimingSpeaker:
    return ChimingSpeaker()


@pytest.fixture
def stage(make_stage, speaker):
    stage = make_stage(speaker=speaker)
    stage.show(a_step(stage))
    return stage


@pytest.fixture
def calling(stage) -> Calling:
    return stage.presenter._calling


def call(stage) -> None:
    stage.shell.top.help_requested.emit()
    stage.settle()
    press(stage, "音で係の人をよぶ")


def test_the_keyboard_starts_where_nothing_happens(stage, speaker):
    stage.shell.top.help_requested.emit()
    stage.settle()
    assert stage.shell.focusWidget().accessibleName() == "とじる"
    QTest.keyClick(stage.shell.focusWidget(), Qt.Key.Key_Escape)
    assert (stage.shell.overlay, stage.shell.cover, speaker.chimed) == (None, None, 0)


def test_a_call_shows_sounds_and_is_counted_once(qtbot, stage, speaker):
    with qtbot.waitSignal(stage.presenter.help_called):
        call(stage)
    assert stage.shell.cover.title.text
    assert speaker.chimed == 1


@pytest.mark.parametrize("which", [0, 1])
def test_either_button_ends_it_and_the_place_is_as_it_was(stage, speaker, which):
    visit, screen = stage.state.visit, stage.shell.screen_now
    call(stage)
    stage.shell.cover.buttons[which].click()
    assert (stage.shell.cover, speaker.chiming) == (None, False)
    assert stage.state.visit == visit
    assert stage.shell.screen_now is screen


def test_the_end_of_the_visit_ends_the_call(stage, speaker, calling):
    call(stage)
    stage.state.start_over()
    assert (stage.shell.cover, speaker.chiming, calling.going_on) == (None, False, False)


def test_it_is_said_once_after_the_first_chime(stage, speaker, calling):
    call(stage)
    speaker.said.clear()
    for _ in range(2):
        calling._chime.faded.emit()
    assert [said.split("\n")[0] for said in speaker.said] == ["係の人を、よんでいます"]


def test_without_sound_it_asks_to_call_by_voice(stage, speaker):
    call(stage)
    speaker.chime_unheard.emit()
    assert "声をかけて" in stage.shell.cover.wait.accessibleName()


def test_keys_reach_nothing_below(stage):
    call(stage)
    visit, cover = stage.state.visit, stage.shell.cover
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab):
        QTest.keyClick(stage.shell.focusWidget(), key)
        assert stage.shell.focusWidget() in (cover, *cover.buttons)
    assert stage.state.visit == visit


def test_who_called_and_left_gives_the_page_free(qtbot, stage, calling):
    call(stage)
    calling._longest.start(0)
    qtbot.waitUntil(lambda: stage.shell.cover is None)


def test_staff_read_it_in_japanese(make_stage, speaker):
    stage = make_stage(language="en", speaker=speaker)
    stage.show(a_step(stage))
    stage.presenter._calling.call()
    names = [one.accessibleName() for one in stage.shell.cover.findChildren(type(stage.shell.cover.title))]
    assert "係の人を、よんでいます" in names


def test_its_frame_beats_far_slower_than_once_a_second(stage):
    from kiosk.ui.screens.called import PULSE_MS

    assert PULSE_MS > 2_000
