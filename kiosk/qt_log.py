"""What Qt has to say goes to the log: who said it, never what, as it may hold a text on the screen."""

import logging
import re

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger(__name__)

_SPEAKER = re.compile(r"Q\w*(?:::~?\w+)*")
"""Most messages begin with the function that tells them, such as `QPainter::begin: ...`."""

_GRAVITY = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
MOST = 100
"""Different things told in one run of the program."""


class QtLog:
    """Tells each thing once: a complaint at every letter would drive all else out of the log."""

    def __init__(self) -> None:
        self._told: set[tuple[str, str]] = set()

    def install(self) -> None:
        qInstallMessageHandler(self.tell)

    def tell(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        gravity = _GRAVITY.get(kind)
        speaker = _SPEAKER.match(message)
        said = (str(context.category or "qt"), speaker[0] if speaker else "Qt")
        if gravity is not None and said not in self._told and len(self._told) < MOST:
            self._told.add(said)
            log.log(gravity, "%s: %s", *said)
