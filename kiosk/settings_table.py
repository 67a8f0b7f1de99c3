"""What each setting means and which values it may have: one table for the file, its reader, the staff page and the tests.

`[voices]` is not in it: what a program's command line may be, no bounds can say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import time
from typing import Any

from kiosk.errors import N_
from kiosk.settings import Settings

Value = str | bool | int | float


@dataclass(frozen=True)
class Switch:
    """On or off."""


@dataclass(frozen=True)
class Amount:
    """A number from `low` to `high`, or one of `steps`: what the staff page offers.

    `unit` is a template with {value}; `zero` says what 0 means where that is no number.
    """

    low: float
    high: float
    steps: tuple[float, ...]
    unit: str
    zero: str = ""


@dataclass(frozen=True)
class Choice:
    """One of a few words, each with its name for the staff page."""

    options: Mapping[str, str]


@dataclass(frozen=True)
class HourOfDay:
    """HH:MM, or empty."""


@dataclass(frozen=True)
class Name:
    """Of something outside, such as a printer: any text."""


Kind = Switch | Amount | Choice | HourOfDay | Name


@dataclass(frozen=True)
class Entry:
    """`name` and `meaning` are for the staff page, translated there; `comment` stands in the file as it is."""

    key: str
    kind: Kind
    name: str
    meaning: str
    comment: str

    @property
    def default(self) -> Value:
        value: Value = getattr(Settings(), self.key)
        return value


@dataclass(frozen=True)
class Group:
    """Settings that staff look for together."""

    name: str
    icon: str
    entries: tuple[Entry, ...]


PAPER_NAMES = {
    "a4": "A4",
    "a5": "A5",
    "receipt80": N_("レシート（幅80 mm）"),
    "receipt58": N_("レシート（幅58 mm）"),
}
_INCHES = (0, 10.1, 11.6, 13.3, 15.6, 17.3, 18.5, 19.5, 21.5, 23.8, 24, 27, 32, 43, 55)

GROUPS = (
    Group(
        N_("画面と声"),
        "visibility",
        (
            Entry(
                "language",
                Name(),
                N_("はじめの言語"),
                N_("だれもいないとき、この言語で待ちます。"),
                "はじめの言語 / first language",
            ),
            Entry(
                "read_aloud",
                Switch(),
                N_("はじめから読み上げる"),
                N_("利用者は、いつでも止められます。"),
                "はじめから読み上げる / read aloud from the start",
            ),
            Entry(
                "volume",
                Amount(1, 5, (1, 2, 3, 4, 5), "{value}"),
                N_("はじめの音量"),
                N_("1が小さく、5が大きい音です。利用者が変えても、利用が終わるとこの音量にもどります。"),
                "はじめの音量 / volume when a visit begins",
            ),
            Entry(
                "speech_speed",
                Amount(0.5, 2.0, (0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.5), N_("{value}倍")),
                N_("声の速さ"),
                N_("1倍が、ゆったりした速さです。"),
                "声の速さ / speed of the voice",
            ),
            Entry(
                "animations",
                Switch(),
                N_("画面の動き"),
                N_("動きで目がつかれる人が多いときや、古い端末では、切ります。"),
                "画面の動き / movement on the screen",
            ),
            Entry(
                "screen_inches",
                Amount(7, 120, _INCHES, N_("{value}型"), N_("自動")),
                N_("画面の大きさ"),
                N_("いつもは自動です。文字やボタンの大きさが合わないときだけ、画面の型の数を選びます。"),
                "画面の対角線（インチ）、0は画面に聞く / diagonal of the screen in inches, 0 asks the screen",
            ),
            Entry(
                "viewing_distance",
                Amount(300, 1500, (400, 450, 500, 550, 600, 700, 800), N_("{value} mm")),
                N_("目から画面までの距離"),
                N_("文字やボタンが小さすぎるときは、数を大きくします。"),
                "目から画面まで、mm / eyes to screen, mm",
            ),
        ),
    ),
    Group(
        N_("印刷"),
        "print",
        (
            Entry(
                "printer",
                Name(),
                N_("プリンター"),
                N_("配布シートを印刷するプリンターです。"),
                "CUPSの印刷キュー、空は標準。レシートプリンターは network:… usb:… serial:…"
                " / print queue, empty: the default one; or a receipt printer",
            ),
            Entry(
                "paper",
                Choice(PAPER_NAMES),
                N_("紙の大きさ"),
                N_("プリンターに入れてある紙を選びます。"),
                "紙 / paper",
            ),
            Entry(
                "prints_per_visit",
                Amount(1, 50, (1, 2, 3, 4, 5, 7, 10), N_("{value}回")),
                N_("一人が印刷できる回数"),
                N_("一回の利用のあいだに、ここまで印刷できます。"),
                "一人が印刷できる回数 / sheets for one resident",
            ),
            Entry(
                "prints_per_hour",
                Amount(1, 1000, (5, 10, 20, 30, 40, 50, 75, 100, 200), N_("{value}回")),
                N_("一時間に印刷できる回数"),
                N_("紙のむだづかいを、ふせぎます。"),
                "一時間に印刷できる回数 / sheets in an hour",
            ),
        ),
    ),
    Group(
        N_("時間"),
        "schedule",
        (
            Entry(
                "idle_minutes",
                Amount(0.5, 30, (0.5, 1, 2, 3, 4, 5, 7, 10, 15, 20, 30), N_("{value}{分|ふん}")),
                N_("「まだお使いですか」と聞くまで"),
                N_("このあいだ、だれもさわらないと、聞きます。"),
                "「まだお使いですか」と聞くまで、分 / minutes without a touch before the question",
            ),
            Entry(
                "question_seconds",
                Amount(30, 300, (30, 45, 60, 90, 120, 180, 300), N_("{value}秒")),
                N_("返事を待つ時間"),
                N_("聞いてから、このあいだ待って、はじめの画面にもどります。"),
                "返事を待つ秒 / seconds that the question waits",
            ),
            Entry(
                "wake",
                HourOfDay(),
                N_("画面をつける時刻"),
                N_("消す時刻といっしょに決めます。決めないと、いつもついています。"),
                "画面をつける時刻 HH:MM、空はいつもつける / the screen is lit from, empty: always (needs sleep)",
            ),
            Entry(
                "sleep",
                HourOfDay(),
                N_("画面を消す時刻"),
                N_("使っている人がいるあいだは、消えません。"),
                "画面を消す時刻 HH:MM / and goes dark at (needs wake)",
            ),
        ),
    ),
    Group(
        N_("記録と安全"),
        "shield",
        (
            Entry(
                "count_usage",
                Switch(),
                N_("利用の数をかぞえる"),
                N_("だれが使ったかは、残りません。"),
                "利用の数をかぞえる（個人は残らない） / count usage, without persons",
            ),
            Entry(
                "usage_months",
                Amount(1, 120, (1, 3, 6, 12, 24, 36, 60, 120), N_("{value}か月")),
                N_("数を残す期間"),
                N_("これより古い数は、消します。"),
                "数を残す月 / months that counts are kept",
            ),
            Entry(
                "shuffle_pin",
                Switch(),
                N_("職員の番号の数字を並べかえる"),
                N_("後ろから見られても、番号が分かりにくくなります。"),
                "職員の番号の数字を毎回並べかえる / another order of the digits for the PIN each time",
            ),
        ),
    ),
)

ENTRIES = {entry.key: entry for group in GROUPS for entry in group.entries}


def fits(entry: Entry, value: object) -> bool:
    """Whether a setting may have this value; yes and no are no numbers."""
    match entry.kind:
        case Switch():
            return isinstance(value, bool)
        case Amount(low, high, steps):
            kinds = int | float if isinstance(entry.default, float) else int
            if isinstance(value, bool) or not isinstance(value, kinds):
                return False
            return low <= value <= high or value in steps
        case Choice(options):
            return isinstance(value, str) and value in options
        case HourOfDay():
            return isinstance(value, str) and (value == "" or is_hour(value))
        case Name():
            return isinstance(value, str)


def with_values(settings: Settings, values: Mapping[str, Any]) -> Settings:
    """The settings with values that fit."""
    return replace(settings, **values)


def is_hour(text: str) -> bool:
    """HH:MM, from 00:00 to 23:59."""
    try:
        return len(text) == 5 and time.fromisoformat(text).isoformat("minutes") == text
    except ValueError:
        return False


def hours_agree(wake: str, sleep: str) -> bool:
    """Both are set and differ, or neither is."""
    return (wake == sleep == "") or (bool(wake and sleep) and wake != sleep)


def bounds(entry: Entry) -> str:
    """For the file: "(1-5)", or the words to choose from."""
    match entry.kind:
        case Amount(low, high):
            return f"({low:g}-{high:g})"
        case Choice(options):
            return f"({' '.join(options)})"
        case Switch():
            return "(true, false)"
        case HourOfDay() | Name():
            return ""
