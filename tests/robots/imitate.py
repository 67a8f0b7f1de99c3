"""Doing with a finger what the animated hand has shown."""

from typing import assert_never

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from kiosk.ui.phone.hand_moves import Carry, HoldAt, Move, PinchAt, Stroke, TapAt, TypeKey
from tests.robots.finger import Finger, in_window

NEAR, FAR = 0.08, 0.3
"""How far two fingers are from the middle between them, as shares of the smaller side."""


def imitate(finger: Finger, move: Move, scene: QWidget) -> None:
    """A move, whose places are pixels of the scene."""

    def at(place: QPoint) -> QPoint:
        return in_window(scene, place)

    match move:
        case TapAt(rect, times):
            finger.tap(at(rect.center()), times)
        case HoldAt(rect):
            finger.hold(at(rect.center()))
        case Stroke(start, end):
            finger.stroke(at(start), at(end))
        case Carry(start, end):
            finger.stroke(at(start.center()), at(end.center()))
        case PinchAt(rect, larger):
            near, far = (round(min(rect.width(), rect.height()) * share) for share in (NEAR, FAR))
            finger.pinch(at(rect.center()), *((near, far) if larger else (far, near)))
        case TypeKey(rect, arrow):
            finger.stroke(at(rect.center()), at(rect.center() + (arrow or QPoint())))
        case _:
            assert_never(move)
