"""What tests of the stages share: themes of real terminals, words of two lengths, and an old finger."""

import gettext
import math
import random

from PySide6.QtCore import QPoint, QSize, QSizeF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.draw.fonts import load_fonts
from kiosk.i18n.catalogues import Catalogue
from kiosk.text.readings import Readings
from kiosk.ui.theme import Display, Theme
from kiosk.ui.wording import Wording
from kiosk.visit.visit import TextSize

TERMINALS = {
    "24 inch": (1920, 1080, 24.0, (0.34, 0.72)),
    "15.6 inch": (1280, 720, 15.6, (0.34, 0.70)),
    "upright": (1080, 1920, 24.0, (0.94, 0.44)),
}
"""Pixels, inches, and the share of the window that a stage gets at least."""


LONG = {"練習です": "This is practice", "近づける": "Move it closer", "はなす": "Move it away"}


class LongWinded(gettext.NullTranslations):
    """A language that takes many words for everything."""

    def gettext(self, message: str) -> str:
        return LONG.get(message, "Now press the card with the phone")


def make_theme(
    terminal: str = "24 inch", text_size: TextSize = TextSize.NORMAL, animations: bool = False
) -> Theme:
    load_fonts()
    width, height, inches, _ = TERMINALS[terminal]
    size = QSize(width, height)
    display = Display.of(size, size, inches, QSizeF(), 500.0)
    return Theme(display, text_size, animations=animations)


def make_words(long_winded: bool = False) -> Wording:
    screens = LongWinded() if long_winded else gettext.NullTranslations()
    language = "en" if long_winded else "ja"
    return Wording(Catalogue(language, screens, gettext.NullTranslations()), Readings())


def stage_size(terminal: str) -> QSize:
    width, height, _, (across, down) = TERMINALS[terminal]
    return QSize(round(width * across), round(height * down))


class Finger:
    """Touches a stage; on its way it trembles by up to `tremble` mm."""

    def __init__(self, stage: QWidget, theme: Theme, tremble: float = 0.0, seed: int = 1) -> None:
        self._stage, self._theme, self._tremble = stage, theme, tremble
        self._random = random.Random(seed)
        self._screen = QTest.createTouchDevice()

    def mm(self, x: float, y: float = 0.0) -> QPoint:
        return QPoint(round(x * self._theme.display.px_per_mm), round(y * self._theme.display.px_per_mm))

    def press(self, at: QPoint) -> None:
        self._at = at
        self._touch().press(0, at, self._stage).commit()

    def go(self, to: QPoint, steps: int = 8) -> None:
        start = self._at
        for step in range(1, steps + 1):
            self._at = start + (to - start) * step / steps
            self._touch().move(0, self._at + self._shake(), self._stage).commit()

    def lift(self) -> None:
        self._touch().release(0, self._at, self._stage).commit()

    def carry(self, start: QPoint, end: QPoint) -> None:
        self.press(start)
        self.go(end)
        self.lift()

    def tap(self, at: QPoint) -> None:
        self.press(at)
        self.lift()

    def _shake(self) -> QPoint:
        length, angle = self._random.uniform(0, self._tremble), self._random.uniform(0, math.tau)
        return self.mm(length * math.cos(angle), length * math.sin(angle))

    def _touch(self) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(self._stage, self._screen, False)
