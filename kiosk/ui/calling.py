"""Calls somebody: shows it to the whole room, sounds a chime, and ends when somebody came or the visit is over."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.speech.chime import Chime
from kiosk.ui.screens.called import CalledScreen
from kiosk.ui.screens.screen import lines
from kiosk.ui.shell import Shell
from kiosk.ui.theme import Theme
from kiosk.ui.voice_desk import VoiceDesk
from kiosk.ui.wording import Wording
from kiosk.visit.visit import Attract, Visit, VisitState

LONGEST_MS = 300_000
"""Who called and left must not leave the terminal covered: then the page below is there again, and its idle question."""


class Calling(QObject):
    """`words_of` and `theme_of` are the words and the looks of a visit; `for_staff` the words that staff read."""

    called = Signal()

    def __init__(
        self,
        shell: Shell,
        state: VisitState,
        voice: VoiceDesk,
        chime: Chime,
        words_of: Callable[[Visit], Wording],
        theme_of: Callable[[Visit], Theme],
        for_staff: Callable[[], Wording],
    ) -> None:
        super().__init__(shell)
        self._shell, self._state, self._voice, self._chime = shell, state, voice, chime
        self._words_of, self._theme_of, self._for_staff = words_of, theme_of, for_staff
        self._cover: CalledScreen | None = None
        self._to_say = False
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._longest.timeout.connect(self.end)
        chime.faded.connect(self._say_once)
        chime.unheard.connect(self._tell_unheard)
        state.changed.connect(self._follow)

    @property
    def going_on(self) -> bool:
        """Whether somebody is being called now."""
        return self._cover is not None

    def call(self) -> None:
        visit = self._state.visit
        self._cover = CalledScreen(self._theme_of(visit), self._words_of(visit), self._for_staff())
        self._cover.well_again.connect(self.end)
        self._shell.cover_with(self._cover)
        self._to_say = visit.read_aloud
        self._longest.start()
        self._chime.ring()
        self.called.emit()

    def end(self) -> None:
        """The page below is as it was; staff may have put something else over everything meanwhile."""
        cover, self._cover = self._cover, None
        if cover is None:
            return
        self._to_say = False
        self._chime.stop()
        self._longest.stop()
        self._voice.hush()
        if self._shell.cover is cover:
            self._shell.lift_cover()

    def _follow(self, before: Visit, now: Visit) -> None:
        if isinstance(now.page, Attract):
            self.end()

    def _say_once(self) -> None:
        """After the first chime, so that both are understood."""
        if self._cover is not None and self._to_say:
            self._to_say = False
            said = lines([label.text for label in (self._cover.title, self._cover.wait)])
            self._voice.say_aside(said, self._cover)

    def _tell_unheard(self) -> None:
        if self._cover is not None:
            self._cover.show_unheard()
