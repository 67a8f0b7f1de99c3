"""Whole lessons from the first touch to the end, by touch alone and by keyboard alone.

By touch, tests/robots walk every lesson in every language on one screen; here are other screens and sizes.
"""

from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.lessons.steps import Ask, Check, Done, Look, Practice, Quiz
from kiosk.paths import SHIPPED
from kiosk.ui.controls.tile import Tile
from kiosk.ui.phone.stage import PhoneStage
from kiosk.ui.screens.finish import FinishScreen
from kiosk.visit.visit import Attract, Front, TextSize
from tests.robots.finger import Clock, Finger
from tests.robots.follower import Follower
from tests.ui.typist import Typist

LESSONS = sorted(path.parent.name for path in (SHIPPED / "lessons").glob("*/lesson.yaml"))
BY_TOUCH = ("read-qr-code", "three-pins", "type-letters", "move-fingers")
UPRIGHT = ("en", TextSize.LARGE, (1080, 1920))
SMALL = ("ja", TextSize.LARGEST, (1280, 720))
TIGHT = ("en", TextSize.LARGEST, (1280, 720))


@pytest.fixture
def clock(monkeypatch) -> Clock:
    monkeypatch.setattr(PhoneStage, "clock", clock := Clock())
    return clock


@pytest.fixture
def stage(make_stage, way):
    language, text_size, size = way
    return make_stage(size, text_size, language, 15.6 if size[0] == 1280 else 24.0)


@pytest.mark.parametrize("lesson", BY_TOUCH)
@pytest.mark.parametrize("way", [UPRIGHT, SMALL, TIGHT])
def test_a_lesson_can_be_walked_by_touch(stage, clock, lesson):
    stage.show(Front(lesson))
    Follower(stage, clock).walk()
    assert isinstance(stage.shell.screen_now, FinishScreen)


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("way", [UPRIGHT, SMALL])
def test_a_lesson_can_be_walked_by_keyboard(stage, lesson):
    typist = Typist(stage)
    stage.show(Front(lesson))
    typist.press(stage.shell.screen_now.first_focus())
    while not (place := stage.state.visit.page.place).finished:
        typist.do(place.step)
    assert isinstance(stage.shell.screen_now, FinishScreen)


def test_the_lessons_walked_by_keyboard_have_every_kind_of_step(editions):
    steps = [step for lesson in LESSONS for step in editions.library.lesson(lesson).steps]
    assert {type(step) for step in steps} == {Look, Ask, Quiz, Check, Done, *get_args(Practice)}


def test_from_the_first_touch_to_a_lesson(make_stage, clock):
    stage = make_stage()
    stage.show(Attract())
    finger = Finger(stage, clock)
    finger.touch(stage.shell.screen_now)
    for name in FROM_LANGUAGE_TO_LESSON:
        finger.touch(tile(stage, name))
    assert stage.state.visit.page == Front("read-qr-code", "first-steps")


def test_from_the_first_key_to_a_lesson(make_stage):
    stage = make_stage()
    stage.show(Attract())
    typist = Typist(stage)
    typist.strike(Qt.Key.Key_Space)
    for name in FROM_LANGUAGE_TO_LESSON:
        typist.press(tile(stage, name))
    assert stage.state.visit.page == Front("read-qr-code", "first-steps")


FROM_LANGUAGE_TO_LESSON = ("日本語", "はじめてのスマホ", "QRコードを読み取る")


def tile(stage, name: str) -> Tile:
    return next(one for one in stage.shell.screen_now.findChildren(Tile) if one.accessibleName() == name)


@pytest.mark.parametrize("lesson", BY_TOUCH)
def test_escape_goes_back_all_the_way(make_stage, lesson):
    stage = make_stage()
    stage.show(Front(lesson))
    stage.shell.screen_now.start_requested.emit()
    stage.shell.bottom.next_requested.emit()
    for _ in range(8):
        QTest.keyClick(stage.shell.focusWidget() or stage.shell, Qt.Key.Key_Escape)
        stage.settle()
    assert isinstance(stage.state.visit.page, Attract)
