"""Stays on the screen when the content cannot be used at all, and begins anew after a while: it may be mended then."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from kiosk.application import make_application
from kiosk.errors import KioskError
from kiosk.heartbeat import Heartbeat
from kiosk.ui.out_of_service import OutOfService
from kiosk.ui.window_guard import WindowGuard

AGAIN_S = 120.0
"""Longer than what a supervisor takes for a wrong start, and so seldom that the log does not fill."""


def stay(error: KioskError, translate: Callable[[str], str], again_s: float = AGAIN_S) -> int:
    """Until it is time to try again, or the end is wished; the result is the exit code."""
    application = make_application()
    application.closeAllWindows()
    window = OutOfService(error.message, translate)
    guard = WindowGuard(window)
    guard.close_in()
    Heartbeat(window).end_requested.connect(lambda: application.exit(0))
    QTimer.singleShot(round(again_s * 1000), window, lambda: application.exit(error.exit_code))
    code = application.exec()
    guard.allow_close()
    window.removeEventFilter(guard)
    return code
