"""Time to paint each drawn picture at 800 by 800 px, in software.

    QT_QPA_PLATFORM=offscreen .venv/bin/python tests/bench/bench_illustrations.py [SIDE]

A picture has 4 ms: it is painted together with the rest of the practice phone, within 16.
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from kiosk.draw.illustrations.camera import paint_camera
from kiosk.draw.illustrations.card import (
    paint_card_reader,
    paint_paper_with_code,
    paint_phone_back,
    paint_practice_card,
)
from kiosk.draw.illustrations.codes import paint_code, paint_pay_code
from kiosk.draw.illustrations.hand import paint_hand, paint_path_arrow
from kiosk.draw.illustrations.map import paint_map
from kiosk.draw.illustrations.photos import paint_photo
from kiosk.draw.palette import palette
from kiosk.lessons.phone.elements import Reading
from kiosk.lessons.phone.pictures import Camera, CameraSubject, CameraView, Hazard, Map, PhotoSubject
from kiosk.lessons.phone.screen import Skin

Paint = Callable[[QPainter, QRectF], None]
ROUNDS = 60


def main() -> None:
    application = QGuiApplication.instance() or QGuiApplication(sys.argv)
    side = int(sys.argv[1]) if len(sys.argv) > 1 else 800
    worst = 0.0
    for name, paint in pictures():
        times = [turn(paint, side) for _ in range(ROUNDS)]
        first, p95 = times[0], statistics.quantiles(times[1:], n=20)[18]
        worst = max(worst, p95)
        print(f"{name:34} first {first:5.2f}   median {statistics.median(times):5.2f}   p95 {p95:5.2f} ms")
    print(f"{'the slowest':34} p95 {worst:5.2f} ms at {side} px")
    application.quit()


def turn(paint: Paint, side: int) -> float:
    """Milliseconds of the processor for one picture: what else the machine does at the time is not counted."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    before = time.thread_time()
    paint(painter, QRectF(image.rect()))
    took = time.thread_time() - before
    painter.end()
    return took * 1000


def pictures() -> Iterator[tuple[str, Paint]]:
    for subject in PhotoSubject:
        yield f"photo {subject}", lambda painter, box, s=subject: paint_photo(painter, box, s)
    for sees in CameraSubject:
        for view in CameraView:
            shown = Camera(kind="camera", id="view", label="x", sees=sees, view=view, framed=True)
            yield f"camera {sees} {view}", lambda painter, box, c=shown: paint_camera(painter, box, c)
    for hazard in Hazard:
        for zoom in range(3):
            laid = Map(kind="map", id="map", label="x", hazard=hazard, shelters=True, zoom=zoom)
            yield f"map {hazard} {zoom}", lambda painter, box, m=laid: paint_map(painter, box, m)
    for stage in Reading:
        yield f"reading {stage}", lambda painter, box, s=stage: paint_card_reader(painter, box, s)
    for skin in Skin:
        yield f"phone {skin}", lambda painter, box, s=skin: paint_phone_back(painter, box, s)
    yield "card", paint_practice_card
    yield "paper", paint_paper_with_code
    yield "code", paint_code
    yield "payment code", paint_pay_code
    yield from moving_things()


def moving_things() -> Iterator[tuple[str, Paint]]:
    colours = palette("light")
    yield "hand", lambda painter, box: paint_hand(painter, QPointF(90, 40), box.height() * 0.7, True, colours)
    yield (
        "arrow",
        lambda painter, box: paint_path_arrow(painter, box.topLeft(), box.bottomRight(), colours),
    )


if __name__ == "__main__":
    main()
