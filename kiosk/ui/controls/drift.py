"""Moves what stands on the screen all day so slowly that nobody sees it, so that nothing burns in."""

import math
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

SHARE = 0.035
"""How far it goes to each side, as a share of the screen's width and height."""

STEP_MS = 1000


def way_round(across: int, down: int) -> tuple[QPoint, ...]:
    """A closed way in pixels, its middle at 0: each step is one pixel at most, and so is the one to the start."""
    return tuple(_steps(across, down))


def _steps(across: int, down: int) -> Iterator[QPoint]:
    samples = 8 * (across + down) + 1
    last = None
    for sample in range(samples):
        angle = math.tau * sample / samples
        place = QPoint(round(across * math.sin(angle)), round(-down * math.cos(angle)))
        if place != last:
            yield place
        last = place


class Drift:
    """`moved` is a child that fills its parent but for the room to move."""

    def __init__(self, moved: QWidget) -> None:
        self._moved = moved
        self._box = QRect()
        self._way = way_round(0, 0)
        self._steps = 0

    def fit(self, room: QSize) -> None:
        """The parent has another size."""
        across, down = round(room.width() * SHARE), round(room.height() * SHARE)
        self._way = way_round(across, down)
        self._box = QRect(QPoint(0, 0), room).adjusted(across, down, -across, -down)
        self.go(0)

    @property
    def length(self) -> int:
        """Steps of the whole way."""
        return len(self._way)

    def go(self, steps: int) -> None:
        self._steps = (self._steps + steps) % len(self._way)
        self._moved.setGeometry(self._box.translated(self._way[self._steps]))
