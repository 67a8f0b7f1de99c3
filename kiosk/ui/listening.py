"""While touches only read aloud: a strip that says so and ends it, and a frame round what was touched."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.text.ruby import RubyText
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Bar, Picture
from kiosk.ui.controls.touch_button import Kind, TouchButton
from kiosk.ui.hearing import audible_in, room_round, seen_box
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


class ListeningStrip(Bar):
    """Says the whole of it where one line has room, else the gist."""

    def __init__(self, theme: Theme, words: Wording, ended: Callable[[], object]) -> None:
        super().__init__(theme, line_at_top=True, fill=theme.colours.chosen)
        tr = words.tr
        self._whole = tr("さわったところを{読|よ}みます。おわるときは、「おわる」を{押|お}します。")
        self._gist = tr("さわったところを{読|よ}みます。")
        self.label = RubyLabel(self._gist, theme, theme.label, bold=True, least_px=theme.least_label)
        self._end = TouchButton(tr("おわる"), theme, ended, kind=Kind.MAIN, icon="close")
        self._end.always_acts = True
        row = QHBoxLayout(self)
        # With the bar's own edge this keeps the finger's distance to the buttons below. "End" is at the left, because
        # a finger that comes down twice then meets the page's words there, and not the phone or "next".
        row.setContentsMargins(theme.gap, theme.touch_gap // 2, theme.gap, theme.touch_gap - theme.gap // 2)
        row.setSpacing(theme.gap)
        row.addWidget(self._end)
        row.addWidget(Picture("hearing", round(theme.label * 1.5), theme.colours.text))
        row.addWidget(self.label, 1)

    @property
    def said(self) -> RubyText:
        """What is said when it appears, and again where there is nothing to read."""
        return self._whole

    def set_spoken(self, spoken: tuple[int, int] | None) -> None:
        """Highlight the characters of `said` being read aloud, where the whole of it is shown."""
        self.label.set_spoken(spoken if self.label.text == self._whole else None)

    def tell(self, text: RubyText) -> None:
        """Something to know, such as that there is no sound; how to end it stays on the button."""
        self._whole = self._gist = text
        self.label.set_text(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.label.width()
        self.label.set_text(self._whole)
        if self.label.natural_width() > room:
            self.label.set_text(self._gist)


class HeardFrame(QWidget):
    """The frame round what is being read; it never takes a touch."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def around(self, control: QWidget) -> None:
        box = seen_box(self._window, control)
        others = [other for one, other in audible_in(self._window) if one is not control]
        framed = box.marginsAdded(room_round(box, others, self._theme.touch_gap))
        self.setGeometry(framed.intersected(self._window.rect()))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = max(2.0, self._theme.touch_gap / 4)
        for colour, inset in ((colours.focus, stroke * 0.5), (colours.focus_inner, stroke * 1.5)):
            painter.setPen(QPen(colour, stroke))
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, self._theme.radius * 0.5, self._theme.radius * 0.5)
