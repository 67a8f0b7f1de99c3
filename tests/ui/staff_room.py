"""The real window with a staff desk, a clock of our own, and work that is done at once."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.jobs import at_once
from kiosk.staff.door import Door
from kiosk.staff.lockout import Lockout
from kiosk.staff.pin import PinStore
from kiosk.text.readings import Readings
from kiosk.ui.staff.desk import StaffDesk
from kiosk.ui.staff.page import Section, StaffPage
from kiosk.ui.staff.room import Wardrobe
from kiosk.ui.wording import Wording
from kiosk.visit.visit import Attract

PIN, WRONG = "407219", "508330"


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Page(StaffPage):
    """A section that remembers what happened to it."""

    def __init__(self, theme, words) -> None:
        super().__init__(theme, words)
        self.heading(words.tr("教材"))
        self.first = self.button(words.tr("もう一度"), self.refit, "replay")
        self.row(self.first)
        self.told: list[str] = []
        self.is_busy = False

    @property
    def busy(self) -> bool:
        return self.is_busy

    def opened(self) -> None:
        self.told.append("opened")

    def closed(self) -> None:
        self.told.append("closed")


class StaffRoom:
    """`late` keeps work until `work_off` is called; `more` sections than two are for a long list."""

    def __init__(
        self, stage, editions, folder: Path, pin: str = PIN, shuffled: bool = False, more: int = 0
    ) -> None:
        self.stage, self.clock, self.late = stage, Clock(), False
        self.pages: list[Page] = []
        self._waiting: list[Callable[[], None]] = []
        stage.show(Attract())
        self.door = Door(PinStore(folder), Lockout(folder, self.clock))
        if pin:
            self.door.change(pin)
        wardrobe = Wardrobe(
            lambda: [language.code for language in editions.languages],
            lambda code: Wording(editions.catalogue(code), Readings()),
            stage.presenter._theme_of,
        )
        self.desk = StaffDesk(
            stage.shell,
            stage.state,
            wardrobe,
            self.door,
            self._run,
            self._sections(more),
            lambda: shuffled,
        )

    def _sections(self, more: int) -> Sequence[Section]:
        names = (("教材", "menu_book"), ("設定", "settings"), *[("声", "volume_up")] * more)
        return [Section(name, icon, self._make) for name, icon in names]

    def _make(self, theme, words) -> Page:
        self.pages.append(Page(theme, words))
        return self.pages[-1]

    def _run(self, work, done, failed) -> None:
        self._waiting.append(partial(at_once, work, done, failed))
        if not self.late:
            self.work_off()

    def work_off(self) -> None:
        while self._waiting:
            self._waiting.pop(0)()

    @property
    def shell(self):
        return self.stage.shell

    @property
    def cover(self):
        return self.stage.shell.cover

    def corner(self, across: float, down: float) -> None:
        """Touch near a place of the window, given in shares of its size."""
        screen = self.shell.screen_now
        # QTest takes the place (0, 0) for none.
        x, y = 1 + round(across * (screen.width() - 2)), 1 + round(down * (screen.height() - 2))
        QTest.mouseClick(screen, Qt.MouseButton.LeftButton, pos=QPoint(x, y))

    def gesture(self) -> None:
        for across, down in ((0, 0), (1, 0), (1, 1), (0, 1)):
            self.corner(across, down)

    def enter(self, pin: str) -> None:
        """On the keypad that is shown, key by key."""
        for digit in pin:
            self.press(self.cover.keypad.keys[digit])
        self.press(self.cover.keypad.decide)

    def come_in(self) -> None:
        self.gesture()
        self.enter(PIN)

    @staticmethod
    def press(button) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
