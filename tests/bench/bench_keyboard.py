"""The keyboard's times: the index of words, looking words up, painting at 4K, and from a press to its picture.

QT_QPA_PLATFORM=offscreen .venv/bin/python tests/bench/bench_keyboard.py
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.draw.fonts import load_fonts
from kiosk.draw.key_paint import KeyPainter
from kiosk.draw.keys import lay_out_keys
from kiosk.i18n.catalogues import Catalogue
from kiosk.lessons.phone.forms import Keys
from kiosk.text.conversion import Converter
from kiosk.text.kana_input import Board, Flick, Tap
from kiosk.text.kana_table import KEYS, Way
from kiosk.text.lexicon import Lexicon
from kiosk.text.readings import Readings
from kiosk.text.word_index import WordIndex, build_index, index_file
from kiosk.ui.phone.key_words import key_labels
from kiosk.ui.phone.keyboard import Keyboard
from kiosk.ui.theme import Display, Theme
from kiosk.ui.wording import Wording

ROUNDS = 200
PHRASES = ("じゅうしょへんこう", "わたしのなまえは", "さいかいしのしやくしょにいきたい")
WORDS = ("でんわ", "きょう", "びょういん", "しやくしょ", "てつづき", "こう", "し", "か")
UHD_GLASS = (1120, 760)
"""A keyboard at 4K on 24 inches, where the phone's glass is 1,120 px wide."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        build(cache)
        words = WordIndex(cache)
        converter = Converter(words, {})
        look_up(words, converter)
        draw(converter)


def build(cache: Path) -> None:
    """In a process of its own, as on a terminal."""
    started = time.perf_counter()
    code = f"from pathlib import Path; from kiosk.text.word_index import build_index; build_index(Path({str(cache)!r}))"
    subprocess.run([sys.executable, "-c", code], check=True)
    took = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    size = index_file(cache).stat().st_size / 1e6
    print(f"index: built in {took:.1f} s, at most {memory:.0f} MiB, file {size:.1f} MB")
    show("index: check that it is sound", [timed(lambda: build_index(cache)) for _ in range(10)])


def look_up(words: WordIndex, converter: Converter) -> None:
    parts = [word[:end] for word in (*WORDS, *PHRASES) for end in range(1, len(word) + 1)]
    show("find one reading", [timed(lambda part=part: words.find(part)) for part in parts * 10])
    show(
        "candidates while typing",
        [timed(lambda part=part: converter.candidates(part, {})) for part in parts * 5],
    )


def draw(converter: Converter) -> None:
    application = QApplication([])
    load_fonts()
    theme = theme_4k()
    words = Wording(Catalogue("ja", NullTranslations(), NullTranslations()), Readings(Lexicon({}), {}))
    for board in Board:
        show(f"paint {board.name} at 4K", paint(board, theme, words))
    show("press to picture at 4K", press(application, theme, words, converter))


def paint(board: Board, theme: Theme, words: Wording) -> list[float]:
    box = QRectF(0, 0, *UHD_GLASS)
    image = QImage(*UHD_GLASS, QImage.Format.Format_ARGB32_Premultiplied)
    painter = KeyPainter(theme.colours, theme.phone, key_labels(words))
    keys = lay_out_keys(board, box, theme.phone)

    def once() -> None:
        with QPainter(image) as device:
            painter.paint_all(device, box, keys)

    return [timed(once) for _ in range(ROUNDS)]


def press(application: QApplication, theme: Theme, words: Wording, converter: Converter) -> list[float]:
    """A finger goes down on a key and comes up: what has been typed, candidates and pictures are all renewed."""
    keyboard = Keyboard(theme, words, Keys.KANA, None, lambda kana: converter.candidates(kana, {}))
    keyboard.resize(*UHD_GLASS)
    keyboard.show()
    application.processEvents()
    times = []
    for count in range(ROUNDS):
        key = keyboard.control_of(Tap(KEYS[count % 10]))

        def once(key=key) -> None:
            QTest.mousePress(key, Qt.MouseButton.LeftButton)
            QTest.mouseRelease(key, Qt.MouseButton.LeftButton)
            keyboard.repaint()
            application.processEvents()

        times.append(timed(once))
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if count % 12 == 11:
            keyboard.press(Flick("あ", Way.UP))
            keyboard.bar.chosen.emit("終")
    return times


def theme_4k() -> Theme:
    size = QSize(3840, 2160)
    display = Display.of(size, size, 24.0, QSizeF(0, 0), 500.0)
    return Theme(display, "normal", "light", "ja", True, False)


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def show(name: str, times: list[float]) -> None:
    p95 = statistics.quantiles(times, n=20)[18]
    print(
        f"{name:32}  median {statistics.median(times):7.3f} ms   p95 {p95:7.3f} ms   worst {max(times):7.3f} ms"
    )


if __name__ == "__main__":
    main()
