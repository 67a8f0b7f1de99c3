"""A big tile: picture, title and a note on a card, touched as a whole."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter

from kiosk.draw.icons import paint_icon
from kiosk.draw.ruby import RubyBlock, set_text
from kiosk.text.ruby import RubyText, Segment, plain
from kiosk.ui.controls.touch_button import CENTRE, LEFT, Kind, TouchButton
from kiosk.ui.theme import Theme


class Tile(TouchButton):
    """`tint` is the pair of colours of the picture: its ground and its ink."""

    def __init__(
        self,
        theme: Theme,
        title: RubyText,
        wished: Callable[[], object],
        *,
        note: RubyText = (),
        icon: str | None = None,
        tint: tuple[QColor, QColor] | None = None,
        centred: bool = False,
        checked: bool = False,
    ) -> None:
        self._note = note
        self._tint = tint
        self._centred = centred
        super().__init__(
            title, theme, wished, kind=Kind.CARD, icon=icon, px=max(theme.explanation, theme.least_text)
        )
        self.setCheckable(checked)
        self.setChecked(checked)
        self.setAccessibleDescription(plain(note))
        self.clicked.connect(lambda: self.setChecked(checked))

    def heard_text(self) -> RubyText:
        """Title and note; a title in a language of its own goes without the note, which is in another one."""
        if self.spoken_in or not self._note:
            return self.words
        return (*self.words, Segment("\n"), *self._note)

    @property
    def note(self) -> RubyText:
        return self._note

    @property
    def note_px(self) -> int:
        return self._theme.note

    def _picture_side(self) -> int:
        return round(self._px * 3) if self._icon else 0

    def _room(self, width: float) -> float:
        gap = self._theme.gap if self._icon else 0
        return width - 2 * self._pad() - self._picture_side() - gap

    def _blocks(self, width: float) -> tuple[RubyBlock, ...]:
        style = self._theme.text_style
        blocks = [set_text(self.words, self._room(width), style(self._px, True))]
        if self._note:
            blocks.append(set_text(self._note, self._room(width), style(self.note_px)))
        return tuple(blocks)

    def sizeHint(self) -> QSize:
        width = self._theme.display.width // 3
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._px * 5 + self._picture_side(), self._theme.main_button)

    def heightForWidth(self, width: int) -> int:
        words = sum(block.height for block in self._blocks(width))
        return int(max(words, self._picture_side()) + 3 * self._pad())

    def _pad(self) -> int:
        return max(self._theme.gap, self._px // 2)

    def _paint_face(self, painter: QPainter, ink: QColor) -> None:
        x = float(self._pad())
        side = float(self._picture_side())
        if self._icon and self._tint:
            soft, strong = self._tint
            box = QRectF(x, (self.height() - side) / 2, side, side)
            painter.setBrush(soft)
            painter.setPen(strong if soft == QColor("#000000") else soft)
            painter.drawRoundedRect(box, side * 0.22, side * 0.22)
            paint_icon(painter, self._icon, box.adjusted(side / 5, side / 5, -side / 5, -side / 5), strong)
            x += side + self._theme.gap
        blocks = self._blocks(self.width())
        room = self._room(self.width())
        y = (self.height() - sum(block.height for block in blocks)) / 2
        inks = (ink, self._theme.colours.soft_text)
        start = 0
        for block, colour in zip(blocks, inks, strict=False):
            spoken = (self._spoken[0] - start, self._spoken[1] - start) if self._spoken else None
            align = CENTRE if self._centred else LEFT
            block.paint(painter, QPointF(x, y), colour, align, room, spoken, self._theme.colours.spoken)
            y += block.height
            start += len(block.text) + 1
