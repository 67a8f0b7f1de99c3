"""Composes the staff page: which sections there are, and what each of them is given when it is opened."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kiosk.beat import RESTART_CODE
from kiosk.errors import N_
from kiosk.paths import SHIPPED
from kiosk.settings import cache_folder
from kiosk.speech.speaker import Speaker
from kiosk.terminal import Terminal
from kiosk.ui.staff.page import Section, StaffPage
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

if TYPE_CHECKING:
    from kiosk.trial import TrialShop

SAMPLE = N_("こんにちは。この{声|こえ}で、{画面|がめん}の{文|ぶん}を{読|よ}みます。")


class StaffRoom(QObject):
    """Makes a section only when staff open it: nothing of it is imported before."""

    def __init__(self, terminal: Terminal, speaker: Speaker) -> None:
        super().__init__(terminal.shell)
        self._terminal, self._speaker = terminal, speaker
        self._root, self._run = terminal.root, terminal.jobs.run
        self._trial: TrialShop | None = None
        self._full: QWidget | None = None

    def sections(self) -> tuple[Section, ...]:
        return (
            Section(N_("端末の状態"), "stethoscope", self._health),
            Section(N_("教材"), "menu_book", self._content),
            Section(N_("声"), "record_voice_over", self._voices),
            Section(N_("印刷のテスト"), "print", self._print_test),
            Section(N_("音のテスト"), "volume_up", self._sound_test),
            Section(N_("タッチのテスト"), "touch_app", self._touch_test),
            Section(N_("設定"), "settings", self._settings_page),
            Section(N_("利用の数"), "bar_chart", self._usage),
            Section(N_("記録"), "article", self._log),
            Section(N_("再起動・情報"), "restart_alt", self._about),
        )

    def close(self) -> None:
        if self._trial:
            self._trial.close()

    # -- what the terminal is like ---------------------------------------------------------------

    def _health(self, theme: Theme, words: Wording) -> StaffPage:
        from kiosk.health.elsewhere import examine_elsewhere
        from kiosk.ui.staff.health_page import HealthPage

        return HealthPage(theme, words, self._run, partial(examine_elsewhere, self._root))

    def _content(self, theme: Theme, words: Wording) -> StaffPage:
        from kiosk.health.content import content_elsewhere
        from kiosk.ui.staff.content_page import ContentPage

        return ContentPage(theme, words, self._run, partial(content_elsewhere, self._root, words.language))

    def _voices(self, theme: Theme, words: Wording) -> StaffPage:
        from kiosk.health.baking import command
        from kiosk.health.voices import voices_elsewhere
        from kiosk.staff.baking import Baking
        from kiosk.ui.staff.voices_page import VoicesPage

        baking = Baking(command(self._root, words.language), self)
        look = partial(voices_elsewhere, self._root, words.language)
        page = VoicesPage(theme, words, self._run, look, self._say_sample, baking)
        page.destroyed.connect(baking.deleteLater)
        return page

    def _usage(self, theme: Theme, words: Wording) -> StaffPage:
        from kiosk.usage_desk import UsageDesk

        return UsageDesk(self._terminal.editions, self._run).page(theme, words)

    def _log(self, theme: Theme, words: Wording) -> StaffPage:
        from kiosk.logs import log_file
        from kiosk.staff.log_entries import newest_entries
        from kiosk.ui.staff.log_page import MOST, LogPage

        return LogPage(theme, words, self._run, partial(newest_entries, log_file(), MOST))

    def _about(self, theme: Theme, words: Wording) -> StaffPage:
        from kiosk.staff.versions import versions
        from kiosk.ui.staff.about_page import AboutPage

        page = AboutPage(theme, words, self._run, partial(versions, self._root, SHIPPED))
        page.restart_requested.connect(self._restart)
        page.exit_requested.connect(partial(self._leave, 0))
        return page

    # -- what can be tried -----------------------------------------------------------------------

    def _print_test(self, theme: Theme, words: Wording) -> StaffPage:
        from kiosk.trial import TrialShop
        from kiosk.ui.staff.print_test import PrintTestPage

        if self._trial is None:
            self._trial = TrialShop(self._root, cache_folder(), self._terminal.settings, self)
        page, trial = PrintTestPage(theme, words), self._trial
        trial.told.connect(page.show_state)
        page.look_requested.connect(trial.look)
        page.print_requested.connect(trial.print_page)
        page.left.connect(trial.leave)
        return page

    def _sound_test(self, theme: Theme, words: Wording) -> StaffPage:
        from kiosk.speech.sides import play_side
        from kiosk.ui.staff.sound_test import SoundTestPage

        here = self._terminal
        languages = {one.name: here.words_in(one.code) for one in here.editions.languages}
        volume = here.settings.volume
        return SoundTestPage(theme, words, self._speaker, languages, play_side, volume, self._run)

    def _touch_test(self, theme: Theme, words: Wording) -> StaffPage:
        from kiosk.ui.staff.touch_test import TouchTestPage

        return TouchTestPage(theme, words, self._show_full, self._close_full)

    def _settings_page(self, theme: Theme, words: Wording) -> StaffPage:
        from kiosk.handout.printers.queues import queue_names
        from kiosk.settings_file import SettingsFile
        from kiosk.ui.staff.settings_page import SettingsPage

        languages = {one.code: one.name for one in self._terminal.editions.languages}
        page = SettingsPage(theme, words, SettingsFile.here(), languages, queue_names, self._run)
        page.restart_requested.connect(self._restart)
        return page

    # -- what they wish for ----------------------------------------------------------------------

    def _say_sample(self, language: str) -> None:
        here = self._terminal
        self._speaker.say(here.words_in(language).tr(SAMPLE), language, here.settings.speech_speed)

    def _show_full(self, widget: QWidget) -> None:
        """Over the staff page, which waits below; it goes with that page."""
        self._full = widget
        shell = self._terminal.shell
        widget.setParent(shell.cover or shell)
        widget.setGeometry(shell.rect())
        widget.show()
        widget.raise_()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_full(self) -> None:
        widget, self._full = self._full, None
        if widget is not None and isValid(widget):
            widget.hide()
            widget.deleteLater()

    def _restart(self) -> None:
        self._leave(RESTART_CODE)

    def _leave(self, code: int) -> None:
        QApplication.exit(code)
