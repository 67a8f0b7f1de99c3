"""A few answers to choose from, one of them chosen; as many side by side as there is room for."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.settings_table import Value
from kiosk.text.ruby import RubyText
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.theme import Theme


class Option(NamedTuple):
    value: Value
    words: RubyText
    icon: str | None = None


class Choices(QWidget):
    """`room` is its width in pixels."""

    def __init__(
        self, theme: Theme, options: Sequence[Option], room: int, wished: Callable[[Value], object]
    ) -> None:
        super().__init__()
        self._wished = wished
        self._chosen: Value | None = None
        self.buttons = {option.value: self._button(option, theme) for option in options}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.touch_gap)
        widest = max((button.sizeHint().width() for button in self.buttons.values()), default=room)
        side_by_side = max(1, (room + theme.touch_gap) // (widest + theme.touch_gap))
        lines = max(1, math.ceil(len(self.buttons) / side_by_side))
        columns = max(1, math.ceil(len(self.buttons) / lines))
        for number, button in enumerate(self.buttons.values()):
            grid.addWidget(button, number // columns, number % columns)

    def _button(self, option: Option, theme: Theme) -> TouchButton:
        return TouchButton(
            option.words,
            theme,
            lambda: self._touched(option.value),
            icon=option.icon,
            px=theme.least_text,
            height=theme.target,
        )

    def _touched(self, value: Value) -> None:
        self._wished(value)
        self.choose(self._chosen)  # a touch has turned the button round

    def choose(self, value: Value | None) -> None:
        self._chosen = value
        for one, button in self.buttons.items():
            button.setCheckable(one == value)
            button.setChecked(one == value)

    @property
    def heir(self) -> TouchButton:
        """Takes the focus of a neighbour that goes."""
        first, *_ = self.buttons.values()
        return self.buttons.get(self._chosen, first) if self._chosen is not None else first
