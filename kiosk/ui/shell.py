"""The window: bars that never move, and the present screen between them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kiosk.draw.ruby import set_text
from kiosk.text.ruby import RubyText
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Bar, Picture, Veil
from kiosk.ui.layers import LayeredWindow
from kiosk.ui.screens.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

if TYPE_CHECKING:
    from kiosk.ui.bars import BarsView, BottomBar, TopBar
    from kiosk.ui.listening import HeardFrame, ListeningStrip


LEAST_PAGE = 9
"""Heights of a touch target that a page keeps in any case."""


class Shell(LayeredWindow):
    """Arranges what it is given. Give it a dress (theme and words) before the first screen."""

    back_requested = Signal()
    bars_hung = Signal()
    """There are new bars, whose wishes want to be heard."""
    screen_shown = Signal(object)
    """There is a new screen."""
    resized = Signal()
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._words: Wording | None = None
        self.top: TopBar | None = None
        self.bottom: BottomBar | None = None
        self.strip: ListeningStrip | None = None
        self._frame: HeardFrame | None = None
        self._notice: Bar | None = None
        self._veil: Veil | None = None
        self._dressed = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._column.setSpacing(0)
        self._content = QWidget()
        self._content_layout = QVBoxLayout(self._content)
        self._content_layout.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._content, 1)

    def dress(self, theme: Theme, words: Wording) -> None:
        """A new language, text size or contrast: the next screen gets new bars."""
        self._theme, self._words = theme, words
        self._dressed = False
        self._column.setContentsMargins(0, theme.display.above, 0, 0)
        self.keep_free(theme.display.above)
        if self._veil is not None:
            self._veil.deleteLater()
            self._veil = None
        self.dismiss_notice()
        self.update()

    def _hang_bars(self, theme: Theme, words: Wording) -> "tuple[TopBar, BottomBar]":
        from kiosk.ui.bars import BottomBar, TopBar

        if self._dressed and self.top and self.bottom:
            return self.top, self.bottom
        self._take_bars_down()
        top, bottom = TopBar(theme, words), BottomBar(theme, words)
        self.top, self.bottom = top, bottom
        self._column.insertWidget(0, top)
        self._column.addWidget(bottom)
        self._dressed = True
        self.bars_hung.emit()
        return top, bottom

    def _take_bars_down(self) -> None:
        for bar in (self.top, self.bottom):
            if bar is not None:
                self._column.removeWidget(bar)
                bar.hide()
                bar.deleteLater()
        self.top = self.bottom = None
        self._dressed = False

    def show_screen(
        self, screen: Screen, bars: "BarsView | None", furigana: bool = False, has_furigana: bool = False
    ) -> None:
        """Swap the screen; without bars the screen has the window to itself, and nothing of the last bars is left."""
        assert self._theme and self._words
        self.close_overlay()
        self.dismiss_notice()
        self.frame(None)
        before, self.screen_now = self.screen_now, screen
        # Hiding what has the focus would pass it on to whatever comes next.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if before is not None:
            self._content_layout.removeWidget(before)
            before.hide()
            before.deleteLater()
        if bars is not None:
            top, bottom = self._hang_bars(self._theme, self._words)
            top.show_view(bars)
            bottom.show_view(bars, furigana, has_furigana)
            top.show()
            bottom.show()
        else:
            self._take_bars_down()
        # Its size first: showing a page of a passing size would set all its texts twice.
        self._column.invalidate()
        self._column.activate()
        self._content_layout.addWidget(screen)
        screen.setGeometry(self._content.rect())
        screen.show()
        self._settle()
        if before is not None:
            self._lift_veil()
        self._start_focus(screen)
        self.screen_shown.emit(screen)

    def show_bars(self, bars: "BarsView", furigana: bool, has_furigana: bool) -> None:
        """Something about the present page has changed, such as what its next button is for."""
        if self.top and self.bottom:
            self.top.show_view(bars)
            self.bottom.show_view(bars, furigana, has_furigana)

    def _lift_veil(self) -> None:
        assert self._theme
        if self._veil is None:
            self._veil = Veil(self._content, self._theme)
        self._veil.lift()

    def show_notice(self, text: RubyText, dismiss: RubyText) -> None:
        """Something to know, above the bottom bar until it is dismissed or the page changes."""
        from kiosk.ui.controls.touch_button import TouchButton

        assert self._theme
        theme = self._theme
        self.dismiss_notice()
        notice = Bar(theme, line_at_top=True)
        row = QHBoxLayout(notice)
        row.setContentsMargins(theme.gap, theme.gap // 2, theme.gap, theme.gap // 2)
        row.setSpacing(theme.gap)
        row.addWidget(Picture("info", round(theme.note * 1.6), theme.colours.text))
        row.addWidget(RubyLabel(text, theme, theme.note), 1)
        row.addWidget(TouchButton(dismiss, theme, self.dismiss_notice, icon="close"))
        self._notice = notice
        self._column.insertWidget(self._column.count() - 1, notice)
        self._keep_cover_on_top()

    def dismiss_notice(self) -> None:
        if self._notice is not None:
            self._column.removeWidget(self._notice)
            self._notice.deleteLater()
            self._notice = None

    def show_strip(self, strip: "ListeningStrip | None") -> None:
        """A strip that stays until it is taken away: above the bottom bar, which keeps its place.

        On a small screen, where the page has no room to give, it lies over the bottom bar instead.
        """
        if self.strip is not None:
            self._column.removeWidget(self.strip)
            self.strip.deleteLater()
        self.strip = strip
        self.frame(None)
        self._cover_bottom(False)
        if strip is not None and self._theme:
            self.dismiss_notice()
            room = self._content.height() - strip.sizeHint().height()
            if room < LEAST_PAGE * self._theme.target:
                self._cover_bottom(True)
            else:
                self._column.insertWidget(self._column.count() - 1, strip)
        self._settle()

    def _cover_bottom(self, covered: bool) -> None:
        """Put the strip where the bottom bar is; its room stays, so that the page does not change."""
        if self.bottom is None:
            return
        policy = self.bottom.sizePolicy()
        policy.setRetainSizeWhenHidden(covered)
        self.bottom.setSizePolicy(policy)
        self.bottom.setVisible(not covered)
        self._settle()
        if covered and self.strip is not None:
            self.strip.setParent(self)
            self.strip.setGeometry(self.bottom.geometry())
            self.strip.show()

    def frame(self, control: QWidget | None) -> None:
        """Frame what is being read; None takes the frame away."""
        if self._frame is not None:
            self._frame.deleteLater()
            self._frame = None
        if control is not None:
            from kiosk.ui.listening import HeardFrame

            assert self._theme
            self._frame = HeardFrame(self, self._theme)
            self._frame.around(control)
        self._keep_cover_on_top()

    @property
    def content_box(self) -> QRect:
        return self._content.geometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def start_over(self) -> None:
        """Another resident: nothing of the last one's hands is left."""
        self.by_keyboard(False)
        self.show_strip(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._theme.colours.paper)
            if self._theme.display.above:
                self._paint_above(painter, self._theme)

    def _paint_above(self, painter: QPainter, theme: Theme) -> None:
        """The part that nobody has to reach: empty but for the kiosk's name."""
        assert self._words
        above, colours = theme.display.above, theme.colours
        name = set_text(self._words.tr("まなびキオスク"), self.width(), theme.text_style(theme.title, True))
        at = QPointF(0, (above - name.height) / 2)
        name.paint(painter, at, colours.soft_text, Qt.AlignmentFlag.AlignHCenter, self.width())
        painter.setPen(QPen(colours.hairline, 2))
        painter.drawLine(0, above - 1, self.width(), above - 1)

    def _settle(self) -> None:
        """Lay out at once, so that the new page is painted whole and never half.

        A bar that has got another row changes the room of the content, so the bars come first.
        """
        bars = [bar.layout() for bar in (self.top, self.bottom) if bar is not None]
        for layout in (*bars, self._column, self._content_layout):
            if layout is not None:
                layout.invalidate()
                layout.activate()
        self._keep_cover_on_top()
