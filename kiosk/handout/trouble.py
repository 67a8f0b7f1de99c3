"""Why there is no paper: one sentence for the resident, one for staff.

The resident's sentence says what is wrong; what to do instead (the code on the screen, or a person) is
said beside it, because only the screen knows whether there is a code.
"""

from dataclasses import dataclass
from enum import Enum

from kiosk.errors import N_, KioskError


@dataclass(frozen=True)
class _Words:
    resident: str
    staff: str


class Trouble(Enum):
    """Every reason why paper does not come. `words` are templates; staff's may name {printer} and {detail}."""

    NO_COMMAND = _Words(
        N_("この端末では、印刷できません。"),
        N_("印刷の命令「lp」がありません。CUPS（cups-client）を入れてください。"),
    )
    NO_DEFAULT = _Words(
        N_("使うプリンターが、決まっていません。"),
        N_("使うプリンターが決まっていません。職員のページの「設定」で、プリンターを選んでください。"),
    )
    NOT_FOUND = _Words(
        N_("プリンターが、見つかりません。"),
        N_(
            "プリンター「{printer}」がありません。職員のページの「設定」で、プリンターを選びなおしてください。"
        ),
    )
    NO_SERVICE = _Words(
        N_("印刷のしくみが、止まっています。"),
        N_(
            "印刷のしくみが動いていません。端末の電源を入れなおしても同じなら、端末を管理している人に知らせてください。"
        ),
    )
    STOPPED = _Words(
        N_("プリンターが、止まっています。"),
        N_(
            "プリンター「{printer}」が止まっています。紙と電源を確かめても同じなら、端末を管理している人に知らせてください。"
        ),
    )
    OFFLINE = _Words(
        N_("プリンターと、つながりません。電源が切れているかもしれません。"),
        N_("プリンター「{printer}」とつながりません。電源と線を確かめてください（{detail}）。"),
    )
    PAPER_OUT = _Words(
        N_("プリンターの紙が、なくなりました。"),
        N_("プリンター「{printer}」に紙がありません。紙を入れてください。"),
    )
    JAMMED = _Words(
        N_("紙が、プリンターの中でつまりました。"),
        N_("プリンター「{printer}」で紙がつまっています。つまった紙を取ってください。"),
    )
    COVER_OPEN = _Words(
        N_("プリンターのふたが、{開|あ}いています。"),
        N_("プリンター「{printer}」のふたがあいています。閉めてください。"),
    )
    INK_OUT = _Words(
        N_("プリンターのインクが、なくなりました。"),
        N_("プリンター「{printer}」のインクかトナーがありません。取りかえてください。"),
    )
    TRAY_FULL = _Words(
        N_("紙の出口が、いっぱいです。"),
        N_("プリンター「{printer}」の紙の出口がいっぱいです。紙を取ってください。"),
    )
    DISK_FULL = _Words(
        N_("印刷の準備をする場所が、たりません。"),
        N_("ディスクがいっぱいで印刷できません。いらないファイルを消してください（{detail}）。"),
    )
    REFUSED = _Words(
        N_("プリンターが、印刷できませんでした。"),
        N_("プリンター「{printer}」が印刷をやめました（{detail}）。ためし刷りをしてください。"),
    )
    NO_ANSWER = _Words(
        N_("プリンターの返事が、ありません。"),
        N_("プリンター「{printer}」の返事がありません。電源と線を確かめてください。"),
    )
    NOTHING_COMES = _Words(
        N_("紙が、なかなか出てきません。印刷を取りやめました。"),
        N_("プリンター「{printer}」は受けつけましたが、紙が出ません。プリンターを確かめてください。"),
    )
    CANCELLED = _Words(
        N_("印刷が、取りやめになりました。"),
        N_("プリンター「{printer}」の印刷が、だれかに取りやめられました。"),
    )
    NO_SHEET = _Words(
        N_("紙を、用意できませんでした。"),
        N_("配布シートを作れませんでした（{detail}）。"),
    )
    UNKNOWN = _Words(
        N_("印刷できませんでした。"),
        N_("プリンター「{printer}」で印刷できませんでした（{detail}）。"),
    )

    @property
    def resident(self) -> str:
        return self.value.resident

    @property
    def staff(self) -> str:
        return self.value.staff


class PrintError(KioskError):
    """No paper will come; its own words are for staff."""

    def __init__(self, trouble: Trouble, printer: str = "", detail: object = "") -> None:
        super().__init__(trouble.staff, printer=printer, detail=detail)
        self.trouble = trouble
