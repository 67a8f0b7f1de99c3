"""The question at every size: all of it can be read, and any touch answers it."""

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.ui.controls.press import TakesPresses
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.screens.still_there import StillThere
from kiosk.ui.wording import Wording
from kiosk.visit.visit import Contrast, Home, TextSize

SIZES = [((1920, 1080), 24.0), ((1280, 720), 15.6), ((1080, 1920), 24.0)]


def question(make_stage, size=(1920, 1080), inches=24.0, low_reach=False, **comfort) -> StillThere:
    stage = make_stage(size, inches=inches, **comfort)
    stage.state.become(replace(stage.state.visit, page=Home(), low_reach=low_reach))
    editions = stage.presenter._editions
    words = Wording(editions.catalogue(stage.theme.language), editions.readings)
    asked = StillThere(stage.theme, words, 60)
    stage.shell.cover_with(asked)
    stage.settle()
    return asked


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("size", "inches"), SIZES)
@pytest.mark.parametrize("text_size", TextSize)
@pytest.mark.parametrize("low_reach", [False, True])
def test_all_of_it_fits(make_stage, size, inches, text_size, language, low_reach):
    asked = question(make_stage, size, inches, low_reach, text_size=text_size, language=language)
    assert [one.accessibleName() for one in asked.findChildren(TouchButton) if one.isVisible()] == [
        asked.button.accessibleName()
    ]
    for label in asked.spoken:
        assert label.height() >= label.block(label.width()).height - 1
        assert label.mapTo(asked, label.rect().topLeft()).y() >= asked.theme.display.above
    assert asked.button.mapTo(asked, asked.button.rect().topLeft()).y() > asked.height() / 2
    assert asked.button.height() >= asked.theme.target


@pytest.mark.parametrize("contrast", Contrast)
def test_the_ring_can_be_told_from_the_paper(make_stage, contrast):
    asked = question(make_stage, contrast=contrast)
    colours = asked.theme.colours
    assert all(ratio(one, colours.paper) >= 3 for one in (colours.main, colours.soft_text))


def ratio(one, other) -> float:
    def light(colour) -> float:
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05

    high, low = sorted((light(one), light(other)), reverse=True)
    return high / low


def test_the_ring_gets_shorter_and_says_how_much_is_left(make_stage):
    asked = question(make_stage)
    whole = band(asked)
    asked.show_left(20)
    assert band(asked) == pytest.approx(whole / 3, rel=0.05)
    assert asked.ring.accessibleName() == "あと20秒"


def band(asked: StillThere) -> int:
    picture = asked.ring.grab().toImage()
    main = asked.theme.colours.main.rgb()
    return sum(
        picture.pixel(x, y) == main
        for x, y in product(range(0, picture.width(), 2), range(0, picture.height(), 2))
    )


@pytest.mark.parametrize("share", [(0.01, 0.01), (0.5, 0.5), (0.99, 0.99)])
def test_a_touch_anywhere_answers_on_release(make_stage, share):
    asked = question(make_stage)
    heard: list[bool] = []
    asked.stay_requested.connect(lambda: heard.append(True))
    at = QPoint(round(asked.width() * share[0]), round(asked.height() * share[1]))
    under = asked.childAt(at)
    assert under is asked.pane
    QTest.mousePress(asked.pane, Qt.MouseButton.LeftButton, pos=at)
    assert (heard, asked.button.isDown()) == ([], True)
    QTest.mouseRelease(asked.pane, Qt.MouseButton.LeftButton, pos=at)
    assert heard == [True]


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Shift])
def test_any_key_answers(qtbot, make_stage, key):
    asked = question(make_stage)
    with qtbot.waitSignal(asked.stay_requested, timeout=100):
        QTest.keyClick(asked.pane, key)


def test_a_palm_answers_too(qtbot, make_stage):
    asked = question(make_stage)
    assert isinstance(asked.pane, TakesPresses)
    with qtbot.waitSignal(asked.stay_requested, timeout=100):
        asked.pane.give_up()


def test_it_is_heard_in_whole_sentences(make_stage):
    asked = question(make_stage)
    assert asked.pane.accessibleName() == "まだ、お使いですか。\nさわらないと、はじめの画面にもどります。"
