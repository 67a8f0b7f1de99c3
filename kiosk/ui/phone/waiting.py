"""The phone is busy for a few seconds: a bar fills, then something is there."""

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from kiosk.lessons.phone.elements import Installing, StoreApp
from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.steps import Wait

STEPS = 10
"""How often the picture changes: every change lays the phone out again."""


class Waiting(QObject):
    changed = Signal(object)
    """The values of the element that fills."""
    done = Signal()

    def __init__(self, parent: QObject, step: Wait, phone: Shown) -> None:
        super().__init__(parent)
        self._target = step.target
        self._installs = isinstance(phone.element(step.target), StoreApp)
        self._told = -1
        self._clock = QVariantAnimation(self, startValue=0, endValue=STEPS, duration=step.seconds * 1000)
        self._clock.setEasingCurve(QEasingCurve.Type.Linear)
        self._clock.valueChanged.connect(self._tell)
        self._clock.finished.connect(self.done)

    def start(self) -> None:
        self._clock.start()

    def _tell(self, step: int) -> None:
        if step == self._told:
            return
        self._told = step
        percent = str(step * 100 // STEPS)
        if self._installs:
            self.changed.emit({self._target: Installing.LOADING, f"{self._target}.percent": percent})
        else:
            self.changed.emit({self._target: percent})
