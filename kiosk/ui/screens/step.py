"""One step of a lesson: what to do in large text, and the phone to do it on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.lessons.phone import PhoneScreen
from kiosk.text.ruby import RubyText, plain
from kiosk.ui.controls.fit_scroll import FitScroll
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Card, Picture
from kiosk.ui.controls.touch_button import Kind, TouchButton
from kiosk.ui.phone.view import PhoneView
from kiosk.ui.screens.screen import Screen, lines
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

STAGE_SHARE = 0.30
"""The phone's part of a wide screen."""


@dataclass(frozen=True)
class Choice:
    id: str
    label: RubyText
    chosen: bool = False


@dataclass(frozen=True)
class StepView:
    """Everything a step shows. `choices` are answers to tap, `items` things to tick; at most one of them."""

    chip: RubyText
    chip_icon: str
    say: RubyText
    more: RubyText = ()
    praised: bool = False
    feedback: RubyText = ()
    phone: PhoneScreen | None = None
    marked: str | None = None
    picture: Path | None = None
    alt: RubyText = ()
    choices: Sequence[Choice] = ()
    items: Sequence[RubyText] = ()
    ticked: frozenset[int] = frozenset()

    @property
    def said(self) -> RubyText:
        """What is read aloud when the step opens."""
        answers = [*(choice.label for choice in self.choices), *self.items]
        return lines([self.chip if self.praised else (), self.say, self.more, *answers])


class StepScreen(Screen):
    touched = Signal(object)
    """The id of a phone element, or None for a bare place on the phone."""
    answered = Signal(str)
    ticked = Signal(int)

    def __init__(self, theme: Theme, words: Wording, view: StepView) -> None:
        super().__init__(theme, words)
        self.phone: PhoneView | None = None
        self._feedback: Card | None = None
        self.answer: RubyLabel | None = None
        """The kind answer to a touch, while there is one."""
        self._more: RubyLabel | None = None
        self._items: list[TouchButton] = []
        portrait = theme.display.portrait
        direction = QBoxLayout.Direction.TopToBottom if portrait else QBoxLayout.Direction.LeftToRight
        outer = QBoxLayout(direction, self)
        outer.setContentsMargins(theme.margin, theme.edge, theme.margin, theme.edge)
        outer.setSpacing(theme.gap * 2 if theme.text_size == "normal" else theme.gap)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.gap)
        outer.addLayout(self._column, 10)
        card = Card(theme, edge=theme.colours.hairline)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(theme.padding, theme.card_top, theme.padding, theme.gap)
        self._scroll = FitScroll(theme, words)
        inside.addWidget(self._scroll)
        self._column.addWidget(card, 1)
        self._add_words(view)
        self._add_answers(view)
        self._scroll.column.addStretch(1)
        self.show_feedback(view.feedback)
        if view.phone:
            outer.addWidget(self._stage(view.phone, view.marked), 13 if portrait else 0)
        elif view.picture:
            outer.addWidget(StillPicture(view.picture, view.alt), 10)

    @property
    def answering(self) -> RubyLabel | None:
        return self.answer

    def first_focus(self) -> QWidget | None:
        if self.phone and self.phone.buttons:
            return self.phone.buttons[0]
        buttons = [b for b in self._scroll.findChildren(TouchButton) if b.words and not b.isHidden()]
        return buttons[0] if buttons else None

    def show_feedback(self, text: RubyText, marked: str | None = None) -> None:
        """Answer a touch below the instruction; the instruction stays. `marked` gets the ring."""
        if self._feedback and self.answer:
            self.spoken.remove(self.answer)
            self._column.removeWidget(self._feedback)
            self._feedback.deleteLater()
            self._feedback = self.answer = None
        if text:
            self.answer = RubyLabel(
                text, self.theme, max(self.theme.least_text, round(self.theme.explanation * 0.9))
            )
            self.spoken.append(self.answer)
            self._feedback = self._banner(self.answer)
            self._column.addWidget(self._feedback)
        if self._more:
            # On a small screen the answer takes the place of the explanation, not of the instruction.
            self._scroll.give_way(self._more, bool(text))
        if self.phone and marked:
            self.phone.mark(marked)

    def show_ticks(self, ticked: frozenset[int]) -> None:
        """Tick what is ready; a screen reader hears it as the item's description."""
        tr = self.words.catalogue.tr
        for index, item in enumerate(self._items):
            ready = index in ticked
            item.set_face(item.words, "check_box" if ready else "check_box_outline_blank")
            item.setAccessibleDescription(tr("確かめました") if ready else tr("まだです"))

    def _banner(self, answer: RubyLabel) -> Card:
        theme = self.theme
        card = Card(theme, theme.colours.chosen, theme.colours.main)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(card)
        row.setContentsMargins(theme.gap, theme.gap // 2, theme.gap, theme.gap // 2)
        row.setSpacing(theme.gap)
        ink = theme.colours.main if theme.contrast == "light" else theme.colours.text
        row.addWidget(Picture("front_hand", round(theme.explanation * 1.2), ink))
        row.addWidget(answer, 1)
        return card

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
                partial(self.answered.emit, choice.id),
                kind=Kind.PLAIN,
                px=theme.explanation,
                height=theme.main_button,
            )
            button.setCheckable(choice.chosen)
            button.setChecked(choice.chosen)
            self._scroll.column.addWidget(button)
            self.spoken.append(button)
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

    def _stage(self, screen: PhoneScreen, marked: str | None) -> Card:
        theme = self.theme
        card = Card(theme, theme.colours.stage)
        inside = QVBoxLayout(card)
        edge = max(4, theme.edge // 2)
        inside.setContentsMargins(edge, edge, edge, edge)
        self.phone = PhoneView(theme, screen, self.words, marked)
        self.phone.touched.connect(self.touched)
        inside.addWidget(self.phone)
        if not theme.display.portrait:
            share = round(theme.display.width * STAGE_SHARE)
            card.setFixedWidth(max(share, self.phone.least_width() + 2 * edge))
        return card


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
