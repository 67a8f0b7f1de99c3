"""What the page of usage counts shows, worked out of the figures. Pure, and not for the window's thread."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.i18n.languages import LANGUAGES
from kiosk.text.ruby import RubyText, parse_ruby
from kiosk.ui.staff.charts import Bar
from kiosk.ui.wording import Wording
from kiosk.visit.usage.figures import Figures, Period
from kiosk.visit.usage.titles import TITLES

DAY, MONTH = "MMMEd", "yMMMM"
"""Skeletons of the Unicode locale data: what a date has, in the order of each language."""


@dataclass(frozen=True)
class Chart:
    title: RubyText
    bars: tuple[Bar, ...]


def charts_of(figures: Figures, words: Wording, lessons: Mapping[str, str]) -> tuple[Chart, ...]:
    """The charts from the top; `lessons` are titles by id. A chart without bars is left out."""
    tr = words.tr
    if not figures.totals.total():
        return ()
    totals = ((tr(title), figures.totals[measure]) for measure, title in TITLES.items())
    time = tr("月ごとの利用") if figures.period is Period.YEAR else tr("日ごとの利用")
    charts = (
        _chart(tr("合計"), totals),
        _chart(time, ((_day(day, figures.period, words), n) for day, n in figures.over_time)),
        _chart(tr("時間帯ごとの利用"), ((tr("{hour}時台", hour=hour), n) for hour, n in figures.by_hour)),
        _chart(tr("始めた教材"), ((_lesson(name, words, lessons), n) for name, n in figures.by_lesson)),
        _chart(tr("選ばれた言語"), ((_language(code, words), n) for code, n in figures.by_language)),
        _chart(tr("途中でやめた手順"), ((_step(stop, words, lessons), n) for stop, n in figures.stops)),
    )
    return tuple(chart for chart in charts if chart.bars)


def _chart(title: RubyText, bars: Iterable[tuple[RubyText, int]]) -> Chart:
    return Chart(title, tuple(Bar(label, times) for label, times in bars))


def _day(day: date, period: Period, words: Wording) -> RubyText:
    from babel.dates import format_skeleton

    skeleton = MONTH if period is Period.YEAR else DAY
    return words.ruby(format_skeleton(skeleton, day, locale=words.language))


def _lesson(name: str, words: Wording, lessons: Mapping[str, str]) -> RubyText:
    """A lesson that is no longer there has only its id."""
    return words.ruby(lessons[name]) if name in lessons else parse_ruby(name)


def _step(stop: tuple[str, int], words: Wording, lessons: Mapping[str, str]) -> RubyText:
    name, step = stop
    return words.tr("{lesson}　手順{step}", lesson=lessons.get(name, name), step=step)


def _language(code: str, words: Wording) -> RubyText:
    """In Japanese for staff who read Japanese, else each in its own words."""
    for one in LANGUAGES:
        if one.code == code:
            foreign = words.language.startswith("ja") and not code.startswith("ja")
            return words.ruby(one.in_japanese if foreign else one.name)
    return parse_ruby(code)
