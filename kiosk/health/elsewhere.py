"""What staff wish to know, found out in another process: it may hang, and it needs much memory."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk.another_process import environment
from kiosk.beat import supervised
from kiosk.doctor import PATIENCE_S
from kiosk.errors import N_, Message
from kiosk.staff.health import Area, Finding, Mark, NotExaminedError, from_json

_START_S = 10.0
"""Until another process has begun."""


def examine_elsewhere(root: Path) -> tuple[Finding, ...]:
    """What `kiosk doctor` finds on behalf of this window. Raises `NotExaminedError`."""
    told = output_of(["-m", "kiosk", "doctor", "--json", "--data", str(root)], PATIENCE_S + _START_S)
    return (*from_json(told), *_unwatched())


def output_of(arguments: Sequence[str], patience_s: float) -> bytes:
    """What a process of Python prints, whatever its exit code. Raises `NotExaminedError` if it does not end."""
    try:
        done = subprocess.run(
            [sys.executable, *arguments],
            check=False,
            capture_output=True,
            timeout=patience_s,
            env=environment(),
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise NotExaminedError(
            N_("調べ終わりませんでした。少し待ってから、もう一度ためしてください。")
        ) from error
    return done.stdout


def _unwatched() -> tuple[Finding, ...]:
    if supervised():
        return ()
    what = N_("見守り：この画面は見守られていません。「kiosk run」で始めると、止まっても始めなおします。")
    return (Finding(Area.WATCH, Message(what), Mark.LACK),)
