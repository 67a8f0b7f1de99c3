"""Wait, go on, the last sentence, the speed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.lessons.phone.gestures import Tapped
from kiosk.lessons.place import Place
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.touch import TouchGuard
from kiosk.visit.visit import Front, InLesson, Speed
from tests.ui.listed_speaker import ListedSpeaker


@pytest.fixture
def speaker(qtbot) -> ListedSpeaker:
    return ListedSpeaker()


@pytest.fixture
def stage(make_stage, speaker):
    """At a step that is being read, with a second sentence."""
    stage = make_stage(speaker=speaker)
    lesson = stage.presenter._editions.library.lesson("read-qr-code")
    stage.show(InLesson(Place("read-qr-code", lesson, 2)))
    return stage


def button(root, name: str) -> TouchButton:
    return next(one for one in root.findChildren(TouchButton) if one.accessibleName() == name)


def press(stage, name: str) -> None:
    root = stage.shell.overlay or stage.shell
    QTest.mouseClick(button(root, name), Qt.MouseButton.LeftButton)
    stage.settle()


def open_panel(stage) -> None:
    stage.shell.bottom.voice_requested.emit()
    stage.settle()


def second_sentence(stage) -> tuple[int, str]:
    page = stage.shell.screen_now.spoken
    return len(page[0].accessibleName()) + 1, page[1].accessibleName()


def test_one_touch_makes_the_voice_wait(stage, speaker):
    TouchGuard(stage.shell).install()
    press(stage, "まって")
    assert speaker.speaking
    assert speaker.paused
    assert button(stage.shell.overlay, "つづきを聞く").isVisibleTo(stage.shell)


def test_it_goes_on_where_it_was_interrupted(stage, speaker):
    open_panel(stage)
    before = list(speaker.said)
    press(stage, "つづきを聞く")
    assert speaker.said == before
    assert not speaker.paused
    assert stage.shell.overlay is None


def test_hearing_the_panel_itself_loses_nothing(stage, speaker):
    start, text = second_sentence(stage)
    speaker.range_spoken.emit(start + 3, start + 5)
    open_panel(stage)
    press(stage, "きく")
    assert "はやさ" in speaker.said[-1]
    press(stage, "つづきを聞く")
    assert (speaker.said[-1], speaker.how[-1][2]) == (text, start)


def test_a_panel_opened_in_silence_is_read(stage, speaker):
    speaker.say_all()
    open_panel(stage)
    assert speaker.said[-1].startswith("声\n今の文をもう一度")


def test_a_sheet_that_is_read_can_be_stopped_on_the_sheet(stage, speaker):
    TouchGuard(stage.shell).install()
    stage.shell.top.help_requested.emit()
    stage.settle()
    listen = button(stage.shell.overlay, "とめる")
    width = listen.width()
    press(stage, "とめる")
    assert not speaker.speaking
    assert (listen.accessibleName(), listen.width()) == ("きく", width)
    assert stage.state.visit.read_aloud


def test_a_touch_on_listen_reads_a_sheet_once_more(stage, speaker):
    moments = iter(range(99))
    guard = TouchGuard(stage.shell, lambda: float(next(moments)))
    guard.install()
    guard.touched.connect(stage.presenter.voice.hush)
    stage.shell.top.help_requested.emit()
    stage.settle()
    speaker.said.clear()
    for name in ("とめる", "きく", "とめる"):
        press(stage, name)
    assert len(speaker.said) == 1
    assert not speaker.speaking


def test_the_sheets_button_shows_when_all_was_said(stage, speaker):
    stage.shell.top.help_requested.emit()
    assert stage.shell.overlay._listen._icon == "stop"
    speaker.say_all()
    assert stage.shell.overlay._listen._icon == "volume_up"


def test_the_last_sentence_is_said_alone_and_marked_where_it_stands(stage, speaker):
    start, text = second_sentence(stage)
    speaker.range_spoken.emit(start + 3, start + 5)
    speaker.say_all()
    open_panel(stage)
    press(stage, "今の文をもう一度")
    assert (speaker.said[-1], speaker.how[-1][2]) == (text, start)
    speaker.range_spoken.emit(start, start + 2)
    assert [one._spoken for one in stage.shell.screen_now.spoken] == [None, (0, 2)]


def test_a_sentence_that_had_barely_begun_gives_way_to_the_one_before(stage, speaker):
    start, _text = second_sentence(stage)
    speaker.range_spoken.emit(start, start + 2)
    open_panel(stage)
    press(stage, "今の文をもう一度")
    assert speaker.said[-1] == stage.shell.screen_now.spoken[0].accessibleName()


def test_a_new_speed_is_heard_at_once_and_kept(stage, speaker):
    start, text = second_sentence(stage)
    speaker.range_spoken.emit(start + 3, start + 5)
    open_panel(stage)
    press(stage, "ゆっくり")
    assert (speaker.said[-1], speaker.how[-1]) == (text, ("ja", 0.8, start))
    assert stage.state.visit.speed is Speed.SLOW
    stage.shell.bottom.again_requested.emit()
    assert speaker.how[-1] == ("ja", 0.8, 0)


def test_the_chosen_speed_shows_without_colour(stage):
    open_panel(stage)
    chosen = [name for name in ("ゆっくり", "ふつう", "はやい") if button(stage.shell.overlay, name)._icon]
    assert chosen == ["ふつう"]


def test_the_next_resident_hears_the_usual_speed(stage, speaker):
    open_panel(stage)
    press(stage, "はやい")
    stage.state.start_over()
    stage.show(Front("read-qr-code"))
    assert speaker.how[-1][1] == 1.0


def test_a_page_that_is_not_read_leaves_nothing_to_go_on_with(stage, speaker):
    stage.presenter.voice._change(read_aloud=False)
    stage.shell.bottom.next_requested.emit()
    stage.show(Front("read-qr-code"))
    assert not speaker.speaking
    open_panel(stage)
    names = [one.accessibleName() for one in stage.shell.overlay.buttons]
    assert names == ["ゆっくり", "ふつう", "はやい", "小さく", "大きく", "さわって聞く", "とじる"]


def test_escape_closes_the_panel_and_stays_silent(stage, speaker):
    open_panel(stage)
    QTest.keyClick(stage.shell.focusWidget(), Qt.Key.Key_Escape)
    assert stage.shell.overlay is None
    assert speaker.paused


def test_the_bar_does_not_move_when_the_voice_begins_or_ends(stage, speaker):
    def places():
        return [one.geometry() for one in stage.shell.bottom.findChildren(TouchButton)]

    stage.settle()
    speaking = places()
    speaker.say_all()
    stage.settle()
    assert places() == speaking


def test_the_answer_to_a_wrong_touch_is_marked(stage, speaker):
    stage.shell.screen_now.gestured.emit(Tapped("map"))
    speaker.range_spoken.emit(0, 3)
    assert stage.shell.screen_now.answering._spoken == (0, 3)


def test_a_page_made_anew_in_another_size_is_marked_too(stage, speaker):
    stage.shell.bottom.text_size_requested.emit()
    stage.settle()
    speaker.range_spoken.emit(0, 3)
    assert stage.shell.screen_now.spoken[0]._spoken == (0, 3)


def test_a_trembling_finger_on_wait_opens_one_panel_and_presses_nothing_in_it(stage, speaker):
    moments = iter(range(99))
    guard = TouchGuard(stage.shell, lambda: float(next(moments)))
    guard.install()
    guard.touched.connect(stage.presenter.voice.hush)
    wait = button(stage.shell, "まって")
    place = wait.mapTo(stage.shell, wait.rect().center())
    for _ in range(4):
        QTest.mouseClick(stage.shell.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
        stage.settle()
    assert stage.shell.overlay is not None
    assert speaker.paused
    assert len(speaker.said) == 1
