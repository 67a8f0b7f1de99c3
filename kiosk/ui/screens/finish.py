"""Well done: the sheet to take home, again or something else, and the codes to the real forms."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.handout.qr import QrCode, paint_qr
from kiosk.text.ruby import RubyText, Segment
from kiosk.ui.controls.fit_scroll import FitScroll
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.sheet_panel import SheetPanel, SheetView
from kiosk.ui.controls.surfaces import Card, Picture
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.screens.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


@dataclass(frozen=True)
class LinkView:
    title: RubyText
    host: str
    note: RubyText
    code: QrCode | None


@dataclass(frozen=True)
class FinishView:
    say: RubyText
    more: RubyText
    links: Sequence[LinkView]
    sheet: SheetView

    @property
    def said(self) -> Sequence[RubyText]:
        """What is read aloud when it opens, without the buttons, line by line."""
        return [text for text in (self.say, self.more, self.sheet.said, *self._link_words) if text]

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
        self._column = FitScroll(theme, words)
        outer.addWidget(self._column, 10)
        self._add_praise(view)
        self.sheet = SheetPanel(theme)
        self._add_buttons()
        self._column.column.addStretch(1)
        if view.links:
            outer.addWidget(self._codes(view.links), 11 if portrait else 6)
        self.show_sheet(view.sheet)

    def _add_praise(self, view: FinishView) -> None:
        theme, colours = self.theme, self.theme.colours
        head = QHBoxLayout()
        head.setSpacing(theme.gap)
        head.addWidget(Picture("check_circle-fill", round(theme.title * 1.6), colours.done))
        say = RubyLabel(view.say, theme, theme.title, bold=True)
        head.addWidget(say, 1)
        self._column.column.addLayout(head)
        self.spoken.append(say)
        if view.more:
            more = RubyLabel(view.more, theme, theme.explanation)
            self._column.column.addWidget(more)
            self.spoken.append(more)

    def _add_buttons(self) -> None:
        """The sheet's picture stands beside the buttons, and gives way to them."""
        theme, words = self.theme, self.words
        again = TouchButton(words.tr("もう一度練習する"), theme, self.again_requested, icon="replay")
        other = TouchButton(words.tr("ほかの教材を見る"), theme, self.other_requested, icon="home")
        buttons = QVBoxLayout()
        buttons.setSpacing(theme.gap)
        for control in (self.sheet.button, self.sheet.status, again, other):
            buttons.addWidget(control)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.gap)
        row.addWidget(self.sheet.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(buttons, 1)
        self._column.column.addLayout(row)
        self._column.give_way(self.sheet.picture, True)
        self.sheet.button.clicked.connect(self.print_requested)
        self.spoken += [self.sheet.button, self.sheet.status.said, again, other]

    @property
    def answering(self) -> RubyLabel:
        return self.sheet.status.said

    def first_focus(self) -> QWidget:
        return self.sheet.button

    def show_sheet(self, view: SheetView) -> None:
        """Say what became of the sheet, right under the button that asked for it."""
        if self.sheet.show_view(view):
            self._column.fit()

    def _codes(self, links: Sequence[LinkView]) -> FitScroll:
        theme = self.theme
        scroll = FitScroll(theme, self.words)
        for link in links:
            card = Card(theme, edge=theme.colours.hairline)
            column = QVBoxLayout(card)
            column.setContentsMargins(theme.gap, theme.gap, theme.gap, theme.gap)
            column.setSpacing(theme.gap // 2)
            title = RubyLabel(link.title, theme, max(theme.note, theme.label), bold=True, centred=True)
            host = RubyLabel((Segment(link.host),), theme, theme.note, centred=True, whole=True)
            if link.code:
                code = CodeView(theme, link.code)
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
