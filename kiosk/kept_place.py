"""The place of the present visit, kept in memory outside of this program, and offered again after a crash."""

import logging
import sys
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from kiosk.errors import OutputError
from kiosk.files import own_folder, write_whole
from kiosk.i18n.edition import Editions
from kiosk.lessons.library import Library
from kiosk.ui.overlay import Option, Overlay, OverlayView
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.wording import Wording
from kiosk.visit.kept import MOST_BYTES, Kept, Moment, kept, read_kept, taken_up
from kiosk.visit.visit import Attract, Visit, VisitState

log = logging.getLogger(__name__)

_AGAIN_MS = 5_000
"""How often the moment is written anew: a place is as old as the crash, not as the last touch."""

_PROVED_MS = 1_000
_MOST_TAKEN = 3
"""So often in a row a place may end the program before it was proved; then the fault is taken to be its own."""


class KeptPlace(QObject):
    """Writes the place at each change of a visit; there is none while nobody is here.

    The file is small and its folder lies in memory, so it is written on the window's thread: 0.2 ms.
    """

    def __init__(self, state: VisitState, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state, self._file = state, folder / "visit.json"
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.timeout.connect(self._write)
        self._taken = 0
        self.proved = QTimer(self, singleShot=True, interval=_PROVED_MS)
        """The page that was taken up has been on the screen for a while."""
        self.proved.timeout.connect(self._on_proved)
        state.changed.connect(self._follow)

    def found(self, library: Library, languages: set[str], youngest_s: float) -> Visit | None:
        """Where somebody was less than so many seconds ago, when the program ended without being asked to."""
        found = self._read()
        young = found is not None and found.moment.age_s(moment_now()) < youngest_s
        if found is None or not young or found.comfort["language"] not in languages:
            self._forget()
            return None
        if found.taken >= _MOST_TAKEN:
            log.warning("a place that ends the program each time is given up")
            self._forget()
            return None
        visit = taken_up(found, self._state.visit, library)
        self._taken = found.taken + 1
        self._keep(visit)
        self.proved.start()
        return visit

    def close(self) -> None:
        """The program ends as it should: there is nothing to come back to."""
        self._state.changed.disconnect(self._follow)
        self._forget()

    def _read(self) -> Kept | None:
        try:
            own_folder(self._file.parent)
            with self._file.open("rb") as stream:
                return read_kept(stream.read(MOST_BYTES + 1))
        except OSError:
            return None

    def _follow(self, _before: Visit, now: Visit) -> None:
        if isinstance(now.page, Attract):
            self._forget()
        else:
            self._again.start()
            self._write()

    def _on_proved(self) -> None:
        self._taken = 0
        if not isinstance(self._state.visit.page, Attract):
            self._write()

    def _write(self) -> None:
        self._keep(self._state.visit)

    def _keep(self, visit: Visit) -> None:
        data = kept(visit, moment_now(), self._taken)
        try:
            own_folder(self._file.parent)
            write_whole(self._file, data, lasting=False, mode=0o600)
        except (OSError, OutputError) as error:
            self._again.stop()
            log.warning("the place of a visit is not kept: %s", error)

    def _forget(self) -> None:
        self._again.stop()
        with suppress(OSError):
            self._file.unlink(missing_ok=True)


def moment_now() -> Moment:
    """By a clock that nobody sets."""
    if sys.platform != "linux":
        return Moment("", time.monotonic())
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        boot = ""
    return Moment(boot, time.clock_gettime(time.CLOCK_BOOTTIME))


def ask_to_go_on(shell: Shell, presenter: Presenter, editions: Editions, state: VisitState) -> None:
    """A calm question over the page where somebody was; whoever else stands there now begins anew."""
    words = Wording.of(editions.edition(state.visit.language))
    tr = words.tr
    go_on = Option(tr("つづける"), presenter.read_again, "arrow_forward")
    leave = Option(tr("はじめの画面にもどる"), state.start_over, "home")
    lines = [
        tr("画面が、いちど止まりました。練習していたところから、つづけられます。"),
        tr("これから使う人は、「はじめの画面にもどる」をさわってください。"),
    ]
    view = OverlayView("info", tr("つづきから、はじめますか。"), lines, [go_on, leave])
    presenter.voice.lay_over(Overlay(shell, presenter.theme, words, view))
