"""Makes the screen of each kind of page, and connects what it wishes for."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Protocol, assert_never

from kiosk.i18n.edition import Editions
from kiosk.i18n.languages import SOURCE
from kiosk.lessons.phone.gestures import Gesture
from kiosk.ui.answers import Offer
from kiosk.ui.class_lines import class_lines
from kiosk.ui.controls.class_card import ClassLines
from kiosk.ui.phone.stage import Candidates
from kiosk.ui.screens.attract import AttractScreen, Invitation
from kiosk.ui.screens.explore import ExploreScreen
from kiosk.ui.screens.finish import FinishScreen
from kiosk.ui.screens.front import FrontScreen
from kiosk.ui.screens.home import ChoiceScreen
from kiosk.ui.screens.language import LanguageScreen
from kiosk.ui.screens.screen import Screen, lines
from kiosk.ui.screens.step import StepScreen
from kiosk.ui.theme import Theme
from kiosk.ui.views import Views
from kiosk.ui.wording import Wording
from kiosk.visit import moves, practising
from kiosk.visit.visit import (
    Attract,
    ChooseLanguage,
    Exploring,
    Front,
    Home,
    InLesson,
    OnShelf,
    Page,
    Visit,
)


class Wishes(Protocol):
    """Who decides what becomes of a wish."""

    def move(self, move: Callable[..., Visit], *arguments: object) -> None: ...
    def turn_to(self, page: Page) -> None: ...
    def open_tile(self, name: str, shelf: str) -> None: ...
    def start_lesson(self, lesson_id: str) -> None: ...
    def gesture(self, done: Gesture) -> None: ...
    def take_offer(self, offer: Offer) -> None: ...
    def read_again(self) -> None: ...
    def print_sheet(self) -> None: ...


class ScreenMaker:
    """`for_staff` are sentences that the first screen has at its foot."""

    def __init__(self, editions: Editions, wishes: Wishes, candidates: Candidates) -> None:
        self._editions, self._wishes = editions, wishes
        self._candidates = candidates
        self.for_staff: tuple[str, ...] = ()

    def make(self, page: Page, views: Views, theme: Theme) -> Screen:
        """A new screen, whose wishes are heard."""
        match page:
            case Attract():
                return self._attract(views, theme)
            case ChooseLanguage():
                return self._language(views, theme)
            case Home():
                tiles = views.shelf_tiles()
                home = ChoiceScreen(theme, views.words, views.question(page), tiles)
                home.chosen.connect(lambda shelf: self._wishes.turn_to(OnShelf(shelf)))
                return home
            case OnShelf(shelf):
                question = views.words.tr("どれを、練習しますか。")
                screen = ChoiceScreen(theme, views.words, question, views.lesson_tiles(shelf))
                screen.chosen.connect(lambda name: self._wishes.open_tile(name, shelf))
                return screen
            case Front():
                front = FrontScreen(theme, views.words, views.front(page))
                front.start_requested.connect(lambda: self._wishes.start_lesson(page.lesson_id))
                return front
            case Exploring():
                return self._explore(page, views, theme)
            case InLesson(place):
                return self._finish(page, views, theme) if place.finished else self._step(page, views, theme)
            case _:
                assert_never(page)

    def _attract(self, views: Views, theme: Theme) -> AttractScreen:
        invitations = [
            Invitation.in_words(words, partial(self._classes, words)) for words in self._wordings()
        ]
        screen = AttractScreen(theme, views.words, invitations)
        screen.start_requested.connect(lambda: self._wishes.move(moves.begin))
        self.tell_staff(screen)
        return screen

    def _classes(self, words: Wording) -> tuple[ClassLines, ...]:
        """By the clock on the wall, whenever it is asked."""
        return class_lines(self._editions.edition(words.language), words, datetime.now())

    def tell_staff(self, screen: AttractScreen) -> None:
        """In Japanese, whatever language the terminal begins in."""
        words = Wording.of(self._editions.edition(SOURCE))
        notes = [words.ruby(said) for said in self.for_staff]
        screen.tell_staff(lines([words.tr("{職員|しょくいん}の{方|かた}へ"), *notes]) if notes else ())

    def _language(self, views: Views, theme: Theme) -> LanguageScreen:
        prompts = [words.tr("ことばを えらんでください") for words in self._wordings()]
        screen = LanguageScreen(theme, views.words, self._editions.languages, prompts)
        screen.language_chosen.connect(lambda code: self._wishes.move(moves.choose_language, code))
        return screen

    def _wordings(self) -> list[Wording]:
        return [Wording.of(self._editions.edition(one.code)) for one in self._editions.languages]

    def _step(self, page: InLesson, views: Views, theme: Theme) -> StepScreen:
        screen = StepScreen(theme, views.words, views.step(page), self._candidates)
        screen.gestured.connect(self._wishes.gesture)
        screen.typed.connect(lambda now: self._wishes.move(practising.typed, now))
        screen.decided.connect(lambda: self._wishes.move(practising.decided))
        screen.chosen.connect(lambda choice: self._wishes.move(practising.choose, choice))
        screen.ticked.connect(lambda item: self._wishes.move(moves.tick, item))
        screen.offer_taken.connect(self._wishes.take_offer)
        screen.demonstrated.connect(self._wishes.read_again)
        return screen

    def _explore(self, page: Exploring, views: Views, theme: Theme) -> ExploreScreen:
        screen = ExploreScreen(theme, views.words, views.explore(page), self._candidates)
        screen.gestured.connect(self._wishes.gesture)
        screen.typed.connect(lambda now: self._wishes.move(practising.typed, now))
        screen.decided.connect(lambda: self._wishes.move(practising.decided))
        return screen

    def _finish(self, page: InLesson, views: Views, theme: Theme) -> FinishScreen:
        screen = FinishScreen(theme, views.words, views.end.page(page))
        screen.print_requested.connect(self._wishes.print_sheet)
        screen.again_requested.connect(lambda: self._wishes.move(moves.again))
        screen.other_requested.connect(lambda: self._wishes.turn_to(Home()))
        return screen
