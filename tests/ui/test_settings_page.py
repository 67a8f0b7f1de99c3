"""Settings by touch: what is saved, what is undone, and what cannot be reached."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from kiosk.i18n.edition import Editions
from kiosk.settings import Settings, load_settings
from kiosk.settings_file import SettingsFile
from kiosk.settings_table import ENTRIES, GROUPS
from kiosk.text.ruby import plain
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.staff.choices import Choices
from kiosk.ui.staff.setting_row import Stepper
from kiosk.ui.staff.settings_page import SAVED, UNDONE, SettingsPage
from kiosk.ui.theme import Display, Theme
from kiosk.visit.visit import TextSize
from tests.ui.staff_pages import FULL_HD, SCREENS, assert_touchable, at_once, shown, touch, words_in


class Desk:
    """The page on a screen, its file, and fingers."""

    def __init__(self, qtbot, editions: Editions, folder: Path, theme: Theme) -> None:
        self.path = folder / "settings.toml"
        words = words_in(editions, theme.language)
        file = SettingsFile(self.path, folder / "history")
        languages = {one.code: one.name for one in editions.languages}
        self.page = SettingsPage(theme, words, file, languages, lambda: ("hall", "office"), at_once)
        shown(self.page, theme, qtbot)

    def open(self, key: str) -> QWidget:
        """The control of a setting."""
        group = next(group for group in GROUPS if key in {entry.key for entry in group.entries})
        touch(self.page.groups.buttons[group.name])
        return self.page._rows[key].control

    def more(self, key: str, times: int = 1, less: bool = False) -> None:
        control = self.open(key)
        assert isinstance(control, Stepper)
        for _ in range(times):
            touch(control.less if less else control.more)

    def choose(self, key: str, value: object) -> None:
        control = self.open(key)
        assert isinstance(control, Choices)
        touch(control.buttons[value])

    @property
    def kept(self) -> Settings:
        self.page.save()
        settings, problems = load_settings(self.path)
        assert problems == ()
        return settings

    @property
    def status(self) -> str:
        return plain(self.page.status.text)


@pytest.fixture
def desk(qtbot, editions: Editions, tmp_path: Path) -> Desk:
    return Desk(qtbot, editions, tmp_path, FULL_HD)


def test_a_touch_is_saved_by_itself(desk: Desk, qtbot) -> None:
    desk.more("volume")
    qtbot.waitUntil(lambda: desk.status == SAVED, timeout=5000)
    assert load_settings(desk.path)[0].volume == 4


def test_hasty_touches_are_one_change(desk: Desk) -> None:
    desk.more("volume", times=9)
    assert desk.kept.volume == 5
    touch(desk.page.undo_button)
    assert (desk.kept.volume, desk.status) == (3, UNDONE)
    assert not desk.page.undo_button.isEnabled()


def test_a_change_that_is_not_saved_yet_is_undone_too(desk: Desk) -> None:
    desk.more("volume")
    desk.page.undo()
    assert desk.kept == Settings()
    assert not desk.path.exists()


def test_the_volume_never_reaches_silence(desk: Desk) -> None:
    desk.more("volume", times=9, less=True)
    assert desk.kept.volume == 1


def test_no_touch_brings_out_the_ring_of_the_keyboard(desk: Desk) -> None:
    desk.page.activateWindow()
    desk.more("volume", times=9)
    touch(desk.page._rows["volume"].back)
    desk.page.save()
    desk.page.undo()
    desk.page.undo()
    assert [button for button in desk.page.findChildren(TouchButton) if button.ringed] == []


@pytest.mark.parametrize(
    ("key", "value"),
    [("language", "en"), ("paper", "receipt58"), ("printer", "office"), ("count_usage", False)],
)
def test_what_is_chosen_is_kept_and_goes_back_to_the_usual(desk: Desk, key: str, value: object) -> None:
    desk.choose(key, value)
    assert getattr(desk.kept, key) == value
    touch(desk.page._rows[key].back)
    assert desk.kept == Settings()
    assert not desk.page._rows[key].back.isEnabled()


def test_hours_come_together_and_go_together(desk: Desk) -> None:
    desk.more("wake", times=2)
    assert (desk.kept.wake, desk.kept.sleep) == ("08:45", "21:00")
    touch(desk.page._rows["sleep"].back)
    assert (desk.kept.wake, desk.kept.sleep) == ("", "")


def test_leaving_the_page_saves(desk: Desk) -> None:
    desk.more("volume")
    desk.page.closed()
    assert load_settings(desk.path)[0].volume == 4


def test_a_new_start_waits_for_the_file(desk: Desk, qtbot) -> None:
    desk.more("volume")
    with qtbot.waitSignal(desk.page.restart_requested):
        touch(desk.page.restart_button)
    assert load_settings(desk.path)[0].volume == 4


def test_what_is_broken_in_the_file_is_told(desk: Desk) -> None:
    desk.path.write_text("volume = \nprinter = 'desk'\n")
    desk.page.opened()
    (told,) = (desk.page._problems.itemAt(number).widget() for number in range(desk.page._problems.count()))
    assert "1行目" in plain(told.text)
    assert desk.open("printer").buttons["desk"].isChecked()


def test_a_file_that_cannot_be_written_is_a_sentence(desk: Desk) -> None:
    desk.path.mkdir()
    desk.more("volume")
    desk.page.save()
    assert "settings.toml" in desk.status


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("text_size", TextSize)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_control_can_be_touched(
    qtbot, editions: Editions, tmp_path: Path, screen, text_size: TextSize, language: str
) -> None:
    theme = Theme(Display(*screen), text_size, language=language)
    desk = Desk(qtbot, editions, tmp_path, theme)
    for group in GROUPS:
        desk.page.open_group(group.name)
        assert_touchable(desk.page, theme)


class Slow:
    """A file that takes its time."""

    def __init__(self, page: SettingsPage) -> None:
        self._waiting: list[tuple] = []
        page._run = lambda *job: self._waiting.append(job)

    def finish(self) -> None:
        while self._waiting:
            at_once(*self._waiting.pop(0))


def test_what_was_touched_during_a_write_is_saved_though_the_page_was_left(editions, tmp_path) -> None:
    file = SettingsFile(tmp_path / "settings.toml", tmp_path / "history")
    page = SettingsPage(FULL_HD, words_in(editions), file, {"ja": "日本語"}, tuple, at_once)
    page.opened()
    slow = Slow(page)
    for volume in (4, 5):
        page._choose(ENTRIES["volume"], volume)
        page.closed()
    delete(page)
    slow.finish()
    assert load_settings(file.path)[0].volume == 5


def test_nothing_is_undone_while_the_file_is_written(desk: Desk) -> None:
    slow = Slow(desk.page)
    desk.more("volume")
    desk.page.save()
    desk.more("volume")
    assert not desk.page.undo_button.isEnabled()
    slow.finish()
    assert desk.page.undo_button.isEnabled()
