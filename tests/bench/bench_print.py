"""From the wish to print until a print queue has accepted the sheet, and until the paper is out.

    .venv/bin/python tests/bench/bench_print.py SHEET.pdf [runs]

A private CUPS and an `ippeveprinter` on this machine, so the figures are those of the kiosk's side and of CUPS.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from kiosk.handout.printers.printer import Phase
from kiosk.handout.printers.queue import QueuePrinter
from tests.ipp_printer import DBus, IppPrinter
from tests.print_service import PrintService
from tests.programs import until


def main() -> None:
    file, runs = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20
    with tempfile.TemporaryDirectory(prefix="kiosk-print-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        bus, service = DBus(folder), PrintService(folder / "cups")
        printer = IppPrinter(folder / "printer", bus.address)
        service.run("lpadmin", "-p", "hall", "-E", "-v", printer.uri, "-m", "everywhere")
        queue = QueuePrinter("hall", server=service.server)
        times = [one_sheet(queue, file) for _ in range(runs)]
        for what, values in zip(("accepted", "look", "out"), zip(*times, strict=True), strict=True):
            p95 = statistics.quantiles(values, n=20, method="inclusive")[-1]
            print(f"{what}: p50 {statistics.median(values) * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms")
        printer.close()
        service.stop()
        bus.stop()


def one_sheet(queue: QueuePrinter, file: Path) -> tuple[float, float, float]:
    start = time.perf_counter()
    job = queue.submit(file)
    accepted = time.perf_counter()
    queue.look(job)
    looked = time.perf_counter()
    until(lambda: queue.look(job).phase is Phase.DONE)
    return accepted - start, looked - accepted, time.perf_counter() - start


if __name__ == "__main__":
    main()
