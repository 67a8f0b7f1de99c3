"""The staff's page of usage counts: small groups stay hidden, and whoever cannot see the bars hears the numbers."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QColor, QImage

from kiosk.errors import KioskError
from kiosk.i18n.catalogues import load_catalogue
from kiosk.jobs import at_once
from kiosk.paths import SHIPPED
from kiosk.text.readings import Readings
from kiosk.text.ruby import parse_ruby, plain
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.staff.charts import Bar, BarChart
from kiosk.ui.staff.usage_page import UsagePage
from kiosk.ui.staff.usage_view import charts_of
from kiosk.ui.wording import Wording
from kiosk.visit.usage.counts import Measure
from kiosk.visit.usage.figures import Figures, Period
from kiosk.visit.usage.reading import UsageError
from kiosk.visit.visit import TextSize
from tests.ui.table import make_theme

DAY = date(2026, 10, 5)
STICK = Path("/media/stick/usage.csv")
OWN = Path("/var/lib/kiosk")


@pytest.fixture
def words(tmp_path: Path) -> Wording:
    return Wording(load_catalogue(SHIPPED, "ja", tmp_path), Readings())


def figures(period: Period = Period.WEEK) -> Figures:
    totals = Counter({Measure.VISIT: 20, Measure.HELP: 3})
    lessons, languages = (("camera", 12), ("gone", 4)), (("en", 11), ("ja", 9))
    return Figures(period, totals, ((DAY, 20),), ((9, 20),), lessons, languages, ((("camera", 2), 10),))


def told(figures: Figures, words: Wording) -> dict[str, list[tuple[str, int]]]:
    charts = charts_of(figures, words, {"camera": "カメラ"})
    return {plain(one.title): [(plain(bar.label), bar.times) for bar in one.bars] for one in charts}


def test_every_figure_has_a_chart_in_words(words: Wording) -> None:
    charts = told(figures(), words)
    assert charts.pop("合計")[0] == ("利用", 20)
    assert charts == {
        "日ごとの利用": [("10月5日(月)", 20)],
        "時間帯ごとの利用": [("9時台", 20)],
        "始めた教材": [("カメラ", 12), ("gone", 4)],
        "選ばれた言語": [("英語", 11), ("日本語", 9)],
        "途中でやめた手順": [("カメラ　手順2", 10)],
    }


def test_a_year_is_told_by_months(words: Wording) -> None:
    assert told(figures(Period.YEAR), words)["月ごとの利用"] == [("2026年10月", 20)]


def test_without_counts_there_is_no_chart(words: Wording) -> None:
    nothing = Figures(Period.WEEK, Counter(), ((DAY, 0),), (), (), (), ())
    assert told(nothing, words) == {}


def chart(words: Wording, *times: int, label: str = "あ", width: int = 600, **theme: TextSize) -> BarChart:
    bars = tuple(Bar(parse_ruby(label), one) for one in times)
    made = BarChart(make_theme(**theme), words, parse_ruby("利用"), bars)
    made.resize(width, made.heightForWidth(width))
    return made


def picture(chart: BarChart) -> QImage:
    return chart.grab().toImage()


def inked(image: QImage, colour: QColor) -> int:
    """How many dots have this colour."""
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(*spot) == colour for spot in spots)


def test_a_chart_tells_its_numbers_to_a_screen_reader(words: Wording, qtbot: object) -> None:
    assert chart(words, 12, 9, 0).accessibleName() == "利用: あ 12, あ 10未満, あ 0"


def test_small_numbers_look_all_the_same(words: Wording, qtbot: object) -> None:
    assert picture(chart(words, 1, 50)) == picture(chart(words, 9, 50))
    assert picture(chart(words, 9, 50)) != picture(chart(words, 10, 50))


def test_a_bar_is_as_long_as_its_number(words: Wording, qtbot: object) -> None:
    main = make_theme().colours.main
    half, whole = (inked(picture(chart(words, 100, times)), main) for times in (50, 100))
    assert half / whole == pytest.approx(0.75, abs=0.02)


@pytest.mark.parametrize("text_size", TextSize)
@pytest.mark.parametrize("label", ["あ", "罹災証明書をスマートフォンで申請する　手順12"])
def test_nothing_reaches_over_the_edge(
    words: Wording, qtbot: object, text_size: TextSize, label: str
) -> None:
    one = chart(words, 123456, 1, label=label, text_size=text_size)
    image = picture(one)
    paper = image.pixelColor(image.width() - 1, image.height() - 1)
    assert {image.pixelColor(image.width() - 1, y).name() for y in range(image.height())} == {paper.name()}
    assert {image.pixelColor(x, image.height() - 1).name() for x in range(image.width())} == {paper.name()}


class Desk:
    """Does the work of a page when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], object]] = []

    def run(
        self,
        work: Callable[[], object],
        done: Callable[[object], object],
        failed: Callable[[KioskError], object],
    ) -> None:
        self.waiting.append(partial(at_once, work, done, failed))

    def work(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


def no_file() -> Path:
    raise UsageError("書き出せません。")


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def make_page(qtbot, words: Wording, desk: Desk) -> Callable[..., UsagePage]:
    def make(found: Figures | None = None, export: Callable[[], Path] = lambda: STICK) -> UsagePage:
        page = UsagePage(make_theme(), words, desk.run, lambda one: found or figures(one), export, {}, OWN)
        qtbot.addWidget(page)
        page.resize(1300, 800)
        page.show()
        page.opened()
        return page

    return make


def texts(page: UsagePage) -> list[str]:
    return [one.accessibleName() for one in page.findChildren(RubyLabel) if one.isVisible()]


def press(page: UsagePage, name: str) -> None:
    next(one for one in page.findChildren(TouchButton) if one.accessibleName() == name).click()


def test_charts_follow_once_they_are_worked_out(make_page: Callable[..., UsagePage], desk: Desk) -> None:
    page = make_page()
    assert "数えています。少しお待ちください。" in texts(page)
    desk.work()
    assert "数えています。少しお待ちください。" not in texts(page)
    assert "日ごとの利用" in texts(page)


def test_another_period_replaces_the_charts(make_page: Callable[..., UsagePage], desk: Desk) -> None:
    page = make_page()
    desk.work()
    press(page, "12か月")
    desk.work()
    assert ("月ごとの利用" in texts(page), "日ごとの利用" in texts(page)) == (True, False)


def test_only_the_period_chosen_last_is_shown(make_page: Callable[..., UsagePage], desk: Desk) -> None:
    page = make_page()
    press(page, "12か月")
    press(page, "7日間")
    desk.waiting.reverse()
    desk.work()
    assert "月ごとの利用" not in texts(page)


def test_a_page_without_counts_says_so(make_page: Callable[..., UsagePage], desk: Desk) -> None:
    page = make_page(Figures(Period.MONTH, Counter(), ((DAY, 0),), (), (), (), ()))
    desk.work()
    assert "この間の数は、まだありません。" in texts(page)
    assert page.findChildren(BarChart) == []


def test_the_page_says_where_the_file_is(make_page: Callable[..., UsagePage], desk: Desk) -> None:
    page = make_page()
    press(page, "USBメモリーに書き出す")
    desk.work()
    assert "USBメモリーに書き出しました。ファイルの名前は usage.csv です。" in texts(page)


def test_without_a_stick_it_says_where_in_the_terminal(
    make_page: Callable[..., UsagePage], desk: Desk
) -> None:
    page = make_page(export=lambda: OWN / "usage.csv")
    press(page, "USBメモリーに書き出す")
    desk.work()
    assert any(f"USBメモリーが見つからないので、この端末の {OWN}" in text for text in texts(page))


def test_the_page_says_why_there_is_no_file(make_page: Callable[..., UsagePage], desk: Desk) -> None:
    page = make_page(export=no_file)
    press(page, "USBメモリーに書き出す")
    desk.work()
    assert "書き出せません。" in texts(page)


def test_a_page_that_was_left_hears_nothing_more(make_page: Callable[..., UsagePage], desk: Desk) -> None:
    page = make_page()
    press(page, "USBメモリーに書き出す")
    shiboken6.delete(page)
    desk.work()
    assert desk.waiting == []
