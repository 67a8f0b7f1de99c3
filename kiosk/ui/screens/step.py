"""One step of a lesson: what to do in large text, and the phone to do it on."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.text.ruby import RubyText, plain
from kiosk.ui.answers import Answer, Offer
from kiosk.ui.controls.answer_banner import AnswerBanner
from kiosk.ui.controls.fit_scroll import FitScroll
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Card, Picture
from kiosk.ui.controls.touch_button import Kind, TouchButton
from kiosk.ui.phone.practice_card import PracticeCard
from kiosk.ui.phone.stage import Candidates, PhoneStage, StageView, no_candidates
from kiosk.ui.screens.screen import Screen, words_and_phone
from kiosk.ui.step_view import StepView
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


class StepScreen(Screen):
    """`candidates` gives the ways to write kana that are typed."""

    gestured = Signal(object)
    """What a hand did on the phone: a Gesture."""
    typed = Signal(object)
    """What stands on the keyboard: a Typed."""
    decided = Signal()
    """「決定」 of the keyboard."""
    chosen = Signal(str)
    ticked = Signal(int)
    offer_taken = Signal(object)
    demonstrated = Signal()
    """The animated hand is done, and something new stands there to be read."""

    def __init__(
        self, theme: Theme, words: Wording, view: StepView, candidates: Candidates = no_candidates
    ) -> None:
        super().__init__(theme, words)
        self.stage: PhoneStage | None = None
        self._banner: AnswerBanner | None = None
        self._more: RubyLabel | None = None
        self._items: list[TouchButton] = []
        self._choices: list[TouchButton] = []
        portrait = theme.display.portrait
        outer = QBoxLayout(words_and_phone(theme), self)
        outer.setContentsMargins(theme.margin, theme.edge, theme.margin, theme.edge)
        outer.setSpacing(theme.gap * 2 if theme.text_size == "normal" else theme.gap)
        side = _Side()
        self._column = QVBoxLayout(side)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.gap)
        outer.addWidget(side, 10)
        card = Card(theme, edge=theme.colours.hairline)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(theme.padding, theme.card_top, theme.padding, theme.gap)
        self._scroll = FitScroll(theme, words)
        inside.addWidget(self._scroll)
        self._column.addWidget(card, 1)
        self._add_words(view)
        self._add_answers(view)
        self._scroll.column.addStretch(1)
        self.show_answer(view.answer)
        if view.stage:
            outer.addWidget(self._stage(view.stage, candidates), 13 if portrait else 0)
        elif view.picture:
            outer.addWidget(StillPicture(view.picture, view.alt), 10)

    @property
    def answering(self) -> RubyLabel | None:
        return self._banner.label if self._banner else None

    def first_focus(self) -> QWidget | None:
        if self.stage and (first := self.stage.first_focus()):
            return first
        buttons = [b for b in self._scroll.findChildren(TouchButton) if b.words and not b.isHidden()]
        return buttons[0] if buttons else None

    def show_view(self, view: StepView) -> None:
        """The same step has changed: an answer, a tick, or what stands on the phone."""
        self.show_answer(view.answer)
        self.show_ticks(view.ticked)
        for button, choice in zip(self._choices, view.choices, strict=True):
            button.setCheckable(choice.chosen)
            button.setChecked(choice.chosen)
        if self.stage and view.stage:
            self.stage.show_view(view.stage)

    def show_how(self) -> None:
        """The animated hand shows the step; then it can be tried, seen again, or passed."""
        if self.stage:
            self.stage.show_how()

    def _shown_how(self) -> None:
        text = self.words.tr("このように動かします。やってみましょう。")
        self.show_answer(Answer(text, (Offer.SHOW, Offer.DO)))
        self.demonstrated.emit()

    def show_answer(self, answer: Answer) -> None:
        """Answer a touch below the instruction; the instruction stays.

        The same answer stays as it is: a finger may be on what it offers.
        """
        if self._banner and self._banner.answer == answer:
            return
        if self._banner:
            gone = {self._banner.label, *self._banner.buttons}
            self.spoken = [control for control in self.spoken if control not in gone]
            self._column.removeWidget(self._banner)
            self._banner.deleteLater()
            self._banner = None
        if answer.text:
            self._banner = AnswerBanner(self.theme, self.words, answer, self.offer_taken.emit)
            self.spoken += [self._banner.label, *self._banner.buttons]
            self._column.addWidget(self._banner)
        if self._more:
            # On a small screen the answer takes the place of the explanation, not of the instruction.
            self._scroll.give_way(self._more, bool(answer.text))

    def show_ticks(self, ticked: frozenset[int]) -> None:
        """Tick what is ready; a screen reader hears it as the item's description."""
        tr = self.words.catalogue.tr
        for index, item in enumerate(self._items):
            ready = index in ticked
            item.set_face(item.words, "check_box" if ready else "check_box_outline_blank")
            item.setAccessibleDescription(tr("確かめました") if ready else tr("まだです"))

    def _add_words(self, view: StepView) -> None:
        theme = self.theme
        self._scroll.column.addLayout(self._chip(view))
        say = RubyLabel(view.say, theme, theme.instruction, bold=True)
        self._scroll.column.addWidget(say)
        self.spoken.append(say)
        if view.more:
            self._more = RubyLabel(view.more, theme, theme.explanation)
            self._scroll.column.addWidget(self._more)
            self.spoken.append(self._more)
        if view.secrets:
            asked = next((index for index, one in enumerate(view.secrets) if one.asked), 0)
            secrets = [(secret.name, secret.number) for secret in view.secrets]
            card = PracticeCard(theme, self.words, secrets, asked)
            self._scroll.column.addWidget(card)
            for other in card.others:
                self._scroll.give_way(other, True)

    def _chip(self, view: StepView) -> QHBoxLayout:
        """What kind of step this is, and quiet praise for the one before."""
        theme, colours = self.theme, self.theme.colours
        soft, strong = colours.tints["green" if view.praised else "orange"]
        card = Card(theme, soft, radius=theme.label)
        row = QHBoxLayout(card)
        pad = theme.label // 2
        row.setContentsMargins(pad, pad // 3, pad, pad // 3)
        row.setSpacing(pad // 2)
        row.addWidget(Picture(view.chip_icon, round(theme.label * 1.1), strong))
        label = RubyLabel(view.chip, theme, theme.label, bold=True, colour=strong, least_px=theme.least_label)
        label.setMinimumWidth(label.natural_width())
        if view.praised:
            self.spoken.append(label)
        row.addWidget(label)
        self._scroll.give_way(card, True)
        line = QHBoxLayout()
        line.addWidget(card)
        line.addStretch(1)
        return line

    def _add_answers(self, view: StepView) -> None:
        theme = self.theme
        for choice in view.choices:
            button = TouchButton(
                choice.label,
                theme,
                partial(self.chosen.emit, choice.id),
                kind=Kind.PLAIN,
                px=theme.explanation,
                height=theme.main_button,
            )
            button.setCheckable(choice.chosen)
            button.setChecked(choice.chosen)
            self._scroll.column.addWidget(button)
            self.spoken.append(button)
            self._choices.append(button)
        for index, item in enumerate(view.items):
            button = TouchButton(
                item,
                theme,
                partial(self.ticked.emit, index),
                kind=Kind.CARD,
                icon="check_box_outline_blank",
                px=theme.explanation,
            )
            self._scroll.column.addWidget(button)
            self.spoken.append(button)
            self._items.append(button)
        self.show_ticks(view.ticked)

    def _stage(self, view: StageView, candidates: Candidates) -> PhoneStage:
        stage = PhoneStage(self.theme, self.words, view, candidates)
        stage.gestured.connect(self.gestured)
        stage.typed.connect(self.typed)
        stage.decided.connect(self.decided)
        stage.shown_how.connect(self._shown_how)
        self.stage = stage
        return stage


class _Side(QWidget):
    """Where the words are: an answer takes its room from the instruction and never moves the phone."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def hasHeightForWidth(self) -> bool:
        return False


class StillPicture(QWidget):
    """A photograph or drawing of a lesson, with its description for those who cannot see it."""

    def __init__(self, path: Path, alt: RubyText) -> None:
        super().__init__()
        self._pixmap = QPixmap(str(path))
        self.setAccessibleName(plain(alt))

    def sizeHint(self) -> QSize:
        return self._pixmap.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(
            (self.width() - size.width()) / 2,
            (self.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )
        painter.drawPixmap(box, self._pixmap, QRectF(self._pixmap.rect()))
