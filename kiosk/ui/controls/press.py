"""What every button of the kiosk does alike: keys, and a focus ring for people at a keyboard."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QLineF, QPoint, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.theme import Theme

SLIDE_MM = 5.0
"""What a trembling finger travels while it means a tap."""

KEYBOARD_REASONS = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


@runtime_checkable
class TakesPresses(Protocol):
    """What a press can be for. While touches only read aloud, what `always_acts` still does what it says.

    What `takes_repeats` is meant to be hit quickly: a key of a keyboard, or the second touch of a double tap.
    `moves` says that the finger on it does more than to rest; `give_up` that it was no finger.
    """

    always_acts: bool
    takes_repeats: bool

    @property
    def moves(self) -> bool: ...

    def give_up(self) -> None: ...


class PressButton(QAbstractButton):
    """Acts on release; Enter works like the space bar, and a key held down counts once.

    A finger may slide by up to 5 mm between press and release, also over the button's edge. How long it is held
    does not matter: old hands press for up to three seconds and mean a tap, so a long touch
    never means anything else.
    """

    always_acts = False
    takes_repeats = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ringed = False
        self._pressed_at: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def moves(self) -> bool:
        """Never: a finger that travels is only unsteady."""
        return False

    def give_up(self) -> None:
        """A finger that is down acts no more."""
        self.setDown(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressed_at = None

    def hitButton(self, at: QPoint) -> bool:
        """Whether a finger there is still on this button."""
        slid = QLineF(at, self._pressed_at).length() if self._pressed_at and self.isDown() else None
        near = slid is not None and slid <= SLIDE_MM * self._theme.display.px_per_mm
        return self.rect().contains(at) or near

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        elif not event.isAutoRepeat():
            super().keyPressEvent(event)

    @property
    def focus_reason(self) -> Qt.FocusReason:
        """How it got the focus, for the one that is to take its place."""
        return Qt.FocusReason.TabFocusReason if self._ringed else Qt.FocusReason.OtherFocusReason

    @property
    def ringed(self) -> bool:
        """Whether somebody at a keyboard is here."""
        return self.hasFocus() and self._ringed

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for people at a keyboard; a finger does not need it."""
        self._ringed = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    def paint_focus(self, painter: QPainter, box: QRectF, radius: float) -> None:
        """The focus ring of the Digital Agency's design system: black outside, yellow inside."""
        if self.ringed:
            paint_focus_ring(painter, box, radius, self._theme)


def paint_focus_ring(painter: QPainter, box: QRectF, radius: float, theme: Theme) -> None:
    """Black outside, yellow inside; all of it within the box."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    outer = max(3.0, theme.radius / 6)
    painter.setPen(QPen(theme.colours.focus, outer))
    painter.drawRoundedRect(box.adjusted(outer / 2, outer / 2, -outer / 2, -outer / 2), radius, radius)
    inner = outer * 1.4
    painter.setPen(QPen(theme.colours.focus_inner, outer * 0.6))
    painter.drawRoundedRect(box.adjusted(inner, inner, -inner, -inner), radius * 0.85, radius * 0.85)
