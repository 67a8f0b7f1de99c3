"""A text with furigana; what a screen reader gets is the plain text."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.draw.ruby import RubyBlock, set_text
from kiosk.text.ruby import RubyText, plain
from kiosk.ui.theme import Theme


class RubyLabel(QWidget):
    """Wraps to its width; `px` may shrink to `least_px` when a screen must give way.

    With `whole` its letters get smaller before it takes a second line: an address must not be torn.
    `spoken_in` names its language where that is not the resident's.
    """

    def __init__(
        self,
        text: RubyText,
        theme: Theme,
        px: int,
        *,
        bold: bool = False,
        centred: bool = False,
        colour: QColor | None = None,
        least_px: int | None = None,
        whole: bool = False,
    ) -> None:
        super().__init__()
        self.text = text
        self.spoken_in = ""
        self._theme = theme
        self._full_px = px
        self._least_px = min(px, least_px or theme.least_text)
        self._bold = bold
        self._whole = whole
        self._align = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        self._colour = colour or theme.colours.text
        self._spoken: tuple[int, int] | None = None
        self.px = px
        self.setAccessibleName(plain(text))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def scale_text(self, share: float) -> None:
        """Set the text at a share of its full size, but never under the least."""
        px = max(self._least_px, round(self._full_px * share))
        if px != self.px:
            self.px = px
            self.updateGeometry()
            self.update()

    def set_text(self, text: RubyText) -> None:
        self.text = text
        self.setAccessibleName(plain(text))
        self.updateGeometry()
        self.update()

    def heard_text(self) -> RubyText:
        """What is said for it when it is read aloud."""
        return self.text

    def set_spoken(self, spoken: tuple[int, int] | None) -> None:
        """Highlight the characters being read aloud."""
        if spoken != self._spoken:
            self._spoken = spoken
            self.update()

    def spoken_line(self) -> QRect:
        """Where the line being read is; the first one when nothing is."""
        block = self.block(self.width())
        start = self._spoken[0] if self._spoken else 0
        before = sum(line.runs[-1].end <= start for line in block.lines[:-1])
        top = self._top_of(block) + before * block.pitch
        return QRectF(0, top, self.width(), block.pitch).toAlignedRect()

    def _top_of(self, block: RubyBlock) -> float:
        return max(0.0, (self.height() - block.height) / 2)

    def block(self, width: float) -> RubyBlock:
        block = set_text(self.text, width, self._theme.text_style(self.px, self._bold))
        if not self._whole or len(block.lines) == 1:
            return block
        px = int(self.px * width / self.natural_width())
        return set_text(
            self.text, width, self._theme.text_style(max(px, self._theme.least_text // 2), self._bold)
        )

    def natural_width(self) -> int:
        """Width of the text on one line."""
        return int(set_text(self.text, 1e6, self._theme.text_style(self.px, self._bold)).width) + 1

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self.block(width).height) + 1

    def sizeHint(self) -> QSize:
        width = min(self.natural_width(), self._theme.display.width * 3 // 4)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px * 3, self.px)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        block = self.block(self.width())
        block.paint(
            painter,
            QPointF(0, self._top_of(block)),
            self._colour,
            self._align,
            self.width(),
            self._spoken,
            self._theme.colours.spoken,
        )
