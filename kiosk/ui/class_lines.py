"""What the first screen says of the coming classes, in one language."""

from datetime import date, datetime, time

from babel.dates import format_skeleton, format_time

from kiosk.i18n.edition import Edition
from kiosk.lessons.classes import ClassDate, coming
from kiosk.ui.controls.class_card import MOST, ClassLines
from kiosk.ui.screens.screen import lines
from kiosk.ui.wording import Wording


def class_lines(edition: Edition, words: Wording, now: datetime) -> tuple[ClassLines, ...]:
    """The next ones at `now`, in local time."""
    return tuple(_lines(one, words) for one in coming(edition.classes(), now)[:MOST])


def _lines(one: ClassDate, words: Wording) -> ClassLines:
    language = words.language
    when = words.tr(
        "{day} {begin}から{end}まで",
        day=_day(one.date, language),
        begin=_hour(one.begin, language),
        end=_hour(one.until, language),
    )
    more = [words.ruby(text) for text in (one.place, one.note) if text]
    return ClassLines(words.ruby(one.title), when, lines(more))


def _day(day: date, language: str) -> str:
    """Without the year: Sat, Nov 28."""
    return _whole(format_skeleton("MMMEd", day, locale=language))


def _hour(hour: time, language: str) -> str:
    return _whole(format_time(hour, "short", locale=language))


def _whole(text: str) -> str:
    """No line ends inside; CLDR puts a narrow space before AM and PM, which few fonts have."""
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ").replace(" ", "\N{NO-BREAK SPACE}")
