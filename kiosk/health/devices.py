"""What Qt knows of this terminal's devices, asked in a process of its own: without a screen Qt ends the process,
and a sound service may never answer.

`python -m kiosk.health.devices screens|sound` prints one line of JSON.
"""

import json
import subprocess
import sys
from typing import Any

from kiosk.another_process import output_of
from kiosk.errors import N_, KioskError

PATIENCE_S = 15.0


class NoAnswerError(KioskError):
    """Qt could not be asked."""


def device_told(what: str) -> Any:
    """The answer to `screens` or `sound`. Raises `NoAnswerError`."""
    try:
        return json.loads(output_of("-m", __name__, what, patience_s=PATIENCE_S))
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise NoAnswerError(
            N_("画面か音のしくみから、返事がありません。電源と線を確かめて、もう一度調べてください。")
        ) from error


def _screens() -> list[dict[str, float]]:
    """Pixels, and millimetres as far as the screen tells them."""
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication([])
    return [
        {
            "width": screen.size().width(),
            "height": screen.size().height(),
            "width_mm": screen.physicalSize().width(),
            "height_mm": screen.physicalSize().height(),
        }
        for screen in application.screens()
    ]


def _sound() -> str:
    from PySide6.QtCore import QCoreApplication

    from kiosk.speech.device import device_name

    application = QCoreApplication([])
    name = device_name()
    del application
    return name


if __name__ == "__main__":
    told = _screens() if sys.argv[1:] == ["screens"] else _sound()
    sys.stdout.write(json.dumps(told) + "\n")
