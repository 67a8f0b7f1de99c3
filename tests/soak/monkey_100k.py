"""100,000 random events on the whole kiosk, offscreen. Ends with an error at the first thing that is not as it must be.

    QT_QPA_PLATFORM=offscreen PYTHONPATH=. nice .venv/bin/python tests/soak/monkey_100k.py [EVENTS [SEED]]

Prints, ten times, what was done and how much memory is used, and at the end what was seen.
"""

import sys
import tempfile
import time
import traceback
from pathlib import Path
from types import TracebackType

from kiosk.i18n.edition import Editions
from kiosk.lessons.phone.screen import Skin
from kiosk.paths import SHIPPED
from kiosk.shots import ShotPlan, Stage, pages
from kiosk.ui.phone.stage import PhoneStage
from tests.robots.finger import Clock
from tests.robots.monkey import Monkey
from tests.ui.listed_speaker import ListedSpeaker

CHECK_EVERY, LEAVE_EVERY, PARTS = 10, 100, 10


def main(events: int = 100_000, seed: int = 4) -> None:
    sys.excepthook = _end_at_once
    clock = Clock()
    PhoneStage.clock = staticmethod(clock)
    with tempfile.TemporaryDirectory() as cache:
        editions = Editions(SHIPPED, Path(cache))
        stage = Stage(editions, ShotPlan(1280, 720, inches=15.6), "ja", ListedSpeaker())
        places = [page for skin in Skin for _, page in pages(editions, skin=skin)]
        monkey = Monkey(stage, clock, places, seed)
        begun = time.perf_counter()
        for _ in range(PARTS):
            monkey.play(events // PARTS, CHECK_EVERY, LEAVE_EVERY)
            _tell(monkey, time.perf_counter() - begun)
    tally = monkey.tally
    print("pages", dict(tally.pages))
    print("steps", dict(tally.kinds))
    print(f"{len(tally.places)} different steps of lessons; {len(places)} pages there are")


def _tell(monkey: Monkey, seconds: float) -> None:
    tally = monkey.tally
    rate = tally.events / seconds
    print(
        f"{tally.events:7} events  {tally.checks:6} ways on  {seconds:6.0f} s  {rate:5.0f} /s  {_megabytes():5.0f} MB",
        flush=True,
    )


def _megabytes() -> float:
    """What this process keeps in memory."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _end_at_once(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Also for what went wrong inside Qt, which would go on."""
    traceback.print_exception(kind, error, trace)
    sys.stdout.flush()
    sys.stderr.flush()
    import os

    os._exit(1)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
