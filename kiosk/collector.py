"""Python's collector of cyclic garbage, on the window's thread and nowhere else.

Left to itself it runs on whichever thread happens to allocate, in the middle of anything. Among the garbage are Qt's
objects, which must not die on another thread than their own: a `QProcess` would wait there for its process.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer

from kiosk.visit.visit import Attract, Visit, VisitState

_YOUNG, _ALL = 1, 2
_EVERY_MS = 10_000


class Collector(QObject):
    """What a page leaves behind goes every few seconds, and everything else once nobody is there."""

    def __init__(self, state: VisitState, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
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
            QTimer.singleShot(0, self, lambda: gc.collect(_ALL))
