"""Sub-commands for the staff page."""

import argparse
import sys
from typing import TYPE_CHECKING

from kiosk.cli.common import console, tell
from kiosk.errors import N_, Message, SettingsError

if TYPE_CHECKING:
    from kiosk.staff.door import Closed


def pin(options: argparse.Namespace) -> int:
    from kiosk.staff.door import Door

    door = Door.here()
    match options.action:
        case "set":
            door.change(sys.stdin.readline().strip() if options.stdin else _asked_twice())
            door.lockout.reset()
            tell(Message(N_("職員の番号を決めました。")))
        case "reset":
            door.pins.reset()
            door.lockout.reset()
            what = N_("職員の番号を消しました。「kiosk pin set」か、次にキオスクが始まるときに決められます。")
            tell(Message(what))
        case _:
            tell(_state(door.look()))
    # Another user of the system has another place: whoever looks in the wrong one sees it here.
    tell(Message(N_("番号の場所：{folder}"), {"folder": door.pins.file.parent}))
    return 0


def _asked_twice() -> str:
    """Raises `SettingsError` where nobody can be asked, or the two are not the same."""
    if not sys.stdin.isatty():
        raise SettingsError(N_("番号を聞けません。「kiosk pin set --stdin」に番号を渡してください。"))
    from getpass import getpass

    translate = console()
    first = getpass(translate(N_("新しい番号（数字で6文字から12文字）：")))
    if first != getpass(translate(N_("もう一度、同じ番号："))):
        raise SettingsError(N_("2回の番号が同じではありません。もう一度やってください。"))
    return first


def _state(closed: "Closed") -> Message:
    from kiosk.staff.door import Damaged, Ready, Unset, Waits

    match closed:
        case Unset():
            return Message(N_("職員の番号は、まだ決まっていません。「kiosk pin set」で決められます。"))
        case Damaged():
            what = N_("職員の番号が読めません。「kiosk pin reset」のあと、新しい番号を決めてください。")
            return Message(what)
        case Waits(seconds):
            what = N_("番号のまちがいが続いたので、あと{n}分は入れません。「kiosk pin reset」で消せます。")
            return Message(what, {"n": -(-int(seconds) // 60)})
        case Ready():
            return Message(N_("職員の番号は決まっています。"))
