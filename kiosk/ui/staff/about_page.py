"""Which software this is; starting it anew, and leaving it."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from kiosk.errors import N_
from kiosk.staff.versions import Versions
from kiosk.text.ruby import RubyText
from kiosk.ui.staff.lines import LineCard
from kiosk.ui.staff.looking_page import LookingPage
from kiosk.ui.staff.page import Run
from kiosk.ui.staff.sure import Sure
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


class AboutPage(LookingPage[Versions]):
    """`AboutPage(theme, words, run, look)`; `look` gives the versions."""

    restart_requested = Signal()
    exit_requested = Signal()

    looking = N_("バージョンを調べています。少しお待ちください。")

    def __init__(self, theme: Theme, words: Wording, run: Run, look: Callable[[], Versions]) -> None:
        super().__init__(theme, words, run, look)
        tr = words.tr
        anew = Sure(theme, words, tr("キオスクを再起動する"), "restart_alt", self.refit)
        anew.explain(tr("はじめの画面にもどるまで、10秒ほどかかります。教材や設定を変えたあとに使います。"))
        anew.ask(tr("再起動しますか。"))
        anew.sure.connect(self.restart_requested)
        leave = Sure(theme, words, tr("デスクトップに出る"), "logout", self.refit)
        leave.explain(tr("利用者の画面を閉じて、この端末のふつうの画面に出ます。"))
        leave.ask(tr("デスクトップに出ますか。もう一度始めるまで、利用者は使えません。"))
        leave.sure.connect(self.exit_requested)
        for card in (anew, leave, self._licences()):
            self.column.insertWidget(self.column.count() - 1, card)

    def show_found(self, found: Versions) -> None:
        tr = self.words.tr
        self.summarise(None, tr("まなびキオスク {version}", version=found.software))
        card = self.body.card(tr("バージョン"))
        for text in self._versions(found):
            card.line(None, text)

    def _licences(self) -> LineCard:
        card = LineCard(self.theme, self.words.tr("使う決まり（ライセンス）"))
        said = N_(
            "ソフトはApacheライセンス第2版、教材と訳はCC BY 4.0です。書体と絵の決まりは、それぞれのフォルダーにあります。"
        )
        card.line(None, self.words.tr(said))
        return card

    def _versions(self, found: Versions) -> tuple[RubyText, ...]:
        tr = self.words.tr
        software = found.software if not found.commit else f"{found.software} ({found.commit})"
        changed = found.changed.isoformat() if found.changed else "—"
        return (
            tr("ソフト：{software}", software=software),
            tr("教材と訳：{content}（最後に変わった日 {changed}）", content=found.content, changed=changed),
            tr("使っている部品：Python {python}、Qt {qt}", python=found.python, qt=found.qt),
        )
