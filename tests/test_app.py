"""The whole program: the first screen without content, then the content, and calm when something breaks."""

import logging
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.app import Kiosk
from kiosk.errors import SettingsError
from kiosk.paths import SHIPPED
from kiosk.settings import Settings, cache_folder
from kiosk.text.ruby import marked_up
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.screens.attract import AttractScreen
from kiosk.ui.screens.front import FrontScreen
from kiosk.ui.screens.language import LanguageScreen
from kiosk.visit.visit import Front, Home

from .builders import lesson_values, write_data
from .words import lay_words

QUIET = Settings(animations=False, read_aloud=False)


@pytest.fixture(autouse=True)
def no_folders_of_this_user(own_folders):
    """Nothing is kept from one test to the next, but the keyboard's words."""
    lay_words(cache_folder())


@pytest.fixture
def kiosk(qtbot):
    kiosk = Kiosk(SHIPPED, QUIET)
    qtbot.addWidget(kiosk.shell)
    yield kiosk
    kiosk.close()


def test_the_first_screen_needs_no_content(qtbot, kiosk):
    with qtbot.waitSignal(kiosk.ready):
        kiosk.open(True)
        assert isinstance(kiosk.shell.screen_now, AttractScreen)


def test_a_touch_before_everything_is_loaded_is_not_lost(qtbot, kiosk):
    with qtbot.waitSignal(kiosk.ready):
        kiosk.open(True)
        kiosk.shell.screen_now.start_requested.emit()
    assert isinstance(kiosk.shell.screen_now, LanguageScreen)


def test_what_staff_wrote_is_read_while_the_kiosk_runs(qtbot, tmp_path):
    root = write_data(
        tmp_path / "data", {"camera": lesson_values(title="海の窓口")}, readings={"窓口": "まどくち"}
    )
    kiosk = Kiosk(root, QUIET, "camera")
    qtbot.addWidget(kiosk.shell)
    with qtbot.waitSignal(kiosk.ready):
        kiosk.open(True)
    qtbot.waitUntil(lambda: "{海|うみ}の{窓口|まどくち}" in title(kiosk), timeout=60_000)
    kiosk.close()


def title(kiosk):
    return [marked_up(label.text) for label in kiosk.shell.screen_now.findChildren(RubyLabel)]


def test_a_lesson_can_be_opened_at_once(qtbot):
    kiosk = Kiosk(SHIPPED, QUIET, "see-hazard-map")
    qtbot.addWidget(kiosk.shell)
    with qtbot.waitSignal(kiosk.ready):
        kiosk.open(True)
    assert isinstance(kiosk.shell.screen_now, FrontScreen)
    kiosk.close()


def test_an_unknown_language_is_told_before_anything_opens(qtbot):
    with pytest.raises(SettingsError):
        Kiosk(SHIPPED, Settings(language="xx"))


def test_a_bug_is_logged_and_brings_the_resident_home(qtbot, kiosk, caplog):
    with qtbot.waitSignal(kiosk.ready):
        kiosk.open(True)
    kiosk.state.become(replace(kiosk.state.visit, page=Front("see-hazard-map"), language="en"))
    kiosk.calm.take(ValueError, ValueError("bug"), None)
    qtbot.waitUntil(lambda: kiosk.state.visit.page == Home())
    assert kiosk.state.visit.language == "en"
    assert any(record.levelno == logging.ERROR for record in caplog.records)


def test_an_unknown_lesson_ends_with_a_sentence(qtbot, monkeypatch):
    ended = []
    monkeypatch.setattr(QApplication, "exit", ended.append)
    kiosk = Kiosk(SHIPPED, QUIET, "no-such-lesson")
    qtbot.addWidget(kiosk.shell)
    kiosk.open(True)
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [2]
    assert "no-such-lesson" in kiosk.error.message.text()


def test_a_bug_before_anything_is_ready_ends_the_program(qtbot, monkeypatch):
    """A start screen that answers no touch would be worse than a restart."""
    ended = []
    monkeypatch.setattr(QApplication, "exit", ended.append)
    kiosk = Kiosk(SHIPPED, QUIET)
    qtbot.addWidget(kiosk.shell)
    kiosk.calm.take(ValueError, ValueError("bug"), None)
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [70]
