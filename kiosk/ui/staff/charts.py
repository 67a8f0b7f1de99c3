"""Bars with their numbers beside them: read without colour, in any contrast and size of text."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.draw.ruby import RubyBlock, set_text
from kiosk.text.ruby import RubyText, parse_ruby, plain
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording
from kiosk.visit.usage.suppression import LEAST, is_small

LABEL_SHARE = 0.45
"""Of the width; longer labels stand above their bars."""


@dataclass(frozen=True)
class Bar:
    """`times` is the real number; the chart hides it when it is small."""

    label: RubyText
    times: int


@dataclass(frozen=True)
class _Row:
    """Where a bar stands: its words, the top of its bar, and the top of the next row."""

    label: RubyBlock
    label_top: float
    bar_top: float
    end: float


class BarChart(QWidget):
    """One bar a row, from the top. Numbers from 1 to 9 are told as "under 10": residents may stand beside."""

    def __init__(self, theme: Theme, words: Wording, title: RubyText, bars: tuple[Bar, ...]) -> None:
        super().__init__()
        self._theme, self._bars = theme, bars
        self._few = words.tr("{count}未満", count=LEAST)
        self.px = theme.least_text
        self._laid_out: dict[int, list[_Row]] = {}
        told = ", ".join(f"{plain(bar.label)} {plain(self.number(bar.times))}" for bar in bars)
        self.setAccessibleName(f"{plain(title)}: {told}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def number(self, times: int) -> RubyText:
        return self._few if is_small(times) else parse_ruby(str(times))

    # -- sizes ---------------------------------------------------------------------------------

    @property
    def _thick(self) -> float:
        return self.px * 0.9

    @property
    def _space(self) -> float:
        return self.px * 0.6

    def _block(self, text: RubyText, width: float = 1e6) -> RubyBlock:
        return set_text(text, width, self._theme.text_style(self.px))

    def _number_width(self) -> float:
        return max((self._block(self.number(bar.times)).width for bar in self._bars), default=0.0)

    def _label_width(self, width: float) -> float:
        """Of the column of labels; 0 when they stand above their bars."""
        widest = max((self._block(bar.label).width for bar in self._bars), default=0.0)
        return widest + self._space if widest <= width * LABEL_SHARE else 0.0

    def _rows(self, width: int) -> list[_Row]:
        """Asked for often while a page tries sizes of text that change nothing here."""
        if width not in self._laid_out:
            column = self._label_width(width)
            labels = [self._block(bar.label, column or width) for bar in self._bars]
            self._laid_out[width] = self._beside(labels) if column else self._below(labels)
        return self._laid_out[width]

    def _beside(self, labels: list[RubyBlock]) -> list[_Row]:
        """All rows alike. Furigana stand above the words; the bar is centred on the words alone."""
        tall = max(self._thick, *(label.height for label in labels))
        words = min(label.height - label.ruby_space for label in labels)
        bar = tall - (words + self._thick) / 2
        pitch = tall + self._space / 2
        return [
            _Row(label, at * pitch + tall - label.height, at * pitch + bar, (at + 1) * pitch)
            for at, label in enumerate(labels)
        ]

    def _below(self, labels: list[RubyBlock]) -> list[_Row]:
        rows: list[_Row] = []
        top = 0.0
        for label in labels:
            bar = top + label.height + self.px * 0.15
            rows.append(_Row(label, top, bar, bar + self._thick + self._space))
            top = rows[-1].end
        return rows

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width)
        return int(rows[-1].end) + 1 if rows else 0

    def sizeHint(self) -> QSize:
        width = self._theme.display.width // 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px * 8, self.px)

    # -- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self._label_width(self.width())
        room = self.width() - left - self._number_width() - self._space
        most = max(2 * LEAST, *(bar.times for bar in self._bars))
        for bar, row in zip(self._bars, self._rows(self.width()), strict=True):
            row.label.paint(painter, QPointF(0, row.label_top), self._theme.colours.text)
            # All small numbers are drawn alike, or the length would tell them.
            share = LEAST / 2 if is_small(bar.times) else bar.times
            box = QRectF(left, row.bar_top, room * share / most, self._thick)
            self._paint_bar(painter, box, is_small(bar.times))
            self._paint_number(painter, self.number(bar.times), box)

    def _paint_bar(self, painter: QPainter, box: QRectF, few: bool) -> None:
        ink = self._theme.colours.main
        painter.setPen(QPen(ink, max(2.0, self.px * 0.06)))
        if box.width():
            painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern if few else Qt.BrushStyle.SolidPattern))
            painter.drawRect(box)
        else:
            painter.drawLine(box.topLeft(), box.bottomLeft())

    def _paint_number(self, painter: QPainter, number: RubyText, box: QRectF) -> None:
        block = self._block(number)
        y = box.center().y() - block.ruby_space - (block.height - block.ruby_space) / 2
        block.paint(painter, QPointF(box.right() + self._space, y), self._theme.colours.text)
