"""The page of the printer test: what it wishes and what it shows."""

import pytest

from kiosk.errors import Message
from kiosk.handout.trial_state import LOOKING, PRINTING, READY, TrialState
from kiosk.handout.trouble import Trouble
from kiosk.i18n.edition import Editions
from kiosk.text.ruby import plain
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.staff.print_test import PrintTestPage
from kiosk.ui.theme import Display, Theme
from kiosk.visit.visit import TextSize
from tests.ui.staff_pages import FULL_HD, SCREENS, assert_touchable, shown, touch, words_in


@pytest.fixture
def page(qtbot, editions: Editions) -> PrintTestPage:
    page = PrintTestPage(FULL_HD, words_in(editions))
    shown(page, FULL_HD, qtbot)
    return page


def texts(page: PrintTestPage) -> list[str]:
    return [plain(label.text) for label in page.findChildren(RubyLabel) if label.isVisible()]


def test_it_looks_at_the_printer_when_it_is_opened(page: PrintTestPage, qtbot) -> None:
    assert LOOKING in texts(page)
    with qtbot.waitSignal(page.look_requested):
        page.opened()
    page.show_state(TrialState((Message(READY, {"printer": "hall"}),)))
    assert LOOKING not in texts(page)
    assert READY.replace("{printer}", "hall") in texts(page)


def test_one_touch_asks_for_a_page_in_its_language(page: PrintTestPage, qtbot) -> None:
    with qtbot.waitSignal(page.print_requested) as asked:
        touch(page.print_button)
    assert asked.args == ["ja"]


def test_a_page_on_its_way_keeps_the_desk_open(page: PrintTestPage) -> None:
    page.show_state(TrialState(job=Message(PRINTING), busy=True))
    assert page.busy
    assert PRINTING in texts(page)


def test_leaving_is_told_and_forgets(page: PrintTestPage, qtbot) -> None:
    page.show_state(TrialState(job=Message(PRINTING), busy=True))
    with qtbot.waitSignal(page.left):
        page.closed()
    assert not page.busy
    assert PRINTING not in texts(page)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_fits(qtbot, editions: Editions, screen, language: str) -> None:
    theme = Theme(Display(*screen), TextSize.LARGEST, language=language)
    page = PrintTestPage(theme, words_in(editions, language))
    shown(page, theme, qtbot)
    task = Message(Trouble.OFFLINE.staff, {"printer": "hall", "detail": "ipp://192.168.1.50/ipp/print"})
    page.show_state(TrialState((task, task), is_well=False, job=task))
    assert_touchable(page, theme)
