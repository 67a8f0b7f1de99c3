"""What the hand on the phone has to look out for: not every gesture means something in every step."""

from dataclasses import dataclass

from kiosk.lessons.phone.gestures import Way
from kiosk.lessons.phone.pictures import Map, Photo
from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.steps import Drag, Hold, Pinch, Practice, Swipe, Tap


@dataclass(frozen=True)
class Expected:
    """`draggable` can be carried; `zoomable` has buttons for larger and smaller.

    With `double_taps` a single tap is told late, as it may be the first of two. With `holds` a long press acts while
    the finger is still down. A swipe in that `way` is one wherever it begins.
    """

    draggable: frozenset[str] = frozenset()
    zoomable: str | None = None
    double_taps: bool = False
    holds: bool = False
    way: Way | None = None


def expected(step: Practice) -> Expected:
    """What a step waits for."""
    match step:
        case Drag(target=target):
            return Expected(draggable=frozenset({target}))
        case Pinch(target=target):
            return Expected(zoomable=target, double_taps=True)
        case Hold():
            return Expected(holds=True)
        case Tap(times=2):
            return Expected(double_taps=True)
        case Swipe(way=Way() as way):
            return Expected(way=way)
        case _:
            return Expected()


def explored(shown: Shown) -> Expected:
    """What can be tried where no task is set: maps and photos become larger."""
    found = next((one.id for one in shown.screen.body if isinstance(one, Map | Photo)), None)
    return Expected(zoomable=found, double_taps=found is not None)
