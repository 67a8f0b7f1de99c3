"""The two bars that never move: where you are and the way out above, comfort and the next step below."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kiosk.text.ruby import RubyText
from kiosk.ui.controls.listen_button import ListenButton
from kiosk.ui.controls.rows import Rows
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Bar, Progress
from kiosk.ui.controls.touch_button import Kind, TouchButton
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


@dataclass(frozen=True)
class BarsView:
    """What the bars show on this page. `total` 0 means no progress; no `next_label`, no next button."""

    title: RubyText = ()
    can_go_back: bool = False
    number: int = 0
    total: int = 0
    next_label: RubyText = ()
    next_is_main: bool = True
    can_show: bool = False
    language: bool = True
    start_over: bool = True


MOST_BAR = 0.16
"""Of the height of a wide screen: with large text on a small one the title gives way to the page."""


class TopBar(Bar):
    back_requested = Signal()
    language_requested = Signal()
    help_requested = Signal()
    start_over_requested = Signal()

    def __init__(self, theme: Theme, words: Wording) -> None:
        super().__init__(theme, line_at_top=False)
        self._words = words
        self._back = TouchButton(words.tr("もどる"), theme, self.back_requested, icon="arrow_back")
        self._language = TouchButton(
            words.tr("ことば"), theme, self.language_requested, icon="translate", short=()
        )
        self._help = TouchButton(words.tr("人をよぶ"), theme, self.help_requested, icon="support_agent")
        self._start_over = TouchButton(
            words.tr("はじめから"), theme, self.start_over_requested, icon="home", short=()
        )
        self._title = RubyLabel((), theme, theme.label, bold=True, centred=True, least_px=theme.least_label)
        self._progress = Progress(theme)
        self._place = QWidget()
        middle = QVBoxLayout(self._place)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(2)
        middle.addWidget(self._title)
        middle.addWidget(self._progress)
        # Room for a title and a progress on every page, so that the bar never changes its height.
        title_height = theme.label * 1.4 + (
            theme.text_style(theme.label).ruby_px * 1.1 if theme.furigana else 0
        )
        progress = self._progress.sizeHint().height()
        whole = round(title_height) + 4 + progress
        self._titles = theme.display.portrait or whole + theme.gap <= MOST_BAR * theme.display.height
        self._place.setFixedHeight(whole if self._titles else progress)
        buttons = (self._back, self._place, self._language, self._help, self._start_over)
        own_row = (self._place,) if theme.display.portrait else ()
        self._rows = Rows(self, theme, buttons, stretching=self._place, own_row=own_row)

    def show_view(self, view: BarsView) -> None:
        self._back.setVisible(view.can_go_back)
        self._language.setVisible(view.language)
        self._start_over.setVisible(view.start_over)
        self._title.set_text(view.title)
        name = self._words.catalogue.tr("手順 {number}、全部で {total}", number=view.number, total=view.total)
        self._progress.show_place(view.number, view.total, name)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The title gives way first, then the words of the buttons that an icon alone explains."""
        titled = self._titles and bool(self._title.text)
        least = 0 if self._progress.isHidden() else self._progress.minimumSizeHint().width()
        wanted = max(least, self._title.natural_width()) if titled else least
        fits = self._rows.fit(self.width(), wanted, may_shorten=False)
        self._title.setVisible(titled and fits)
        if not fits:
            self._rows.fit(self.width(), least)


class BottomBar(Bar):
    listen_requested = Signal()
    again_requested = Signal()
    voice_requested = Signal()
    text_size_requested = Signal()
    furigana_requested = Signal()
    contrast_requested = Signal()
    low_reach_requested = Signal()
    left_hand_requested = Signal()
    show_requested = Signal()
    next_requested = Signal()

    def __init__(self, theme: Theme, words: Wording) -> None:
        super().__init__(theme, line_at_top=True)
        self._theme, self._words = theme, words
        self._speaking = False
        self._listen = ListenButton(theme, words, self.listen_requested)
        self._again = self._tool(words.tr("もう一度"), self.again_requested, "replay")
        self._voice = self._tool((), self.voice_requested)
        self._voice.keep_width(words.tr("まって"), words.tr("{声|こえ}"))
        self._size = self._tool(
            words.tr("文字の大きさ"), self.text_size_requested, "format_size", words.tr("文字")
        )
        self._furigana = self._tool(words.tr("ふりがな"), self.furigana_requested, short=words.tr("かな"))
        self._contrast = self._tool(words.tr("画面の色"), self.contrast_requested, "contrast")
        self._low = self._make_low()
        self._hand = self._make_hand()
        show = words.tr("{見本|みほん}を見る")
        self._show = TouchButton(show, theme, self.show_requested, icon="play_arrow", short=())
        self._next = self._make_next()
        self._rows = self._arrange()
        self.show_speaking(False)

    def _arrange(self) -> Rows:
        """Tools at the left and the way on at the right; for a left hand the other way round."""
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        space.setFixedHeight(self._theme.main_button)
        spoken, looks = (self._listen, self._again, self._voice), (self._size, self._furigana, self._contrast)
        places = (self._low, self._hand)
        needed = (*spoken, space, self._next, *looks[:2], self._show, *looks[2:], *places)
        tools = (*spoken, *looks, *places)
        right, left = (*tools, space, self._show, self._next), (self._next, self._show, space, *tools)
        placed = left if self._theme.left_handed else right
        return Rows(
            self, self._theme, needed, stretching=space, own_row=(self._next, self._show), placed=placed
        )

    @property
    def _can_move(self) -> bool:
        """Not on a screen that is so low that everything on it can be reached anyway."""
        return bool(self._theme.display.above) or self._theme.display.can_be_lowered

    def _make_low(self) -> TouchButton:
        tr, display, wish = self._words.tr, self._theme.display, self.low_reach_requested
        if display.above:
            return self._tool(tr("もとの{高|たか}さ"), wish, "vertical_align_top")
        return self._tool(tr("{下|した}によせる"), wish, "vertical_align_bottom")

    def _make_hand(self) -> TouchButton:
        tr = self._words.tr
        left = (tr("{左手|ひだりて}で{使|つか}う"), "mobile_hand_left")
        right = (tr("{右手|みぎて}で{使|つか}う"), "mobile_hand")
        text, icon = right if self._theme.left_handed else left
        return self._tool(text, self.left_hand_requested, icon)

    def _tool(
        self, text: RubyText, wish: SignalInstance, icon: str | None = None, short: RubyText = ()
    ) -> TouchButton:
        """A button that may become short, or an icon alone."""
        return TouchButton(text, self._theme, wish, kind=Kind.TOOL, icon=icon, short=short)

    def _make_next(self) -> TouchButton:
        return TouchButton(
            (),
            self._theme,
            self.next_requested,
            kind=Kind.MAIN,
            icon="arrow_forward",
            icon_last=True,
            px=round(self._theme.label * 1.15),
            height=self._theme.main_button,
        )

    @property
    def speaking(self) -> bool:
        """What the listen button shows: 「とめる」 while speaking."""
        return self._speaking

    def show_view(self, view: BarsView, furigana: bool, has_furigana: bool) -> None:
        self._furigana.setCheckable(furigana)
        self._furigana.setChecked(furigana)
        self._furigana.setVisible(has_furigana)
        self._show.setVisible(view.total > 0)
        self._low.setVisible(self._can_move)
        # Which hand it is is settled before a lesson: there the bar has room for words, and a step needs calm.
        self._hand.setVisible(view.total == 0)
        self._show.setEnabled(view.can_show)
        self._next.setVisible(bool(view.next_label))
        self._next.set_face(view.next_label, "arrow_forward")
        self._next.set_kind(Kind.MAIN if view.next_is_main else Kind.PLAIN)
        self._rows.fit(self.width(), 0)

    def show_speaking(self, speaking: bool) -> None:
        """The voice button opens the same panel in both states; only while speaking it also makes the voice wait."""
        self._speaking = speaking
        self._listen.show_speaking(speaking)
        wait, voice = self._words.tr("まって"), self._words.tr("{声|こえ}")
        face = (wait, "pause") if speaking else (voice, "record_voice_over")
        self._voice.set_face(*face, short=())

    def show_no_voice(self) -> None:
        self.show_speaking(False)
        self._listen.show_no_voice()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rows.fit(self.width(), 0)

    @property
    def next_button(self) -> TouchButton:
        return self._next
