"""Time to open and to paint the practice phone at 4K, offscreen, over every screen in lessons/phone, in both skins.

    QT_QPA_PLATFORM=offscreen PYTHONPATH=. .venv/bin/python tests/bench/bench_phone_view.py

Opening is from the wish to the last pixel of another screen, painting the whole phone again, scrolling the whole phone
at another place.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import QEvent, QSize, QSizeF
from PySide6.QtWidgets import QApplication

from kiosk.draw.fonts import load_fonts
from kiosk.lessons.phone.screen import PhoneFile, Skin
from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.yaml_reader import read_yaml
from kiosk.paths import SHIPPED
from kiosk.ui.phone.view import PhoneView
from kiosk.ui.theme import Display, Theme
from tests.ui.phones import system_words, wording

SIZE = QSize(3840, 2160)
STAGE = QSize(1100, 1640)
"""The phone's part of a step at this size."""

AGAIN = 3


def main() -> None:
    application = QApplication([])
    load_fonts()
    display = Display.of(SIZE, SIZE, 24.0, QSizeF(531, 299), 500.0)
    theme = Theme(display, "normal", "light", "ja", True, False)
    for skin in Skin:
        screens = list(shown_screens(skin))
        view = PhoneView(theme, screens[0], wording())
        view.resize(STAGE)
        view.show()
        application.processEvents()
        opening, painting, scrolling = [], [], []
        for phone in screens * AGAIN:
            opening.append(timed(partial(open_phone, view, phone)))
            painting.append(timed(view.repaint))
            if view.layout_now.scroll_room:
                scrolling += [timed(partial(scroll, view, to)) for to in range(20, 420, 40)]
            application.processEvents()
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for name, times in (("open", opening), ("paint", painting), ("scroll", scrolling)):
            print(f"{skin:8} {name:7} {told(times)}")


def shown_screens(skin: Skin) -> Iterator[Shown]:
    words = system_words()
    for path in sorted((SHIPPED / "lessons" / "phone").glob("*.yaml")):
        file = PhoneFile.model_validate(read_yaml(path, PurePath(path.name)).value)
        for screen in file.screens.values():
            yield Shown(screen, words, skin)


def open_phone(view: PhoneView, phone: Shown) -> None:
    view.show_phone(phone)
    view.repaint()


def scroll(view: PhoneView, to: float) -> None:
    view.scroll_to(to)
    view.repaint()


def timed(do: Callable[[], object]) -> float:
    """Milliseconds."""
    before = time.perf_counter()
    do()
    return (time.perf_counter() - before) * 1000


def told(times: list[float]) -> str:
    p95 = statistics.quantiles(times, n=20, method="inclusive")[18]
    return f"median {statistics.median(times):5.1f} ms   p95 {p95:5.1f} ms   worst {max(times):5.1f} ms   n {len(times)}"


if __name__ == "__main__":
    main()
