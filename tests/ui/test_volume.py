"""The keys of the volume: heard at once, pressed several times, and gone with the visit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.speech.loudness import gain
from kiosk.ui.controls.volume_marks import VolumeMarks
from kiosk.ui.touch import TouchGuard
from kiosk.visit.visit import Attract
from tests.ui.listed_speaker import ListedSpeaker
from tests.ui.test_calling import a_step
from tests.ui.test_voice_panel import button, open_panel, press, second_sentence


@pytest.fixture
def speaker(qtbot) -> ListedSpeaker:
    return ListedSpeaker()


@pytest.fixture
def stage(make_stage, speaker):
    stage = make_stage(speaker=speaker)
    stage.show(a_step(stage))
    open_panel(stage)
    return stage


def marks_say(stage) -> str:
    return stage.shell.overlay.findChild(VolumeMarks).accessibleName()


def test_a_press_is_heard_in_the_sentence_heard_last(stage, speaker):
    start, text = second_sentence(stage)
    stage.presenter.voice._narrator._reading.hear(start + 3, 0.0)
    press(stage, "大きく")
    assert (speaker.said[-1], speaker.how[-1][2]) == (text, start)
    assert speaker._loudspeaker._gain == gain(4)
    assert marks_say(stage) == "音の大きさ、5のうち4"


def test_the_panel_stays_and_the_reading_can_go_on(stage, speaker):
    for name in ("小さく", "小さく", "大きく"):
        press(stage, name)
    assert stage.state.visit.volume == 2
    press(stage, "つづきを聞く")
    assert stage.shell.overlay is None
    assert speaker.speaking


def test_quick_presses_all_count(stage):
    guard = TouchGuard(stage.shell, lambda: 0.0)
    guard.install()
    for _ in range(2):
        press(stage, "大きく")
    assert stage.state.visit.volume == 5


@pytest.mark.parametrize(
    ("name", "end", "said"), [("大きく", 5, "いちばん大きい"), ("小さく", 1, "いちばん小さい")]
)
def test_at_the_ends_it_looks_done_and_answers(stage, speaker, name, end, said):
    for _ in range(5):
        press(stage, name)
    assert button(stage.shell.overlay, name)._faint
    assert said in speaker.said[-1]
    assert stage.state.visit.volume == end
    assert str(end) in marks_say(stage)


def test_with_nothing_to_repeat_the_step_itself_is_said(make_stage, speaker):
    stage = make_stage(speaker=speaker)
    stage.show(a_step(stage))
    stage.presenter.voice._narrator.forget()
    open_panel(stage)
    press(stage, "小さく")
    assert speaker.said[-1] == "音の大きさ、5のうち2"


def test_the_next_resident_hears_the_usual_loudness(stage, speaker):
    press(stage, "大きく")
    stage.state.start_over()
    assert isinstance(stage.state.visit.page, Attract)
    assert speaker._loudspeaker._gain == gain(3)


def test_keys_reach_them(stage):
    keys = [button(stage.shell.overlay, name) for name in ("小さく", "大きく")]
    reached = set()
    for _ in stage.shell.overlay.buttons:
        QTest.keyClick(stage.shell.focusWidget(), Qt.Key.Key_Tab)
        reached.add(stage.shell.focusWidget())
    assert reached >= set(keys)
