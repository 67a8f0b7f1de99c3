"""The next classes: what, when and where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.text.ruby import RubyText
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Card
from kiosk.ui.theme import Theme

MOST = 3
_SHARES = (1.0, 0.9, 0.8, 0.7, 0.0)


@dataclass(frozen=True)
class ClassLines:
    """One class in one language; `more` are its place and what else there is to know."""

    title: RubyText
    when: RubyText
    more: RubyText = ()


@dataclass(frozen=True)
class _Way:
    """How the classes are shown: how many, whether with everything, and the size of the text."""

    count: int
    more: bool
    share: float


def _ways(count: int) -> Iterator[_Way]:
    """The best first: where there is little room the letters get smaller, then `more` goes, then the last class."""
    for shown in range(count, 0, -1):
        yield from (_Way(shown, more, share) for more in (True, False) for share in _SHARES)


class ClassCard(QWidget):
    """A heading and up to three classes on a card as high as they are. Nothing in it can be pressed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._classes: Sequence[ClassLines] = ()
        self._heading = RubyLabel((), theme, theme.label, bold=True, colour=theme.colours.main)
        self.entries = [ClassEntry(theme) for _ in range(MOST)]
        self._card = Card(theme, edge=theme.colours.hairline)
        self._column = QVBoxLayout(self._card)
        pad = theme.padding // 2
        self._column.setContentsMargins(theme.padding, pad, theme.padding, pad)
        self._column.setSpacing(theme.gap)
        for part in (self._heading, *self.entries):
            self._column.addWidget(part)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addStretch()
        around.addWidget(self._card)
        around.addStretch()

    def show_classes(self, heading: RubyText, classes: Sequence[ClassLines]) -> None:
        self._heading.set_text(heading)
        self._classes = classes[:MOST]
        for entry, one in zip(self.entries, self._classes, strict=False):
            entry.set_lines(one)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for way in _ways(len(self._classes)):
            self._arrange(way)
            if self._column.heightForWidth(self.width()) <= self.height():
                return

    def _arrange(self, way: _Way) -> None:
        self._heading.scale_text(way.share)
        for index, entry in enumerate(self.entries):
            entry.setVisible(index < way.count)
            entry.arrange(way.more, way.share)
        self._column.invalidate()
        self._card.updateGeometry()


class ClassEntry(QWidget):
    """One class, its lines below each other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title = RubyLabel((), theme, theme.explanation, bold=True)
        self.when = RubyLabel((), theme, theme.label)
        self.more = RubyLabel((), theme, theme.note, colour=theme.colours.soft_text)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for label in (self.title, self.when, self.more):
            self._column.addWidget(label)

    def set_lines(self, lines: ClassLines) -> None:
        self.title.set_text(lines.title)
        self.when.set_text(lines.when)
        self.more.set_text(lines.more)

    def arrange(self, more: bool, share: float) -> None:
        self.more.setVisible(more and bool(self.more.text))
        for label in (self.title, self.when, self.more):
            label.scale_text(share)
        self._column.invalidate()
        self.updateGeometry()
