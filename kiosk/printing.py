"""One touch prints: the sheet is made in a process of its own, then handed to the printer."""

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTemporaryDir, QTimer, Signal

from kiosk.errors import N_, Message
from kiosk.handout.printer import Printer
from kiosk.lessons.place import Place

log = logging.getLogger(__name__)

PATIENCE_MS = 30_000
PREPARING = N_("印刷しています。少しお待ちください。")
PRINTED = N_("印刷を始めました。出てきた紙を、お持ちください。")
FAILED = N_("紙を用意できませんでした。画面のQRコードを、スマートフォンで読み取ってください。")


class PrintShop(QObject):
    """Prints one sheet at a time; touches while it works change nothing."""

    told = Signal(object)
    """A `Message` for the resident."""

    def __init__(self, root: Path, queue: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root, self._queue = root, queue
        self._folder = QTemporaryDir()
        self._printer = Printer(self)
        self._printer.printed.connect(lambda: self.told.emit(Message(PRINTED)))
        self._printer.failed.connect(self.told)
        self._maker: QProcess | None = None

    def print_sheet(self, place: Place, language: str) -> None:
        """Make and print the sheet of a resident's way through a lesson."""
        if self._maker is not None or self._printer.busy:
            return
        self.told.emit(Message(PREPARING))
        out = Path(self._folder.filePath("handout.pdf"))
        arguments = ["-m", "kiosk", "handout", place.lesson_id, "--lang", language, "--out", str(out)]
        arguments += ["--data", str(self._root)]
        for question, answer in place.answers.items():
            arguments += ["--answer", f"{question}={answer}"]
        maker = QProcess(self)
        self._maker = maker
        maker.finished.connect(lambda code, _status: self._made(out if code == 0 else None))
        maker.errorOccurred.connect(self._lost)
        maker.start(sys.executable, arguments)
        QTimer.singleShot(PATIENCE_MS, maker, maker.kill)

    def _lost(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # every other end is told by `finished`
            self._made(None)

    def _made(self, sheet: Path | None) -> None:
        if self._maker is None:
            return
        if sheet is None:
            reason = bytes(self._maker.readAllStandardError().data()).decode(errors="replace")
            log.error("no sheet: %s", reason)
        self._maker.deleteLater()
        self._maker = None
        if sheet is None:
            self.told.emit(Message(FAILED))
        else:
            self._printer.print_file(sheet, self._queue)
