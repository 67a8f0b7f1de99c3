"""The dummy card beside the phone: the numbers to practise with, each under its full name."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.text.ruby import RubyText, Segment, plain
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Card
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


class PracticeCard(Card):
    """`secrets` are pairs of a full name and its dummy number; `asked` is the place of the one that is wanted now.

    Where space is short `others`, the rows of the other numbers, may give way.
    """

    def __init__(
        self, theme: Theme, words: Wording, secrets: Sequence[tuple[RubyText, str]], asked: int = 0
    ) -> None:
        super().__init__(theme, edge=theme.colours.outline)
        self._theme = theme
        self.title = RubyLabel(
            words.tr("練習用のカード"), theme, theme.least_label, bold=True, colour=theme.colours.on_practice
        )
        rows = [_Secret(theme, name, number, place == asked) for place, (name, number) in enumerate(secrets)]
        self.others: list[QWidget] = [row for row in rows if row is not rows[asked]]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.gap, theme.gap // 3, theme.gap, theme.gap // 2)
        self._column.setSpacing(theme.gap // 2)
        for part in (self.title, *rows):
            self._column.addWidget(part)
        self.setAccessibleName(plain(self.title.text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The title stands on the yellow of the practice band."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        head = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        head.setBottom(self.title.geometry().bottom() + self._column.spacing() / 2)
        painter.setClipRect(head)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colours.practice)
        painter.drawRoundedRect(head.adjusted(0, 0, 0, self._radius), self._radius, self._radius)


class _Secret(QWidget):
    """A number under its name. The one to use now has an orange edge and an arrow, the others step back."""

    def __init__(self, theme: Theme, name: RubyText, number: str, asked: bool) -> None:
        super().__init__()
        self._theme, self._asked = theme, asked
        # Spaces, so that figures are read one by one, by eyes and by voices.
        figures = (Segment(" ".join(number)),)
        ink = theme.colours.text if asked else theme.colours.soft_text
        self.name = RubyLabel(name, theme, theme.least_label, colour=ink)
        px = max(theme.explanation, theme.least_text)
        self.number = RubyLabel(figures, theme, px, bold=asked, colour=ink)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        pad = theme.gap // 3
        column.setContentsMargins(2 * theme.gap, pad, pad, pad)
        column.addWidget(self.name)
        column.addWidget(self.number)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._asked:
            return
        painter, gap = QPainter(self), self._theme.gap
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self._theme.touch_gap * 0.4
        painter.setPen(QPen(self._theme.colours.target, wide))
        edge = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(edge, self._theme.radius * 0.5, self._theme.radius * 0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colours.target)
        tip, half = QPointF(gap * 1.5, self.number.geometry().center().y()), gap * 0.5
        painter.drawPolygon(
            QPolygonF([tip, tip + QPointF(-half * 1.5, -half), tip + QPointF(-half * 1.5, half)])
        )
