"""A whole surface that is one button: whatever is touched, and whichever key is pressed."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget


class TouchPane(QWidget):
    """Lies over all of its parent, and takes every touch there. It shows nothing itself.

    It acts on release, so that nothing of the touch is left for what lies below; also when the finger was a palm.
    """

    always_acts = True
    takes_repeats = True

    pressed = Signal()
    touched = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        parent.setFocusProxy(self)
        parent.installEventFilter(self)

    @property
    def moves(self) -> bool:
        """A hand may stay on it as long as it likes, and still means it."""
        return True

    def give_up(self) -> None:
        self.touched.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self.setGeometry(QRect(QPoint(0, 0), event.size()))
            self.raise_()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab is a key like any other."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pressed.emit()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self.touched.emit()
