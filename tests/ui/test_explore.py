"""Free practice: an app of the phone with no task."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.lessons.phone.gestures import Edge, EdgeSwiped
from kiosk.lessons.phone.state import PhoneState
from kiosk.text.kana_input import Choose, Flick, Mark, Move, Tap
from kiosk.text.kana_table import Way
from kiosk.visit.visit import Exploring, OnShelf


@pytest.fixture
def stage(make_stage):
    stage = make_stage()
    stage.presenter._maker._candidates = lambda kana, own: ("電話", kana)
    stage.show(Exploring("typing", PhoneState("memo/page"), "practice"))
    return stage


def touch(stage, element: str) -> None:
    phone = stage.shell.screen_now.stage.scene
    QTest.mouseClick(next(one for one in phone.buttons if one.element == element), Qt.MouseButton.LeftButton)
    stage.settle()


def press(stage, move: Move) -> None:
    stage.shell.screen_now.stage.keyboard.press(move)
    stage.settle()


def test_what_is_typed_freely_is_converted(stage) -> None:
    touch(stage, "japanese")
    for move in (Tap("た"), Mark(), Flick("わ", Way.UP)):
        press(stage, move)
    assert stage.state.visit.page.phone.values["japanese"] == "だん"
    press(stage, Choose("電話"))
    assert stage.state.visit.page.phone.values["japanese"] == "電話"


def test_the_keyboard_goes_down_with_back_and_the_text_stays(stage) -> None:
    touch(stage, "japanese")
    press(stage, Tap("あ"))
    stage.shell.screen_now.gestured.emit(EdgeSwiped(Edge.BACK))
    page = stage.state.visit.page
    assert (page.phone.typing, page.typed, page.phone.values["japanese"]) == ("", None, "あ")
    assert stage.shell.screen_now.stage.keyboard is None


def test_the_bars_back_leads_to_the_shelf(stage) -> None:
    stage.presenter.go_back()
    assert stage.state.visit.page == OnShelf("practice")
