"""What is cleared away, on the window's thread and at a time when nobody waits.

Python's collector, left to itself, runs on whichever thread happens to allocate, in the middle of anything. Among the
garbage are Qt's objects, which must not die on another thread than their own: a `QProcess` would wait there for its
process. And Qt keeps every letter that was ever drawn, in every size, for good (`QFontEngineFT`).
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer

from kiosk.draw.fonts import forget_letters
from kiosk.visit.visit import Attract, Visit, VisitState

LETTERS_VISITS = 50
"""So many visits share their letters: some 5 MB. Drawing them anew makes the first pages after that a little slower."""

_YOUNG, _ALL = 1, 2
_EVERY_MS = 10_000


class Housekeeping(QObject):
    """What a page leaves behind goes every few seconds, and everything else once nobody is there."""

    def __init__(self, state: VisitState, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._visits = 0
        state.changed.connect(self._follow)
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        timer.timeout.connect(lambda: gc.collect(_YOUNG))
        timer.start(_EVERY_MS)

    def keep(self) -> None:
        """What there is by now stays until the end, and is not looked through again and again."""
        gc.freeze()

    def close(self) -> None:
        gc.unfreeze()

    def _follow(self, _before: Visit, now: Visit) -> None:
        if isinstance(now.page, Attract):
            QTimer.singleShot(0, self, self._clear_away)

    def _clear_away(self) -> None:
        gc.collect(_ALL)
        self._visits += 1
        if self._visits % LETTERS_VISITS == 0:
            forget_letters()
