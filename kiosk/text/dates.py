"""Dates and times written in figures: 2026/11/23, R8.4.1, 11/23(月), 9:30."""

from kiosk.text.counting import counted, heard
from kiosk.text.numbers import cardinal
from kiosk.text.ruby import RubyText, Segment
from kiosk.text.rules import Found, Rule, before, rule

_WEEKDAYS = {
    **{"月": "ゲツヨウビ", "火": "カヨウビ", "水": "スイヨウビ", "木": "モクヨウビ", "金": "キンヨウビ"},
    **{"土": "ドヨウビ", "日": "ニチヨウビ", "祝": "シュクジツ"},
}
_SHORT_WEEKDAYS = dict(
    zip("月火水木金土日", ("げつ", "か", "すい", "もく", "きん", "ど", "にち"), strict=True)
)
_TO = {"〜": "カラ", "~": "カラ"}
_ERAS = {"R": "レイワ", "H": "ヘイセイ", "S": "ショウワ"}
_ERA_NAMES = ("令和", "平成", "昭和")

WEEKDAY = "[月火水木金土日]"
_WEEKDAYS_IN_A_ROW = rf"(?:(?<![一-鿿])|(?<=毎週)){WEEKDAY}(?:[・、,〜~-]{WEEKDAY}){{1,6}}(?![一-鿿々])"


def date_heard(year: str, month: str, day: str) -> str:
    """A date in katakana; a part that is empty is left out."""
    parts = [counted(part, [unit]) for part, unit in ((year, "年"), (month, "月")) if part]
    if day:
        parts.append(counted(day, ["日"], date=True))
    return "".join(heard(part) for part in parts)


def time_heard(hour: str, minute: str, second: str = "") -> str:
    """A time in katakana: 9:00 クジ, 9:05 クジゴフン, 9:00:30 クジゼロフンサンジュウビョウ."""
    parts = [counted(hour, ["時"])]
    if int(minute) or second:
        parts.append(counted(minute, ["分"]))
    if second:
        parts.append(counted(second, ["秒"]))
    return "".join(heard(part) for part in parts)


def _is_date(month: str, day: str = "1") -> bool:
    return 1 <= int(month) <= 12 and 1 <= int(day) <= 31


def _date(match: Found) -> RubyText:
    year, month, day = match["year"], match["month"], match["day"]
    era = _ERAS.get(match["era"], "")
    is_year = era or (len(year) == 4 and year[0] != "0") or before(match).endswith(_ERA_NAMES)
    if not is_year or not _is_date(month, day):
        return ()
    return (Segment(match[0], sound=era + date_heard(year, month, day)),)


def _era_year(match: Found) -> RubyText:
    number, *counter = counted(match[2], [match[3]])
    return (Segment(match[1] + number.base, sound=_ERAS[match[1]] + number.sound), *counter)


def _month_of_year(match: Found) -> RubyText:
    era, year, month = match.groups()
    sound = _ERAS.get(era, "") + date_heard(year, month, "")
    return (Segment(match[0], sound=sound),) if _is_date(month) else ()


def _day_or_fraction(match: Found) -> RubyText:
    """11/23 is a day, 1/2 a half; with a weekday or the rest of a range behind it even 1/2 is a day."""
    first, second, is_day = match.groups()
    if int(first) < int(second) <= 5 and not is_day:
        return (Segment(match[0], sound=f"{cardinal(second)}ブンノ{cardinal(first)}"),)
    return (Segment(match[0], sound=date_heard("", first, second)),) if _is_date(first, second) else ()


def _time(match: Found) -> RubyText:
    """Up to 30 o'clock: what closes at 25:00 closes at night."""
    hour, minute, second = match.groups("")
    is_time = int(hour) <= 30 and int(minute) < 60
    return (Segment(match[0], sound=time_heard(hour, minute, second)),) if is_time else ()


def _weekdays(match: Found) -> RubyText:
    """月・水・金, 月〜金: the signs between may be heard (から), the days are shown with their readings."""
    return tuple(
        Segment(sign, reading)
        if (reading := _SHORT_WEEKDAYS.get(sign))
        else Segment(sign, sound=_TO.get(sign, ""))
        for sign in match[0]
    )


def _weekday(match: Found) -> RubyText:
    return tuple(Segment(sign, sound=_WEEKDAYS.get(sign, "")) for sign in match[0])


RULES: tuple[Rule, ...] = (
    rule(
        r"(?P<era>[RHS]?)(?P<year>\d{1,4})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d-]|\.\d)",
        _date,
    ),
    rule(r"([RHS])(\d{1,2})(年度?)", _era_year),
    rule(r"()(\d{4})/(\d{1,2})(?![\d/])", _month_of_year),
    rule(r"([RHS])(\d{1,2})[./](\d{1,2})(?![\d./])", _month_of_year),
    rule(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])", _time),
    rule(rf"(?<=[日\d])\({WEEKDAY}(?:・?祝)?\)", _weekday),
    rule(_WEEKDAYS_IN_A_ROW, _weekdays),
    rule(rf"(\d{{1,2}})/(\d{{1,2}})(?![\d/])(?=(\({WEEKDAY}|〜|から|まで)?)", _day_or_fraction),
)
