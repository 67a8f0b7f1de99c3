"""Each language in its own name."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from kiosk.i18n.languages import Language
from kiosk.text.ruby import RubyText, Segment
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Picture
from kiosk.ui.controls.tile import Tile
from kiosk.ui.screens.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


class LanguageScreen(Screen):
    """`prompts` is "please choose your language" in every language offered, the first one largest."""

    language_chosen = Signal(str)

    def __init__(
        self, theme: Theme, words: Wording, languages: Sequence[Language], prompts: Sequence[RubyText]
    ) -> None:
        super().__init__(theme, words)
        scroll = self.page()
        scroll.column.addLayout(self._head(languages, prompts))
        grid = QGridLayout()
        grid.setSpacing(theme.gap)
        columns = 2 if theme.display.portrait or len(languages) < 3 else min(4, len(languages))
        for index, language in enumerate(languages):
            tile = Tile(
                theme,
                (Segment(language.name),),
                partial(self.language_chosen.emit, language.code),
                note=(Segment(language.in_japanese),),
                centred=True,
                checked=language.code == words.language,
            )
            tile.spoken_in = language.code
            if tile.isChecked():
                self.spoken.append(tile)
            grid.addWidget(tile, index // columns, index % columns)
        scroll.column.addStretch(1)
        scroll.column.addLayout(grid)
        scroll.column.addStretch(2)

    def _head(self, languages: Sequence[Language], prompts: Sequence[RubyText]) -> QHBoxLayout:
        theme = self.theme
        head = QHBoxLayout()
        head.setSpacing(theme.gap)
        head.addWidget(Picture("translate", round(theme.title * 1.6), theme.colours.main))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        first = RubyLabel(prompts[0], theme, theme.title, bold=True)
        rest = [
            RubyLabel(prompt, theme, theme.note, colour=theme.colours.soft_text) for prompt in prompts[1:]
        ]
        for label, language in zip((first, *rest), languages, strict=True):
            label.spoken_in = language.code
            lines.addWidget(label)
        head.addLayout(lines, 1)
        self.spoken = [first]
        return head
