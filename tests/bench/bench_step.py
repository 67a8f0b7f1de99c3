"""Time from "next" to the painted step, offscreen, over every step of every lesson.

    QT_QPA_PLATFORM=offscreen .venv/bin/python tests/bench/bench_step.py [WIDTHxHEIGHT]

Warm means the second time through, as for the second resident of the day.
"""

import statistics
import sys
import time
from dataclasses import replace

from kiosk.i18n.edition import Editions
from kiosk.paths import SHIPPED
from kiosk.settings import cache_folder
from kiosk.shots import ShotPlan, Stage, pages


def main() -> None:
    width, height = (int(part) for part in (sys.argv[1] if len(sys.argv) > 1 else "1920x1080").split("x"))
    editions = Editions(SHIPPED, cache_folder())
    for language in ("ja", "en"):
        stage = Stage(editions, ShotPlan(width, height), language)
        turns = list(pages(editions))
        for name in ("first time", "warm"):
            times = [turn(stage, page) * 1000 for _name, page in turns]
            print(
                f"{language} {name:10}  median {statistics.median(times):5.1f} ms"
                f"   p95 {statistics.quantiles(times, n=20)[18]:5.1f} ms   worst {max(times):5.1f} ms"
            )


def turn(stage: Stage, page: object) -> float:
    """Seconds from the wish to the last pixel."""
    before = time.perf_counter()
    stage.state.become(replace(stage.state.visit, page=page))
    stage.application.processEvents()
    stage.shell.repaint()
    took = time.perf_counter() - before
    stage.settle()
    return took


if __name__ == "__main__":
    main()
