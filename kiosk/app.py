"""Builds every object once and connects them: the only place that knows everything."""

import signal
import time
from collections.abc import Callable
from dataclasses import replace
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
from kiosk.i18n.edition import Editions
from kiosk.jobs import Jobs
from kiosk.only_one import only_one
from kiosk.paths import SHIPPED
from kiosk.preparing import Preparing
from kiosk.qt_log import QtLog
from kiosk.settings import Settings, cache_folder, runtime_folder
from kiosk.text.readings import Readings
from kiosk.ui.screens.attract import AttractScreen, Invitation
from kiosk.ui.shell import Shell
from kiosk.ui.theme import Display, Theme
from kiosk.ui.touch import TouchGuard
from kiosk.ui.window_guard import WindowGuard
from kiosk.ui.wording import Wording
from kiosk.visit.visit import Attract, Front, Visit, VisitState

if TYPE_CHECKING:
    from kiosk.counting import Counting
    from kiosk.kept_place import KeptPlace
    from kiosk.printing import PrintShop
    from kiosk.speech.speaker import Speaker
    from kiosk.staff_room import StaffRoom
    from kiosk.ui.presenter import Presenter
    from kiosk.ui.reload import Reload
    from kiosk.ui.staff.desk import StaffDesk
    from kiosk.ui.watch import Seen

WINDOWED = QSize(1280, 720)


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
        self._clock = clock
        self._root, self._settings, self._lesson = root, settings, lesson
        self._editions = Editions(root, cache_folder())
        self._editions.language(settings.language)
        fresh = Visit(language=settings.language, read_aloud=settings.read_aloud, volume=settings.volume)
        self.state = VisitState(fresh)
        self.shell = Shell()
        self.shell.setWindowTitle("まなびキオスク")
        self.guard = TouchGuard(self.shell, clock)
        self.window_guard = WindowGuard(self.shell)
        self._jobs = Jobs(self)
        self._preparing = Preparing(root, cache_folder(), self._editions, self._jobs)
        self._preparing.learnt.connect(self._show_learnt)
        self._started_early = False
        self._closed = self._is_ready = False
        self._unread = False
        """Whether staff wrote texts or readings that nobody has worked out yet."""
        self._seen: Seen | None = None
        """The staff's own folder as it was when it was read; the shipped one does not change."""
        self._reload: Reload | None = None
        self.error: KioskError | None = None
        self._speaker: Speaker | None = None
        self._presenter: Presenter | None = None
        self._shop: PrintShop | None = None
        self._counting: Counting | None = None
        self._kept: KeptPlace | None = None
        self._staff: StaffDesk | None = None
        self._room: StaffRoom | None = None
        self.calm = Calm(self.shell, self.state, self._editions, self._ready_presenter, self._give_up)

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
        visit = self.state.visit
        words = [Wording(self._editions.catalogue(one.code), Readings()) for one in self._editions.languages]
        own = Wording(self._editions.catalogue(visit.language), Readings())
        theme = self.theme_of(visit)
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
        self._jobs.run(self._load, self._furnish, self._give_up)

    def _load(self) -> None:
        """Off the window's thread: the content, and the modules that show, print and play it."""
        from kiosk import printing  # noqa: F401
        from kiosk.i18n.readings import content_texts
        from kiosk.ui import presenter  # noqa: F401
        from kiosk.ui.watch import look_at

        if self._root != SHIPPED:
            self._seen = look_at(self._root)
        self._unread = bool(self._editions.readings.missing(content_texts(self._editions.library)))
        if self._lesson:
            self._editions.library.lesson(self._lesson)

    def _furnish(self, _loaded: None) -> None:
        """Back on the window's thread: everything a resident needs, then what can follow later."""
        speaker = self._make_speaker()
        presenter = self._make_presenter(speaker)
        self._guard_touches(presenter)
        self._open_shop(presenter)
        self._count_usage(presenter)
        self._look_after_visits(presenter)
        staff = self._open_staff_desk(speaker)
        presenter.show_again()
        if not self._take_up_lost_visit(presenter):
            self._show_first_page()
            staff.begin(offer_setup=self.window_guard.closed_in)
        QTimer.singleShot(0, lambda: speaker.prepare(self._settings.language))
        self._is_ready = True
        self.ready.emit()
        if self._unread:
            self._preparing.learn_readings()
        self._preparing.make_keyboard()
        self._preparing.prove_codes()
        if self._seen is not None:
            self._watch_folder(self._seen, presenter)

    def _make_speaker(self) -> "Speaker":
        from kiosk.speech.child import worker_for
        from kiosk.speech.speaker import Speaker

        self._speaker = Speaker(command=worker_for(self._root / "lessons"), parent=self)
        return self._speaker

    def _make_presenter(self, speaker: "Speaker") -> "Presenter":
        from kiosk.ui.presenter import Presenter

        self._presenter = Presenter(
            self.shell,
            self.state,
            self._editions,
            self.theme_of,
            speaker,
            self._settings.speech_speed,
            self._preparing.ways_to_write,
        )
        return self._presenter

    def _guard_touches(self, presenter: "Presenter") -> None:
        self.guard.touched.connect(presenter.voice.hush)
        self.guard.asked.connect(presenter.voice.tell_about)
        presenter.voice.listening_changed.connect(self.guard.listen)
        self.guard.keyed.connect(self.shell.by_keyboard)
        self.guard.install()

    def _open_shop(self, presenter: "Presenter") -> None:
        from kiosk.printing import PrintShop

        self._shop = shop = PrintShop(self._root, cache_folder(), self._settings, self)
        shop.told.connect(presenter.show_sheet)
        shop.printer_told.connect(presenter.show_printer)
        presenter.print_requested.connect(shop.print_sheet)
        self.state.changed.connect(self._follow_with_sheet)

    def _count_usage(self, presenter: "Presenter") -> None:
        from kiosk.counting import Counting, open_writer
        from kiosk.visit.usage.reading import usage_file

        settings = self._settings
        writer = open_writer(usage_file(), settings.count_usage, settings.usage_months)
        self._counting = Counting(self.state, writer, self)
        presenter.help_called.connect(self._counting.help_called)
        self.calm.broken.connect(self._counting.broken)

    def _look_after_visits(self, presenter: "Presenter") -> None:
        """A visit ends by itself when nobody is there any more, and the screen is dark at night."""
        from kiosk.ui.idle_desk import IdleDesk
        from kiosk.ui.sleep_desk import SleepDesk
        from kiosk.visit.hours import SleepingHours

        settings, words_of = self._settings, self._words_of
        self.idle = IdleDesk(
            self.shell,
            self.state,
            presenter.voice,
            words_of,
            self.theme_of,
            60 * settings.idle_minutes,
            settings.question_seconds,
            self._clock,
        )
        if self._counting:
            self.idle.ending.connect(self._counting.left_idle)
        hours = SleepingHours.of(settings.wake, settings.sleep)
        night = SleepDesk(self.shell, self.state, hours, words_of, self.theme_of)
        for desk in (self.idle, night):
            self.guard.touched.connect(desk.touch)

    def _open_staff_desk(self, speaker: "Speaker") -> "StaffDesk":
        """The way in for staff; a terminal without a PIN asks for one first."""
        from kiosk import __version__
        from kiosk.staff.door import Door
        from kiosk.staff_room import StaffRoom
        from kiosk.ui.staff.desk import StaffDesk
        from kiosk.ui.staff.room import Wardrobe

        self._room = StaffRoom(self._root, self._settings, self._editions, self._jobs, self.shell, speaker)
        self._staff = StaffDesk(
            self.shell,
            self.state,
            Wardrobe([one.code for one in self._editions.languages], self._wording, self.theme_of),
            Door.here(),
            self._jobs.run,
            self._room.sections(),
            f"まなびキオスク {__version__}",
            lambda: self._settings.shuffle_pin,
        )
        self.guard.touched.connect(self._staff.stir)
        return self._staff

    def _take_up_lost_visit(self, presenter: "Presenter") -> bool:
        """After a crash, whoever stands here still is asked whether to go on where they were."""
        from kiosk.kept_place import KeptPlace, ask_to_go_on

        self._kept = KeptPlace(self.state, runtime_folder(), self)
        languages = {language.code for language in self._editions.languages}
        youngest_s = 60 * self._settings.idle_minutes
        found = self._kept.found(self._editions.library, languages, youngest_s)
        if found is None:
            return False
        if self._counting:
            self._counting.found_lost_visit()
        self.state.become(found)
        ask_to_go_on(self.shell, presenter, self._editions, self.state)
        return True

    def _follow_with_sheet(self, before: Visit, now: Visit) -> None:
        from kiosk.ui.controls.sheet_panel import picture_size

        if self._shop and isinstance(now.page, Attract):
            self._shop.leave()
        elif self._shop:
            self._shop.follow(now, picture_size(self.theme_of(now)).width())

    def _show_first_page(self) -> None:
        """The lesson the operator named, or what a resident has touched while the kiosk was still loading."""
        from kiosk.visit import moves

        if self._lesson:
            shelf = self._editions.library.lesson(self._lesson).shelf
            self.state.become(replace(self.state.visit, page=Front(self._lesson, shelf)))
        elif self._started_early:
            self.state.become(moves.begin(self.state.visit))

    def _watch_folder(self, seen: "Seen", presenter: "Presenter") -> None:
        from kiosk.ui.reload import Reload

        run = self._jobs.run
        self._reload = Reload(self._root, seen, self._editions, presenter, self.shell, self.state, run)
        self._reload.unread.connect(self._preparing.learn_readings)
        if self._shop:
            self._reload.renewed.connect(self._shop.read_again)

    def _show_learnt(self) -> None:
        """Furigana that have just been worked out stand on the page at once."""
        if self._presenter:
            self._presenter.show_again()
        if self._reload:
            self._reload.tell_mistakes()

    def _ready_presenter(self) -> "Presenter | None":
        """Only once everything a resident needs is there."""
        return self._presenter if self._is_ready else None

    def _give_up(self, error: KioskError) -> None:
        """The content cannot be used at all: say so on the way out."""
        self.error = error
        QApplication.exit(error.exit_code)

    def theme_of(self, visit: Visit) -> Theme:
        screen, settings = QGuiApplication.primaryScreen(), self._settings
        display = Display.of(
            self.shell.size(),
            screen.size(),
            settings.screen_inches,
            screen.physicalSize(),
            settings.viewing_distance,
        )
        return Theme.of(visit, display, settings.animations)

    def _words_of(self, visit: Visit) -> Wording:
        return Wording.of(self._editions.edition(visit.language))

    def _wording(self, language: str) -> Wording:
        """The kiosk's own sentences, which need no content."""
        return Wording(self._editions.catalogue(language), self._editions.readings)

    def close(self) -> None:
        """The program ends as it should. After a bug the place of the visit stays, for the next start."""
        if self._closed:
            return
        self._closed = True
        self.window_guard.allow_close()
        self._jobs.close()
        self.guard.remove()
        if self._kept and self.error is None:
            self._kept.close()
        if self._counting:
            self._counting.close()
        if self._shop:
            self._shop.close()
        if self._staff and self._room:
            self._staff.shut_down()
            self._room.close()
        if self._speaker:
            self._speaker.close()


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
