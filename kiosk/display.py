"""Whether there is a screen to open a window on: Qt aborts the process when none answers; a sentence is kinder."""

import os
import sys
from pathlib import Path

from kiosk.errors import N_, SettingsError

_ON_A_SCREEN = frozenset({"", "xcb", "wayland"})
"""Qt's platforms that need somebody who shows their windows; others, such as offscreen, do without."""


def require_display() -> None:
    """Raises `SettingsError` without one."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if not sys.platform.startswith("linux") or platform not in _ON_A_SCREEN:
        return
    if not _compositor_answers() and not _x_server_answers(os.environ.get("DISPLAY", "")):
        raise SettingsError(
            N_(
                "画面が見つかりません。画面のある端末で始めるか、"
                "「kiosk shots --lang ja --out shots」で画面の絵を作ってください。"
            )
        )


def _compositor_answers() -> bool:
    """A name, or a path of its own, below the folder of what runs; a variable may outlive its compositor."""
    name = os.environ.get("WAYLAND_DISPLAY")
    return bool(name) and _answers(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / str(name)))


def _x_server_answers(display: str) -> bool:
    """Whether an X server listens at `[host]:number[.screen]`."""
    host, colon, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isdecimal():
        return False
    local = host in {"", "unix"}
    return _answers(f"/tmp/.X11-unix/X{number}" if local else (host, 6000 + int(number)))


def _answers(address: str | tuple[str, int]) -> bool:
    import socket

    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as connection:
        connection.settimeout(3)
        try:
            connection.connect(address)
        except OSError:
            return False
    return True
