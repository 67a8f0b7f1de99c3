"""What lies over the whole window while staff are at the terminal."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.text.ruby import RubyText
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Picture
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


class StaffCover(QWidget):
    """Paper over everything; Tab goes round inside, and Escape leaves."""

    left = Signal()

    def __init__(self, theme: Theme, words: Wording) -> None:
        super().__init__()
        self.theme, self.words = theme, words
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    @property
    def busy(self) -> bool:
        """Whether it must stay although nobody touches it."""
        return False

    def head(self, icon: str, title: RubyText) -> QHBoxLayout:
        """What the page is about, with its sign."""
        theme, head = self.theme, QHBoxLayout()
        head.setSpacing(theme.gap)
        ink = theme.colours.main if theme.contrast == "light" else theme.colours.text
        head.addWidget(Picture(icon, round(theme.title * 1.4), ink))
        head.addWidget(RubyLabel(title, theme, theme.title, bold=True), 1)
        return head

    def leave(self) -> None:
        """What Escape does."""
        self.left.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        ring = [one for one in self.findChildren(QWidget) if _takes_tab(one)]
        present = self.focusWidget()
        index = next((number for number, one in enumerate(ring) if one is present), -1 if forward else 0)
        if ring:
            ring[(index + (1 if forward else -1)) % len(ring)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys end here: what lies below must not hear of them."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.colours.paper)


def _takes_tab(widget: QWidget) -> bool:
    wants = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(wants) and widget.isVisible() and widget.isEnabled()
