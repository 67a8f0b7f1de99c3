"""The practice phone for people at a keyboard: every gesture has a key."""

from PySide6.QtCore import Qt

from kiosk.lessons.phone.gestures import (
    Edge,
    EdgeSwiped,
    Gesture,
    Held,
    Pinched,
    Size,
    Swiped,
    TappedTwice,
    Way,
)

PRESSING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
"""A button's own keys."""

PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}

_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


def is_plain_press(key: int, held: Qt.KeyboardModifier) -> bool:
    """Whether a key is a button's own business."""
    return key in PRESSING and not held & (_SHIFT | _CONTROL)


def key_gesture(
    key: int, held: Qt.KeyboardModifier, element: str | None, zoomable: str | None
) -> Gesture | None:
    """What a key means; `element` has the focus, `zoomable` is the map or photo of the screen."""
    match key:
        case Qt.Key.Key_Left if held & _ALT:
            return EdgeSwiped(Edge.BACK)
        case Qt.Key.Key_Backspace:
            return EdgeSwiped(Edge.BACK)
        case Qt.Key.Key_Home:
            return EdgeSwiped(Edge.HOME)
        case Qt.Key.Key_N:
            return EdgeSwiped(Edge.NOTIFICATIONS)
        case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Up | Qt.Key.Key_Down:
            return Swiped(_WAYS[Qt.Key(key)], element)
        case Qt.Key.Key_Plus:
            return Pinched(zoomable, Size.LARGER)
        case Qt.Key.Key_Minus:
            return Pinched(zoomable, Size.SMALLER)
        case _ if key in PRESSING and held & _SHIFT:
            return Held(element)
        case _ if key in PRESSING and held & _CONTROL:
            return TappedTwice(element)
        case _:
            return None


_WAYS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}
