"""What happens after a bug: it is logged, and the resident comes calmly home."""

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto
from types import TracebackType
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Qt, Signal

from kiosk.errors import N_, KioskError
from kiosk.i18n.edition import Editions
from kiosk.logs import give_uncaught_to, log_file
from kiosk.ui.shell import Shell
from kiosk.ui.wording import Wording
from kiosk.visit.visit import Attract, Home, VisitState

if TYPE_CHECKING:
    from kiosk.ui.presenter import Presenter

log = logging.getLogger(__name__)

_SOON_S, _OFTEN_S, _OFTEN = 30.0, 60.0, 3


class BrokenError(KioskError):
    """The program is better begun anew than used any longer."""

    exit_code = 70


class Comfort(Enum):
    """What is left of a visit after a bug."""

    HOME = auto()
    START = auto()
    RESTART = auto()


def comfort_after(errors: tuple[float, ...]) -> Comfort:
    """`errors` are the seconds of a clock at which bugs showed themselves, the latest last."""
    now = errors[-1]
    if sum(now - time < _OFTEN_S for time in errors) >= _OFTEN:
        return Comfort.RESTART
    return Comfort.START if sum(now - time < _SOON_S for time in errors) > 1 else Comfort.HOME


class Calm(QObject):
    """Takes the unexpected errors of every slot, thread and finalizer.

    What is done about one is done a turn later, when the broken turn is over; more of the same turn are only logged.
    """

    broken = Signal()
    """Before anything is done about it."""

    calmed = Signal()
    """What could be done about it is done."""

    _happened = Signal()

    def __init__(
        self,
        shell: Shell,
        state: VisitState,
        editions: Editions,
        presenter: Callable[[], "Presenter | None"],
        give_up: Callable[[KioskError], object],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`presenter` gives None until a resident can do something; `give_up` ends the program."""
        super().__init__()
        self._shell, self._state, self._editions = shell, state, editions
        self._presenter, self._give_up, self._clock = presenter, give_up, clock
        self._errors: tuple[float, ...] = ()
        self._waiting = False
        self._happened.connect(self._calm_down, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        give_uncaught_to(self.take)

    def take(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """On any thread. Never raises: there is nobody left to catch it."""
        try:
            log.error("unexpected error", exc_info=(kind, error or kind(), trace))
            if not self._waiting:
                self._waiting = True
                self._happened.emit()
        except Exception:  # noqa: BLE001 - the window may be gone, the disk full
            pass

    def _calm_down(self) -> None:
        self._waiting = False
        self.broken.emit()
        now = self._clock()
        self._errors = (*(time for time in self._errors if now - time < _OFTEN_S), now)
        presenter = self._presenter()
        if presenter is None:
            self._give_up(BrokenError(_BROKEN_START, file=log_file()))
            return
        match comfort_after(self._errors):
            case Comfort.HOME if not isinstance(self._state.visit.page, Attract):
                self._go_home(presenter)
            case Comfort.HOME | Comfort.START:
                self._state.start_over()
            case Comfort.RESTART:
                self._give_up(BrokenError(_BROKEN_OFTEN, file=log_file()))
            case unknown:
                assert_never(unknown)
        self.calmed.emit()

    def _go_home(self, presenter: "Presenter") -> None:
        """In the resident's language and looks, and with a word about it."""
        visit = self._state.visit
        if visit.page == Home():
            presenter.show_again()
        self._state.become(replace(visit, page=Home(), touch_to_hear=False))
        words = Wording.of(self._editions.edition(visit.language))
        sentence = words.tr(SORRY)
        self._shell.show_notice(sentence, words.tr("とじる"))
        if visit.read_aloud:
            presenter.voice.say_aside(sentence)


SORRY = N_("うまく動かなかったので、この画面にもどりました。はじめから、もう一度お試しください。")
_BROKEN_START = N_("始める途中で、思いがけない問題が起きました。くわしい記録は {file} にあります。")
_BROKEN_OFTEN = N_("思いがけない問題が続いたので、始めなおします。くわしい記録は {file} にあります。")
