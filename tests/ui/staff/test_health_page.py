"""How the terminal is, as staff read it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.errors import Message
from kiosk.staff.health import Area, Finding, Mark, NotExaminedError
from kiosk.ui.staff.health_page import HealthPage
from tests.ui.staff.looking import ByHand, Show, buttons, press, texts
from tests.ui.table import make_theme, make_words


def finding(mark: Mark, text: str) -> Finding:
    return Finding(Area.DISK, Message(text), mark)


def health(run: ByHand, *found: Finding) -> HealthPage:
    return HealthPage(make_theme(), make_words(), run, lambda: found)


@pytest.mark.parametrize(
    ("marks", "summary"),
    [
        ([Mark.WELL], "すべて、よく動いています。"),
        ([Mark.WELL, Mark.LACK], "動いています。気をつけることが1件あります。"),
        ([Mark.FAULT, Mark.WELL, Mark.LACK, Mark.FAULT], "直すことが2件あります。"),
    ],
)
def test_health_in_one_sentence(run: ByHand, shown: Show, marks: list[Mark], summary: str) -> None:
    page = shown(health(run, *(finding(mark, "…") for mark in marks)))
    assert texts(page)[0] == summary


def test_faults_come_before_what_is_well(run: ByHand, shown: Show) -> None:
    page = shown(health(run, finding(Mark.WELL, "よい"), finding(Mark.FAULT, "わるい")))
    assert texts(page).index("わるい") < texts(page).index("よい")


def test_a_value_that_is_a_sentence_is_translated_with_it(run: ByHand, shown: Show) -> None:
    message = Message("{area}を調べられませんでした。", {"area": Message("時計")})
    page = shown(health(run, Finding(Area.CLOCK, message, Mark.FAULT)))
    assert "時計を調べられませんでした。" in texts(page)


def test_while_it_looks_it_says_so(qtbot: QtBot, run: ByHand) -> None:
    page = health(run, finding(Mark.WELL, "よい"))
    qtbot.addWidget(page)
    page.show()
    page.opened()
    assert texts(page) == ["端末を調べています。少しお待ちください。"]
    run.open()
    assert texts(page)[0] == "すべて、よく動いています。"


def test_looking_again_shows_what_is_new(run: ByHand, shown: Show) -> None:
    found = [[finding(Mark.FAULT, "わるい")], [finding(Mark.WELL, "よい")]]
    page = shown(HealthPage(make_theme(), make_words(), run, lambda: found.pop(0)))
    press(page, "もう一度調べる")
    run.open()
    assert "わるい" not in texts(page) and "よい" in texts(page)


def test_what_cannot_be_examined_is_one_sentence(run: ByHand, shown: Show) -> None:
    def fails() -> tuple[Finding, ...]:
        raise NotExaminedError("調べ終わりませんでした。")

    page = shown(HealthPage(make_theme(), make_words(), run, fails))
    assert texts(page) == ["調べ終わりませんでした。"]
    assert "もう一度調べる" in buttons(page)


def test_an_answer_for_a_page_that_is_gone_is_dropped(qtbot: QtBot, run: ByHand) -> None:
    page = health(run, finding(Mark.WELL, "よい"))
    page.opened()
    page.deleteLater()
    qtbot.waitUntil(lambda: not _alive(page))
    run.open()
    assert run.waiting == []


def _alive(page: QWidget) -> bool:
    from shiboken6 import isValid

    return bool(isValid(page))


def test_a_finger_leaves_no_ring_elsewhere_while_it_looks(qtbot: QtBot, run: ByHand, shown: Show) -> None:
    page = shown(health(run, finding(Mark.WELL, "よい")))
    with qtbot.waitActive(page):
        page.activateWindow()
    page._again.setFocus(Qt.FocusReason.MouseFocusReason)
    press(page, "もう一度調べる")
    assert page.hasFocus()
