"""From a visit to what each screen shows. Pure functions of the visit and the edition in its language."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import assert_never

from kiosk.i18n.edition import Edition
from kiosk.lessons.phone.screen import Skin
from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.phone.touchable import Tint
from kiosk.lessons.place import Place
from kiosk.lessons.scene import shown_at
from kiosk.lessons.steps import (
    Ask,
    CardStep,
    Check,
    Credential,
    Done,
    Drag,
    Hold,
    Look,
    Pin,
    Pinch,
    Practice,
    Quiz,
    Scan,
    Scroll,
    Step,
    Swipe,
    Tap,
    Type,
    Wait,
)
from kiosk.text.ruby import RubyText
from kiosk.text.typing_skill import TypingSkill
from kiosk.ui.answers import HELP_FROM, RING_FROM, Answers, credential_name, praise
from kiosk.ui.bars import BarsView
from kiosk.ui.end_views import EndViews
from kiosk.ui.overlay import Option, OverlayView
from kiosk.ui.phone.stage import StageView
from kiosk.ui.screens.explore import ExploreView
from kiosk.ui.screens.front import FrontView
from kiosk.ui.screens.home import TileView
from kiosk.ui.step_view import Choice, Secret, StepView
from kiosk.ui.wording import Wording
from kiosk.visit.practising import values_now
from kiosk.visit.visit import (
    Attract,
    ChooseLanguage,
    Exploring,
    Front,
    Home,
    InLesson,
    OnShelf,
    Page,
    QuizAnswered,
)


@dataclass(frozen=True)
class Views:
    """Builds what is shown in one language."""

    edition: Edition
    words: Wording
    skill: TypingSkill = field(default_factory=TypingSkill)

    def bars(self, page: Page) -> BarsView | None:
        tr = self.words.tr
        match page:
            case Attract():
                return None
            case ChooseLanguage(then):
                return BarsView(can_go_back=True, language=False, start_over=then is not None)
            case Home():
                return BarsView(title=tr("まなびキオスク"), can_go_back=True)
            case OnShelf(shelf):
                return BarsView(title=self._shelf_title(shelf), can_go_back=True)
            case Front(lesson_id):
                title = self.words.ruby(self.edition.lesson(lesson_id).title)
                return BarsView(title=title, can_go_back=True)
            case Exploring(app):
                title = self.words.ruby(self.edition.free_app(app).title)
                return BarsView(title=title, can_go_back=True)
            case InLesson():
                return self._lesson_bars(page)
            case _:
                assert_never(page)

    def _lesson_bars(self, page: InLesson) -> BarsView:
        place = page.place
        title = self.words.ruby(self.edition.lesson(place.lesson_id).title)
        if place.finished:
            return BarsView(title=title, can_go_back=True)
        practising = isinstance(place.step, Practice) or page.unanswered
        return BarsView(
            title=title,
            can_go_back=True,
            number=place.number,
            total=place.total,
            next_label=self.words.tr("つぎへ"),
            next_is_main=page.accomplished or not practising,
            can_show=isinstance(place.step, Practice),
        )

    def _shelf_title(self, shelf: str) -> RubyText:
        titles = {one.id: one.title for one in self.edition.shelves()}
        return self.words.ruby(titles.get(shelf, "")) if shelf in titles else ()

    def question(self, page: Home) -> RubyText:
        question = self.words.tr("今日は、何をしますか。")
        return (*self.words.tr("こんにちは。"), *question) if page.greeted else question

    def shelf_tiles(self) -> tuple[TileView, ...]:
        return tuple(
            TileView(shelf.id, self.words.ruby(shelf.title), self._count(shelf.id), shelf.icon, shelf.tint)
            for shelf in self.edition.shelves()
        )

    def _count(self, shelf: str) -> RubyText:
        library = self.edition.library
        count = len(library.on_shelf(shelf)) + len(library.free_on_shelf(shelf))
        return self.words.tr_n("{n}つの教材", "{n}つの教材", count)

    def lesson_tiles(self, shelf: str) -> tuple[TileView, ...]:
        look = {one.id: (one.icon, one.tint) for one in self.edition.library.shelves}
        icon, tint = look.get(shelf, ("menu_book", Tint.GREY))
        lessons = {name: self.edition.lesson(name) for name in self.edition.library.on_shelf(shelf)}
        tiles = [
            TileView(name, self.words.ruby(lesson.title), self._minutes(lesson.minutes), icon, tint)
            for name, lesson in lessons.items()
        ]
        return (*tiles, *self._free_tiles(shelf, tint))

    def _free_tiles(self, shelf: str, tint: Tint) -> Iterator[TileView]:
        for source in self.edition.library.free_on_shelf(shelf):
            app = self.edition.free_app(source.id)
            title, note = self.words.ruby(app.title), self.words.tr("自由に練習")
            yield TileView(app.id, title, note, app.icon, tint)

    def _minutes(self, minutes: int) -> RubyText:
        return self.words.tr_n("およそ{n}{分|ふん}", "およそ{n}{分|ふん}", minutes)

    def front(self, page: Front) -> FrontView:
        lesson, ruby = self.edition.lesson(page.lesson_id), self.words.ruby
        source = self.edition.library.lesson(page.lesson_id)
        original = self.edition.readings.annotate(source.title) if source.title != lesson.title else ()
        return FrontView(
            title=ruby(lesson.title),
            original_title=original,
            summary=ruby(lesson.summary),
            learn=[ruby(line) for line in lesson.learn],
            prepare=[ruby(line) for line in lesson.prepare],
            minutes=self._minutes(lesson.minutes),
        )

    def explore(self, page: Exploring) -> ExploreView:
        app = self.edition.free_app(page.app)
        screen = self.edition.screen(page.phone.screen)
        shown = page.phone.shown(screen, self.edition.phone_words, Skin(page.skin))
        return ExploreView(self.words.ruby(app.summary), shown, page.typed)

    def shown(self, page: Page) -> Shown | None:
        """The practice phone as it looks on this page."""
        if isinstance(page, Exploring):
            return self.explore(page).phone
        if not isinstance(page, InLesson):
            return None
        place = page.place.with_lesson(self.edition.lesson(page.place.lesson_id))
        return shown_at(place, self.edition.screen, self.edition.phone_words, values_now(page))

    def step(self, page: InLesson) -> StepView:
        place = page.place.with_lesson(self.edition.lesson(page.place.lesson_id))
        step, ruby = place.step, self.words.ruby
        chip, icon = self._chip(step)
        shown = self.shown(page)
        view = StepView(
            chip=praise(place.index, self.words) if page.praised else chip,
            chip_icon="check_circle" if page.praised else icon,
            say=ruby(step.say),
            more=ruby(step.more) if step.more else (),
            praised=page.praised,
            answer=Answers(self.words, step, shown).to(page),
            stage=StageView(shown, accomplished=page.accomplished) if shown else None,
        )
        return self._with_kind(view, step, place, page)

    def _with_kind(self, view: StepView, step: Step, place: Place, page: InLesson) -> StepView:
        ruby = self.words.ruby
        match step:
            case Look():
                picture = self._picture(place.lesson_id, step.picture)
                alt = ruby(step.alt) if step.alt else ()
                stage = replace(view.stage, marked=step.point) if view.stage else None
                return replace(view, stage=stage, picture=picture, alt=alt)
            case Ask():
                chosen = place.answers.get(step.remember)
                choices = [Choice(name, ruby(label), name == chosen) for name, label in step.choices.items()]
                return replace(view, choices=tuple(choices))
            case Quiz():
                given = page.feedback.choice if isinstance(page.feedback, QuizAnswered) else ""
                choices = [Choice(name, ruby(label), name == given) for name, label in step.choices.items()]
                return replace(view, choices=tuple(choices))
            case Check():
                return replace(view, items=tuple(ruby(item) for item in step.items), ticked=page.ticked)
            case Done():
                return view
            case _:
                return self._with_practice(view, step, page)

    def _with_practice(self, view: StepView, step: Practice, page: InLesson) -> StepView:
        times = 0 if page.feedback is None or page.accomplished else page.feedback.times
        secrets = tuple(
            Secret(
                credential_name(which, self.words), which.dummy, isinstance(step, Pin) and which is step.which
            )
            for which in (Credential if isinstance(step, Pin) else ())
        )
        assert view.stage
        stage = replace(
            view.stage,
            practice=step,
            marked=step.target if times >= RING_FROM else None,
            pulses=times >= HELP_FROM,
            typed=page.typed,
            guidance=self.skill.guidance if isinstance(step, Type) else 0.0,
        )
        return replace(view, stage=stage, secrets=secrets)

    def _picture(self, lesson_id: str, picture: str | None) -> Path | None:
        return self.edition.library.folder / lesson_id / picture if picture else None

    def _chip(self, step: Step) -> tuple[RubyText, str]:
        tr = self.words.tr
        match step:
            case Tap() | Hold() | Swipe() | Scroll() | Drag() | Pinch():
                return tr("やってみましょう"), "touch_app"
            case Type():
                return tr("文字を入れましょう"), "touch_app"
            case Pin():
                return credential_name(step.which, self.words), "badge"
            case CardStep():
                return tr("カードに当てましょう"), "badge"
            case Scan():
                return tr("カメラを向けましょう"), "qr_code_scanner"
            case Wait():
                return tr("待ってみましょう"), "schedule"
            case Quiz():
                return tr("考えてみましょう"), "lightbulb"
            case Look():
                return tr("見てみましょう"), "visibility"
            case Ask():
                return tr("おしえてください"), "help"
            case Check():
                return tr("確かめましょう"), "check_box"
            case Done():
                return tr("できました"), "check_circle"
            case _:
                assert_never(step)

    @property
    def end(self) -> EndViews:
        return EndViews(self.edition, self.words)

    def help(self, call: Option, close: Option) -> OverlayView:
        ask, ruby = self.edition.city.help, self.words.ruby
        lines = [ruby(ask.who), ruby(ask.how)]
        if ask.phone:
            lines.append(self.words.tr("電話 {phone}", phone=ask.phone))
        if ask.other:
            lines.append(ruby(ask.other))
        return OverlayView("support_agent", self.words.tr("人をよぶ"), lines, [call, close], safe=1)
