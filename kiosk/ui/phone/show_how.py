"""Which movements show how a step is done."""

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QPoint, QRect

from kiosk.lessons.phone.gestures import Edge, Size, Way
from kiosk.lessons.steps import (
    CardStep,
    Drag,
    Hold,
    Pin,
    Pinch,
    PinGoal,
    Practice,
    Scan,
    Scroll,
    Swipe,
    Tap,
    Type,
    Wait,
)
from kiosk.text.kana_input import Flick
from kiosk.text.kana_table import Way as FlickWay
from kiosk.ui.phone.hand_moves import Carry, HoldAt, Move, PinchAt, Stroke, TapAt, TypeKey

if TYPE_CHECKING:
    from kiosk.ui.phone.stage import PhoneStage


def how(step: Practice, stage: "PhoneStage") -> list[Move]:
    """The hand's movements over a phone, empty where there is nothing to move on it."""
    place = stage.place_of
    match step:
        case Tap(target=target, times=times):
            return [TapAt(box, times)] if (box := place(target)) else []
        case Hold(target=target):
            return [HoldAt(box)] if (box := place(target)) else []
        case Swipe(way=way, target=target):
            glass = stage.glass
            return [_stroke(way, (place(target) if target else None) or glass, glass)]
        case Scroll():
            return [_stroke(Way.UP, stage.glass, stage.glass)]
        case Drag(target=target, onto=onto):
            start, end = place(target), place(onto)
            return [Carry(start, end)] if start and end else []
        case Pinch(target=target, size=size):
            return [PinchAt(box, size is Size.LARGER)] if (box := place(target)) else []
        case Type():
            return _next_key(stage)
        case Pin():
            return _next_key(stage) if stage.keyboard else _digits(step, stage)
        case CardStep() | Scan() | Wait():
            return []
        case _:
            assert_never(step)


def secret(step: Pin) -> str:
    """What is printed on the practice card; where a miss is practised, something else."""
    return step.which.dummy if step.goal is PinGoal.RIGHT else step.which.dummy[::-1]


def _digits(step: Pin, stage: "PhoneStage") -> list[Move]:
    boxes = [stage.place_of(f"{step.target}.{digit}") for digit in secret(step)]
    return [TapAt(box) for box in boxes if box]


def _next_key(stage: "PhoneStage") -> list[Move]:
    move, keyboard = stage.next_key(), stage.keyboard
    if move is None or keyboard is None:
        return []
    control = keyboard.control_of(move)
    if control is None:
        return []
    box = stage.box_of(control)
    if not isinstance(move, Flick):
        return [TypeKey(box)]
    return [TypeKey(box, _FLICKS[move.way] * box.width())]


def _stroke(way: Way | Edge, box: QRect, glass: QRect) -> Stroke:
    """A long, calm stroke through the middle of a box, or in from the phone's edge."""
    x, y = box.center().x(), box.center().y()
    across, down = round(box.width() * 0.35), round(box.height() * 0.35)
    match way:
        case Way.LEFT:
            return Stroke(QPoint(x + across, y), QPoint(x - across, y))
        case Way.RIGHT:
            return Stroke(QPoint(x - across, y), QPoint(x + across, y))
        case Way.UP:
            return Stroke(QPoint(x, y + down), QPoint(x, y - down))
        case Way.DOWN:
            return Stroke(QPoint(x, y - down), QPoint(x, y + down))
        case Edge.BACK:
            return Stroke(QPoint(glass.left(), glass.center().y()), glass.center())
        case Edge.HOME:
            return Stroke(QPoint(glass.center().x(), glass.bottom()), glass.center())
        case Edge.NOTIFICATIONS:
            return Stroke(QPoint(glass.center().x(), glass.top()), glass.center())
        case _:
            assert_never(way)


_FLICKS = {
    FlickWay.LEFT: QPoint(-1, 0),
    FlickWay.UP: QPoint(0, -1),
    FlickWay.RIGHT: QPoint(1, 0),
    FlickWay.DOWN: QPoint(0, 1),
}
