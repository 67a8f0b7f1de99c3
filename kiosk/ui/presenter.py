"""Between the visit and the window: shows what the visit is, and turns wishes into moves."""

from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QObject, Signal

from kiosk.i18n.edition import Editions
from kiosk.i18n.languages import SOURCE
from kiosk.lessons.phone.gestures import Gesture
from kiosk.speech.chime import Chime
from kiosk.speech.speaker import Speaker
from kiosk.text.typing_skill import TypingSkill
from kiosk.ui.answers import Offer
from kiosk.ui.calling import Calling
from kiosk.ui.changes import Change, change, is_news
from kiosk.ui.overlay import Option, Overlay, OverlayView
from kiosk.ui.phone.stage import Candidates, no_candidates
from kiosk.ui.screen_maker import ScreenMaker
from kiosk.ui.screens.attract import AttractScreen
from kiosk.ui.screens.explore import ExploreScreen
from kiosk.ui.screens.finish import FinishScreen
from kiosk.ui.screens.step import StepScreen
from kiosk.ui.shell import Shell
from kiosk.ui.theme import Theme
from kiosk.ui.views import Views
from kiosk.ui.voice_desk import VoiceDesk
from kiosk.ui.wording import Wording
from kiosk.visit import moves, practising
from kiosk.visit.visit import (
    Attract,
    Exploring,
    Front,
    InLesson,
    Page,
    TakeHome,
    Visit,
    VisitState,
    following,
)


class Presenter(QObject):
    """`theme_of` gives the theme of a visit on the present screen; `speaker` is None for silent pictures."""

    print_requested = Signal()
    help_called = Signal()
    """Somebody has just called for staff."""

    def __init__(
        self,
        shell: Shell,
        state: VisitState,
        editions: Editions,
        theme_of: Callable[[Visit], Theme],
        speaker: Speaker | None = None,
        speed: float = 1.0,
        candidates: Candidates = no_candidates,
    ) -> None:
        super().__init__(shell)
        self._shell, self._state, self._editions = shell, state, editions
        self._theme_of = theme_of
        self._maker = ScreenMaker(editions, self, candidates)
        self.voice = VoiceDesk(shell, state, self._views, theme_of, speaker, speed)
        self._calling = Calling(
            shell,
            state,
            self.voice,
            Chime(speaker),
            lambda visit: self._views(visit).words,
            theme_of,
            lambda: Wording.of(editions.edition(SOURCE)),
        )
        self._calling.called.connect(self.help_called)
        state.changed.connect(self._on_change)
        shell.back_requested.connect(self.go_back)
        shell.bars_hung.connect(self._connect_bars)
        shell.resized.connect(self.show_again)

    @property
    def theme(self) -> Theme:
        return self._theme_of(self._state.visit)

    # -- showing -------------------------------------------------------------------------------

    def show_again(self) -> None:
        """Dress and show the present page from scratch; it stays where it was scrolled to."""
        screen = self._shell.screen_now
        shares = screen.scroll_shares() if screen else []
        self._show_anew()
        if self._shell.screen_now:
            self._shell.screen_now.scroll_to_shares(shares)

    def _show_anew(self) -> None:
        self._dress(self._state.visit)
        self._show(self._state.visit)

    def _on_change(self, before: Visit, now: Visit) -> None:
        match change(before, now):
            case Change.NOTHING:
                pass
            case Change.INSIDE:
                self._update(now)
            case Change.SCREEN:
                self._show(now)
            case Change.DRESS:
                self.show_again()
            case Change.ALL:
                self._show_anew()
        if isinstance(now.page, Attract):
            self._shell.start_over()
        if is_news(before, now):
            self.voice.read_page(now)
        self.voice.follow(before, now)

    def _dress(self, visit: Visit) -> None:
        self._shell.dress(self._theme_of(visit), self._views(visit).words)

    def _views(self, visit: Visit) -> Views:
        edition = self._editions.edition(visit.language)
        skill = TypingSkill(visit.typing_hits, visit.typing_misses)
        return Views(edition, Wording.of(edition), skill)

    def _show(self, visit: Visit) -> None:
        views, theme = self._views(visit), self._theme_of(visit)
        screen = self._maker.make(visit.page, views, theme)
        has_furigana = self._editions.language(visit.language).ruby
        self._shell.show_screen(screen, views.bars(visit.page), visit.furigana, has_furigana)
        self.voice.page_shown(screen)

    def show_printer(self, said: tuple[str, ...]) -> None:
        """What staff should know of the printer stands on the first screen."""
        self._maker.for_staff = said
        if isinstance(screen := self._shell.screen_now, AttractScreen):
            self._maker.tell_staff(screen)

    def _update(self, now: Visit) -> None:
        screen, page, views = self._shell.screen_now, now.page, self._views(now)
        if isinstance(screen, FinishScreen) and isinstance(page, InLesson):
            screen.show_sheet(views.end.sheet(page))
        elif isinstance(screen, StepScreen) and isinstance(page, InLesson):
            screen.show_view(views.step(page))
            bars = views.bars(page)
            assert bars
            self._shell.show_bars(bars, now.furigana, self._editions.language(now.language).ruby)
        elif isinstance(screen, ExploreScreen) and isinstance(page, Exploring):
            screen.show_view(views.explore(page))

    def show_content(self, visit: Visit) -> None:
        """Show content that was read again; `visit` is the resident's place in it."""
        said = self._shell.screen_now and self._shell.screen_now.spoken_text()
        if visit != self._state.visit:
            self._dress(visit)
            self._state.become(visit)
            return
        self.show_again()
        if self._shell.screen_now and self._shell.screen_now.spoken_text() != said:
            self.voice.read_page(visit)

    # -- wishes --------------------------------------------------------------------------------

    def read_again(self) -> None:
        self.voice.read_page(self._state.visit)

    def print_sheet(self) -> None:
        """A touch that changes nothing is answered with what is already on its way."""
        before = self._state.visit.page
        self.print_requested.emit()
        if self._state.visit.page == before:
            self._say_sheet()

    def move(self, move: Callable[..., Visit], *arguments: object) -> None:
        """Whoever goes back to the first screen has ended the visit."""
        moved = move(self._state.visit, *arguments)
        if isinstance(moved.page, Attract):
            self._state.start_over()
        else:
            self._state.become(moved)

    def turn_to(self, page: Page) -> None:
        self.move(moves.turn_to, page)

    def open_tile(self, name: str, shelf: str) -> None:
        if name in self._editions.library.lessons:
            self.turn_to(Front(name, shelf))
        else:
            self.move(moves.explore, self._editions.library.free_app(name))

    def start_lesson(self, lesson_id: str) -> None:
        self.move(moves.start_lesson, lesson_id, self._editions.library.lesson(lesson_id))

    def gesture(self, done: Gesture) -> None:
        shown = self._views(self._state.visit).shown(self._state.visit.page)
        if shown is None:
            return
        moved = practising.gesture(self._state.visit, done, shown)
        if self._leads_somewhere(moved.page):
            self._state.become(moved)

    def _leads_somewhere(self, page: Page) -> bool:
        """A screen with a mistake was set aside, so nobody can be on it."""
        return not isinstance(page, Exploring) or page.phone.screen in self._editions.library.screens

    def _show_how(self) -> None:
        if isinstance(self._shell.screen_now, StepScreen):
            self._shell.screen_now.show_how()

    def take_offer(self, offer: Offer) -> None:
        match offer:
            case Offer.SHOW:
                self._show_how()
            case Offer.DO:
                self.move(moves.go_past)
            case Offer.AGAIN:
                self.move(moves.do_again)
            case _:
                assert_never(offer)

    def go_back(self) -> None:
        """Out of hearing by touch first, if that is on."""
        if not self.voice.stop_listening():
            self.move(moves.go_back)

    def _connect_bars(self) -> None:
        top, bottom = self._shell.top, self._shell.bottom
        assert top and bottom
        top.back_requested.connect(self.go_back)
        top.language_requested.connect(lambda: self.move(moves.ask_language))
        top.help_requested.connect(self._call_someone)
        top.start_over_requested.connect(self._ask_start_over)
        bottom.text_size_requested.connect(self._next_text_size)
        bottom.furigana_requested.connect(
            lambda: self._change_comfort(furigana=not self._state.visit.furigana)
        )
        bottom.contrast_requested.connect(self._next_contrast)
        bottom.low_reach_requested.connect(
            lambda: self._change_comfort(low_reach=not self._state.visit.low_reach)
        )
        bottom.left_hand_requested.connect(
            lambda: self._change_comfort(left_handed=not self._state.visit.left_handed)
        )
        bottom.show_requested.connect(self._show_how)
        bottom.next_requested.connect(lambda: self.move(moves.go_on))
        self.voice.bars_hung()

    def _change_comfort(self, **changes: object) -> None:
        self.move(moves.comfort, changes)

    def _next_text_size(self) -> None:
        self._change_comfort(text_size=following(self._state.visit.text_size))

    def _next_contrast(self) -> None:
        self._change_comfort(contrast=following(self._state.visit.contrast))

    def _call_someone(self) -> None:
        views = self._views(self._state.visit)
        call = Option(
            views.words.tr("{音|おと}で{係|かかり}の{人|ひと}をよぶ"), self._calling.call, "notifications"
        )
        close = Option(views.words.tr("とじる"), lambda: None, "close")
        self._open(views.help(call, close))

    def _ask_start_over(self) -> None:
        tr = self._views(self._state.visit).words.tr
        stay = Option(tr("つづける"), lambda: None, "arrow_forward")
        leave = Option(tr("はじめの画面にもどる"), self._state.start_over, "home")
        lines = [tr("ここまでの練習は消えます。何度でも、はじめからできます。")]
        self._open(OverlayView("home", tr("はじめの画面にもどりますか。"), lines, [stay, leave]))

    def _open(self, view: OverlayView) -> None:
        words = self._views(self._state.visit).words
        self.voice.lay_over(Overlay(self._shell, self.theme, words, view))

    def show_sheet(self, sheet: TakeHome) -> None:
        """What became of the sheet; what the printer does or needs is also said."""
        before = self._state.visit.page
        self.move(moves.show_sheet, sheet)
        if self._state.visit.page != before:
            self._say_sheet()

    def _say_sheet(self) -> None:
        page = self._state.visit.page
        if isinstance(page, InLesson) and page.sheet.message:
            self.voice.say_printing(self._views(self._state.visit).end.sheet(page).said)
