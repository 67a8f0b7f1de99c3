"""What the kiosk says, and when it is silent."""

import pytest

from kiosk.errors import Message
from kiosk.lessons.phone.gestures import Tapped
from kiosk.lessons.place import Place
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.visit.visit import Attract, ChooseLanguage, Front, Home, InLesson, TakeHome
from tests.ui.listed_speaker import ListedSpeaker


@pytest.fixture
def speaker(qtbot) -> ListedSpeaker:
    return ListedSpeaker()


@pytest.fixture
def stage(make_stage, speaker):
    return make_stage(speaker=speaker)


def step(stage, lesson: str, index: int) -> InLesson:
    return InLesson(Place(lesson, stage.presenter._editions.library.lesson(lesson), index))


def touch(stage, element: str | None) -> None:
    stage.shell.screen_now.gestured.emit(Tapped(element))


def test_a_step_is_read_when_it_opens(stage, speaker):
    page = step(stage, "read-qr-code", 2)
    stage.show(page)
    assert speaker.said[-1].startswith(page.place.step.say.plain)
    assert page.place.step.more.plain in speaker.said[-1]


def test_choices_are_read_too(stage, speaker):
    stage.show(step(stage, "read-qr-code", 1))
    assert "iPhone" in speaker.said[-1]
    assert "Android" in speaker.said[-1]


def test_a_wrong_touch_is_answered_aloud(stage, speaker):
    stage.show(step(stage, "read-qr-code", 2))
    touch(stage, "map")
    assert "「地図」です。" in speaker.said[-1]


def test_what_follows_a_demonstration_is_read(stage, speaker):
    stage.show(step(stage, "read-qr-code", 2))
    stage.shell.screen_now.stage.shown_how.emit()
    assert speaker.said[-1].startswith("このように")


def test_the_same_wrong_touch_is_answered_every_time(stage, speaker):
    stage.show(step(stage, "read-qr-code", 2))
    speaker.said.clear()
    for _ in range(4):
        touch(stage, "map")
    first, second, third, fourth = speaker.said
    assert first != second != third == fourth


def test_a_touch_where_there_is_nothing_to_practise_is_answered(stage, speaker):
    stage.show(step(stage, "read-qr-code", 0))
    touch(stage, None)
    assert speaker.said[-1] == "ここは、見るだけです。「つぎへ」を押すと進みます。"


def test_a_tick_is_not_a_reason_to_read_the_page_again(stage, speaker):
    lesson = stage.presenter._editions.library.lesson("apply-disaster-certificate")
    check = next(index for index, one in enumerate(lesson.steps) if one.do == "check")
    stage.show(step(stage, "apply-disaster-certificate", check))
    speaker.said.clear()
    stage.shell.screen_now.ticked.emit(0)
    assert speaker.said == []
    assert stage.state.visit.page.ticked == {0}


def test_a_touch_that_ticks_makes_the_voice_wait(stage, speaker):
    lesson = stage.presenter._editions.library.lesson("apply-disaster-certificate")
    check = next(index for index, one in enumerate(lesson.steps) if one.do == "check")
    stage.show(step(stage, "apply-disaster-certificate", check))
    stage.presenter.voice.hush()
    stage.shell.screen_now.ticked.emit(0)
    assert speaker.paused


def test_what_the_printer_does_survives_a_change_of_comfort(stage, speaker):
    lesson = stage.presenter._editions.library.lesson("read-qr-code")
    stage.show(step(stage, "read-qr-code", len(lesson.steps) - 1))
    stage.presenter.show_sheet(TakeHome(message=Message("印刷しています。少しお待ちください。")))
    assert speaker.said[-1] == "印刷しています。少しお待ちください。"
    stage.shell.bottom.text_size_requested.emit()
    stage.settle()
    shown = [one.accessibleName() for one in stage.shell.screen_now.findChildren(RubyLabel)]
    assert "印刷しています。少しお待ちください。" in shown
    speaker.range_spoken.emit(0, 5)
    marked = [one for one in stage.shell.screen_now.spoken if one._spoken]
    assert marked == [stage.shell.screen_now.answering]


def test_a_greeting_follows_the_choice_of_a_language(stage, speaker):
    stage.show(ChooseLanguage())
    stage.shell.screen_now.language_chosen.emit("en")
    assert speaker.said[-1].startswith("Hello. What would you like to do today?")


def test_nothing_is_read_to_an_empty_room(stage, speaker):
    stage.show(Home())
    stage.show(Attract())
    assert not speaker.speaking


def test_comfort_does_not_read_the_page_again(stage, speaker):
    stage.show(step(stage, "read-qr-code", 2))
    speaker.said.clear()
    stage.shell.bottom.text_size_requested.emit()
    stage.shell.bottom.contrast_requested.emit()
    stage.shell.bottom.furigana_requested.emit()
    assert speaker.said == []


LOOKS = ["text_size_requested", "contrast_requested", "furigana_requested"]


@pytest.mark.parametrize("look", LOOKS)
def test_another_look_interrupts_the_reading_only_for_the_touch(stage, speaker, look):
    stage.show(step(stage, "read-qr-code", 2))
    stage.presenter.voice.hush()
    assert speaker.paused
    getattr(stage.shell.bottom, look).emit()
    assert speaker.speaking
    assert not speaker.paused
    speaker.range_spoken.emit(0, 3)
    assert stage.shell.screen_now.spoken[0]._spoken == (0, 3)


def test_the_answer_to_a_touch_is_marked_on_in_another_look(stage, speaker):
    stage.show(step(stage, "read-qr-code", 2))
    touch(stage, "map")
    stage.presenter.voice.hush()
    stage.shell.bottom.text_size_requested.emit()
    stage.settle()
    speaker.range_spoken.emit(0, 3)
    assert stage.shell.screen_now.answering._spoken == (0, 3)


@pytest.mark.parametrize("look", LOOKS)
def test_another_look_breaks_no_silence_of_an_earlier_touch(stage, speaker, look):
    stage.show(step(stage, "read-qr-code", 2))
    for _ in range(2):
        stage.presenter.voice.hush()
    getattr(stage.shell.bottom, look).emit()
    assert speaker.paused


def test_stop_stays_stopped_until_listen(stage, speaker):
    stage.show(step(stage, "read-qr-code", 2))
    stage.presenter.voice.hush()
    stage.shell.bottom.listen_requested.emit()
    speaker.said.clear()
    stage.show(step(stage, "read-qr-code", 3))
    assert speaker.said == []
    stage.shell.bottom.listen_requested.emit()
    assert len(speaker.said) == 1
    stage.show(step(stage, "read-qr-code", 4))
    assert len(speaker.said) == 2


def test_again_reads_the_step_even_when_reading_is_off(stage, speaker):
    stage.show(step(stage, "read-qr-code", 2))
    stage.presenter.voice.hush()
    stage.shell.bottom.listen_requested.emit()
    speaker.said.clear()
    stage.shell.bottom.again_requested.emit()
    assert len(speaker.said) == 1


def test_the_words_being_read_are_marked_where_they_stand(stage, speaker):
    page = step(stage, "read-qr-code", 2)
    stage.show(page)
    say = len(page.place.step.say.plain)
    speaker.range_spoken.emit(say + 1, say + 5)
    labels = [one for one in stage.shell.screen_now.spoken if isinstance(one, RubyLabel)]
    assert [label._spoken for label in labels] == [None, (0, 4)]
    speaker.stop()
    assert [label._spoken for label in labels] == [None, None]


def test_no_sound_is_said_on_the_screen(stage, speaker):
    stage.show(Front("read-qr-code"))
    speaker.no_sound.emit()
    notes = [label.accessibleName() for label in stage.shell.findChildren(RubyLabel)]
    assert "ここでは、いま音が出ません。画面の文字で進めます。" in notes


def test_a_language_without_a_voice_shows_it(stage, speaker):
    stage.show(Front("read-qr-code"))
    speaker.no_voice.emit("ja")
    assert stage.shell.bottom._listen.accessibleName() == "声なし"
    stage.shell.bottom.text_size_requested.emit()
    assert stage.shell.bottom._listen.accessibleName() == "声なし"


def test_help_is_read(stage, speaker):
    stage.show(step(stage, "read-qr-code", 2))
    stage.shell.top.help_requested.emit()
    assert "係" in speaker.said[-1]


def test_listen_switches_on_and_off_without_a_finger(stage, speaker):
    """A screen reader activates the button with no press before it."""
    stage.show(step(stage, "read-qr-code", 2))
    listen = stage.shell.bottom.listen_requested
    states = []
    for _ in range(4):
        listen.emit()
        states.append((stage.state.visit.read_aloud, speaker.speaking))
    assert states == [(False, False), (True, True), (False, False), (True, True)]


def test_again_repeats_the_step_and_then_the_answer_to_a_touch(stage, speaker):
    page = step(stage, "read-qr-code", 2)
    stage.show(page)
    touch(stage, "map")
    answer = speaker.said[-1]
    stage.shell.bottom.again_requested.emit()
    assert speaker.said[-1].startswith(page.place.step.say.plain)
    assert speaker.said[-1].endswith(answer)


def test_praise_is_heard_before_the_next_step(stage, speaker):
    stage.show(step(stage, "read-qr-code", 2))
    touch(stage, stage.state.visit.page.place.step.target)
    screen = stage.shell.screen_now
    assert speaker.said[-1].startswith(
        f"{screen.spoken[0].accessibleName()}\n{screen.spoken[1].accessibleName()}"
    )


def test_the_links_of_the_end_are_read_with_their_notes(stage, speaker):
    editions = stage.presenter._editions
    lesson = editions.library.lesson("see-hazard-map")
    stage.show(step(stage, "see-hazard-map", len(lesson.steps) - 1))
    for name in lesson.links:
        link = editions.edition("ja").city.links[name]
        assert link.title.plain in speaker.said[-1]
        assert not link.note or link.note.plain in speaker.said[-1]
