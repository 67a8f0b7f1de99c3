"""Nobody is here: one sentence in each language in turn, and the whole screen is the button."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.draw.icons import paint_icon
from kiosk.text.ruby import RubyText, plain
from kiosk.ui.controls.drift import STEP_MS, Drift
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.screens.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

if TYPE_CHECKING:
    from kiosk.ui.controls.class_card import ClassCard, ClassLines


def _no_classes() -> "Sequence[ClassLines]":
    return ()


@dataclass(frozen=True)
class Invitation:
    """What one language says to the empty room: how to start, what there is to learn, and the next classes.

    `classes` is asked each time the language's turn comes, because days pass on this screen.
    """

    call: RubyText
    about: RubyText
    name: RubyText
    heading: RubyText = ()
    classes: "Callable[[], Sequence[ClassLines]]" = _no_classes

    @staticmethod
    def in_words(words: Wording, classes: "Callable[[], Sequence[ClassLines]]" = _no_classes) -> "Invitation":
        return Invitation(
            words.tr("さわって はじめる"),
            words.tr("スマートフォンの{使|つか}いかたを、ここで{練習|れんしゅう}できます。"),
            words.tr("まなびキオスク"),
            words.tr("これからの{教室|きょうしつ}"),
            classes,
        )


class AttractScreen(Screen):
    """Shows the invitations, one in each language offered, in turn; all of it moves slowly round."""

    start_requested = Signal()

    always_acts = False
    takes_repeats = True
    """Staff go from corner to corner in less than the half second after which a touch is meant."""

    def __init__(self, theme: Theme, words: Wording, invitations: Sequence[Invitation]) -> None:
        super().__init__(theme, words)
        self._invitations = list(invitations)
        self._present = 0
        self._card: ClassCard | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._drifting = QWidget(self)
        self._drifting.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.drift = Drift(self._drifting)
        self._build(theme, self._invitations[0])
        self._turns = QTimer(self, interval=theme.attract_ms)
        self._turns.timeout.connect(self.show_next_language)
        self._steps = QTimer(self, interval=STEP_MS)
        self._steps.timeout.connect(lambda: self.drift.go(1))
        self._show(self._invitations[0])
        self.rest(False)

    def _build(self, theme: Theme, first: Invitation) -> None:
        call = round(theme.instruction * 1.4)
        self._call = RubyLabel(first.call, theme, call, bold=True, centred=True)
        self._about = RubyLabel(first.about, theme, theme.explanation, centred=True)
        self._name = RubyLabel(
            first.name, theme, theme.explanation, bold=True, centred=True, colour=theme.colours.main
        )
        self._for_staff = RubyLabel((), theme, theme.least_text, centred=True)
        self._for_staff.hide()
        upright = theme.display.portrait
        invitation = QVBoxLayout()
        invitation.setSpacing(theme.gap * 2)
        invitation.addStretch(1)
        for part, share in ((Hand(theme), 4), (self._call, 2), (self._about, 1)):
            invitation.addWidget(part, share)
        invitation.addStretch(1)
        self._parts = QBoxLayout(
            QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        )
        self._parts.setSpacing(theme.margin)
        self._parts.addLayout(invitation, 1)
        column = QVBoxLayout(self._drifting)
        column.setContentsMargins(theme.margin, theme.gap, theme.margin, theme.gap)
        column.setSpacing(theme.gap * 2)
        column.addLayout(self._parts, 1)
        (column if upright else invitation).addWidget(self._name)
        column.addWidget(self._for_staff)
        self.setAccessibleName(plain(first.call))

    @property
    def moving(self) -> bool:
        """Whether a timer runs."""
        return self._turns.isActive() or self._steps.isActive()

    def rest(self, resting: bool) -> None:
        """Whether everything stands still, because the screen cannot be seen."""
        if resting:
            self._turns.stop()
            self._steps.stop()
        else:
            self._turns.start()
            if self.theme.animations:
                self._steps.start()

    def show_next_language(self) -> None:
        self._present = (self._present + 1) % len(self._invitations)
        self._show(self._invitations[self._present])
        if not self.theme.animations:
            self.drift.go(self.theme.attract_ms // STEP_MS)

    def _show(self, shown: Invitation) -> None:
        self._call.set_text(shown.call)
        self._about.set_text(shown.about)
        self._name.set_text(shown.name)
        classes = shown.classes()
        if classes and self._card is None:
            from kiosk.ui.controls.class_card import ClassCard

            self._card = ClassCard(self.theme)
            self._parts.addWidget(self._card, 1)
        if self._card is not None:
            self._card.setVisible(bool(classes))
            self._card.show_classes(shown.heading, classes)

    def tell_staff(self, text: RubyText) -> None:
        """Small, at the foot: what a resident need not read, and staff see when they pass."""
        self._for_staff.set_text(text)
        self._for_staff.setVisible(bool(text))

    def first_focus(self) -> QWidget:
        return self

    @property
    def moves(self) -> bool:
        return False

    def give_up(self) -> None:
        """A finger that stays where it is begins nothing."""

    def touched(self, at: QPoint) -> None:
        """A finger has left the screen here: wherever that was, it starts."""
        self.start_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.drift.fit(self.size())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Meant for this screen alone: what holds it would take a quick one for trembling."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.touched(event.position().toPoint())

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
