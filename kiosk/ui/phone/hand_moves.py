"""What the animated hand shows, and where it is at every moment of that. Values only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF

GO_MS, PRESS_MS, HOLD_MS, STROKE_MS, BETWEEN_MS, PAUSE_MS, STILL_MS = 900, 600, 1_500, 900, 250, 500, 700
"""To a place, a touch, a long one, a way on the glass, between two touches, after each move; a picture without motion."""


@dataclass(frozen=True)
class TapAt:
    rect: QRect
    times: int = 1


@dataclass(frozen=True)
class HoldAt:
    rect: QRect


@dataclass(frozen=True)
class Stroke:
    start: QPoint
    end: QPoint


@dataclass(frozen=True)
class Carry:
    """From the middle of one place to the middle of another."""

    start: QRect
    end: QRect


@dataclass(frozen=True)
class PinchAt:
    """Two fingers that go apart, or together."""

    rect: QRect
    larger: bool


@dataclass(frozen=True)
class TypeKey:
    """A key, and how far the finger flicks from it."""

    rect: QRect
    arrow: QPoint | None = None


Move = TapAt | HoldAt | Stroke | Carry | PinchAt | TypeKey


@dataclass(frozen=True)
class Phase:
    """A stretch of `ms`: the finger goes from `start` to `end`, in the air or `down` on the glass.

    `second` is how far a second finger is from the middle between both, at the start and the end.
    `way` is where the whole touch leads, for an arrow that is seen before the finger has gone it.
    `presses` is the number of the move that the finger begins here.
    """

    start: QPointF
    end: QPointF
    ms: int
    down: bool = False
    second: tuple[float, float] | None = None
    way: tuple[QPointF, QPointF] | None = None
    presses: int | None = None


def phases(moves: Sequence[Move], door: QPointF, gliding: bool) -> tuple[Phase, ...]:
    """All of it, one after the other. The hand comes in at `door` and leaves there.

    Without `gliding` it is seen at each place for a while and never on its way.
    """
    return tuple(_gliding(moves, door) if gliding else _still(moves))


def phase_at(played: Sequence[Phase], ms: int) -> tuple[int, float]:
    """The number of the phase at a moment, and which share of it has passed."""
    for number, phase in enumerate(played):
        if ms < phase.ms:
            return number, ms / phase.ms
        ms -= phase.ms
    return len(played) - 1, 1.0


def _gliding(moves: Sequence[Move], door: QPointF) -> Iterator[Phase]:
    here = door
    for number, move in enumerate(moves):
        touches = _touches(move)
        yield Phase(here, touches[0].start, GO_MS)
        yield replace(touches[0], presses=number)
        for touch in touches[1:]:
            yield Phase(touch.start, touch.start, BETWEEN_MS)
            yield touch
        here = touches[-1].end
        yield Phase(here, here, PAUSE_MS)
    yield Phase(here, door, GO_MS)


def _still(moves: Sequence[Move]) -> Iterator[Phase]:
    for number, move in enumerate(moves):
        for again, stroke in enumerate(_touches(move)):
            touch = replace(stroke, ms=STILL_MS)
            near, far = touch.second or (0.0, 0.0)
            if again:
                yield Phase(touch.start, touch.start, BETWEEN_MS)
            presses = None if again else number
            yield replace(touch, end=touch.start, second=touch.second and (near, near), presses=presses)
            if touch.start != touch.end or near != far:
                yield replace(touch, start=touch.end, second=touch.second and (far, far))


def _touches(move: Move) -> tuple[Phase, ...]:
    match move:
        case TapAt(rect, times):
            return (_touch(_middle(rect), PRESS_MS),) * times
        case HoldAt(rect):
            return (_touch(_middle(rect), HOLD_MS),)
        case Stroke(start, end):
            return (_slide(QPointF(start), QPointF(end), STROKE_MS),)
        case Carry(start, end):
            return (_slide(_middle(start), _middle(end), GO_MS),)
        case PinchAt(rect, larger):
            near, far = (min(rect.width(), rect.height()) * share for share in (0.08, 0.3))
            second = (near, far) if larger else (far, near)
            return (replace(_touch(_middle(rect), HOLD_MS), second=second),)
        case TypeKey(rect, arrow):
            if arrow is None:
                return (_touch(_middle(rect), PRESS_MS),)
            return (_slide(_middle(rect), _middle(rect) + QPointF(arrow), PRESS_MS),)
        case _:
            assert_never(move)


def _touch(at: QPointF, ms: int) -> Phase:
    return Phase(at, at, ms, down=True)


def _slide(start: QPointF, end: QPointF, ms: int) -> Phase:
    return Phase(start, end, ms, down=True, way=(start, end))


def _middle(rect: QRect) -> QPointF:
    return QRectF(rect).center()
