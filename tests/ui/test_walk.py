"""Whole lessons from the first touch to the end, by touch alone and by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.lessons.model import Ask, Tap
from kiosk.ui.controls.tile import Tile
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.screens.finish import FinishScreen
from kiosk.visit.visit import Attract, Front, InLesson, TextSize

LESSONS = ("read-qr-code", "see-hazard-map", "apply-disaster-certificate")
WAYS = [
    ("ja", TextSize.NORMAL, (1920, 1080)),
    ("en", TextSize.LARGE, (1080, 1920)),
    ("ja", TextSize.LARGEST, (1280, 720)),
    ("en", TextSize.LARGEST, (1280, 720)),
    ("ja", TextSize.LARGE, (1080, 1920)),
]


def by_touch(stage, target: QWidget) -> None:
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    stage.settle()


def by_keyboard(stage, target: QWidget) -> None:
    """Tab until the target has the focus, as somebody without sight or mouse would."""
    window = stage.shell
    for _ in range(60):
        if window.focusWidget() is target:
            break
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
    assert window.focusWidget() is target, f"no way by Tab to {target.accessibleName()}"
    QTest.keyClick(target, Qt.Key.Key_Space)
    stage.settle()


def wanted(stage) -> QWidget:
    """What an instructed learner presses now."""
    page, shell = stage.state.visit.page, stage.shell
    if isinstance(page, Front):
        return shell.screen_now.first_focus()
    step = page.place.step
    if isinstance(step, Tap):
        return next(button for button in shell.screen_now.phone.buttons if button.element == step.target)
    if isinstance(step, Ask):
        answers = [b for b in shell.screen_now.findChildren(TouchButton) if b.words]
        return answers[-1]
    return shell.bottom.next_button


@pytest.mark.parametrize("press", [by_touch, by_keyboard])
@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize(("language", "text_size", "size"), WAYS)
def test_a_lesson_can_be_walked_to_its_end(make_stage, lesson, language, text_size, size, press):
    stage = make_stage(size, text_size, language, 15.6 if size[0] == 1280 else 24.0)
    stage.show(Front(lesson))
    for _ in range(60):
        page = stage.state.visit.page
        if isinstance(page, InLesson) and page.place.finished:
            break
        press(stage, wanted(stage))
    assert isinstance(stage.shell.screen_now, FinishScreen)


@pytest.mark.parametrize("press", [by_touch, by_keyboard])
def test_from_the_first_touch_to_a_lesson(make_stage, press):
    stage = make_stage()
    stage.show(Attract())
    press(stage, stage.shell.screen_now)
    press(stage, tile(stage, "日本語"))
    press(stage, tile(stage, "はじめてのスマホ"))
    press(stage, tile(stage, "QRコードを読み取る"))
    assert stage.state.visit.page == Front("read-qr-code", "first-steps")


def tile(stage, name: str) -> Tile:
    return next(one for one in stage.shell.screen_now.findChildren(Tile) if one.accessibleName() == name)


@pytest.mark.parametrize("lesson", LESSONS)
def test_escape_goes_back_all_the_way(make_stage, lesson):
    stage = make_stage()
    stage.show(Front(lesson))
    for _ in range(3):
        by_touch(stage, wanted(stage))
    for _ in range(8):
        QTest.keyClick(stage.shell.focusWidget() or stage.shell, Qt.Key.Key_Escape)
        stage.settle()
    assert isinstance(stage.state.visit.page, Attract)
