"""What is wrong with the content, what is due to be looked at again, and how far the translations are."""

from collections.abc import Callable
from datetime import date

from kiosk.errors import N_
from kiosk.staff.content_state import ContentProblem, ContentState, Drafts, Review, by_file
from kiosk.text.ruby import RubyText
from kiosk.ui.staff.lines import Sign
from kiosk.ui.staff.looking_page import LookingPage
from kiosk.ui.staff.page import Run
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

SOON_DAYS = 30


class ContentPage(LookingPage[ContentState]):
    """`ContentPage(theme, words, run, look, today)`; `look` gives the state of the content."""

    looking = N_("教材を調べています。30秒ほどかかります。")

    def __init__(
        self,
        theme: Theme,
        words: Wording,
        run: Run,
        look: Callable[[], ContentState],
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(theme, words, run, look)
        self._today = today

    def show_found(self, found: ContentState) -> None:
        self.summarise(*self._short(found))
        self._show_problems(found.problems)
        self._show_reviews(found.reviews)
        self._show_drafts(found.drafts)

    def _short(self, found: ContentState) -> tuple[Sign, RubyText]:
        tr, tr_n = self.words.tr, self.words.tr_n
        grave = sum(problem.grave for problem in found.problems)
        late = sum(review.days_left(self._today()) < 0 for review in found.reviews)
        if grave:
            return Sign.FAULT, tr_n("直すところが{n}件あります。", "直すところが{n}件あります。", grave)
        if late:
            one = tr_n(
                "見なおしの日を過ぎた教材が{n}個あります。", "見なおしの日を過ぎた教材が{n}個あります。", late
            )
            return Sign.LACK, one
        if found.problems:
            return Sign.LACK, tr("使えます。気をつけるところがあります。")
        return Sign.WELL, tr("教材は、すべて正しく書けています。")

    # -- problems ----------------------------------------------------------------------------------

    def _show_problems(self, problems: tuple[ContentProblem, ...]) -> None:
        part = self.shown_part(len(problems))
        for file, group in by_file(problems[part.start : part.stop]):
            card = self.body.card(self.words.tr("ファイル {file}", file=file))
            for problem in group:
                card.line(*self._problem(problem))
        self.add_turning(len(problems))

    def _problem(self, problem: ContentProblem) -> tuple[Sign, RubyText, RubyText]:
        sign = Sign.FAULT if problem.grave else Sign.LACK
        values = {"line": problem.line, "problem": problem.problem}
        said = (
            self.words.tr("{line}行め：{problem}", **values)
            if problem.line
            else self.words.ruby(problem.problem)
        )
        return sign, said, self.words.ruby(problem.remedy)

    # -- reviews -----------------------------------------------------------------------------------

    def _show_reviews(self, reviews: tuple[Review, ...]) -> None:
        if reviews:
            card = self.body.card(self.words.tr("教材の見なおし"))
            for review in reviews:
                card.line(*self._review(review))

    def _review(self, review: Review) -> tuple[Sign, RubyText, RubyText]:
        left, tr = review.days_left(self._today()), self.words.tr
        days = {"day": review.review_by.isoformat(), "checked": review.checked_on.isoformat()}
        if left < 0:
            below = tr(
                "{day} までに見なおす日が、{days}{日|にち}過ぎています。出典を見たのは {checked} です。",
                days=-left,
                **days,
            )
        else:
            below = tr(
                "{day} までに見なおします（あと{days}{日|にち}）。出典を見たのは {checked} です。",
                days=left,
                **days,
            )
        sign = Sign.FAULT if left < 0 else Sign.LACK if left <= SOON_DAYS else Sign.WELL
        return sign, self.words.ruby(review.title), below

    # -- translations ------------------------------------------------------------------------------

    def _show_drafts(self, drafts: tuple[Drafts, ...]) -> None:
        if drafts:
            card = self.body.card(self.words.tr("訳"))
            for one in drafts:
                card.line(*self._draft(one))

    def _draft(self, one: Drafts) -> tuple[Sign, RubyText, RubyText]:
        values = {"ready": one.ready, "drafts": one.drafts, "missing": one.missing}
        said = self.words.tr(
            "人が確かめた訳 {ready}件、機械の下書き {drafts}件、まだない訳 {missing}件。", **values
        )
        sign = Sign.LACK if one.drafts or one.missing else Sign.WELL
        return sign, self.words.ruby(one.language), said
