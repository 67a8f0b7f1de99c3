"""The real kiosk in a process of its own, with a visitor who does what a test says and tells what they see.

`python -m tests.faults.visitor [SETTINGS]` reads a command a line and answers each with a line of JSON.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from PySide6.QtCore import QEventLoop, QSocketNotifier, QTimer

from kiosk.app import Kiosk
from kiosk.application import make_application
from kiosk.doctor import PROBES
from kiosk.errors import KioskError
from kiosk.health.probe import answers
from kiosk.logs import log_the_uncaught
from kiosk.paths import SHIPPED
from kiosk.qt_log import QtLog
from kiosk.settings import Settings, cache_folder, settings_file
from kiosk.settings_file import SettingsFile
from kiosk.staff.door import Door
from kiosk.staff.health import Area, Mark
from kiosk.ui.controls.tile import Tile
from kiosk.ui.phone.stage import PhoneStage
from kiosk.visit.usage.reading import read_rows, usage_file
from kiosk.visit.visit import Attract, ChooseLanguage, Front, Home, InLesson
from tests.robots.day import KioskStage
from tests.robots.finger import Clock, Finger
from tests.robots.follower import Follower

LESSON = "note-the-number"


@dataclass(frozen=True)
class Sight:
    """What is on the screen, and what went wrong until now.

    `asked`: whether they are still there. `offered`: to go on after a crash. `told`: the answer in words, if any.
    """

    page: str
    step: int
    asked: bool
    offered: bool
    errors: int
    notices: tuple[str, ...]
    speaking: bool
    words_heard: int
    told: str = ""


class Visitor:
    def __init__(self, kiosk: Kiosk, clock: Clock) -> None:
        self._kiosk, self._stage, self._clock = kiosk, KioskStage(kiosk), clock
        self._finger, self._door = Finger(self._stage, clock), Door.here()
        self._notices: list[str] = []
        self._errors = self._heard = 0
        assert kiosk.desks
        self._desks = kiosk.desks
        self._desks.presenter.voice._narrator.troubled.connect(self._notices.append)
        self._desks.speaker.range_spoken.connect(self._hear)
        kiosk.calm.broken.connect(self._fail)

    def _fail(self) -> None:
        self._errors += 1

    def _hear(self, _begin: int, _end: int) -> None:
        self._heard += 1

    def do(self, command: str, *words: str) -> Sight:
        commands: dict[str, Callable[..., str]] = {
            "look": self._look,
            "begin": self._begin,
            "learn": self._learn,
            "step": self._step,
            "leave": self._leave,
            "hear": self._hear_again,
            "set": self._set,
            "knock": self._knock,
            "doctor": self._doctor,
            "counts": self._counts,
            "year": self._year,
        }
        try:
            told = commands[command](*words)
        except KioskError as error:
            told = str(error)
        self._stage.settle()
        return self._sight(told)

    def _sight(self, told: str) -> Sight:
        page, kiosk = self._kiosk.state.visit.page, self._kiosk
        step = page.place.index if isinstance(page, InLesson) else -1
        return Sight(
            type(page).__name__,
            step,
            self._desks.idle.watch.asking,
            kiosk.shell.overlay is not None,
            self._errors,
            tuple(self._notices),
            self._stage.presenter.voice.speaking,
            self._heard,
            told,
        )

    # -- what a resident does ------------------------------------------------------------------

    def _look(self) -> str:
        return ""

    def _begin(self) -> str:
        shell = self._kiosk.shell
        self._finger.tap(shell.rect().center())
        assert isinstance(self._kiosk.state.visit.page, ChooseLanguage), self._kiosk.state.visit.page
        assert shell.screen_now
        self._finger.touch(shell.screen_now.findChildren(Tile)[0])
        assert isinstance(self._kiosk.state.visit.page, Home)
        return ""

    def _learn(self) -> str:
        """A whole lesson, as its instructions say, from its front page to the sheet."""
        self._kiosk.state.become(replace(self._kiosk.state.visit, page=Front(LESSON)))
        self._stage.settle()
        Follower(self._stage, self._clock).walk()
        return ""

    def _step(self) -> str:
        """The first step of a lesson."""
        self._kiosk.state.become(replace(self._kiosk.state.visit, page=Front(LESSON)))
        self._stage.settle()
        assert self._kiosk.shell.screen_now
        button = self._kiosk.shell.screen_now.first_focus()
        assert button
        self._finger.touch(button)
        return ""

    def _hear_again(self) -> str:
        self._stage.presenter.read_again()
        return ""

    def _leave(self) -> str:
        self._kiosk.state.start_over()
        assert self._kiosk.state.visit.page == Attract()
        return ""

    # -- what staff do -------------------------------------------------------------------------

    def _set(self, key: str, value: str) -> str:
        SettingsFile(settings_file(), cache_folder().parent / "history").change({key: int(value)})
        return "changed"

    def _knock(self, pin: str) -> str:
        return str(self._door.knock(pin))

    def _doctor(self, *areas: str) -> str:
        """Only what is wrong."""
        found = answers([probe for probe in PROBES if probe.area in {Area(one) for one in areas}], SHIPPED)
        return "\n".join(one.message.text() for one in found if one.mark is Mark.FAULT)

    def _counts(self) -> str:
        assert self._desks.counting._writer
        self._desks.counting._writer.flush()
        rows = read_rows(usage_file()) if usage_file().exists() else ()
        return " ".join(
            sorted(f"{row.what.measure.value}={row.times}" for row in rows if not row.what.lesson)
        )

    def _year(self) -> str:
        return str(date.today().year)


class RealClock(Clock):
    """Touches take the time that they take."""

    @property
    def now(self) -> float:
        return time.monotonic()

    @now.setter
    def now(self, value: float) -> None:
        spend(value - self.now)


def spend(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def main(arguments: Sequence[str]) -> int:
    values = json.loads(arguments[0]) if arguments else {}
    clock = RealClock() if values.pop("real_time", False) else Clock()
    PhoneStage.clock = staticmethod(clock)
    log_the_uncaught()
    QtLog().install()
    application = make_application()
    kiosk = Kiosk(SHIPPED, Settings(animations=False, **values), clock=clock)
    kiosk.calm.install()
    answers_to = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)

    def begin() -> None:
        visitor = Visitor(kiosk, clock)

        def obey() -> None:
            words = sys.stdin.readline().split()
            if not words:
                application.exit(0)
                return
            answers_to.write(json.dumps(asdict(visitor.do(*words))) + "\n")

        notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, kiosk)
        notifier.activated.connect(obey)
        answers_to.write(json.dumps(asdict(visitor.do("look"))) + "\n")

    kiosk.ready.connect(lambda: QTimer.singleShot(0, begin))
    kiosk.open(windowed=True)
    code = application.exec()
    kiosk.close()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
