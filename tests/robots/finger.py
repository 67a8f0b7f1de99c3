"""What the robots touch the kiosk's window with, and how they wait: Qt's own touches, of which it makes mouse events as on a terminal."""

from PySide6.QtCore import QAbstractAnimation, QPoint, QTimer, QVariantAnimation
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.shots import Stage

ROUNDS = 30
"""So often what moves by itself may set something else going."""

PATIENCE_MS = 10_000
"""What waits longer watches over another process, or over a room that nobody is in."""

PARTS = 8

BETWEEN, TOUCHING = 0.6, 0.2
"""Seconds before a touch, and of a touch."""


class Clock:
    """A time that passes only when a finger takes its time, in seconds."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Finger:
    """Touches the window of a stage; places are pixels of the window."""

    def __init__(self, stage: Stage, clock: Clock) -> None:
        self._stage, self._clock = stage, clock
        self._screen = QTest.createTouchDevice()

    @property
    def _window(self) -> QWidget:
        return self._stage.shell

    def touch(self, control: QWidget) -> None:
        """In the middle of what is seen of it."""
        seen = control.visibleRegion().boundingRect()
        self.tap(control.mapTo(self._window, seen.center()))

    def tap(self, at: QPoint, times: int = 1) -> None:
        for _ in range(times):
            self.press(at)
            self.lift(at)
        self._stage.settle()

    def hold(self, at: QPoint) -> None:
        """Until whatever waits for that has happened."""
        self.press(at)
        self.wait()
        self.lift(at)
        self._stage.settle()

    def stroke(self, begin: QPoint, end: QPoint) -> None:
        self.press(begin)
        for part in range(1, PARTS + 1):
            self.go(begin + (end - begin) * part / PARTS)
        self.lift(end)
        self._stage.settle()

    def pinch(self, middle: QPoint, begin: int, end: int) -> None:
        """Two fingers on each side of a place, first `begin`, then `end` pixels from it."""
        one, other = middle - QPoint(begin, 0), middle + QPoint(begin, 0)
        self._touch().press(0, one, self._window).commit()
        self._touch().move(0, one, self._window).press(1, other, self._window).commit()
        for part in range(1, PARTS + 1):
            far = QPoint(begin + (end - begin) * part // PARTS, 0)
            one, other = middle - far, middle + far
            self._touch().move(0, one, self._window).move(1, other, self._window).commit()
        self._touch().move(0, one, self._window).release(1, other, self._window).commit()
        self._touch().release(0, one, self._window).commit()
        self._stage.settle()

    def press(self, at: QPoint) -> None:
        self._clock.now += BETWEEN
        self._touch().press(0, at, self._window).commit()

    def go(self, to: QPoint) -> None:
        self._touch().move(0, to, self._window).commit()

    def lift(self, at: QPoint) -> None:
        self._clock.now += TOUCHING
        self._touch().release(0, at, self._window).commit()

    def wait(self) -> bool:
        """Until nothing moves by itself any more; whether anything did. No time passes: all clocks are put forward."""
        for number in range(ROUNDS):
            if not self._put_clocks_forward():
                return number > 0
            self._stage.settle()
        raise AssertionError("something never comes to rest")

    def _put_clocks_forward(self) -> bool:
        running = [
            one
            for one in self._window.findChildren(QVariantAnimation)
            if one.state() is QAbstractAnimation.State.Running and one.totalDuration() >= 0
        ]
        waiting = [one for one in self._window.findChildren(QTimer) if one.isActive() and one.isSingleShot()]
        due = [one for one in waiting if one.interval() < PATIENCE_MS]
        for animation in running:
            animation.setCurrentTime(animation.totalDuration())
        for timer in due:
            timer.stop()
            timer.timeout.emit()
        return bool(running or due)

    def _touch(self) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(self._window, self._screen, False)


def in_window(part: QWidget, at: QPoint) -> QPoint:
    """A place of a part of the window, in the window's pixels."""
    return part.mapTo(part.window(), at)
