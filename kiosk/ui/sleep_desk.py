"""At night the window is black. It sleeps when the clock says so and nobody is here, and wakes at a touch."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from kiosk.text.ruby import plain
from kiosk.ui.screens.asleep import Asleep
from kiosk.ui.screens.attract import AttractScreen
from kiosk.ui.shell import Shell
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording
from kiosk.visit.hours import SleepingHours
from kiosk.visit.visit import Attract, Visit, VisitState

LOOK_MS = 60_000
KEPT_AWAKE_MS = 5 * 60_000
"""After a touch, and after the start."""


class SleepDesk(QObject):
    """`now` is the local time: a clock that is set is simply followed. Connect what tells of touches to `touch`."""

    def __init__(
        self,
        shell: Shell,
        state: VisitState,
        hours: SleepingHours | None,
        words_of: Callable[[Visit], Wording],
        theme_of: Callable[[Visit], Theme],
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(shell)
        self._shell, self._state, self._hours, self._now = shell, state, hours, now
        self._words_of, self._theme_of = words_of, theme_of
        self._asleep: Asleep | None = None
        self.kept_awake = QTimer(self, singleShot=True, interval=KEPT_AWAKE_MS)
        self.kept_awake.timeout.connect(self.look)
        self._looks = QTimer(self, interval=LOOK_MS)
        self._looks.timeout.connect(self.look)
        if hours is not None:
            self._looks.start()
            self.kept_awake.start()

    def touch(self) -> None:
        """A finger or a key came down, anywhere."""
        if self._hours is not None:
            self.kept_awake.start()

    def look(self) -> None:
        """Once a minute: sleep, wake, or go on as before."""
        if self._asleep is not None and self._shell.cover is not self._asleep:
            self._asleep = None
        night = self._hours is not None and self._hours.include(self._now().time())
        if self._asleep is None and night and self._left_alone():
            self._sleep()
        elif self._asleep is not None and not night:
            self._wake()
        elif self._asleep is not None:
            self._asleep.move_point()
            self._rest(True)

    def _left_alone(self) -> bool:
        """Nobody is in a visit, no staff are at work, and the last touch is a while ago."""
        nobody = isinstance(self._state.visit.page, Attract) and self._shell.cover is None
        return nobody and not self.kept_awake.isActive()

    def _sleep(self) -> None:
        visit = self._state.visit
        name = self._words_of(visit).tr("{画面|がめん}を{消|け}しています。さわると、つきます。")
        self._asleep = asleep = Asleep(self._theme_of(visit), plain(name))
        asleep.wake_requested.connect(self._wake)
        self._shell.cover_with(asleep)
        self._rest(True)

    def _wake(self) -> None:
        self._asleep = None
        self._shell.lift_cover()
        self._rest(False)

    def _rest(self, resting: bool) -> None:
        """Nothing moves under the black; also on a first screen that was made meanwhile."""
        if isinstance(screen := self._shell.screen_now, AttractScreen):
            screen.rest(resting)
