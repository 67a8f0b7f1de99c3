"""Every screen of every lesson, measured from the widgets themselves."""

from dataclasses import replace

import pytest

from kiosk.lessons.phone.gestures import Tapped
from kiosk.over_shots import over_shots
from kiosk.shots import pages
from kiosk.ui.screens.step import StepScreen
from kiosk.visit.visit import Contrast, Front, TextSize
from tests.ui.listed_speaker import ListedSpeaker
from tests.ui.measure import faults

DISPLAYS = {
    "small": ((1280, 720), 15.6),
    "usual": ((1920, 1080), 24.0),
    "sharp": ((3840, 2160), 27.0),
    "upright": ((1080, 1920), 24.0),
}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("text_size", list(TextSize))
@pytest.mark.parametrize("display", DISPLAYS)
def test_nothing_is_clipped_or_under_size(make_stage, editions, display, text_size, language):
    size, inches = DISPLAYS[display]
    stage = make_stage(size, text_size, language, inches)
    found = []
    for name, page in sampled(list(pages(editions)), display, text_size):
        shell = stage.show(page)
        found += [f"{name}: {fault}" for fault in faults(shell, stage.theme)]
    assert found == []


def sampled(everything, display, text_size):
    """All of them where room is scarcest and on the usual screen, else every sixth, always other ones."""
    if (display, text_size) in {("small", TextSize.LARGEST), ("usual", TextSize.NORMAL)}:
        return everything
    turn = list(DISPLAYS).index(display) * 3 + list(TextSize).index(text_size)
    return everything[turn % 6 :: 6]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("text_size", list(TextSize))
@pytest.mark.parametrize("display", DISPLAYS)
def test_nothing_is_clipped_on_the_sheets(make_stage, display, text_size, language):
    size, inches = DISPLAYS[display]
    stage = make_stage(size, text_size, language, inches, speaker=ListedSpeaker())
    stage.show(Front("read-qr-code"))
    top, bottom = stage.shell.top, stage.shell.bottom
    for wish in (top.help_requested, top.start_over_requested, bottom.voice_requested):
        wish.emit()
        stage.settle()
        assert faults(stage.shell, stage.theme) == []


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("text_size", [TextSize.NORMAL, TextSize.LARGEST])
@pytest.mark.parametrize("display", ["small", "usual", "upright"])
def test_nothing_is_clipped_on_what_lies_over_the_pages(make_stage, display, text_size, language):
    size, inches = DISPLAYS[display]
    stage = make_stage(size, text_size, language, inches)
    found = [f"{name}: {fault}" for name, shell in over_shots(stage) for fault in faults(shell, stage.theme)]
    assert found == []


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("text_size", [TextSize.NORMAL, TextSize.LARGEST])
@pytest.mark.parametrize("display", ["small", "usual"])
def test_nothing_is_clipped_while_touches_only_ask(make_stage, editions, display, text_size, language):
    size, inches = DISPLAYS[display]
    stage = make_stage(size, text_size, language, inches)
    stage.state.become(replace(stage.state.visit, touch_to_hear=True))
    found = []
    for name, page in pages(editions, ["read-qr-code", "apply-disaster-certificate"]):
        shell = stage.show(page)
        found += [f"{name}: {fault}" for fault in faults(shell, stage.theme)]
    assert found == []


@pytest.mark.parametrize("contrast", [Contrast.DARK, Contrast.YELLOW])
def test_other_contrasts_keep_the_same_places(make_stage, editions, contrast):
    light, other = make_stage(), make_stage(contrast=contrast)
    for _name, page in pages(editions, ["read-qr-code"]):
        here, there = light.show(page), other.show(page)
        assert here.content_box == there.content_box
        assert faults(there, other.theme) == []


def test_a_wrong_touch_keeps_everything_in_place(make_stage, editions):
    """The kind answer takes room from the card, never from the phone or the bars."""
    stage = make_stage((1280, 720), TextSize.LARGEST, "ja", 15.6)
    for _name, page in list(pages(editions, ["read-qr-code", "three-pins"])):
        screen = stage.show(page).screen_now
        phone = getattr(screen, "stage", None)
        if not isinstance(screen, StepScreen) or phone is None:
            continue
        before = phone.geometry()
        screen.gestured.emit(Tapped(None))
        stage.settle()
        assert phone.geometry() == before
        assert faults(stage.shell, stage.theme) == []
