"""What the window waits for the place of a visit to be written, in milliseconds.

    .venv/bin/python tests/bench/bench_kept_place.py

Written where the kiosk writes it (`runtime_folder`: in memory) at each change of a visit, as when somebody types.
"""

import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication

from kiosk.kept_place import KeptPlace
from kiosk.lessons.library import load_library
from kiosk.lessons.place import Place
from kiosk.paths import SHIPPED
from kiosk.settings import runtime_folder
from kiosk.visit.visit import InLesson, Visit, VisitState

CHANGES = 2_000
LESSON = "read-qr-code"


def times(folder: Path) -> list[float]:
    lesson = load_library(SHIPPED).lesson(LESSON)
    state = VisitState(Visit(page=InLesson(Place(LESSON, lesson, 2))))
    kept = KeptPlace(state, folder)
    took = []
    for hits in range(CHANGES):
        began = time.perf_counter()
        state.become(replace(state.visit, typing_hits=hits + 1))
        took.append(1000 * (time.perf_counter() - began))
    kept.close()
    return sorted(took)


def main() -> None:
    application = QCoreApplication([])
    base = runtime_folder()
    base.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=base.parent) as folder:
        took = times(Path(folder) / "runtime")
    del application
    median, most = took[CHANGES // 2], took[CHANGES * 99 // 100]
    print(f"median {median:.2f} ms, 99 % under {most:.2f} ms, worst {took[-1]:.2f} ms")


if __name__ == "__main__":
    main()
