"""From a visit to what each screen shows. Pure functions of the visit and the edition in its language."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import assert_never

from kiosk.handout.qr import make_qr
from kiosk.i18n.edition import Edition
from kiosk.lessons.model import Ask, Check, CityLink, Done, Look, Step, Tap
from kiosk.lessons.phone import Tint, touchables
from kiosk.lessons.place import Place
from kiosk.text.ruby import RubyText, Segment
from kiosk.ui.bars import BarsView
from kiosk.ui.overlay import Option, OverlayView
from kiosk.ui.screens.finish import FinishView, LinkView
from kiosk.ui.screens.front import FrontView
from kiosk.ui.screens.home import TileView
from kiosk.ui.screens.step import Choice, StepView
from kiosk.ui.wording import Wording
from kiosk.visit.visit import (
    AnswerFirst,
    Attract,
    ChooseLanguage,
    Front,
    Home,
    InLesson,
    Missed,
    OnlyLooking,
    OnShelf,
    Page,
)


@dataclass(frozen=True)
class Views:
    """Builds what is shown in one language."""

    edition: Edition
    words: Wording

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
            case InLesson(place):
                return self._lesson_bars(place)
            case _:
                assert_never(page)

    def _lesson_bars(self, place: Place) -> BarsView:
        title = self.words.ruby(self.edition.lesson(place.lesson_id).title)
        if place.finished:
            return BarsView(title=title, can_go_back=True)
        practising = isinstance(place.step, Tap) or place.waits_for_answer
        return BarsView(
            title=title,
            can_go_back=True,
            number=place.number,
            total=place.total,
            next_label=self.words.tr("つぎへ"),
            next_is_main=not practising,
        )

    def _shelf_title(self, shelf: str) -> RubyText:
        titles = {one.id: one.title for one in self.edition.shelves()}
        return self.words.ruby(titles.get(shelf, "")) if shelf in titles else ()

    def question(self, page: Home) -> RubyText:
        question = self.words.tr("今日は、何をしますか。")
        return (*self.words.tr("こんにちは。"), *question) if page.greeted else question

    def shelf_tiles(self) -> tuple[TileView, ...]:
        return tuple(
            TileView(
                shelf.id,
                self.words.ruby(shelf.title),
                self.words.tr_n("{n}つの教材", "{n}つの教材", len(self.edition.library.on_shelf(shelf.id))),
                shelf.icon,
                shelf.tint,
            )
            for shelf in self.edition.shelves()
        )

    def lesson_tiles(self, shelf: str) -> tuple[TileView, ...]:
        look = {one.id: (one.icon, one.tint) for one in self.edition.library.shelves}
        icon, tint = look.get(shelf, ("menu_book", Tint.GREY))
        lessons = {name: self.edition.lesson(name) for name in self.edition.library.on_shelf(shelf)}
        return tuple(
            TileView(name, self.words.ruby(lesson.title), self._minutes(lesson.minutes), icon, tint)
            for name, lesson in lessons.items()
        )

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

    def step(self, page: InLesson) -> StepView:
        place = page.place.with_lesson(self.edition.lesson(page.place.lesson_id))
        step, ruby = place.step, self.words.ruby
        chip, icon = self._chip(step)
        view = StepView(
            chip=self.words.tr("できました") if page.praised else chip,
            chip_icon="check_circle" if page.praised else icon,
            say=ruby(step.say),
            more=ruby(step.more) if step.more else (),
            praised=page.praised,
            feedback=self.feedback(page),
        )
        return self._with_kind(view, step, place, page)

    def _with_kind(self, view: StepView, step: Step, place: Place, page: InLesson) -> StepView:
        ruby = self.words.ruby
        match step:
            case Tap():
                marked = step.target if isinstance(page.feedback, Missed) else None
                return replace(view, phone=self.edition.screen(step.screen), marked=marked)
            case Look():
                phone = self.edition.screen(step.screen) if step.screen else None
                picture = self._picture(place.lesson_id, step.picture)
                alt = ruby(step.alt) if step.alt else ()
                return replace(view, phone=phone, marked=step.point, picture=picture, alt=alt)
            case Ask():
                chosen = place.answers.get(step.remember)
                choices = [Choice(name, ruby(label), name == chosen) for name, label in step.choices.items()]
                return replace(view, choices=tuple(choices))
            case Check():
                return replace(view, items=tuple(ruby(item) for item in step.items), ticked=page.ticked)
            case Done():
                return view
            case _:
                assert_never(step)

    def _picture(self, lesson_id: str, picture: str | None) -> Path | None:
        return self.edition.library.folder / lesson_id / picture if picture else None

    def _chip(self, step: Step) -> tuple[RubyText, str]:
        tr = self.words.tr
        match step:
            case Tap():
                return tr("やってみましょう"), "touch_app"
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

    def feedback(self, page: InLesson) -> RubyText:
        """The kind answer to a touch that was not meant; empty when there is nothing to answer."""
        match page.feedback:
            case None:
                return ()
            case AnswerFirst():
                return self.words.tr("どれか一つを、押してください。")
            case OnlyLooking():
                return self.words.tr("ここは、見るだけです。「つぎへ」を押すと進みます。")
            case Missed(element):
                return self._missed(page.place, element)
            case _:
                assert_never(page.feedback)

    def _missed(self, place: Place, element: str | None) -> RubyText:
        step = place.with_lesson(self.edition.lesson(place.lesson_id)).step
        if not isinstance(step, Tap):
            return ()
        if element in step.wrong:
            return self.words.ruby(step.wrong[element])
        hint = self.words.ruby(step.hint)
        labels = {one.id: one.label for one in touchables(self.edition.screen(step.screen))}
        if element in labels:
            return (*self.words.tr("今さわったのは「{label}」です。", label=labels[element]), *_GAP, *hint)
        return (*self.words.tr("そこには、何もありません。"), *_GAP, *hint)

    def finish(self, page: InLesson) -> FinishView:
        lesson = self.edition.lesson(page.place.lesson_id)
        done = lesson.steps[-1]
        links = [self._link(self.edition.city.links[name]) for name in lesson.links]
        more = self.words.ruby(done.more) if done.more else ()
        return FinishView(self.words.ruby(done.say), more, links, self.printing(page))

    def printing(self, page: InLesson) -> RubyText:
        message = page.printing
        return self.words.tr(message.template, **message.values) if message else ()

    def _link(self, link: CityLink) -> LinkView:
        note = self.words.ruby(link.note) if link.note else ()
        return LinkView(self.words.ruby(link.title), link.host, note, make_qr(link.url))

    def help(self, close: Option) -> OverlayView:
        ask, ruby = self.edition.city.help, self.words.ruby
        lines = [ruby(ask.who), ruby(ask.how)]
        if ask.phone:
            lines.append(self.words.tr("電話 {phone}", phone=ask.phone))
        if ask.other:
            lines.append(ruby(ask.other))
        return OverlayView("support_agent", self.words.tr("人をよぶ"), lines, [close])


_GAP: RubyText = (Segment(" "),)
