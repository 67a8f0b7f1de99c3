"""「係の人をよんでいます」 over everything: large enough to be seen from across the room."""

import math

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.errors import N_
from kiosk.text.ruby import RubyText
from kiosk.ui.controls.fit_scroll import FitScroll
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Picture
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.screens.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

PULSE_MS, TICK_MS = 3_000, 100
"""From bright to bright: far slower than the 3 flashes a second that may harm (WCAG 2.2, 2.3.1)."""

WORDS_ACROSS = 8
"""Letters that fit in a line at least, so that no word is torn."""

FAINTEST = 0.35
FRAME_MM = 9.0


class CalledScreen(Screen):
    """For staff it is in Japanese first, whatever the resident's language is."""

    well_again = Signal()
    """The resident needs nobody any more, or somebody has come."""

    def __init__(self, theme: Theme, words: Wording, for_staff: Wording) -> None:
        super().__init__(theme, words)
        self._phase = 0
        column = QVBoxLayout(self)
        edge = round(theme.mm(FRAME_MM)) + theme.gap
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.gap)
        texts = FitScroll(theme, words)
        self._texts = texts.column
        self._texts.addStretch(1)
        picture = Picture("support_agent", theme.instruction * 2, theme.colours.alert)
        self._texts.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        called = N_("{係|かかり}の{人|ひと}を、よんでいます")
        large = min(theme.instruction * 2, theme.display.width // WORDS_ACROSS)
        foreign = words.language != for_staff.language
        if foreign:
            self._line(for_staff.tr(called), large, bold=True).spoken_in = for_staff.language
        self.title = self._line(words.tr(called), theme.title if foreign else large, bold=True)
        self.wait = self._line(words.tr("ここで、このままお{待|ま}ちください。"), theme.explanation)
        self._texts.addStretch(1)
        texts.give_way(picture, True)
        column.addWidget(texts, 1)
        column.addLayout(self._make_buttons())
        self.spoken = [self.title, self.wait, *self.buttons]
        self._pulse = QTimer(self, interval=TICK_MS)
        self._pulse.timeout.connect(self._beat)
        if theme.animations:
            self._pulse.start()

    def show_unheard(self) -> None:
        """There is no sound device: somebody has to call by voice."""
        self.wait.set_text(
            self.words.tr(
                "ここでは{音|おと}が{出|で}ません。{近|ちか}くの{人|ひと}に、{声|こえ}をかけてください。"
            )
        )

    def _line(self, text: RubyText, px: int, bold: bool = False) -> RubyLabel:
        line = RubyLabel(text, self.theme, px, bold=bold, centred=True)
        self._texts.addWidget(line)
        return line

    def _make_buttons(self) -> QBoxLayout:
        """Either one ends it, also while a touch only reads aloud."""
        theme, tr = self.theme, self.words.tr
        upright = theme.display.width < theme.explanation * 36
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.gap)
        ends = (
            (N_("もう、だいじょうぶです"), "check"),
            (N_("{係|かかり}の{人|ひと}が、{来|き}ました"), "support_agent"),
        )
        self.buttons = [
            TouchButton(tr(text), theme, self.well_again, icon=icon, height=theme.main_button)
            for text, icon in ends
        ]
        for button in self.buttons:
            button.always_acts = True
            row.addWidget(button, 1)
        return row

    def first_focus(self) -> QWidget:
        return self.buttons[0]

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from one button to the other, never to what lies below."""
        other = self.buttons[1] if self.focusWidget() is self.buttons[0] else self.buttons[0]
        other.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stays here: the page below must not go back unseen."""
        event.accept()

    def _beat(self) -> None:
        self._phase = (self._phase + TICK_MS) % PULSE_MS
        self.update(QRegion(self.rect()) - QRegion(self._inside()))

    def _inside(self) -> QRect:
        thick = round(self.theme.mm(FRAME_MM))
        return self.rect().adjusted(thick, thick, -thick, -thick)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self.theme.colours
        painter.fillRect(self.rect(), colours.paper)
        frame = QColor(colours.alert)
        swing = 0.5 + 0.5 * math.cos(math.tau * self._phase / PULSE_MS)
        frame.setAlphaF(FAINTEST + (1 - FAINTEST) * swing)
        painter.setClipRegion(QRegion(self.rect()) - QRegion(self._inside()))
        painter.fillRect(self.rect(), frame)
