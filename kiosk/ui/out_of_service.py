"""What is on the screen when the content cannot be used at all: a sentence for everybody, and one for staff."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosk.errors import N_, Message

SORRY_SHARE, STAFF_SHARE, MARGIN_SHARE = 14, 32, 10
"""Letters, and the margin around them, are this part of the screen's height."""

_LOOKS = "background: black; color: white;"
_SORRY = N_("この画面は、いま、お休みしています。近くの職員にお声がけください。")
_FOR_STAFF = N_("職員のかたへ：{trouble}")


class OutOfService(QWidget):
    """Words only, white on black: it needs neither lessons, theme, icons nor fonts of ours."""

    def __init__(self, trouble: Message, translate: Callable[[str], str]) -> None:
        super().__init__()
        self.setWindowTitle("まなびキオスク")
        self.setStyleSheet(_LOOKS)
        height = QGuiApplication.primaryScreen().size().height()
        for_staff = Message(_FOR_STAFF, {"trouble": trouble}).text(translate)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[height // MARGIN_SHARE] * 4)
        column.addStretch(1)
        column.addWidget(_label(translate(_SORRY), height // SORRY_SHARE))
        column.addStretch(1)
        column.addWidget(_label(for_staff, height // STAFF_SHARE))


def _label(text: str, px: int) -> QLabel:
    label = QLabel(text, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setStyleSheet(f"font-size: {px}px;")
    return label
