"""A step whose answer is on the screen: nothing moves away under a finger, and its offers can be taken by keyboard."""

import pytest

from kiosk.lessons.phone.gestures import Tapped
from kiosk.lessons.place import Place
from kiosk.ui.answers import HELP_FROM
from kiosk.ui.controls.answer_banner import AnswerBanner
from kiosk.ui.phone.stage import PhoneStage
from kiosk.visit.visit import InLesson, TextSize
from tests.robots.finger import Clock
from tests.ui.typist import Typist

TAP = 2
"""The number of a step of `read-qr-code` where something is to be touched."""


def show_step(stage) -> InLesson:
    lesson = stage.presenter._editions.library.lesson("read-qr-code")
    page = InLesson(Place("read-qr-code", lesson, TAP))
    stage.show(page)
    return page


def miss(stage, times: int) -> None:
    for _ in range(times):
        stage.shell.screen_now.gestured.emit(Tapped(None))
    stage.settle()


@pytest.mark.parametrize("text_size", TextSize)
@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (1280, 720)])
def test_no_answer_moves_the_phone(make_stage, size, text_size):
    stage = make_stage(size, text_size, inches=15.6 if size[0] == 1280 else 24.0)
    show_step(stage)
    before = stage.shell.screen_now.stage.geometry()
    for _ in range(HELP_FROM):
        miss(stage, 1)
        assert stage.shell.screen_now.stage.geometry() == before


def test_who_is_at_a_keyboard_can_be_shown_how_and_then_try(make_stage, monkeypatch):
    monkeypatch.setattr(PhoneStage, "clock", Clock())
    stage = make_stage()
    typist = Typist(stage)
    page = show_step(stage)
    miss(stage, HELP_FROM)
    show, _pass = stage.shell.screen_now.findChild(AnswerBanner).buttons
    typist.press(show)
    typist.do(page.place.step)
    assert stage.state.visit.page.praised


def test_who_is_at_a_keyboard_can_pass_a_step(make_stage):
    stage = make_stage()
    typist = Typist(stage)
    page = show_step(stage)
    miss(stage, HELP_FROM)
    _show, passing = stage.shell.screen_now.findChild(AnswerBanner).buttons
    typist.press(passing)
    assert stage.state.visit.page.place == page.place.forward()
