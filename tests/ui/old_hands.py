"""Hands of different ages as touch events: they miss by some millimetres, slide, last, and bring a second finger.

Spread of older users' touches: see the figures the kiosk is designed by; a seed makes every run the same.
"""

import math
import random
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.lessons.phone.gestures import Way

SLIDE_MM, SECOND_FINGER = 5.0, 0.1

_AWAY = {Way.LEFT: (-1, 0), Way.RIGHT: (1, 0), Way.UP: (0, -1), Way.DOWN: (0, 1)}


@dataclass(frozen=True)
class Profile:
    """How far touches of an age lie from where they are meant, in millimetres."""

    age: str
    spread_mm: float


PROFILES = (Profile("60s", 2.0), Profile("70s", 3.0), Profile("80s", 3.4))


class Hand:
    """Touches a window. `clock` has a `now` in seconds, which passes as the hand takes its time."""

    def __init__(
        self, window: QWidget, px_per_mm: float, clock, spread_mm: float = 3.4, seed: int = 0
    ) -> None:
        self._window, self._px_per_mm, self._clock = window, px_per_mm, clock
        self._spread = spread_mm
        self._random = random.Random(seed)
        self._screen = QTest.createTouchDevice()

    def tap(self, place: QRect) -> None:
        """Aim at the middle of a place of the window."""
        self._clock.now += 5.0
        down = place.center() + QPoint(
            *(round(self._random.gauss(0, self._spread * self._px_per_mm)) for _ in "xy")
        )
        up = down + self._slide()
        second = self._random.random() < SECOND_FINGER
        beside = self._anywhere()
        self._touch().press(0, down, self._window).commit()
        if second:
            self._touch().move(0, down, self._window).press(1, beside, self._window).commit()
        moving = self._touch().move(0, (down + up) / 2, self._window)
        (moving.move(1, beside, self._window) if second else moving).commit()
        self._clock.now += self._random.uniform(0.1, 3.0)
        leaving = self._touch().release(0, up, self._window)
        (leaving.release(1, beside, self._window) if second else leaving).commit()

    def rest(self, middle: QPoint, at_once: bool = False) -> None:
        """A palm: three to six points, one after the other or at once, which leave in any order."""
        self._clock.now += 5.0
        points = {
            number: middle + self._slide() * (3 if number else 0)
            for number in range(self._random.randint(3, 6))
        }
        down: dict[int, QPoint] = {}
        for number, at in points.items():
            down[number] = at
            if not at_once:
                self._with(down, number).press(number, at, self._window).commit()
        if at_once:
            touch = self._touch()
            for number, at in points.items():
                touch.press(number, at, self._window)
            touch.commit()
        for number in self._random.sample(sorted(points), len(points)):
            at = points.pop(number)
            self._clock.now += 0.1
            self._with(points).release(number, at, self._window).commit()

    def swipe(self, way: Way, begin: QPointF, mm: float, askew: float = 0.0, seconds: float = 1.0) -> None:
        """A stroke that wobbles, `askew` degrees off its way, with a small hook at its end."""
        self._clock.now += 5.0
        across, down = _AWAY[way]
        turned = math.atan2(down, across) + math.radians(askew)
        along = QPointF(math.cos(turned), math.sin(turned)) * self._px_per_mm
        aside = QPointF(-along.y(), along.x())
        points = [
            begin + along * (mm * part / 8) + aside * self._random.uniform(-1.5, 1.5) for part in range(1, 9)
        ]
        hook = points[-1] - along * 2 + aside * self._random.choice((-2, 2))
        self.trace([begin, *points, hook], seconds)

    def trace(self, points: list[QPointF], seconds: float = 1.0) -> None:
        """One finger along some points."""
        self._touch().press(0, points[0].toPoint(), self._window).commit()
        for point in points[1:]:
            self._clock.now += seconds / len(points)
            self._touch().move(0, point.toPoint(), self._window).commit()
        self._touch().release(0, points[-1].toPoint(), self._window).commit()

    def pinch(self, middle: QPoint, begin_mm: float, end_mm: float, at_once: bool = False) -> None:
        """Two fingers side by side, whose distance changes; they come and leave one after the other, or at once."""
        self._clock.now += 5.0
        for step in range(6):
            half = round((begin_mm + (end_mm - begin_mm) * step / 5) * self._px_per_mm / 2)
            one, other = middle - QPoint(half, 0), middle + QPoint(half, 0)
            if step == 0 and not at_once:
                self._touch().press(0, one, self._window).commit()
                self._touch().move(0, one, self._window).press(1, other, self._window).commit()
            elif step == 0:
                self._touch().press(0, one, self._window).press(1, other, self._window).commit()
            else:
                self._touch().move(0, one, self._window).move(1, other, self._window).commit()
        if at_once:
            self._touch().release(0, one, self._window).release(1, other, self._window).commit()
        else:
            self._touch().move(0, one, self._window).release(1, other, self._window).commit()
            self._touch().release(0, one, self._window).commit()

    def _with(self, points: dict[int, QPoint], new: int = -1) -> QTest.QTouchEventSequence:
        """The points that stay; Qt's own `stationary` forgets where they are."""
        touch = self._touch()
        for number, at in points.items():
            if number != new:
                touch.move(number, at, self._window)
        return touch

    def _touch(self) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(self._window, self._screen, False)

    def _slide(self) -> QPoint:
        length, angle = self._random.uniform(0, SLIDE_MM * self._px_per_mm), self._random.uniform(0, math.tau)
        return QPoint(int(length * math.cos(angle)), int(length * math.sin(angle)))

    def _anywhere(self) -> QPoint:
        return QPoint(
            self._random.randrange(self._window.width()), self._random.randrange(self._window.height())
        )
