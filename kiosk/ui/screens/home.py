"""The shelves as big tiles: "what do you want to do?" Also one shelf with its lessons."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from kiosk.lessons.phone.touchable import Tint
from kiosk.text.ruby import RubyText
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.tile import Tile
from kiosk.ui.screens.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


@dataclass(frozen=True)
class TileView:
    """One thing to choose: a shelf or a lesson."""

    id: str
    title: RubyText
    note: RubyText
    icon: str
    tint: Tint


class ChoiceScreen(Screen):
    """A question and tiles to answer it: the home screen, and each shelf."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, words: Wording, question: RubyText, tiles: Sequence[TileView]) -> None:
        super().__init__(theme, words)
        scroll = self.page()
        label = RubyLabel(question, theme, theme.title, bold=True)
        scroll.column.addSpacing(theme.gap)
        scroll.column.addWidget(label)
        scroll.column.addSpacing(theme.gap)
        self.spoken = [label]
        grid = QGridLayout()
        grid.setSpacing(theme.gap)
        columns = _columns(theme, len(tiles))
        for index, view in enumerate(tiles):
            tile = Tile(
                theme,
                view.title,
                partial(self.chosen.emit, view.id),
                note=view.note,
                icon=view.icon,
                tint=theme.colours.tints[view.tint],
            )
            self.spoken.append(tile)
            grid.addWidget(tile, index // columns, index % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        scroll.column.addLayout(grid)
        scroll.column.addStretch(1)


def _columns(theme: Theme, count: int) -> int:
    """One, two or three columns: never so many that a title has to break in the middle of a word."""
    if theme.display.portrait or count == 1:
        return 1
    wide = theme.display.width / (theme.explanation * 11)
    return max(1, min(3 if count > 4 else 2, int(wide), count))
