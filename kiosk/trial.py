"""Prints pages for staff, by a printing process of their own: residents' allowance and sheets know nothing of it."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.handout.clerk_process import ClerkProcess, arguments_for
from kiosk.handout.protocol import Accepted, Failed, LookAtPrinter, News, Printed, PrinterNow, PrintTrial
from kiosk.handout.trial_state import TrialState, after, asked, lost
from kiosk.handout.trouble import Trouble
from kiosk.printing import SILENCE_MS
from kiosk.settings import Settings

log = logging.getLogger(__name__)


class TrialShop(QObject):
    """`print_page` again and again; `leave` when staff have seen enough, `close` at the end of the kiosk."""

    told = Signal(object)
    """A `TrialState`."""

    def __init__(
        self,
        root: Path,
        cache: Path,
        settings: Settings,
        parent: QObject | None = None,
        *,
        silence_ms: int = SILENCE_MS,
    ) -> None:
        super().__init__(parent)
        self._arguments = arguments_for(settings, root, cache)
        self._silence_ms = silence_ms
        self._printer = settings.printer
        self._clerk: ClerkProcess | None = None
        self._state = TrialState()

    def look(self) -> None:
        """How the printer is now."""
        self._send(LookAtPrinter())

    def print_page(self, language: str) -> None:
        """One at a time."""
        if not self._state.busy:
            self._show(asked(self._state))
            self._send(PrintTrial(language=language)).expecting = True

    def leave(self) -> None:
        """What waits is taken back, what is being printed comes out."""
        if self._clerk:
            self._clerk.part()
        self._clerk, self._state = None, TrialState()

    def close(self) -> None:
        self._clerk = None
        for clerk in self.findChildren(ClerkProcess):
            clerk.close()

    def _send(self, wish: LookAtPrinter | PrintTrial) -> ClerkProcess:
        if self._clerk is None:
            self._clerk = ClerkProcess(self._arguments, self._silence_ms, self)
            self._clerk.told.connect(self._hear)
            self._clerk.lost.connect(self._lost)
        self._clerk.send(wish)
        return self._clerk

    def _hear(self, news: News) -> None:
        match news:
            case PrinterNow(printer=name) if name:
                self._printer = name
            case Failed(trouble=trouble, detail=detail):
                log.warning("no trial page: %s %s", trouble, detail)
            case _:
                pass
        if self._clerk and isinstance(news, Accepted | Printed | Failed):
            self._clerk.expecting = isinstance(news, Accepted)
        self._show(after(self._state, news, self._printer))

    def _lost(self) -> None:
        self._clerk = None
        log.error("the printing process ended")
        self._show(lost(self._state, Trouble.NO_ANSWER, self._printer))

    def _show(self, state: TrialState) -> None:
        if state != self._state:
            self._state = state
            self.told.emit(state)
