"""24 hours compressed: visits one after the other on the whole kiosk, with a real voice and a real print queue.

    QT_QPA_PLATFORM=offscreen PYTHONPATH=. nice .venv/bin/python tests/soak/day_2000.py [VISITS [SEED]]

Each visit is compared with the first, field by field and pixel by pixel, at the first screen, the languages and the
shelves. Every hundred visits it prints what this process holds. The exit code is 1 if anything was carried over, or
if memory (10 MB after the warm-up), threads, files or processes grew. DAY_PICTURES=DIR keeps pictures that differ.
"""

import os
import sys
import tempfile
import time
import traceback
from pathlib import Path

WARM_UP, MOST_MEGABYTES = 300, 10.0


def main(visits: int = 2_000, seed: int = 6) -> int:
    with tempfile.TemporaryDirectory(prefix="kiosk-day-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = str(folder / kind.lower())
        os.environ["XDG_RUNTIME_DIR"] = str(folder / "run")
        from tests.conftest import SoundServer
        from tests.ipp_printer import DBus, IppPrinter
        from tests.print_service import PrintService

        bus, service = DBus(folder), PrintService(folder / "cups")
        printer = IppPrinter(folder / "printer", bus.address)
        service.run("lpadmin", "-p", "hall", "-E", "-v", printer.uri, "-m", "everywhere")
        os.environ["CUPS_SERVER"] = service.server
        hidden = folder / "sound"  # it closes its folder to everybody else, also to the print service
        hidden.mkdir()
        sound = SoundServer(str(hidden))
        if sound.start():
            os.environ["PULSE_SERVER"] = f"unix:{sound.socket}"
        try:
            return spend_day(visits, seed)
        finally:
            sound.stop()
            printer.stop()
            service.stop()
            bus.stop()


def spend_day(visits: int, seed: int) -> int:
    from kiosk.app import Kiosk
    from kiosk.application import make_application
    from kiosk.paths import SHIPPED
    from kiosk.settings import Settings
    from kiosk.ui.phone.stage import PhoneStage
    from tests.robots.day import Day, Held, spend
    from tests.robots.finger import Clock

    sys.excepthook = _end_at_once
    clock = Clock()
    PhoneStage.clock = staticmethod(clock)
    application = make_application()
    kiosk = Kiosk(SHIPPED, Settings(animations=False, printer="hall", prints_per_hour=1000), clock=clock)
    kiosk.ready.connect(lambda: application.exit(0))  # quit() would close the window
    kiosk.open(windowed=True)
    application.exec()
    spend(10)
    day, begun, warm = Day(kiosk, clock, seed), time.perf_counter(), None
    for number in range(1, visits + 1):
        day.visit()
        if number % 100 == 0 or number == visits:
            spend(3)
            held = Held.now()
            warm = held if number == min(WARM_UP, visits // 2 // 100 * 100) else warm
            print(f"{number:5} visits {time.perf_counter() - begun:6.0f} s  {held}", flush=True)
    seen = day.seen
    for name in ("ends", "languages", "lessons", "prints"):
        print(name, dict(getattr(seen, name)))
    print("asked whether somebody is there:", seen.questions)
    print("carried to the next visit:", seen.carried.total())
    print("\n".join(seen.first[:100]))
    kiosk.close()
    return int(bool(seen.carried) or (warm is not None and grew(warm, held)))


def grew(warm, held) -> bool:
    more = any(getattr(held, name) > getattr(warm, name) for name in ("threads", "files", "processes"))
    print(
        f"since the warm-up: {held.megabytes - warm.megabytes:+.1f} MB; more threads, files, processes: {more}"
    )
    return more or held.megabytes - warm.megabytes >= MOST_MEGABYTES


def _end_at_once(kind, error, trace) -> None:
    """Also for what went wrong inside Qt, which would go on."""
    traceback.print_exception(kind, error, trace)
    sys.stdout.flush()
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
