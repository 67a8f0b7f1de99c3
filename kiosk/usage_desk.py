"""What staff do with the usage counts: look at them, and write them to a file."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from kiosk.errors import OutputError
from kiosk.i18n.edition import Editions
from kiosk.ui.staff.page import Run, StaffPage
from kiosk.ui.staff.usage_page import UsagePage
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording
from kiosk.visit.usage.export import Exporter
from kiosk.visit.usage.figures import Figures, Period, figures_of
from kiosk.visit.usage.reading import read_rows, usage_file

_PLUGGED_IN = ("/media/", "/run/media/")
"""Where Linux puts what somebody plugs in."""


class UsageDesk:
    """Makes the section of the staff page. `run` works off the window's thread."""

    def __init__(self, editions: Editions, run: Run) -> None:
        self._editions, self._run, self._book = editions, run, usage_file()

    def page(self, theme: Theme, words: Wording) -> StaffPage:
        titles = lesson_titles(self._editions, words)
        return UsagePage(theme, words, self._run, self._read, self._export, titles, self._book.parent)

    def _read(self, period: Period) -> Figures:
        today = date.today()
        return figures_of(read_rows(self._book, period.first_day(today), today + timedelta(1)), period, today)

    def _export(self) -> Path:
        exporter = Exporter.of(self._editions, self._book)
        return write_to_first(exporter, [*plugged_in(), self._book.parent], date.today())


def lesson_titles(editions: Editions, words: Wording) -> dict[str, str]:
    return {name: words.catalogue.lesson_text(one.title) for name, one in editions.library.lessons.items()}


def write_to_first(exporter: Exporter, folders: list[Path], today: date) -> Path:
    """The file, in the first of some folders that can be written to. Raises `KioskError`."""
    name = f"usage-{today.isoformat()}.csv"
    for folder in folders[:-1]:
        try:
            return exporter.write(folder / name, today)[0]
        except OutputError:
            continue
    return exporter.write(folders[-1] / name, today)[0]


def plugged_in() -> list[Path]:
    """The sticks and cards that can be written to. May wait for a slow one."""
    volumes = [one for one in QStorageInfo.mountedVolumes() if one.isReady() and not one.isReadOnly()]
    return [Path(one.rootPath()) for one in volumes if one.rootPath().startswith(_PLUGGED_IN)]
