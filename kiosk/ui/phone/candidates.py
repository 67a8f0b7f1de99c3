"""The bar above the keys: the ways to write what is being typed."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.draw.fonts import metrics
from kiosk.draw.icons import paint_icon
from kiosk.draw.key_paint import paint_letter
from kiosk.text.kana_input import Choose
from kiosk.text.ruby import RubyText, plain
from kiosk.ui.controls.press import PressButton
from kiosk.ui.phone.key_words import key_name
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

_TEXT = 1.25
"""Size of a candidate, in sizes of the phone's text."""


class CandidateBar(QWidget):
    """As many candidates as have room; an arrow shows the others, and after the last ones the first again."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, theme: Theme, words: Wording) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._candidates: tuple[str, ...] = ()
        self._proposed = ""
        self._page = 0
        self.buttons: list[CandidateButton] = []
        self.arrow = MoreButton(self, theme, words.tr("ほかの候補を見る"))
        self.arrow.clicked.connect(self._turn)

    def offer(self, candidates: Sequence[str], proposed: str) -> None:
        """Show candidates, and which of them the conversion key proposes."""
        if (tuple(candidates), proposed) != (self._candidates, self._proposed):
            self._candidates, self._proposed = tuple(candidates), proposed
            self.show_word(proposed or next(iter(candidates), ""))

    def show_word(self, word: str) -> None:
        """Turn to the page that has a candidate."""
        self._page = next((at for at, page in enumerate(self._pages()) if word in page), 0)
        self._fill()

    def button_of(self, word: str) -> "CandidateButton | None":
        return next((button for button in self.buttons if button.word == word), None)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.target * 3, self._theme.target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fill()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colours.tool)

    def _turn(self) -> None:
        self._page = (self._page + 1) % len(self._pages())
        self._fill()

    def _fill(self) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        pages = self._pages()
        words = pages[self._page] if self._page < len(pages) else []
        self.buttons, left = [], 0
        for word in words:
            button = CandidateButton(self, self._theme, self._words, word, word == self._proposed)
            button.clicked.connect(lambda _=False, word=word: self.chosen.emit(word))
            button.setGeometry(left, 0, self._width_of(word), self.height())
            button.show()
            self.buttons.append(button)
            left += button.width()
        side = self._theme.target
        self.arrow.setGeometry(self.width() - side, 0, side, self.height())
        self.arrow.setVisible(len(pages) > 1)

    def _pages(self) -> list[list[str]]:
        every = sum(map(self._width_of, self._candidates))
        room = self.width() if every <= self.width() else self.width() - self._theme.target
        pages: list[list[str]] = []
        left = room + 1
        for word in self._candidates:
            width = self._width_of(word)
            if left + width > room:
                pages.append([])
                left = 0
            pages[-1].append(word)
            left += width
        return pages

    def _width_of(self, word: str) -> int:
        text = metrics(self._px).horizontalAdvance(word) + self._theme.touch_gap * 2.5
        return min(max(round(text), self._theme.target), max(1, self.width() - self._theme.target))

    @property
    def _px(self) -> int:
        return round(self._theme.phone.text * _TEXT)


class BarButton(PressButton):
    """A white plate on the bar."""

    takes_repeats = True

    def __init__(self, parent: QWidget, theme: Theme, name: RubyText) -> None:
        super().__init__(theme, parent)
        self.spoken_in = ""
        self._heard = name
        self.setAccessibleName(plain(name))

    def heard_text(self) -> RubyText:
        return self._heard

    @property
    def face(self) -> QRectF:
        """What is seen of it."""
        half = self._theme.touch_gap / 4
        return QRectF(self.rect()).adjusted(half, half, -half, -half)

    def paint_plate(self, painter: QPainter, marked: bool) -> None:
        colours = self._theme.colours
        radius = self.face.height() * 0.16
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.main, 3) if marked else QPen(colours.outline, 1))
        painter.setBrush(colours.pressed if self.isDown() else colours.surface)
        painter.drawRoundedRect(self.face.adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)
        self.paint_focus(painter, self.face, radius)


class CandidateButton(BarButton):
    """One way to write what is being typed."""

    def __init__(self, parent: QWidget, theme: Theme, words: Wording, word: str, proposed: bool) -> None:
        super().__init__(parent, theme, key_name(Choose(word), words))
        self.word = word
        self.spoken_in = "" if words.language.startswith("ja") else "ja"
        self._proposed = proposed

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_plate(painter, self._proposed)
        room = self.width() - self._theme.touch_gap
        advance = metrics(100).horizontalAdvance(self.word) / 100
        px = min(round(self._theme.phone.text * _TEXT), int(room / advance))
        paint_letter(painter, self.face, self.word, px, self._theme.colours.text)


class MoreButton(BarButton):
    """Shows the candidates that had no room."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_plate(painter, False)
        side = self.height() * 0.5
        centre = self.face.center() - QPointF(side / 2, side / 2)
        paint_icon(
            painter, "arrow_forward", QRectF(centre.x(), centre.y(), side, side), self._theme.colours.text
        )
