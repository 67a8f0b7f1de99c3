"""A day of the whole kiosk, compressed: one visit after the other, and nothing of one may be left in the next.

Each visit is compared with the first one, field by field and pixel by pixel, at its first three pages.
"""

import os
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app import Kiosk
from kiosk.ui.controls.tile import Tile
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.screens.finish import FinishScreen
from kiosk.ui.theme import Theme
from kiosk.visit.visit import Attract, ChooseLanguage, Front, Home, InLesson, Stage, TakeHome, Visit
from tests.robots.finger import Clock, Finger
from tests.robots.monkey import Monkey
from tests.robots.remembered import remembered

APART = frozenset(
    {
        # When something was last touched, and what: for the half second in which a trembling hand touches again.
        *("TouchGuard._last_release", "TouchGuard._pressed_at", "TouchGuard._last_key"),
        *("TouchGuard._press", "TouchGuard._pressed", "IdleWatch._looked_at"),
        # How long nobody has touched, or the kiosk was busy: from 0 with each touch, whoever looks before us.
        *("Present.quiet_s", "Present.busy_s"),
        # The copies of the last hour, which are nobody's, and the printing process itself.
        *("Allowance.times", "PrintShop._clerk", "PrintShop._idle", "PrintShop._hired_at"),
        # The speaking process, and sound made ahead: the same for everybody.
        *("Speaker._number", "Speaker._ahead", "Speaker._child"),
        *("Loudspeaker._player", "Loudspeaker._try_again"),
        *("VoiceDesk._prepared", "VoiceDesk._to_prepare", "VoiceDesk._pages", "VoiceDesk._ahead"),
        # Made when they are first needed, and seen only when they are used.
        *("Shell._veil", "Chime._sound"),
        # The terminal's own content and looks.
        *("Presenter._editions", "ScreenMaker._editions", "Views.edition", "Wording.catalogue"),
        *("Wording.readings", "Theme.display"),
    }
)
"""What may differ between two visits."""

SPEAKING = frozenset({"Narrator._speaker", "Narrator._reading", "Narrator._now", "Chime._speaker"})
"""What also differs while a page is being read aloud: how far the voice has come."""

LOOK_S = 2.0
ACTIONS = range(0, 25)
THROUGH, MOST_STEPS = 0.2, 40


@dataclass
class Seen:
    visits: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    lessons: Counter[str] = field(default_factory=Counter)
    prints: Counter[str] = field(default_factory=Counter)
    questions: int = 0
    carried: Counter[str] = field(default_factory=Counter)
    """What was found of a visit in the next one."""
    first: list[str] = field(default_factory=list)
    """When and how each was first found."""


class KioskStage:
    """The whole kiosk, as the robots see a stage."""

    def __init__(self, kiosk: Kiosk) -> None:
        assert kiosk.desks
        self.kiosk, self.desks = kiosk, kiosk.desks
        self.shell, self.state, self.presenter = kiosk.shell, kiosk.state, kiosk.desks.presenter

    @property
    def theme(self) -> Theme:
        return self.presenter.theme

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Day:
    """`kiosk` is open and ready, with `clock` as its clock."""

    def __init__(self, kiosk: Kiosk, clock: Clock, seed: int) -> None:
        self.kiosk, self.clock, self.seen = kiosk, clock, Seen()
        self.stage = KioskStage(kiosk)
        self._random = Random(seed)
        self._finger = Finger(self.stage, clock)
        self._monkey = Monkey(self.stage, clock, [], seed, kiosk.guard)
        self._fresh: dict[str, tuple[dict[str, str], QImage]] = {}
        kiosk.state.changed.connect(self._note_print)
        self.stage.presenter.show_again()  # the first screen has moved on since the start
        self._compare("attract")

    @property
    def page(self):
        return self.kiosk.state.visit.page

    def visit(self) -> None:
        """From the first touch until nobody is there any more."""
        self.seen.visits += 1
        self._finger.tap(self.kiosk.shell.rect().center())
        assert isinstance(self.page, ChooseLanguage), self.page
        self._compare("language")
        self._choose_language()
        self._compare(f"home {self.kiosk.state.visit.language}")
        self._wander()
        self._leave()
        assert self.page == Attract()
        self._compare("attract")

    # -- what a resident does ------------------------------------------------------------------

    def _choose_language(self) -> None:
        self._finger.touch(self._random.choice(self._buttons(self.kiosk.shell.screen_now, Tile)))
        assert isinstance(self.page, Home), self.page
        self.seen.languages[self.kiosk.state.visit.language] += 1

    def _wander(self) -> None:
        """To a lesson and through some of it, with anything else in between."""
        if self._random.random() < THROUGH:
            self._go_through()
        for _ in range(self._random.choice(ACTIONS)):
            if isinstance(self.page, Attract):
                return
            if self._random.random() < 0.3:
                self._monkey.act()
            else:
                self._go_deeper()

    def _go_through(self) -> None:
        """As somebody who wants the sheet: to the end of a lesson, and print it."""
        for _ in range(MOST_STEPS):
            if isinstance(self.page, InLesson) and self.page.place.finished:
                break
            self._go_deeper()
        if isinstance(self.page, InLesson) and self.page.place.finished:
            self._print()

    def _go_deeper(self) -> None:
        shell = self.kiosk.shell
        if shell.overlay or shell.cover or shell.strip:
            self._monkey.act()
            return
        match self.page:
            case InLesson(place) if place.finished:
                self._print()
            case InLesson():
                self._monkey.go_on()
            case Front(lesson_id):
                self.seen.lessons[lesson_id] += 1
                self._finger.touch(self._buttons(shell.screen_now, TouchButton)[-1])
            case _:
                tiles = self._buttons(shell.screen_now, Tile)
                self._finger.touch(self._random.choice(tiles)) if tiles else self._monkey.act()

    def _print(self) -> None:
        """Touch the button of the sheet; some wait for the paper, most do not."""
        screen = self.kiosk.shell.screen_now
        assert isinstance(screen, FinishScreen)
        buttons = self._buttons(screen, TouchButton)
        if not buttons:
            self._monkey.act()
            return
        self._finger.touch(buttons[0] if self._random.random() < 0.6 else self._random.choice(buttons))
        if isinstance(self.page, InLesson) and self._random.random() < 0.4:
            spend(self._random.random() * 4)

    def _note_print(self, before: Visit, now: Visit) -> None:
        if isinstance(before.page, InLesson) and isinstance(now.page, InLesson):
            stage = now.page.sheet.stage
            self.seen.prints[stage.value] += stage not in (before.page.sheet.stage, Stage.READY)

    # -- how they leave ------------------------------------------------------------------------

    def _leave(self) -> None:
        if isinstance(self.page, Attract):
            self.seen.ends["left by themselves"] += 1
        elif self._random.random() < 0.5:
            self.seen.ends["walked away"] += 1
            self._walk_away()
        else:
            self.seen.ends["started over"] += 1
            self.kiosk.state.start_over()
        self.stage.settle()

    def _walk_away(self) -> None:
        """The terminal asks once, somebody comes back, and in the end nobody does."""
        self._wait_for_question()
        self.seen.questions += 1
        if self._random.random() < 0.3:
            before = self.kiosk.state.visit
            self._finger.tap(self.kiosk.shell.rect().center())
            assert self.kiosk.shell.cover is None
            assert _without_sheet(self.kiosk.state.visit) == _without_sheet(before)
            self._wait_for_question()
        while not isinstance(self.page, Attract):
            self._look()

    def _wait_for_question(self) -> None:
        looks = 0
        while not self.stage.desks.idle.watch.asking:
            self._look()
            looks += 1
            assert looks < 3600, f"never asked at {self.page}"

    def _look(self) -> None:
        self.clock.now += LOOK_S
        self.stage.desks.idle.watch.look()
        QApplication.processEvents()

    # -- what is left of them ------------------------------------------------------------------

    def _compare(self, name: str) -> None:
        """With the first time this page was met."""
        self.stage.settle()
        fields, picture = self._remembered(name), self.kiosk.shell.grab().toImage()
        if name not in self._fresh:
            self._fresh[name] = fields, picture
            return
        expected, drawn = self._fresh[name]
        differing = sorted(
            path for path in expected.keys() | fields.keys() if expected.get(path) != fields.get(path)
        )
        for path in differing:
            self._found(name, path, f"was {expected.get(path)}, is {fields.get(path)}")
        if picture != drawn:
            self._found(name, "picture", "is another")
            self._keep(name, picture, drawn)

    def _found(self, name: str, path: str, how: str) -> None:
        """The first of its kind in words; how many there are of each."""
        kind = f"{name}: {path}"
        if kind not in self.seen.carried:
            self.seen.first.append(f"visit {self.seen.visits}, {kind} {how}")
        self.seen.carried[kind] += 1

    def _keep(self, name: str, picture: QImage, drawn: QImage) -> None:
        if folder := os.environ.get("DAY_PICTURES"):
            picture.save(f"{folder}/{self.seen.visits}-{name}-is.png")
            drawn.save(f"{folder}/{self.seen.visits}-{name}-was.png")

    def _remembered(self, name: str) -> dict[str, str]:
        kiosk = self.kiosk
        silent = name == "attract"
        parts = {
            "visit": kiosk.state,
            "shell": kiosk.shell,
            "guard": kiosk.guard,
            "presenter": self.stage.presenter,
            "shop": self.stage.desks.shop,
            "idle": self.stage.desks.idle,
            "speaker": self.stage.desks.speaker if silent else None,
        }
        found: dict[str, str] = {}
        for path, part in parts.items():
            found |= remembered(part, path, APART if silent else APART | SPEAKING)
        return found

    @staticmethod
    def _buttons(part: QWidget, kind: type) -> list:
        return [one for one in part.findChildren(kind) if one.isVisible() and one.isEnabled()]


def _without_sheet(visit: Visit) -> Visit:
    """The printer may have news at any time."""
    page = visit.page
    return replace(visit, page=replace(page, sheet=TakeHome())) if isinstance(page, InLesson) else visit


def spend(seconds: float) -> None:
    """Let the kiosk's other processes answer."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


@dataclass(frozen=True)
class Held:
    """What this process holds of the machine."""

    megabytes: float
    threads: int
    files: int
    processes: int

    @staticmethod
    def now() -> "Held":
        status = dict(
            line.split(":", 1) for line in Path("/proc/self/status").read_text("ascii").splitlines()
        )
        return Held(
            int(status["VmRSS"].split()[0]) / 1024,
            int(status["Threads"]),
            len(list(Path("/proc/self/fd").iterdir())),
            len(_children(os.getpid())),
        )


def _children(pid: int) -> list[int]:
    return [
        int(one)
        for task in Path(f"/proc/{pid}/task").iterdir()
        for one in (task / "children").read_text("ascii").split()
    ]
