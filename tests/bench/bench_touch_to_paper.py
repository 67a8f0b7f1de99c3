"""The real window while it prints: from the touch until the queue has the job, and how long the event loop was held.

    QT_QPA_PLATFORM=offscreen PYTHONPATH=. .venv/bin/python tests/bench/bench_touch_to_paper.py [runs]

A private CUPS and an `ippeveprinter` on this machine; the service is well, slow to answer, frozen (SIGSTOP), or away.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from kiosk.app import Kiosk
from kiosk.application import make_application
from kiosk.lessons.place import Place
from kiosk.paths import SHIPPED
from kiosk.printing import PREPARING
from kiosk.settings import Settings
from kiosk.visit.visit import InLesson, Stage, TakeHome, Visit
from tests.ipp_printer import DBus, IppPrinter
from tests.print_service import PrintService
from tests.programs import script


class Pulse(QObject):
    """Counts how long the event loop did not come round."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=0, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def since_now(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()


class Bench:
    def __init__(self) -> None:
        self.kiosk = Kiosk(
            SHIPPED, Settings(printer="hall", read_aloud=False, prints_per_visit=50, prints_per_hour=900)
        )
        self._wait(self.kiosk.ready, lambda: self.kiosk.open(windowed=True))
        self.sheets: list[tuple[float, TakeHome]] = []
        assert self.kiosk.desks
        self.shop, self.presenter = self.kiosk.desks.shop, self.kiosk.desks.presenter
        self.shop.told.connect(lambda sheet: self.sheets.append((time.perf_counter(), sheet)))
        self.pulse = Pulse()

    def visit(self, seconds: float = 3.0) -> None:
        """A new visit: some seconds at the step before the last, then straight to the end of the lesson."""
        self.kiosk.state.start_over()
        lesson = self.kiosk.terminal.editions.library.lesson("read-qr-code")
        end = Place("read-qr-code", lesson, len(lesson.steps) - 1, answers={"phone": "iphone"})
        self.kiosk.state.become(Visit(InLesson(end.back().back()), read_aloud=False))
        self.spend(seconds)
        self.kiosk.state.become(Visit(InLesson(end), read_aloud=False))
        self.spend(0.3)

    def touch(self, ends: tuple[Stage, ...]) -> tuple[float, float]:
        """Seconds to the news that the queue has it (or has not), and the longest hold until the end."""
        self.sheets.clear()
        self.pulse.since_now()
        begun = time.perf_counter()
        self.presenter.print_sheet()
        self.until(lambda sheet: sheet.stage in ends)
        news = [
            at - begun for at, sheet in self.sheets if sheet.message and sheet.message.template != PREPARING
        ]
        return news[0] if news else 0.0, self.pulse.longest

    def until(self, true: Callable[[TakeHome], bool], seconds: float = 60.0) -> None:
        end = time.perf_counter() + seconds
        while not any(true(sheet) for _at, sheet in self.sheets):
            self.spend(0.005)
            assert time.perf_counter() < end, self.sheets

    def spend(self, seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def _wait(self, signal, begin) -> None:
        loop = QEventLoop()
        signal.connect(loop.quit)
        begin()
        loop.exec()


def report(name: str, runs: list[tuple[float, float]]) -> None:
    times, holds = zip(*runs, strict=True)
    p95 = statistics.quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]
    print(
        f"{name:22} first news p50 {statistics.median(times) * 1000:5.0f} ms, p95 {p95 * 1000:5.0f} ms;"
        f" event loop held at most {max(holds) * 1000:4.1f} ms"
    )


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory(prefix="kiosk-print-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        bus, service = DBus(folder), PrintService(folder / "cups")
        printer = IppPrinter(folder / "printer", bus.address)
        service.run("lpadmin", "-p", "hall", "-E", "-v", printer.uri, "-m", "everywhere")
        os.environ["CUPS_SERVER"] = service.server
        application = make_application()
        bench = Bench()
        bench.visit()
        bench.pulse.since_now()
        bench.spend(3.0)
        print(f"{'nothing happens':22} event loop held at most {bench.pulse.longest * 1000:4.1f} ms")

        def again() -> tuple[float, float]:
            bench.visit()
            return bench.touch((Stage.PRINTED,))

        report("service well", [again() for _ in range(runs)])

        def at_once() -> tuple[float, float]:
            bench.visit(seconds=0.0)
            return bench.touch((Stage.PRINTED,))

        report("in a great hurry", [at_once() for _ in range(runs)])
        ends = (Stage.TROUBLE,)
        bench.visit()
        service.freeze()
        report("service frozen", [bench.touch(ends)])
        service.thaw()
        bench.visit()
        service.stop()
        report("service away", [bench.touch(ends)])
        slow = folder / "slow"
        slow.mkdir()
        for command in ("lp", "lpstat", "cancel"):
            script(slow, command, "sleep 3; echo 'scheduler is not running'; exit 1")
        os.environ["PATH"] = f"{slow}{os.pathsep}{os.environ['PATH']}"
        report("service slow (3 s)", [slow_touch(bench, ends)])
        bench.kiosk.close()
        printer.close()
        bus.stop()
        application.quit()


def slow_touch(bench: Bench, ends: tuple[Stage, ...]) -> tuple[float, float]:
    bench.visit()
    return bench.touch(ends)


if __name__ == "__main__":
    main()
