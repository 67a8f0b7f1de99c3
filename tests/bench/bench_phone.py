"""Time to lay out and to paint every screen of the practice phone, in software, as on a 4K screen of 24 inches.

    QT_QPA_PLATFORM=offscreen .venv/bin/python tests/bench/bench_phone.py [WIDTHxHEIGHT]

The first layout of a screen finds none of its texts set; the second finds all, as for the second resident of the day.
"""

import math
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from kiosk.draw.fonts import load_fonts
from kiosk.draw.phone.layout import lay_out_phone
from kiosk.draw.phone.paint import PhonePainter
from kiosk.lessons.library import load_library
from kiosk.lessons.phone.screen import Skin
from kiosk.lessons.phone.shown import Shown
from kiosk.paths import SHIPPED
from kiosk.ui.theme import MM_PER_INCH, USUAL_INCHES, Display, Theme
from kiosk.visit.visit import TextSize

Result = TypeVar("Result")

PHONE_SHARE = 0.82
"""Height of the phone as a share of the screen's, and half of that for its width."""


def main() -> None:
    width, height = (int(part) for part in (sys.argv[1] if len(sys.argv) > 1 else "3840x2160").split("x"))
    application = QApplication([])
    load_fonts()
    display = Display(width, height, math.hypot(width, height) / (USUAL_INCHES * MM_PER_INCH))
    tall = height * PHONE_SHARE
    for skin in Skin:
        for size in TextSize:
            measure(skin, Theme(display, size), QRectF(0, 0, tall * 0.55, tall))
    application.quit()


def measure(skin: Skin, theme: Theme, frame: QRectF) -> None:
    image = QImage(frame.toAlignedRect().size(), QImage.Format.Format_ARGB32_Premultiplied)
    firsts, seconds, paints = [], [], []
    for shown in screens(skin):
        took, layout = timed(lambda shown=shown: lay_out_phone(shown, frame, theme.phone))
        firsts.append(took)
        seconds.append(timed(lambda shown=shown: lay_out_phone(shown, frame, theme.phone))[0])
        painted = PhonePainter(layout, theme.colours)
        paint(image, painted)
        paints += [timed(lambda painted=painted: paint(image, painted))[0] for _ in range(3)]
    print(f"{skin} {theme.text_size} ({len(firsts)} screens)")
    for name, times in (("first layout", firsts), ("second layout", seconds), ("paint_all", paints)):
        p95 = statistics.quantiles(times, n=20)[18]
        print(
            f"  {name:14} p50 {statistics.median(times):5.1f}   p95 {p95:5.1f}   worst {max(times):5.1f} ms"
        )


def screens(skin: Skin) -> Iterator[Shown]:
    library = load_library(SHIPPED)
    for screen in library.screens.values():
        yield Shown(screen, library.phone_words, skin)


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    before = time.perf_counter()
    result = work()
    return (time.perf_counter() - before) * 1000, result


def paint(image: QImage, painted: PhonePainter) -> None:
    painter = QPainter(image)
    painted.paint_all(painter)
    painter.end()


if __name__ == "__main__":
    main()
