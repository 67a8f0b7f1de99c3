"""The program from its start to its end: the first screen, then the content, then everybody else (`kiosk.desks`)."""

import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kiosk.application import make_application
from kiosk.beat import supervised
from kiosk.calm import Calm
from kiosk.display import require_display
from kiosk.errors import KioskError
from kiosk.heartbeat import Heartbeat
from kiosk.housekeeping import Housekeeping
from kiosk.i18n.edition import Editions
from kiosk.jobs import Jobs
from kiosk.only_one import only_one
from kiosk.paths import SHIPPED
from kiosk.preparing import Preparing
from kiosk.qt_log import QtLog
from kiosk.settings import Settings, cache_folder, runtime_folder
from kiosk.terminal import Terminal
from kiosk.text.readings import Readings
from kiosk.ui.screens.attract import AttractScreen, Invitation
from kiosk.ui.shell import Shell
from kiosk.ui.touch import TouchGuard
from kiosk.ui.window_guard import WindowGuard
from kiosk.ui.wording import Wording
from kiosk.visit.visit import Front, Visit, VisitState

if TYPE_CHECKING:
    from kiosk.desks import Desks
    from kiosk.ui.presenter import Presenter
    from kiosk.ui.watch import Seen

WINDOWED = QSize(1280, 720)


@dataclass(frozen=True)
class Loaded:
    """`seen` is the staff's own folder as it was when it was read; the shipped one does not change.

    `unread`: there are texts whose readings nobody has worked out yet.
    """

    seen: "Seen | None"
    unread: bool


class Kiosk(QObject):
    """The resident's terminal. The first screen needs no content; the rest follows once it is painted."""

    first_painted = Signal()
    ready = Signal()

    def __init__(
        self,
        root: Path,
        settings: Settings,
        lesson: str | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._lesson = lesson
        editions = Editions(root, cache_folder())
        editions.language(settings.language)
        fresh = Visit(language=settings.language, read_aloud=settings.read_aloud, volume=settings.volume)
        self.state, self.shell = VisitState(fresh), Shell()
        self.shell.setWindowTitle("まなびキオスク")
        self._housekeeping = Housekeeping(self.state, self)
        self.guard = TouchGuard(self.shell, clock)
        self.window_guard = WindowGuard(self.shell)
        self.terminal = Terminal(root, settings, editions, self.shell, self.state, Jobs(self), clock)
        self._preparing = Preparing(root, cache_folder(), editions, self.terminal.jobs)
        self._started_early = self._closed = False
        self.desks: Desks | None = None
        """There only once everything a resident needs is."""
        self.error: KioskError | None = None
        self.calm = Calm(self.shell, self.state, editions, self._presenter, self._give_up)

    def open(self, windowed: bool) -> None:
        """Show the first screen, then load the rest."""
        self.shell.resize(WINDOWED if windowed else QGuiApplication.primaryScreen().size())
        self._show_attract()
        self.shell.closing.connect(self.close)
        self.shell.installEventFilter(self)
        if windowed:
            self.shell.show()
        else:
            self.window_guard.close_in()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.shell.removeEventFilter(self)
            QTimer.singleShot(0, self._after_first_paint)
        return False

    def _show_attract(self) -> None:
        visit, editions = self.state.visit, self.terminal.editions
        words = [Wording(editions.catalogue(one.code), Readings()) for one in editions.languages]
        own = Wording(editions.catalogue(visit.language), Readings())
        theme = self.terminal.theme_of(visit)
        attract = AttractScreen(theme, own, [Invitation.in_words(one) for one in words])
        attract.start_requested.connect(self._start_early)
        self.shell.dress(theme, own)
        self.shell.show_screen(attract, None)

    def _start_early(self) -> None:
        self._started_early = True

    def _after_first_paint(self) -> None:
        self.first_painted.emit()
        # Not quit(): that asks the window first, which does not let itself be closed.
        Heartbeat(self).end_requested.connect(lambda: QApplication.exit(0))
        self.terminal.jobs.run(self._load, self._furnish, self._give_up)

    def _load(self) -> "Loaded":
        """Off the window's thread: the content, and the modules that show, print and play it."""
        from kiosk import desks  # noqa: F401
        from kiosk.i18n.readings import content_texts
        from kiosk.ui.watch import look_at

        root, editions = self.terminal.root, self.terminal.editions
        seen = look_at(root) if root != SHIPPED else None
        editions.library.require_any()
        unread = bool(editions.readings.missing(content_texts(editions.library)))
        if self._lesson:
            editions.library.lesson(self._lesson)
        return Loaded(seen, unread)

    def _furnish(self, loaded: "Loaded") -> None:
        """Back on the window's thread: everything a resident needs, then what can follow later."""
        from kiosk.desks import Desks

        desks = Desks(self.terminal, self._preparing, self.guard, self.calm)
        desks.presenter.show_again()
        if not desks.take_up_lost_visit():
            self._show_first_page()
            desks.staff.begin(offer_setup=self.window_guard.closed_in)
        QTimer.singleShot(0, lambda: desks.speaker.prepare(self.terminal.settings.language))
        self.desks = desks
        self._housekeeping.keep()
        self.ready.emit()
        if loaded.unread:
            self._preparing.learn_readings()
        self._preparing.make_keyboard()
        self._preparing.prove_codes()
        if loaded.seen is not None:
            desks.watch_content(loaded.seen)

    def _show_first_page(self) -> None:
        """The lesson the operator named, or what a resident has touched while the kiosk was still loading."""
        from kiosk.visit import moves

        if self._lesson:
            shelf = self.terminal.editions.library.lesson(self._lesson).shelf
            self.state.become(replace(self.state.visit, page=Front(self._lesson, shelf)))
        elif self._started_early:
            self.state.become(moves.begin(self.state.visit))

    def _presenter(self) -> "Presenter | None":
        return self.desks.presenter if self.desks else None

    def _give_up(self, error: KioskError) -> None:
        """The content cannot be used at all: say so on the way out."""
        self.error = error
        QApplication.exit(error.exit_code)

    def close(self) -> None:
        """The program ends as it should. After a bug the place of the visit stays, for the next start."""
        if self._closed:
            return
        self._closed = True
        self.window_guard.allow_close()
        self.terminal.jobs.close()
        self.guard.remove()
        if self.desks:
            self.desks.close(keep_place=self.error is not None)
        self._housekeeping.close()


def run(root: Path, settings: Settings, windowed: bool, lesson: str | None) -> int:
    """Open the kiosk and stay until it is closed. Raises `KioskError` when it cannot open."""
    require_display()
    # A window that is begun again waits for the one before to be quite gone.
    with only_one(runtime_folder(), patience_s=5.0 if supervised() else 0.0):
        QtLog().install()
        application = make_application()
        kiosk = Kiosk(root, settings, lesson)
        kiosk.calm.install()
        # Qt's event loop never looks at Python's handler, so Ctrl+C would do nothing.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        kiosk.open(windowed)
        code = application.exec()
        kiosk.close()
    if kiosk.error:
        raise kiosk.error
    return code
