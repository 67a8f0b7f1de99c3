"""Who serves residents and staff, once the first screen is painted.

Importing this module brings in everything that shows, prints and plays, so it is imported off the window's thread.
"""

from PySide6.QtCore import QObject

from kiosk.calm import Calm
from kiosk.counting import Counting, open_writer
from kiosk.kept_place import KeptPlace, ask_to_go_on
from kiosk.preparing import Preparing
from kiosk.printing import PrintShop
from kiosk.settings import cache_folder, runtime_folder
from kiosk.speech.child import worker_for
from kiosk.speech.speaker import Speaker
from kiosk.staff.door import Door
from kiosk.staff_room import StaffRoom
from kiosk.terminal import Terminal
from kiosk.ui.controls.sheet_panel import picture_size
from kiosk.ui.idle_desk import IdleDesk
from kiosk.ui.presenter import Presenter
from kiosk.ui.reload import Reload
from kiosk.ui.sleep_desk import SleepDesk
from kiosk.ui.staff.desk import StaffDesk
from kiosk.ui.staff.room import Wardrobe
from kiosk.ui.touch import TouchGuard
from kiosk.ui.watch import Seen
from kiosk.visit.hours import SleepingHours
from kiosk.visit.usage.reading import usage_file
from kiosk.visit.visit import Attract, Visit


class Desks(QObject):
    """Made once, on the window's thread: this opens no file and starts no process."""

    def __init__(self, terminal: Terminal, preparing: Preparing, guard: TouchGuard, calm: Calm) -> None:
        super().__init__(terminal.shell)
        self._terminal, self._preparing = terminal, preparing
        self.reload: Reload | None = None
        """Only where the content may change."""
        # Whoever counts hears of a change first: the others may answer it with another one.
        self.counting = self._count_usage()
        self.speaker = Speaker(command=worker_for(terminal.root / "lessons"), parent=self)
        self.presenter = self._make_presenter()
        self.shop = self._open_shop()
        self.idle, self.night = self._ask_who_is_idle(), self._sleep_at_night()
        self.staff_room = StaffRoom(terminal, self.speaker)
        self.staff = self._open_staff_desk()
        self.kept = KeptPlace(terminal.state, runtime_folder(), self)
        calm.broken.connect(self.counting.broken)
        calm.calmed.connect(self.counting.calmed)
        preparing.learnt.connect(self._show_learnt)
        self._hear_touches(guard)

    # -- for residents -------------------------------------------------------------------------

    def _count_usage(self) -> Counting:
        settings = self._terminal.settings
        writer = open_writer(usage_file(), settings.count_usage, settings.usage_months)
        return Counting(self._terminal.state, writer, self)

    def _make_presenter(self) -> Presenter:
        here = self._terminal
        presenter = Presenter(
            here.shell,
            here.state,
            here.editions,
            here.theme_of,
            self.speaker,
            here.settings.speech_speed,
            self._preparing.ways_to_write,
        )
        presenter.help_called.connect(self.counting.help_called)
        return presenter

    def _open_shop(self) -> PrintShop:
        shop = PrintShop(self._terminal.root, cache_folder(), self._terminal.settings, self)
        shop.told.connect(self.presenter.show_sheet)
        shop.printer_told.connect(self.presenter.show_printer)
        shop.printed.connect(self.counting.printed)
        shop.troubled.connect(self.counting.print_troubled)
        self.presenter.print_requested.connect(shop.print_sheet)
        self._terminal.state.changed.connect(self._follow_with_sheet)
        return shop

    def _follow_with_sheet(self, _before: Visit, now: Visit) -> None:
        if isinstance(now.page, Attract):
            self.shop.leave()
        else:
            self.shop.follow(now, picture_size(self._terminal.theme_of(now)).width())

    def _ask_who_is_idle(self) -> IdleDesk:
        here = self._terminal
        idle = IdleDesk(
            here.shell,
            here.state,
            self.presenter.voice,
            here.words_of,
            here.theme_of,
            lambda: self.shop.working,
            60 * here.settings.idle_minutes,
            here.settings.question_seconds,
            here.clock,
        )
        idle.ending.connect(self.counting.left_idle)
        return idle

    def _sleep_at_night(self) -> SleepDesk:
        here = self._terminal
        hours = SleepingHours.of(here.settings.wake, here.settings.sleep)
        return SleepDesk(here.shell, here.state, hours, here.words_of, here.theme_of)

    def take_up_lost_visit(self) -> bool:
        """After a crash, whoever stands here still is asked whether to go on where they were."""
        here = self._terminal
        languages = {language.code for language in here.editions.languages}
        found = self.kept.found(here.editions.library, languages, 60 * here.settings.idle_minutes)
        if found is None:
            return False
        self.counting.found_lost_visit()
        here.state.become(found)
        ask_to_go_on(here.shell, self.presenter, here.editions, here.state)
        return True

    # -- for staff -----------------------------------------------------------------------------

    def _open_staff_desk(self) -> StaffDesk:
        """The way in for staff; a terminal without a PIN asks for one first."""
        here = self._terminal
        return StaffDesk(
            here.shell,
            here.state,
            Wardrobe(lambda: [one.code for one in here.editions.languages], here.words_in, here.theme_of),
            Door.here(),
            here.jobs.run,
            self.staff_room.sections(),
            lambda: here.settings.shuffle_pin,
        )

    def watch_content(self, seen: Seen) -> None:
        """`seen` is the folder as it was when it was read: from now on what staff save is shown at once."""
        here = self._terminal
        self.reload = Reload(
            here.root, seen, here.editions, self.presenter, here.shell, here.state, here.jobs.run
        )
        self.reload.unread.connect(self._preparing.learn_readings)
        self.reload.renewed.connect(self.shop.read_again)

    def _show_learnt(self) -> None:
        """Furigana that have just been worked out stand on the page at once; whoever is asked something is left alone."""
        shell = self._terminal.shell
        if shell.overlay is None and shell.cover is None:
            self.presenter.show_again()
        if self.reload:
            self.reload.tell_mistakes()

    # -- for all -------------------------------------------------------------------------------

    def _hear_touches(self, guard: TouchGuard) -> None:
        voice = self.presenter.voice
        for hear in (voice.hush, self.idle.touch, self.night.touch, self.staff.stir):
            guard.touched.connect(hear)
        guard.asked.connect(voice.tell_about)
        guard.keyed.connect(self._terminal.shell.by_keyboard)
        voice.listening_changed.connect(guard.listen)
        guard.install()

    def close(self, keep_place: bool) -> None:
        """The program ends; the place of the visit stays if the next one shall offer it again."""
        if not keep_place:
            self.kept.close()
        self.shop.close()
        self.counting.close()
        self.staff.shut_down()
        self.staff_room.close()
        self.speaker.close()
