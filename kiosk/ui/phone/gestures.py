"""What one finger's way over the phone means, and what two fingers do. Numbers are for old hands: slow, crooked, shaking.

A tap travels up to 5 mm. From 12 mm on, a way is a swipe; between the two it is a tap of something large, or nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF

from kiosk.lessons.phone.gestures import (
    HOLD_MS,
    Edge,
    EdgeSwiped,
    Held,
    Size,
    Swiped,
    Tapped,
    Way,
)
from kiosk.ui.controls.press import SLIDE_MM

SWIPE_MM = 12.0
SIDE_MM, BOTTOM_MM = 8.0, 9.0
"""How near to an edge a swipe begins that belongs to the phone."""

NEAR_MM = 4.0
"""A tap beside a thing still means it, when nothing else is nearer."""

DROP_MM = 8.0
TWICE_SECONDS, TWICE_MM = 0.9, 12.0
LARGER, SMALLER, PINCH_MM = 1.15, 0.87, 8.0
"""Two fingers pinch when their distance changes by such a share, and by more than a trembling tap travels."""


@dataclass(frozen=True)
class Glass:
    """The phone's glass. Swipes down that begin above `head` pull down the notifications.

    A home screen has no way back, so there the `sides` mean nothing of their own.
    """

    box: QRectF
    head: float
    px_per_mm: float
    sides: bool = True

    def mm(self, begin: QPointF, end: QPointF) -> float:
        return QLineF(begin, end).length() / self.px_per_mm


@dataclass
class Trace:
    """Where a finger went so far. `at` is the time of the press, in seconds."""

    glass: Glass
    begin: QPointF
    at: float
    end: QPointF = field(init=False)
    farthest: float = 0.0

    def __post_init__(self) -> None:
        self.end = self.begin

    def go(self, to: QPointF) -> None:
        self.end = to
        self.farthest = max(self.farthest, self.net)

    @property
    def net(self) -> float:
        """Millimetres from where it began."""
        return self.glass.mm(self.begin, self.end)

    @property
    def moves(self) -> bool:
        """Whether it has gone farther than a trembling tap."""
        return self.farthest > SLIDE_MM

    @property
    def swipes(self) -> bool:
        return self.net >= SWIPE_MM

    @property
    def taps(self) -> bool:
        """Whether it would be a tap; one that went away and came back is neither a tap nor a swipe."""
        return self.net < SWIPE_MM and self.farthest < SWIPE_MM

    @property
    def way(self) -> Way:
        """The main direction of where it got to, whatever it did on the way."""
        across, down = self.end.x() - self.begin.x(), self.end.y() - self.begin.y()
        if abs(across) > abs(down):
            return Way.RIGHT if across > 0 else Way.LEFT
        return Way.DOWN if down > 0 else Way.UP


def swipe(trace: Trace, element: str | None, wanted: Way | None = None) -> Swiped | EdgeSwiped:
    """What a trace that swipes means; the phone's own edges come first, unless that way is what is `wanted`."""
    edge = None if trace.way is wanted else _edge(trace)
    return EdgeSwiped(edge) if edge else Swiped(trace.way, element)


def _edge(trace: Trace) -> Edge | None:
    glass, begin = trace.glass, trace.begin
    side, bottom = SIDE_MM * glass.px_per_mm, BOTTOM_MM * glass.px_per_mm
    match trace.way:
        case Way.RIGHT if glass.sides and begin.x() <= glass.box.left() + side:
            return Edge.BACK
        case Way.LEFT if glass.sides and begin.x() >= glass.box.right() - side:
            return Edge.BACK
        case Way.UP if begin.y() >= glass.box.bottom() - bottom:
            return Edge.HOME
        case Way.DOWN if begin.y() <= glass.head:
            return Edge.NOTIFICATIONS
        case _:
            return None


@dataclass(frozen=True)
class Tap:
    """A tap that is over. `left` is when the finger left, in seconds: a slow hand needs its time for each tap."""

    trace: Trace
    element: str | None
    left: float

    @property
    def gesture(self) -> Tapped | Held:
        """A short press or a long one."""
        held = (self.left - self.trace.at) * 1000 >= HOLD_MS
        return Held(self.element) if held else Tapped(self.element)

    def twice(self, other: "Tap") -> bool:
        """Whether the other one came soon after this, on the same thing or close to it."""
        soon = other.trace.at - self.left <= TWICE_SECONDS
        close = self.trace.glass.mm(self.trace.begin, other.trace.begin) <= TWICE_MM
        same = self.element is not None and self.element == other.element
        return soon and (close or same)


class TwoFingers:
    """Two touch points from their beginning; three are a hand, and mean nothing until all have left."""

    def __init__(self, px_per_mm: float) -> None:
        self._px_per_mm = px_per_mm
        self._first = self._last = 0.0
        self._middle = QPointF()
        self._most = 0

    def follow(self, points: Sequence[QPointF]) -> None:
        """The points that are down now."""
        if not points:
            self._most = 0
        elif len(points) == 2 and self._most <= 2:
            distance = QLineF(points[0], points[1]).length()
            if self._most < 2:
                self._first = distance
                self._middle = (points[0] + points[1]) / 2
            self._last = distance
        self._most = max(self._most, len(points))

    @property
    def size(self) -> Size | None:
        """What they have done, while it is clear enough."""
        travelled = abs(self._last - self._first) / self._px_per_mm
        if self._most != 2 or travelled < PINCH_MM or not self._first:
            return None
        share = self._last / self._first
        if share > LARGER:
            return Size.LARGER
        return Size.SMALLER if share < SMALLER else None

    @property
    def middle(self) -> QPointF:
        """Between them, where they came down."""
        return self._middle
