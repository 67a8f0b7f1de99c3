"""Well done: the codes to the real forms, the sheet to take home, again, or something else."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.handout.qr import QrCode, paint_qr
from kiosk.text.ruby import RubyText, Segment
from kiosk.ui.controls.fit_scroll import FitScroll
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Card, Picture
from kiosk.ui.controls.touch_button import Kind, TouchButton
from kiosk.ui.screens.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


@dataclass(frozen=True)
class LinkView:
    title: RubyText
    host: str
    note: RubyText
    code: QrCode


@dataclass(frozen=True)
class FinishView:
    say: RubyText
    more: RubyText
    links: Sequence[LinkView]
    printing: RubyText = ()
    """What the printer is doing or needs, empty before the first print."""

    @property
    def said(self) -> Sequence[RubyText]:
        """What is read aloud when it opens, without the buttons, line by line."""
        return [text for text in (self.say, self.more, *self._link_words) if text]

    @property
    def _link_words(self) -> Sequence[RubyText]:
        return [text for link in self.links for text in (link.title, link.note)]


class FinishScreen(Screen):
    print_requested = Signal()
    again_requested = Signal()
    other_requested = Signal()

    def __init__(self, theme: Theme, words: Wording, view: FinishView) -> None:
        super().__init__(theme, words)
        portrait = theme.display.portrait
        direction = QBoxLayout.Direction.TopToBottom if portrait else QBoxLayout.Direction.LeftToRight
        outer = QBoxLayout(direction, self)
        outer.setContentsMargins(theme.margin, theme.edge, theme.margin, theme.edge)
        outer.setSpacing(theme.gap * 2 if theme.text_size == "normal" else theme.gap)
        column = FitScroll(theme, words)
        outer.addWidget(column, 10)
        self._add_praise(column, view)
        self._add_buttons(column)
        column.column.addStretch(1)
        if view.links:
            outer.addWidget(self._codes(view.links), 11 if portrait else 6)

    def _add_praise(self, column: FitScroll, view: FinishView) -> None:
        theme, colours = self.theme, self.theme.colours
        head = QHBoxLayout()
        head.setSpacing(theme.gap)
        head.addWidget(Picture("check_circle-fill", round(theme.title * 1.6), colours.done))
        say = RubyLabel(view.say, theme, theme.title, bold=True)
        head.addWidget(say, 1)
        column.column.addLayout(head)
        self.spoken.append(say)
        if view.more:
            more = RubyLabel(view.more, theme, theme.explanation)
            column.column.addWidget(more)
            self.spoken.append(more)
        self.printing = RubyLabel(view.printing, theme, theme.explanation, bold=True)
        self.printing.setVisible(bool(view.printing))

    def _add_buttons(self, column: FitScroll) -> None:
        theme, words = self.theme, self.words
        self._print = TouchButton(
            words.tr("持ち帰りの紙を印刷する"),
            theme,
            self.print_requested.emit,
            kind=Kind.MAIN,
            icon="print",
            px=round(theme.label * 1.2),
            height=theme.main_button,
        )
        again = TouchButton(words.tr("もう一度練習する"), theme, self.again_requested.emit, icon="replay")
        other = TouchButton(words.tr("ほかの教材を見る"), theme, self.other_requested.emit, icon="home")
        column.column.addWidget(self._print)
        column.column.addWidget(self.printing)
        for button in (again, other):
            column.column.addWidget(button)
        self.spoken += [self._print, self.printing, again, other]
        self._column = column

    @property
    def answering(self) -> RubyLabel:
        return self.printing

    def first_focus(self) -> QWidget:
        return self._print

    def show_printing(self, text: RubyText) -> None:
        """Say what became of the sheet, right under the button that asked for it."""
        self.printing.set_text(text)
        self.printing.setVisible(bool(text))
        self._column.fit()

    def _codes(self, links: Sequence[LinkView]) -> FitScroll:
        theme = self.theme
        scroll = FitScroll(theme, self.words)
        for link in links:
            card = Card(theme, edge=theme.colours.hairline)
            column = QVBoxLayout(card)
            column.setContentsMargins(theme.gap, theme.gap, theme.gap, theme.gap)
            column.setSpacing(theme.gap // 2)
            code = CodeView(theme, link.code)
            title = RubyLabel(link.title, theme, max(theme.note, theme.label), bold=True, centred=True)
            host = RubyLabel((Segment(link.host),), theme, theme.note, centred=True)
            code.setAccessibleName(self.words.catalogue.tr("QRコード：{host}", host=link.host))
            column.addWidget(code, 1)
            for label in (title, host):
                column.addWidget(label)
            self.spoken.append(title)
            if link.note:
                note = RubyLabel(link.note, theme, theme.note, centred=True, colour=theme.colours.soft_text)
                column.addWidget(note)
                self.spoken.append(note)
            scroll.column.addWidget(card, 1)
        return scroll


class CodeView(QWidget):
    """A QR code as large as its place allows, dark on white in every contrast."""

    def __init__(self, theme: Theme, code: QrCode) -> None:
        super().__init__()
        self._theme = theme
        self._code = code
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        side = round(self._theme.mm(45))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = float(min(self.width(), self.height()))
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.fillRect(box, Qt.GlobalColor.white)
        paint_qr(painter, self._code, box)
