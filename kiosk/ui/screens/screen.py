"""What every screen offers the shell: what to read aloud, what is being read, where focus starts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kiosk.text.ruby import RubyText, Segment, plain
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

if TYPE_CHECKING:
    from kiosk.ui.controls.fit_scroll import FitScroll
    from kiosk.ui.controls.touch_button import TouchButton

    Spoken = RubyLabel | TouchButton


@runtime_checkable
class Scrolls(Protocol):
    """Something of a page that can be moved; shares are 0.0 at its top and 1.0 at its end."""

    def scroll_share(self) -> float: ...

    def scroll_to_share(self, share: float) -> None: ...


def words_and_phone(theme: Theme) -> QBoxLayout.Direction:
    """Side by side, the phone at the hand that touches it, so that the arm does not lie over the words."""
    if theme.display.portrait:
        return QBoxLayout.Direction.TopToBottom
    return QBoxLayout.Direction.RightToLeft if theme.left_handed else QBoxLayout.Direction.LeftToRight


def lines(texts: Sequence[RubyText]) -> RubyText:
    """Texts one below the other, without the empty ones."""
    return tuple(segment for text in texts if text for segment in (*text, Segment("\n")))[:-1]


class Screen(QWidget):
    """Put what is read aloud, in reading order, into `spoken`."""

    def __init__(self, theme: Theme, words: Wording) -> None:
        super().__init__()
        self.theme = theme
        self.words = words
        self.spoken: list[Spoken] = []

    def first_focus(self) -> QWidget | None:
        """Where the keyboard starts: the first thing that can be pressed."""
        from kiosk.ui.controls.touch_button import TouchButton

        buttons = [button for button in self.findChildren(TouchButton) if not button.isHidden()]
        return buttons[0] if buttons else None

    @property
    def answering(self) -> RubyLabel | None:
        """The one text that tells what came of a touch, if there is one: it is also read alone."""
        return None

    def spoken_text(self) -> RubyText:
        """Everything the screen says, one control a line."""
        return lines([control.heard_text() for control in self._said()])

    def set_spoken(self, spoken: tuple[int, int] | None) -> None:
        """Mark the characters of `spoken_text()` that are being read, and bring them into view."""
        start = 0
        for control in self._said():
            length = len(plain(control.heard_text()))
            inside = spoken and spoken[0] < start + length and spoken[1] > start
            control.set_spoken((spoken[0] - start, spoken[1] - start) if spoken and inside else None)
            if inside:
                self._bring_into_view(control)
            start += length + 1

    def _bring_into_view(self, control: "Spoken") -> None:
        """The whole control, or of a text taller than the view the line being read; what can be seen stays put."""
        around = control.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is None or not control.isVisible():
            return
        if isinstance(control, RubyLabel) and control.height() > around.viewport().height():
            line = control.spoken_line()
            middle = control.mapTo(around, line.center()).y() + around.verticalScrollBar().value()
            around.ensureVisible(0, middle, 0, line.height())
        else:
            around.ensureWidgetVisible(control, 0, self.theme.gap)

    def scroll_shares(self) -> list[float]:
        """How far each of its parts is scrolled, for the same page in another size or place."""
        return [part.scroll_share() for part in self._scrolling()]

    def scroll_to_shares(self, shares: Sequence[float]) -> None:
        for part, share in zip(self._scrolling(), shares, strict=False):
            part.scroll_to_share(share)

    def _scrolling(self) -> list[Scrolls]:
        return [part for part in self.findChildren(QWidget) if isinstance(part, Scrolls)]

    def _said(self) -> "list[Spoken]":
        return [control for control in self.spoken if control.heard_text()]

    def page(self) -> "FitScroll":
        """The usual frame: one column with the theme's margins."""
        from kiosk.ui.controls.fit_scroll import FitScroll

        scroll = FitScroll(self.theme, self.words)
        layout = QVBoxLayout(self)
        margin = self.theme.margin
        layout.setContentsMargins(margin, self.theme.edge, margin, self.theme.edge)
        layout.addWidget(scroll)
        return scroll
