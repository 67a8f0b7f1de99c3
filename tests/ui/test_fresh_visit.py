"""The next resident finds the terminal as the first one did: compared field by field, and pixel by pixel."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from kiosk.shots import Stage
from kiosk.text.kana_input import Typed
from kiosk.ui.touch import TouchGuard
from kiosk.visit import moves
from kiosk.visit.visit import Contrast, Home, InLesson, Speed, TextSize
from tests.ui.test_calling import ChimingSpeaker, a_step

MAY_STAY = {
    "VoiceDesk": {"_prepared", "_pages", "_to_prepare"},  # sound made ahead: the same for everybody
    "TouchGuard": {
        "_last_release",
        "_pressed_at",
        "_last_key",
        "_press",
        "_pressed",
    },  # the hand itself, for 0.5 s
    "Shell": {"_veil"},  # made when first needed; never seen by itself
    "ChimingSpeaker": {"said", "how", "kept", "ahead", "chimed"},  # what the test wrote down
    "Chime": {"_sound"},  # the file, once read
    "Speaker": {"_number", "_ahead"},
    "Loudspeaker": {"_try_again"},
}


def parts(stage: Stage, guard: TouchGuard) -> Iterator[QObject]:
    voice, calling = stage.presenter.voice, stage.presenter._calling
    yield from (stage.shell, stage.presenter, voice, voice._narrator, voice._touching, guard)
    speaker = voice._narrator._speaker
    yield from (calling, calling._chime, speaker, speaker._loudspeaker)


def fields(part: QObject) -> Mapping[str, object]:
    stay = set().union(*(MAY_STAY.get(kind.__name__, set()) for kind in type(part).__mro__))
    return {name: _shape(value) for name, value in vars(part).items() if name not in stay}


def _shape(value: object) -> object:
    """A value itself; of an object what kind it is, of a timer whether it runs, of functions that there is one."""
    if isinstance(value, QTimer):
        return value.isActive()
    if value is None or isinstance(value, (bool, int, float, str, tuple, list, set, frozenset)):
        return value
    return type(value).__name__


@pytest.fixture
def made(make_stage):
    def make() -> tuple[Stage, TouchGuard]:
        stage = make_stage(speaker=ChimingSpeaker())
        guard = TouchGuard(stage.shell)
        guard.touched.connect(stage.presenter.voice.hush)
        guard.keyed.connect(stage.shell.by_keyboard)
        stage.presenter.voice.listening_changed.connect(guard.listen)
        return stage, guard

    return make


def live_through_everything(stage: Stage, guard: TouchGuard) -> None:
    """Every comfort changed, something typed, heard, called, asked for and left open."""
    guard.install()
    state, shell, voice = stage.state, stage.shell, stage.presenter.voice
    stage.show(replace(a_step(stage), typed=Typed("あ"), misses=2))
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_Tab)
    state.become(
        replace(
            state.visit,
            language="en",
            text_size=TextSize.LARGEST,
            contrast=Contrast.DARK,
            furigana=False,
            read_aloud=False,
            speed=Speed.FAST,
            volume=5,
            low_reach=True,
            left_handed=True,
            phone_kind="android",
            typing_misses=4,
            touch_to_hear=True,
        )
    )
    stage.settle()
    speaker = voice._narrator._speaker
    speaker.no_voice.emit("en")
    speaker.no_sound.emit()
    shell.top.help_requested.emit()
    stage.presenter._calling.call()
    voice.open_panel()
    voice._narrator.hush()
    stage.settle()
    guard.remove()


def test_every_field_is_as_at_the_first_start(made):
    stage, guard = made()
    fresh, other_guard = made()
    live_through_everything(stage, guard)
    stage.state.start_over()
    stage.settle()
    for part, new in zip(parts(stage, guard), parts(fresh, other_guard), strict=True):
        assert fields(part) == fields(new), type(part).__name__
    assert stage.state.visit == fresh.state.visit


def test_every_pixel_is_as_at_the_first_start(made):
    stage, guard = made()
    fresh, _ = made()
    live_through_everything(stage, guard)
    stage.state.start_over()
    for page in (None, Home(greeted=True), a_step(stage)):
        pictures = []
        for one in (stage, fresh):
            if page:
                one.show(page)
            one.settle()
            pictures.append(one.shell.grab().toImage())
        assert pictures[0] == pictures[1]


def test_whoever_goes_back_to_the_first_screen_has_ended_the_visit(made):
    stage, _ = made()
    fresh = stage.state.visit
    stage.presenter.move(moves.begin)
    stage.shell.bottom.low_reach_requested.emit()
    stage.shell.bottom.contrast_requested.emit()
    stage.presenter.go_back()
    assert stage.state.visit == fresh


def test_the_next_resident_is_told_again_that_a_language_has_no_voice(made):
    stage, _ = made()
    narrator, told = stage.presenter.voice._narrator, []
    narrator.troubled.connect(told.append)
    for _ in range(2):
        stage.show(InLesson(a_step(stage).place))
        narrator._speaker.no_voice.emit("ja")
        narrator._speaker.no_voice.emit("ja")
        stage.state.start_over()
    assert len(told) == 2
