"""Why there is no paper, told from what CUPS answers: one sentence for the resident, one for staff."""

import re
from dataclasses import dataclass

from kiosk.errors import N_


@dataclass(frozen=True)
class Trouble:
    """Why there is no paper: what a resident is told, and what staff can do about it."""

    resident: str
    staff: str


NO_COMMAND = Trouble(
    N_("この端末では印刷できません。画面のQRコードを、スマートフォンで読み取ってください。"),
    N_("印刷の命令「lp」がありません。CUPS（cups-client）を入れてください。"),
)
NO_DEFAULT = Trouble(
    N_("使うプリンターが決まっていません。画面のQRコードを、スマートフォンで読み取ってください。"),
    N_("標準のプリンターが決まっていません。lpadmin -d で決めるか、設定の printer に名前を書いてください。"),
)
NO_QUEUE = Trouble(
    N_("プリンターが見つかりません。画面のQRコードを、スマートフォンで読み取ってください。"),
    N_("プリンター「{queue}」がありません。設定の printer の名前を確かめてください。"),
)
NO_SERVICE = Trouble(
    N_("印刷のしくみが止まっています。画面のQRコードを、スマートフォンで読み取ってください。"),
    N_("印刷のサービス（CUPS）が動いていません。サービスを始めてください。"),
)
STOPPED = Trouble(
    N_("プリンターが止まっています。画面のQRコードを、スマートフォンで読み取ってください。"),
    N_("プリンター「{queue}」が止まっています。紙と電源を確かめて、cupsenable で動かしてください。"),
)
TOO_SLOW = Trouble(
    N_("プリンターの返事がありません。画面のQRコードを、スマートフォンで読み取ってください。"),
    N_("印刷のサービスが{seconds}秒たっても答えません。サービスとプリンターを確かめてください。"),
)
UNKNOWN = Trouble(
    N_("印刷できませんでした。画面のQRコードを、スマートフォンで読み取ってください。"),
    N_("プリンターを調べられませんでした（{detail}）。"),
)

_SIGNS = (
    (re.compile(r"no (system )?default destination", re.IGNORECASE), NO_DEFAULT),
    (
        re.compile(r"printer or class does not exist|unknown destination|invalid destination", re.IGNORECASE),
        NO_QUEUE,
    ),
    (
        re.compile(
            r"scheduler (is )?not (responding|running)|unable to connect|bad file descriptor"
            r"|connection refused|transport endpoint",
            re.IGNORECASE,
        ),
        NO_SERVICE,
    ),
    (re.compile(r"^printer \S+ disabled|not accepting", re.IGNORECASE | re.MULTILINE), STOPPED),
)
"""What CUPS writes in the C locale (lp.c, lpstat.c, https://github.com/OpenPrinting/cups)."""


def trouble_in(answer: str) -> Trouble | None:
    """The known trouble that an answer of `lp` or `lpstat` tells of."""
    return next((trouble for sign, trouble in _SIGNS if sign.search(answer)), None)
