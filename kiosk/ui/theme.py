"""Sizes and colours for one screen, one text size and one contrast.

Everything is worked out from millimetres and the viewing distance; on large screens the comfortable
sizes of assets/theme/theme.toml win, on small ones the physical minimum does (design.md, "Sizes are
physical").
"""

import math
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QSize, QSizeF

from kiosk.draw.fonts import cap_share
from kiosk.draw.palette import Palette, palette, theme_values
from kiosk.draw.phone_sizes import PhoneSizes
from kiosk.draw.ruby import TextStyle
from kiosk.visit.visit import Contrast, TextSize, Visit

DESIGN_LONG, DESIGN_SHORT = 1920, 1080
DESIGN_DISTANCE = 500.0
USUAL_INCHES = 24.0
MM_PER_INCH = 25.4

LEAST_REACH_MM = 190.0
"""What pages need of the height: below it the keys of the practice phone get smaller than a finger, and in the
largest text nothing is left between the bars. So an upright screen of 24 inches gives its lower half (266 mm), a
wide one its lower 190 of 299 mm. EN 301 549 8.3 puts what is operated 380 to 1220 mm above the floor."""

LEAST_LOWERING_MM = 16.0
"""Less than one target is not worth a button."""


@dataclass(frozen=True)
class Display:
    """A screen in pixels, the size of a pixel, and how far away the eyes are (mm)."""

    width: int
    height: int
    px_per_mm: float
    distance: float = DESIGN_DISTANCE
    above: int = 0
    """Pixels of the window above it that stay empty, so that everything can be reached from a wheelchair."""

    @property
    def portrait(self) -> bool:
        return self.height > self.width

    @property
    def can_be_lowered(self) -> bool:
        """Whether that brings anything nearer: a screen of 15 inches has no room to give."""
        return self.lowered.above - self.above >= self.mm(LEAST_LOWERING_MM)

    @staticmethod
    def of(window: QSize, screen: QSize, inches: float, physical: QSizeF, distance: float) -> "Display":
        """A window on a screen: from the set diagonal, else what the screen says of itself, else 24 inches."""
        told = math.hypot(physical.width(), physical.height()) / MM_PER_INCH
        if not inches:
            inches = told if 7 <= told <= 100 else USUAL_INCHES
        diagonal = math.hypot(screen.width(), screen.height())
        return Display(window.width(), window.height(), diagonal / (inches * MM_PER_INCH), distance)

    def mm(self, millimetres: float) -> float:
        """Pixels of a length that is to look as long as at the design's viewing distance."""
        return millimetres * self.px_per_mm * self.distance / DESIGN_DISTANCE

    @property
    def lowered(self) -> "Display":
        """Its lower half; where that is less than pages need, as much as they need and no more."""
        height = min(self.height, max(self.height // 2, math.ceil(self.mm(LEAST_REACH_MM))))
        return replace(self, height=height, above=self.above + self.height - height)


@dataclass(frozen=True)
class Theme:
    """What a control needs to draw itself. Lengths are whole pixels."""

    display: Display
    text_size: TextSize = TextSize.NORMAL
    contrast: Contrast = Contrast.LIGHT
    language: str = "ja"
    furigana: bool = True
    animations: bool = True
    left_handed: bool = False

    @staticmethod
    def of(visit: Visit, display: Display, animations: bool = True) -> "Theme":
        """What a resident has chosen, on a screen."""
        return Theme(
            display.lowered if visit.low_reach else display,
            visit.text_size,
            visit.contrast,
            visit.language,
            visit.furigana,
            animations,
            visit.left_handed,
        )

    @cached_property
    def colours(self) -> Palette:
        return palette(self.contrast)

    @cached_property
    def instruction(self) -> int:
        return self._text("instruction")

    @cached_property
    def title(self) -> int:
        return self._text("title")

    @cached_property
    def explanation(self) -> int:
        return self._text("explanation")

    @cached_property
    def note(self) -> int:
        return self._text("note")

    @cached_property
    def least_text(self) -> int:
        """The smallest anything to be read may become when space is short."""
        return self._least_px("body_cap")

    @cached_property
    def label(self) -> int:
        return max(self._comfortable("label"), self._least_px("label_cap"))

    @cached_property
    def least_label(self) -> int:
        return self._least_px("label_cap")

    @cached_property
    def target(self) -> int:
        """Least height and width of anything to be touched."""
        return math.ceil(self.mm(theme_values()["least"]["target"]))

    @cached_property
    def button(self) -> int:
        return max(self._comfortable("button"), self.target)

    @cached_property
    def main_button(self) -> int:
        return max(self._comfortable("main_button"), self.target)

    @cached_property
    def touch_gap(self) -> int:
        return math.ceil(self.mm(theme_values()["least"]["gap"]))

    @cached_property
    def gap(self) -> int:
        return max(self._comfortable("gap") * 2 // 3, self.touch_gap)

    @cached_property
    def margin(self) -> int:
        return self._comfortable("margin") if self.text_size is TextSize.NORMAL else self._comfortable("gap")

    @cached_property
    def edge(self) -> int:
        """Between the bars and what a page shows."""
        return self.gap if self.text_size is TextSize.NORMAL else self.gap // 2

    @cached_property
    def padding(self) -> int:
        """Inside a card; a larger text takes some of it."""
        return round(self._comfortable("margin") * (0.9 if self.text_size is TextSize.NORMAL else 0.5))

    @cached_property
    def card_top(self) -> int:
        """Air above the first line of a card."""
        return self.padding * 2 // 3

    @cached_property
    def radius(self) -> int:
        return self._comfortable("radius")

    @cached_property
    def transition_ms(self) -> int:
        return int(theme_values()["motion"]["transition_ms"]) if self.animations else 0

    @cached_property
    def attract_ms(self) -> int:
        return int(theme_values()["motion"]["attract_ms"])

    @cached_property
    def phone(self) -> PhoneSizes:
        least = math.ceil(self.mm(theme_values()["least"]["label_cap"][0]) / cap_share())
        return PhoneSizes(self.least_label, least, self.target, self.touch_gap, self.language)

    def mm(self, millimetres: float) -> float:
        return self.display.mm(millimetres)

    def text_style(self, px: int, bold: bool = False) -> TextStyle:
        return TextStyle(px, bold, ruby=self.furigana, language=self.language)

    def _comfortable(self, name: str) -> int:
        long, short = sorted((self.display.width, self.display.height), reverse=True)
        size: float = theme_values()["sizes"][name]
        return round(size * min(long / DESIGN_LONG, short / DESIGN_SHORT))

    def _text(self, name: str) -> int:
        growth: float = theme_values()["growth"]["text"][self._step]
        return max(round(self._comfortable(name) * growth), self.least_text)

    def _least_px(self, name: str) -> int:
        return math.ceil(self.mm(theme_values()["least"][name][self._step]) / cap_share())

    @property
    def _step(self) -> int:
        return list(TextSize).index(self.text_size)
