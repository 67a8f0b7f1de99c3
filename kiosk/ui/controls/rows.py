"""Controls of a bar in one row, or in two."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.theme import Theme


class Rows:
    """Controls in one row if they fit, with short words if they must, else in two rows.

    `controls` are in the order in which they are needed: the last ones lose their words first. `placed` is their
    order from left to right, where that is another one. `own_row` are those that may go into a second row; the
    first of them fills it, and where that one is hidden there is no second row.
    """

    def __init__(
        self,
        bar: QWidget,
        theme: Theme,
        controls: Sequence[QWidget],
        stretching: QWidget,
        own_row: Sequence[QWidget] = (),
        placed: Sequence[QWidget] = (),
    ) -> None:
        self._controls = controls
        self._placed = list(placed or controls)
        self._stretching = stretching
        self._own_row = own_row
        self._theme = theme
        margin = max(theme.touch_gap, theme.gap)
        self._margin = margin
        box = QVBoxLayout(bar)
        edge = max(4, theme.gap // 2)
        box.setContentsMargins(margin, edge, margin, edge)
        box.setSpacing(theme.touch_gap)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._gap = theme.gap if theme.text_size == "normal" else theme.touch_gap
        for row in (self._first, self._second):
            row.setSpacing(self._gap)
            box.addLayout(row)
        for control in self._placed:
            stretch = 1 if control is stretching else 0
            self._first.addWidget(control, stretch, _MIDDLE if not stretch else Qt.AlignmentFlag(0))

    def fit(self, width: int, stretching_width: int, may_shorten: bool = True) -> bool:
        """Arrange for a bar width; false when it does not fit with short words either.

        An upright screen has height to spare, so there a second row comes before shorter words.
        """
        buttons = [one for one in self._controls if isinstance(one, TouchButton) and not one.isHidden()]
        rest = [button for button in buttons if button not in self._own_row]
        shortenable = [one for one in reversed(buttons) if one.can_be_short]
        has_own_row = bool(self._own_row) and not self._own_row[0].isHidden()
        for button in shortenable:
            button.set_short(False)
        one_row = self._width(buttons, stretching_width) <= width
        upright = self._theme.display.portrait and has_own_row
        if not one_row and not upright and may_shorten:
            one_row = self._shorten_until(
                lambda: self._width(buttons, stretching_width) <= width, shortenable
            )
        if one_row or not has_own_row:
            self._move_own_row(False)
            return one_row
        self._move_own_row(True)
        for button in shortenable:
            button.set_short(False)
        shortenable = [button for button in shortenable if button in rest]
        return self._shorten_until(lambda: self._width(rest, 0) <= width, shortenable)

    @staticmethod
    def _shorten_until(fits: Callable[[], bool], shortenable: Sequence[TouchButton]) -> bool:
        """Take away words, least needed first, until it fits."""
        for button in shortenable:
            button.set_short(False)
        for button in shortenable:
            if fits():
                return True
            button.set_short(True)
        return fits()

    def _width(self, buttons: Sequence[TouchButton], stretching_width: int) -> int:
        total = sum(max(button.sizeHint().width(), button.minimumWidth()) for button in buttons)
        gaps = len(buttons) + (1 if stretching_width else 0)
        return total + stretching_width + gaps * self._gap + 2 * self._margin

    def _move_own_row(self, own: bool) -> None:
        target, other = (self._second, self._first) if own else (self._first, self._second)
        for at, control in enumerate(one for one in self._placed if one in self._own_row):
            if target.indexOf(control) < 0:
                other.removeWidget(control)
                filling = control is self._stretching or (own and control is self._own_row[0])
                alignment = Qt.AlignmentFlag(0) if filling else _MIDDLE
                place = at if own else self._placed.index(control)
                target.insertWidget(place, control, int(filling), alignment)


_MIDDLE = Qt.AlignmentFlag.AlignVCenter
