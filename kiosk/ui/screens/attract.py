"""Nobody is here: one sentence in each language in turn, and the whole screen is the button."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.draw.icons import paint_icon
from kiosk.text.ruby import RubyText, plain
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.screens.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


@dataclass(frozen=True)
class Invitation:
    """What one language says to the empty room: how to start, and what there is to learn."""

    call: RubyText
    about: RubyText
    name: RubyText

    @staticmethod
    def in_words(words: Wording) -> "Invitation":
        return Invitation(
            words.tr("さわって はじめる"),
            words.tr("スマートフォンの{使|つか}いかたを、ここで{練習|れんしゅう}できます。"),
            words.tr("まなびキオスク"),
        )


class AttractScreen(Screen):
    """Shows the invitations, one in each language offered, in turn."""

    start_requested = Signal()

    def __init__(self, theme: Theme, words: Wording, invitations: Sequence[Invitation]) -> None:
        super().__init__(theme, words)
        self._invitations = list(invitations)
        self._present = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.margin, theme.margin, theme.margin, theme.margin)
        layout.setSpacing(theme.gap * 2)
        first = self._invitations[0]
        self._call = RubyLabel(first.call, theme, round(theme.instruction * 1.4), bold=True, centred=True)
        self._about = RubyLabel(first.about, theme, theme.explanation, centred=True)
        self._name = RubyLabel(
            first.name, theme, theme.explanation, bold=True, centred=True, colour=theme.colours.main
        )
        layout.addStretch(2)
        layout.addWidget(Hand(theme), 4)
        layout.addWidget(self._call, 3)
        layout.addWidget(self._about, 1)
        layout.addStretch(1)
        layout.addWidget(self._name)
        self._for_staff = RubyLabel((), theme, theme.least_text, centred=True)
        self._for_staff.hide()
        layout.addWidget(self._for_staff)
        self.setAccessibleName(plain(first.call))
        self._timer = QTimer(self)
        self._timer.setInterval(theme.attract_ms)
        self._timer.timeout.connect(self.show_next_language)
        if len(self._invitations) > 1:
            self._timer.start()

    def show_next_language(self) -> None:
        self._present = (self._present + 1) % len(self._invitations)
        shown = self._invitations[self._present]
        self._call.set_text(shown.call)
        self._about.set_text(shown.about)
        self._name.set_text(shown.name)

    def tell_staff(self, text: RubyText) -> None:
        """Small, at the foot: what a resident need not read, and staff see when they pass."""
        self._for_staff.set_text(text)
        self._for_staff.setVisible(bool(text))

    def first_focus(self) -> QWidget:
        return self

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.start_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.start_requested.emit()
        else:
            super().keyPressEvent(event)


class Hand(QWidget):
    """The mark of the kiosk: a finger that touches."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(min(self.height(), self.width()))
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        colours = self._theme.colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.chosen)
        painter.drawEllipse(box)
        inner = box.adjusted(side * 0.22, side * 0.22, -side * 0.22, -side * 0.22)
        paint_icon(
            painter, "touch_app", inner, colours.main if self._theme.contrast == "light" else colours.text
        )
