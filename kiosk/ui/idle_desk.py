"""Asks who has not touched anything for a while whether they are still there, and ends the visit of those who left."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Signal

from kiosk.ui.phone.demonstration import Demonstration
from kiosk.ui.screens.still_there import StillThere
from kiosk.ui.shell import Shell
from kiosk.ui.theme import Theme
from kiosk.ui.voice_desk import VoiceDesk
from kiosk.ui.wording import Wording
from kiosk.visit.idle import IdleWatch
from kiosk.visit.visit import Attract, Exploring, InLesson, Page, Visit, VisitState


class IdleDesk(QObject):
    """`words_of` and `theme_of` are the words and the looks of a visit; `prints` tells whether a sheet is on its way.

    Connect what tells of touches to `touch`.
    """

    ending = Signal()
    """Nobody answered, and the visit is about to end."""

    def __init__(
        self,
        shell: Shell,
        state: VisitState,
        voice: VoiceDesk,
        words_of: Callable[[Visit], Wording],
        theme_of: Callable[[Visit], Theme],
        prints: Callable[[], bool],
        idle_s: float,
        question_s: int,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(shell)
        self._shell, self._state, self._voice = shell, state, voice
        self._words_of, self._theme_of, self._prints = words_of, theme_of, prints
        self._question_s = question_s
        self._question: StillThere | None = None
        self.watch = IdleWatch(idle_s, question_s, self._busy, self._typing, clock, self)
        self.watch.asked.connect(self._ask)
        self.watch.counted.connect(self._count)
        self.watch.answered.connect(self._go_on)
        self.watch.ended.connect(self._end)
        state.changed.connect(self._follow)
        if not isinstance(state.visit.page, Attract):
            self.watch.start()

    def touch(self) -> None:
        """A finger or a key came down, anywhere."""
        self.watch.touch()

    def _follow(self, before: Visit, now: Visit) -> None:
        if isinstance(now.page, Attract):
            self.watch.stop()
            self._lift()
        elif not self.watch.watching:
            self.watch.start()

    def _busy(self) -> bool:
        """Whether the resident listens, watches or waits: also while something else lies over everything."""
        return (
            self._voice.speaking
            or self._prints()
            or self._shell.cover is not None
            or any(one.playing for one in self._shell.findChildren(Demonstration))
        )

    def _typing(self) -> bool:
        return _half_typed(self._state.visit.page)

    def _ask(self) -> None:
        visit = self._state.visit
        self._question = question = StillThere(self._theme_of(visit), self._words_of(visit), self._question_s)
        question.stay_requested.connect(self.watch.stay)
        self._shell.cover_with(question)
        self._say(question)

    def _count(self, seconds: int) -> None:
        """Said once more half way: who dozed off, or looked away, hears it."""
        question = self._question
        if question is None or question.ring.left == seconds:
            return
        question.show_left(seconds)
        if seconds == self._question_s // 2:
            self._say(question)

    def _say(self, question: StillThere) -> None:
        if self._state.visit.read_aloud:
            self._voice.say_aside(question.spoken_text(), question)

    def _go_on(self) -> None:
        self._voice.hush()
        self._lift()

    def _end(self) -> None:
        self.ending.emit()
        self._state.start_over()

    def _lift(self) -> None:
        """Ours only: staff may have put something else over everything meanwhile."""
        question, self._question = self._question, None
        if question is not None and self._shell.cover is question:
            self._shell.lift_cover()


def _half_typed(page: Page) -> bool:
    match page:
        case InLesson(typed=typed, entered=entered):
            return bool(entered or (typed and typed.shown))
        case Exploring(typed=typed):
            return bool(typed and typed.shown)
        case _:
            return False
