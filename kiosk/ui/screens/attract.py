"""Nobody is here: one sentence in each language in turn, and the whole screen is the button."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.draw.icons import paint_icon
from kiosk.text.ruby import RubyText, plain
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.screens.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


class AttractScreen(Screen):
    """`invitations` are the same sentence in every language offered, in each language's own words."""

    start_requested = Signal()

    def __init__(self, theme: Theme, words: Wording, invitations: Sequence[RubyText]) -> None:
        super().__init__(theme, words)
        self._invitations = list(invitations)
        self._present = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.margin, theme.margin, theme.margin, theme.margin)
        layout.setSpacing(theme.gap * 2)
        name = RubyLabel(
            words.tr("まなびキオスク"),
            theme,
            theme.explanation,
            bold=True,
            centred=True,
            colour=theme.colours.main,
        )
        self._invitation = RubyLabel(
            self._invitations[0], theme, round(theme.instruction * 1.4), bold=True, centred=True
        )
        about = RubyLabel(
            words.tr("スマートフォンの使いかたを、ここで練習できます。"),
            theme,
            theme.explanation,
            centred=True,
        )
        layout.addStretch(2)
        layout.addWidget(Hand(theme), 4)
        layout.addWidget(self._invitation, 3)
        layout.addWidget(about, 1)
        layout.addStretch(1)
        layout.addWidget(name)
        self.setAccessibleName(plain(self._invitations[0]))
        self._timer = QTimer(self)
        self._timer.setInterval(theme.attract_ms)
        self._timer.timeout.connect(self.show_next_language)
        if len(self._invitations) > 1:
            self._timer.start()

    def show_next_language(self) -> None:
        self._present = (self._present + 1) % len(self._invitations)
        self._invitation.set_text(self._invitations[self._present])

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


def invitation(words: Wording) -> RubyText:
    return words.tr("さわって はじめる")
