"""Versions, and the two ways out."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk.staff.versions import Versions
from kiosk.text.ruby import plain
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.staff.about_page import AboutPage
from tests.ui.staff.looking import ByHand, Show, press, texts
from tests.ui.table import make_theme, make_words

TODAY = date(2026, 11, 23)


VERSIONS = Versions("0.1.0", "4e880c0a", "a1ee730c", TODAY, "3.11.7", "6.11.3")


@pytest.fixture
def about(run: ByHand, shown: Show) -> AboutPage:
    return shown(AboutPage(make_theme(), make_words(), run, lambda: VERSIONS))


def test_versions_are_told(about: AboutPage) -> None:
    said = "".join(texts(about))
    assert all(part in said for part in ("0.1.0 (4e880c0a)", "a1ee730c", "2026-11-23", "6.11.3"))


@pytest.mark.parametrize(
    ("words", "signal"),
    [("キオスクを再起動する", "restart_requested"), ("デスクトップに出る", "exit_requested")],
)
def test_leaving_takes_a_button_and_a_yes(about: AboutPage, words: str, signal: str) -> None:
    told: list[bool] = []
    getattr(about, signal).connect(lambda: told.append(True))
    press(about, words)
    assert told == []
    press(about, "やめる")
    assert told == []
    press(about, words)
    press(about, words)
    assert told == [True]


def test_a_finger_leaves_no_ring_elsewhere(qtbot: QtBot, about: AboutPage) -> None:
    with qtbot.waitActive(about):
        about.activateWindow()
    begin, no = (
        next(one for one in about.findChildren(TouchButton) if plain(one.words) == words)
        for words in ("キオスクを再起動する", "やめる")
    )
    begin.setFocus(Qt.FocusReason.MouseFocusReason)
    begin.click()
    assert no.hasFocus() and not no.ringed
    no.click()
    assert begin.hasFocus() and not begin.ringed
