"""What a terminal that has something to tell would show its staff: made up, for pictures and tests."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from kiosk.errors import N_, Message
from kiosk.handout.trial_state import TrialState
from kiosk.handout.trouble import Trouble
from kiosk.staff.content_state import ContentProblem, ContentState, Drafts, Review
from kiosk.staff.health import Area, Finding, Mark
from kiosk.staff.log_entries import SLIPPED, Entry, Gravity
from kiosk.staff.touch_accuracy import Aim, crosses
from kiosk.staff.versions import Versions
from kiosk.staff.voices_state import VoicesOfLanguage, VoicesState
from kiosk.ui.theme import Display
from kiosk.visit.usage.counts import Measure
from kiosk.visit.usage.figures import MONTH_DAYS, Figures, Period

TODAY = date(2026, 11, 23)

PAPER_OUT = Message(Trouble.PAPER_OUT.staff, {"printer": "printer-1"})

HEALTH = (
    Finding(Area.PRINTER, PAPER_OUT, Mark.FAULT),
    Finding(Area.SOUND, Message(N_("音：スピーカーが見つかりません。音なしで動きます。")), Mark.LACK),
    Finding(Area.CONTENT, Message(N_("教材：{lessons}個が使えます。"), {"lessons": 11})),
    Finding(Area.CLOCK, Message(N_("時計：{day} です。"), {"day": TODAY})),
    Finding(Area.DISK, Message(N_("ディスク：空きは {megabytes} MB です。"), {"megabytes": 20480})),
)

CONTENT = ContentState(
    (
        ContentProblem(
            "lessons/three-pins/lesson.yaml", 42, True, "「screan」は使えません。", "「screen」ですか。"
        ),
        ContentProblem(
            "lessons/three-pins/lesson.yaml", 57, False, "文が長すぎます。", "二つに分けてください。"
        ),
    ),
    (
        Review("QRコードを読み取る", TODAY - timedelta(3), TODAY - timedelta(180)),
        Review("罹災証明書を申請する", TODAY + timedelta(90), TODAY - timedelta(30)),
    ),
    (Drafts("English", 812, 40, 3),),
)

VOICES = VoicesState(
    (
        VoicesOfLanguage("ja", "日本語", ("録音", "Open JTalk"), (), 3, 11),
        VoicesOfLanguage("en", "English", (), ("声がありません。",), 0, 11),
    ),
    117,
)

LOG = (
    Entry(datetime(2026, 11, 22, 14, 3), Gravity.FAULT, SLIPPED, ("kiosk.calm: unexpected error",)),
    Entry(
        datetime(2026, 11, 20, 9, 30),
        Gravity.REMARK,
        N_("印刷できませんでした。"),
        ("kiosk.printing: no paper",),
    ),
)

VERSIONS = Versions("0.6.0", "4e880c0a", "a1ee730c", TODAY, "3.11.7", "6.11.3")

TRIAL = TrialState((PAPER_OUT,), is_well=False)


def figures(period: Period, lessons: Sequence[str]) -> Figures:
    """A busy month."""
    totals = Counter({Measure.VISIT: 412, Measure.VISIT_LEFT: 96, Measure.LESSON_STARTED: 350})
    days = tuple((TODAY - timedelta(back), back * 7 % 31) for back in reversed(range(MONTH_DAYS)))
    hours = tuple((hour, hour * 37 % 80) for hour in range(9, 18))
    started = tuple((name, max(12, 90 - 8 * rank)) for rank, name in enumerate(lessons))
    stops = tuple(((name, 3), times // 3) for name, times in started[:5])
    return Figures(period, totals, days, hours, started, (("ja", 350), ("en", 62)), stops)


def aims(display: Display) -> tuple[Aim, ...]:
    """A screen that is touched a little to the right of the finger."""
    places = crosses(display.width, display.height, display.px_per_mm)
    return tuple(Aim((x, y), (x + display.mm(3), y - display.mm(1))) for x, y in places)
