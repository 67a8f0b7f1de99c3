"""What staff wish to know, found out in another process: it may hang, and it needs much memory."""

import subprocess
from pathlib import Path

from kiosk.another_process import output_of
from kiosk.beat import supervised
from kiosk.doctor import PATIENCE_S
from kiosk.errors import N_, Message
from kiosk.staff.health import Area, Finding, Mark, NotExaminedError, from_json

_START_S = 10.0
"""Until another process has begun."""


def examine_elsewhere(root: Path) -> tuple[Finding, ...]:
    """What `kiosk doctor` finds on behalf of this window. Raises `NotExaminedError`."""
    told = told_by("-m", "kiosk", "doctor", "--json", "--data", str(root), patience_s=PATIENCE_S + _START_S)
    return (*from_json(told), *_unwatched())


def told_by(*arguments: str, patience_s: float) -> bytes:
    """What a process of Python prints, whatever its exit code. Raises `NotExaminedError` if it does not end."""
    try:
        return output_of(*arguments, patience_s=patience_s, check=False)
    except (OSError, subprocess.SubprocessError) as error:
        raise NotExaminedError(
            N_("調べ終わりませんでした。少し待ってから、もう一度ためしてください。")
        ) from error


def _unwatched() -> tuple[Finding, ...]:
    if supervised():
        return ()
    what = N_("見守り：この画面は見守られていません。「kiosk run」で始めると、止まっても始めなおします。")
    return (Finding(Area.WATCH, Message(what), Mark.LACK),)
