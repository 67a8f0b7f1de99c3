"""From a visit at the end of a lesson to what is shown: the codes, and the sheet to take home. Pure functions."""

from dataclasses import dataclass

from kiosk.handout.qr import qr_if_possible
from kiosk.i18n.edition import Edition
from kiosk.lessons.model import CityLink
from kiosk.text.ruby import RubyText
from kiosk.ui.controls.sheet_panel import SheetView
from kiosk.ui.screens.finish import FinishView, LinkView
from kiosk.ui.screens.screen import lines
from kiosk.ui.wording import Wording
from kiosk.visit.visit import InLesson, Stage


@dataclass(frozen=True)
class EndViews:
    """Builds what is shown in one language."""

    edition: Edition
    words: Wording

    def page(self, page: InLesson) -> FinishView:
        lesson = self.edition.lesson(page.place.lesson_id)
        done = lesson.steps[-1]
        more = self.words.ruby(done.more) if done.more else ()
        return FinishView(self.words.ruby(done.say), more, self._links(page), self.sheet(page))

    def sheet(self, page: InLesson) -> SheetView:
        """The sheet to take home. In trouble it is also said what helps instead."""
        sheet, tr = page.sheet, self.words.tr
        again = sheet.stage is Stage.PRINTED
        button = tr("もう一枚、印刷する") if again else tr("持ち帰りの紙を印刷する")
        name = self.words.catalogue.tr("印刷する紙の見本") if sheet.preview else ""
        return SheetView(button, self._said_of_sheet(page), sheet.preview, name, sheet.stage)

    def _said_of_sheet(self, page: InLesson) -> RubyText:
        sheet, tr = page.sheet, self.words.tr
        if sheet.message is None:
            return tr("手順とQRコードの紙を、もらえます。")
        said = self.words.told(sheet.message)
        if sheet.stage is Stage.WORKING and sheet.pages:
            return lines([said, self.words.tr_n("紙が{n}枚、出ます。", "紙が{n}枚、出ます。", sheet.pages)])
        if sheet.stage not in (Stage.TROUBLE, Stage.ENOUGH):
            return said
        if any(link.code for link in self._links(page)):
            return lines([said, tr("画面のQRコードを、ご自分のスマートフォンで読み取ってください。")])
        return lines([said, tr("係の人に、声をかけてください。")]) if sheet.stage is Stage.TROUBLE else said

    def _links(self, page: InLesson) -> list[LinkView]:
        lesson = self.edition.lesson(page.place.lesson_id)
        return [self._link(link) for link in self.edition.city.entrances(lesson.links)]

    def _link(self, link: CityLink) -> LinkView:
        note = self.words.ruby(link.note) if link.note else ()
        code = qr_if_possible(link.url, self.edition.city.hosts)
        return LinkView(self.words.ruby(link.title), link.host, note, code)
