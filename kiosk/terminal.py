"""This terminal before there is any content: its settings, its window, the present visit, and how a visit looks here."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.i18n.edition import Editions
from kiosk.jobs import Jobs
from kiosk.settings import Settings
from kiosk.ui.shell import Shell
from kiosk.ui.theme import Display, Theme
from kiosk.ui.wording import Wording
from kiosk.visit.visit import Visit, VisitState


@dataclass(frozen=True)
class Terminal:
    """What everything else is built on. `root` holds the content, `clock` gives seconds that nobody sets."""

    root: Path
    settings: Settings
    editions: Editions
    shell: Shell
    state: VisitState
    jobs: Jobs
    clock: Callable[[], float]

    def theme_of(self, visit: Visit) -> Theme:
        screen, settings = QGuiApplication.primaryScreen(), self.settings
        display = Display.of(
            self.shell.size(),
            screen.size(),
            settings.screen_inches,
            screen.physicalSize(),
            settings.viewing_distance,
        )
        return Theme.of(visit, display, settings.animations)

    def words_of(self, visit: Visit) -> Wording:
        return self.words_in(visit.language)

    def words_in(self, language: str) -> Wording:
        """Needs the content, which knows how Japanese is read."""
        return Wording.of(self.editions.edition(language))
