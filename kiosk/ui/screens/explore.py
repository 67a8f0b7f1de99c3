"""An app of the practice phone with no task: touch what you like."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.lessons.phone.shown import Shown
from kiosk.text.kana_input import Typed
from kiosk.text.ruby import RubyText
from kiosk.ui.controls.fit_scroll import FitScroll
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Card
from kiosk.ui.phone.stage import Candidates, PhoneStage, StageView
from kiosk.ui.screens.screen import Screen, words_and_phone
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


@dataclass(frozen=True)
class ExploreView:
    summary: RubyText
    phone: Shown
    typed: Typed | None = None

    @property
    def stage(self) -> StageView:
        return StageView(self.phone, typed=self.typed, explored=True)


class ExploreScreen(Screen):
    gestured = Signal(object)
    typed = Signal(object)
    decided = Signal()

    def __init__(self, theme: Theme, words: Wording, view: ExploreView, candidates: Candidates) -> None:
        super().__init__(theme, words)
        portrait = theme.display.portrait
        outer = QBoxLayout(words_and_phone(theme), self)
        outer.setContentsMargins(theme.margin, theme.edge, theme.margin, theme.edge)
        outer.setSpacing(theme.gap * 2)
        card = Card(theme, edge=theme.colours.hairline)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(theme.padding, theme.card_top, theme.padding, theme.gap)
        scroll = FitScroll(theme, words)
        inside.addWidget(scroll)
        say = RubyLabel(words.tr("自由に、さわってみてください。"), theme, theme.instruction, bold=True)
        calm = words.tr("何をさわっても、こわれません。どこにも送られません。")
        more = [RubyLabel(text, theme, theme.explanation) for text in (view.summary, calm)]
        for label in (say, *more):
            scroll.column.addWidget(label)
            self.spoken.append(label)
        scroll.column.addStretch(1)
        outer.addWidget(card, 10)
        self.stage = PhoneStage(theme, words, view.stage, candidates)
        self.stage.gestured.connect(self.gestured)
        self.stage.typed.connect(self.typed)
        self.stage.decided.connect(self.decided)
        outer.addWidget(self.stage, 13 if portrait else 0)

    def show_view(self, view: ExploreView) -> None:
        self.stage.show_view(view.stage)

    def first_focus(self) -> QWidget | None:
        return self.stage.first_focus()
