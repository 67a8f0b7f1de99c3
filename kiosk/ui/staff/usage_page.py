"""How often the terminal was used, as charts; and the way to a file that may be published."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from kiosk.errors import N_, KioskError
from kiosk.text.ruby import RubyText
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.staff.charts import BarChart
from kiosk.ui.staff.page import Run, StaffPage
from kiosk.ui.staff.quiet import enable
from kiosk.ui.staff.usage_view import Chart, charts_of
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording
from kiosk.visit.usage.figures import MONTH_DAYS, WEEK_DAYS, YEAR_MONTHS, Figures, Period

PERIODS = {
    Period.WEEK: (N_("{count}日間"), WEEK_DAYS),
    Period.MONTH: (N_("{count}日間"), MONTH_DAYS),
    Period.YEAR: (N_("{count}か月"), YEAR_MONTHS),
}

ON_STICK = N_("USBメモリーに書き出しました。ファイルの名前は {name} です。")
ON_TERMINAL = N_(
    "USBメモリーが見つからないので、この端末の {file} に書きました。管理している人に取り出してもらってください。"
)


class UsagePage(StaffPage):
    """`read` gives the figures of a period, `export` writes the file and says where; neither on this thread.

    `lessons` are titles by id, in the language of `words`; `own` is where a file lies that no stick took.
    """

    def __init__(
        self,
        theme: Theme,
        words: Wording,
        run: Run,
        read: Callable[[Period], Figures],
        export: Callable[[], Path],
        lessons: Mapping[str, str],
        own: Path,
    ) -> None:
        super().__init__(theme, words)
        self._own = own
        self._run, self._read, self._export, self._lessons = run, read, export, lessons
        self._period = Period.MONTH
        self._choices = {period: self._choice(period) for period in PERIODS}
        self._write = self.button(words.tr("USBメモリーに書き出す"), self._begin_export, "download")
        self._charts: QWidget | None = None
        self._build()

    def _choice(self, period: Period) -> TouchButton:
        text, count = PERIODS[period]
        choice = self.button(self.words.tr(text, count=count), partial(self.show_period, period))
        choice.setCheckable(True)
        return choice

    def _build(self) -> None:
        tr = self.words.tr
        self.row(*self._choices.values())
        self.note(tr("だれが使ったかは、記録していません。10未満の数は、くわしく出しません。"))
        self.row(self._write)
        self._written = self.note(
            tr("USBメモリーをさしてから、さわってください。終わった月の数を、公開できる表（CSV）にします。")
        )
        self._state = self.note(())

    def opened(self) -> None:
        self.show_period(self._period)

    def show_period(self, period: Period) -> None:
        self._period = period
        for one, choice in self._choices.items():
            choice.setChecked(one is period)
        self._say(self._state, self.words.tr("数えています。少しお待ちください。"))
        self._run(partial(self._work, period), partial(self._show, period), partial(self._tell, self._state))

    def _work(self, period: Period) -> tuple[Chart, ...]:
        return charts_of(self._read(period), self.words, self._lessons)

    def _show(self, period: Period, charts: tuple[Chart, ...]) -> None:
        if not isValid(self) or period is not self._period:
            return
        self._state.setVisible(not charts)
        if not charts:
            self._say(self._state, self.words.tr("この間の数は、まだありません。"))
        if self._charts:
            self._charts.hide()
            self._charts.deleteLater()
        self._charts = self._drawn(charts)
        self.column.addWidget(self._charts)
        self._charts.show()
        self.refit()

    def _drawn(self, charts: tuple[Chart, ...]) -> QWidget:
        drawn = QWidget()
        column = QVBoxLayout(drawn)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.gap)
        for chart in charts:
            column.addSpacing(self.theme.gap)
            column.addWidget(RubyLabel(chart.title, self.theme, self.theme.explanation, bold=True))
            column.addWidget(BarChart(self.theme, self.words, chart.title, chart.bars))
        return drawn

    def _begin_export(self) -> None:
        enable(self._write, False, self._choices[self._period])
        self._say(self._written, self.words.tr("書き出しています。少しお待ちください。"))
        self._run(self._export, self._exported, partial(self._tell, self._written))

    def _exported(self, path: Path) -> None:
        if isValid(self):
            self._write.setEnabled(True)
            said = ON_TERMINAL if path.parent == self._own else ON_STICK
            self._say(self._written, self.words.tr(said, file=path, name=path.name))

    def _tell(self, label: RubyLabel, error: KioskError) -> None:
        if isValid(self):
            self._write.setEnabled(True)
            self._say(label, self.words.told(error.message))

    def _say(self, label: RubyLabel, text: RubyText) -> None:
        label.set_text(text)
        label.show()
        self.refit()
