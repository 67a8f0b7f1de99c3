"""What a hand did on the practice phone, as values. What it means is decided by the step or by the phone.

An `element` is the id of what was touched, None for a bare place.
"""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.lessons.phone.pictures import CameraView


class Way(StrEnum):
    """Where a finger went."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


class Edge(StrEnum):
    """Swipes that begin at an edge and belong to the phone itself."""

    BACK = "back"
    HOME = "home"
    NOTIFICATIONS = "notifications"


class Size(StrEnum):
    """What two fingers do, or one that touches twice."""

    LARGER = "larger"
    SMALLER = "smaller"


@dataclass(frozen=True)
class Tapped:
    element: str | None


@dataclass(frozen=True)
class TappedTwice:
    element: str | None


@dataclass(frozen=True)
class Held:
    """Pressed for longer than `HOLD_MS`. Where nobody waits for that, it is a tap by a slow hand."""

    element: str | None


Touch = Tapped | TappedTwice | Held
"""A finger on one place."""


@dataclass(frozen=True)
class Swiped:
    way: Way
    element: str | None = None


@dataclass(frozen=True)
class EdgeSwiped:
    edge: Edge


@dataclass(frozen=True)
class Scrolled:
    """The ids that can now be seen."""

    seen: frozenset[str]


@dataclass(frozen=True)
class Dragged:
    element: str
    onto: str | None


@dataclass(frozen=True)
class Pinched:
    element: str | None
    size: Size


@dataclass(frozen=True)
class Aimed:
    """The camera was held over a code for a moment; how the code lay in the view finder."""

    view: CameraView


@dataclass(frozen=True)
class HeldOnCard:
    """The phone lay on the card; `still` until it was read, or moved too early."""

    still: bool


@dataclass(frozen=True)
class Waited:
    """Time passed, and what the phone was doing is done."""


Gesture = (
    Tapped
    | TappedTwice
    | Held
    | Swiped
    | EdgeSwiped
    | Scrolled
    | Dragged
    | Pinched
    | Aimed
    | HeldOnCard
    | Waited
)

HOLD_MS = 600
"""A long press of phones is about half a second; shaking hands get a little more to be sure they meant it."""
