"""Pictures of the staff page: its real sections, each on made-up findings."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject

from kiosk import staff_samples as samples
from kiosk.jobs import Jobs, at_once
from kiosk.paths import SHIPPED
from kiosk.settings import Settings
from kiosk.settings_file import SettingsFile
from kiosk.settings_table import GROUPS
from kiosk.shots import Stage
from kiosk.speech.speaker import Speaker
from kiosk.staff.baking import Baking
from kiosk.staff_room import StaffRoom
from kiosk.terminal import Terminal
from kiosk.ui.shell import Shell
from kiosk.ui.staff.about_page import AboutPage
from kiosk.ui.staff.content_page import ContentPage
from kiosk.ui.staff.frame import StaffFrame
from kiosk.ui.staff.health_page import HealthPage
from kiosk.ui.staff.log_page import LogPage
from kiosk.ui.staff.page import Section, StaffPage
from kiosk.ui.staff.print_test import PrintTestPage
from kiosk.ui.staff.security_page import SecurityPage
from kiosk.ui.staff.settings_page import SettingsPage
from kiosk.ui.staff.sound_test import SoundTestPage
from kiosk.ui.staff.touch_test import TouchTestPage
from kiosk.ui.staff.usage_page import UsagePage
from kiosk.ui.staff.voices_page import VoicesPage
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording
from kiosk.usage_desk import lesson_titles


def section_shots(stage: Stage) -> Iterator[tuple[str, Shell]]:
    """Every section as it is opened, and what can be seen further on it."""
    theme, words = replace(stage.theme, furigana=False), stage.words
    with TemporaryDirectory(prefix="manabi-kiosk-") as folder:
        sections = SampleRoom(stage, Path(folder)).sections()
        for number, section in enumerate(sections):
            frame = StaffFrame(theme, words, sections, number)
            name = f"30-staff-{number + 1:02}-{section.icon}"
            yield name, stage.cover(frame)
            for more, show in enumerate(_further(frame.page), 2):
                show()
                yield f"{name}-{more}", stage.settled()
    stage.shell.lift_cover()


def _further(page: StaffPage | None) -> Iterator[Callable[[], object]]:
    match page:
        case SettingsPage():
            for group in GROUPS[1:]:
                yield partial(page.open_group, group.name)
        case SoundTestPage():
            yield page.begin
            yield page.not_heard
        case TouchTestPage():
            yield page.begin
            yield partial(_aim, page)
        case _:
            pass


def _aim(page: TouchTestPage) -> None:
    if page.aiming:
        page.aiming.finished.emit(samples.aims(page.theme.display))


class SampleRoom(QObject):
    """Knows what each section is given here."""

    def __init__(self, stage: Stage, folder: Path) -> None:
        super().__init__(stage.shell)
        self._stage, self._folder = stage, folder
        self._speaker = Speaker(parent=self)

    def sections(self) -> tuple[Section, ...]:
        """With the names and signs of the real ones, in their order."""
        stage = self._stage
        here = Terminal(
            SHIPPED, Settings(), stage.editions, stage.shell, stage.state, Jobs(self), time.monotonic
        )
        makers: tuple[Callable[[Theme, Wording], StaffPage] | None, ...] = (
            lambda theme, words: HealthPage(theme, words, at_once, lambda: samples.HEALTH),
            lambda theme, words: ContentPage(
                theme, words, at_once, lambda: samples.CONTENT, lambda: samples.TODAY
            ),
            self._voices,
            self._print_test,
            self._sound_test,
            None,  # the touch test knows nothing of the terminal: the real one
            self._settings,
            self._usage,
            lambda theme, words: LogPage(theme, words, at_once, lambda: samples.LOG),
            lambda theme, words: AboutPage(theme, words, at_once, lambda: samples.VERSIONS),
        )
        real = StaffRoom(here, self._speaker).sections()
        named = [
            replace(section, make=make or section.make) for section, make in zip(real, makers, strict=True)
        ]
        return (*named, Section("職員の番号", "password", partial(SecurityPage, failed=2)))

    def _voices(self, theme: Theme, words: Wording) -> StaffPage:
        baking = Baking([], self)
        return VoicesPage(theme, words, at_once, lambda: samples.VOICES, lambda _language: None, baking)

    def _print_test(self, theme: Theme, words: Wording) -> StaffPage:
        page = PrintTestPage(theme, words)
        page.look_requested.connect(lambda: page.show_state(samples.TRIAL))
        return page

    def _sound_test(self, theme: Theme, words: Wording) -> StaffPage:
        names = {one.name: self._stage.words_in(one.code) for one in self._stage.editions.languages}
        return SoundTestPage(theme, words, self._speaker, names, lambda _left, _volume: "", 3, at_once)

    def _settings(self, theme: Theme, words: Wording) -> StaffPage:
        file = SettingsFile(self._folder / "settings.toml", self._folder / "history")
        names = {one.code: one.name for one in self._stage.editions.languages}
        return SettingsPage(theme, words, file, names, lambda: ["printer-1"], at_once)

    def _usage(self, theme: Theme, words: Wording) -> StaffPage:
        titles = lesson_titles(self._stage.editions, words)
        read = partial(samples.figures, lessons=tuple(titles))
        return UsagePage(theme, words, at_once, read, lambda: self._folder, titles, self._folder)
