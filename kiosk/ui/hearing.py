"""Which thing a finger means when it asks to hear, and what that thing says."""

from collections.abc import Iterable, Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QMargins, QPoint, QRect
from PySide6.QtWidgets import QWidget

from kiosk.text.ruby import RubyText, Segment, plain
from kiosk.ui.wording import Wording


@runtime_checkable
class Audible(Protocol):
    """A control that knows what it says. `spoken_in` is its language if that is not the resident's."""

    spoken_in: str

    def heard_text(self) -> RubyText: ...


def heard_text(control: QWidget, words: Wording) -> RubyText:
    """What a control says, or else its accessible name; then its state, such as whether it is ticked."""
    own = control.heard_text() if isinstance(control, Audible) else ()
    said = own or words.ruby(control.accessibleName())
    state = "" if isinstance(control, Audible) and control.spoken_in else control.accessibleDescription()
    return (*said, Segment("\n"), *words.ruby(state)) if state and state not in plain(said) else said


def audible_at(window: QWidget, at: QPoint, reach: int) -> QWidget | None:
    """The thing with words at a place of the window, else the nearest within `reach` pixels.

    Of two that lie on each other it is the smaller one.
    """
    found = [(_distance(box, at), box.width() * box.height(), one) for one, box in audible_in(window)]
    near = [one for one in found if one[0] <= reach]
    return min(near, key=lambda one: one[:2])[2] if near else None


def audible_in(window: QWidget) -> Iterator[tuple[QWidget, QRect]]:
    """Everything with words that can be seen, and its visible part in the window's pixels."""
    for one in window.findChildren(QWidget):
        if not one.isVisibleTo(window) or not one.accessibleName():
            continue
        seen = seen_box(window, one)
        if not seen.isEmpty():
            yield one, seen


def seen_box(window: QWidget, control: QWidget) -> QRect:
    """The visible part of a control, in the window's pixels; empty when nothing of it can be seen."""
    seen = control.visibleRegion().boundingRect()
    return seen.translated(control.mapTo(window, QPoint(0, 0)))


def room_round(box: QRect, others: Iterable[QRect], most: int) -> QMargins:
    """How far a frame may reach at each side of a box: up to its neighbours there, and at most `most`.

    Neighbours may overlap by the pixel of a rounded edge; what lies inside or around the box is none.
    """
    room = [most] * 4
    for other in others:
        gaps = (
            box.left() - other.right() - 1,
            box.top() - other.bottom() - 1,
            other.left() - box.right() - 1,
            other.top() - box.bottom() - 1,
        )
        gap = max(gaps)
        if gap >= -1:
            side = gaps.index(gap)
            room[side] = min(room[side], max(0, gap))
    return QMargins(*room)


def _distance(box: QRect, at: QPoint) -> int:
    """How far a place is from a box, along the worse of the two directions."""
    across = max(box.left() - at.x(), at.x() - box.right(), 0)
    down = max(box.top() - at.y(), at.y() - box.bottom(), 0)
    return max(across, down)
