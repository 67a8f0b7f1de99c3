"""The papers of the sheet, and every measure that follows from a paper and the size of print.

Type sizes after municipal guides: body at least 12 pt on A4, better 14, in a universal-design Gothic; all
sizes grow in step in large print. Receipt printers have 203 dots an inch, 8 to the mm, and print less than
the width of their paper: 576 dots on 80 mm, 384 on 58 mm.
"""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.text.layout import RUBY_SCALE

POINT = 25.4 / 72
"""A point in mm."""

PAGE_DOTS, RECEIPT_DOTS = 600 / 25.4, 8.0
"""Dots of the printer to the mm."""

LONGEST = 4000.0
"""mm of a receipt in one piece: PDF pages end at 5080 mm."""


class Paper(StrEnum):
    """What the sheet is printed on."""

    A4 = "a4"
    A5 = "a5"
    RECEIPT80 = "receipt80"
    RECEIPT58 = "receipt58"

    @property
    def is_receipt(self) -> bool:
        return self in {Paper.RECEIPT80, Paper.RECEIPT58}


@dataclass(frozen=True)
class Types:
    """Sizes of type in points."""

    title: float
    body: float
    second: float
    small: float
    note: float


@dataclass(frozen=True)
class Setting:
    """One way to set a sheet: columns of steps; the width of the phone pictures and the least side of a code in mm.

    `paired`: a single link and whom to ask stand side by side.
    """

    columns: int
    phone: float
    code: float
    paired: bool = False


@dataclass(frozen=True)
class Format:
    """Measures of one paper in one size of print: the page in mm, everything else in dots of its printer.

    `settings` are the ways to set the steps, the most comfortable first. Furigana smaller than `least_ruby`
    dots could not be read and are left out. `spacing` is the line pitch in sizes of type, without furigana.
    """

    paper: Paper
    page: tuple[float, float]
    margin_mm: float
    types: Types
    settings: tuple[Setting, ...] = ()
    dots_per_mm: float = PAGE_DOTS
    least_ruby: int = 0
    spacing: float = 1.4

    def mm(self, length: float) -> float:
        return length * self.dots_per_mm

    def pt(self, size: float) -> int:
        return round(size * POINT * self.dots_per_mm)

    @property
    def width(self) -> float:
        """What can be printed on, from margin to margin."""
        return self.mm(self.page[0] - 2 * self.margin_mm)

    @property
    def height(self) -> float:
        return self.mm(self.page[1] - 2 * self.margin_mm)

    @property
    def margin(self) -> float:
        return self.mm(self.margin_mm)

    @property
    def line(self) -> float:
        """A line that matters: 0.9 pt, which three photocopies leave whole."""
        return self.mm(0.32)

    @property
    def circle(self) -> float:
        """Round a step's number."""
        return self.pt(self.types.body) * 1.8

    def has_ruby(self, px: int) -> bool:
        return round(px * RUBY_SCALE) >= self.least_ruby


def format_of(paper: Paper, large: bool = False) -> Format:
    """The measures of a paper, in normal or in large print."""
    match paper:
        case Paper.A4 if large:
            ways = (Setting(1, 34, 40), Setting(1, 28, 34))
            return Format(paper, (210, 297), 15, Types(32, 20, 17, 16, 14), ways)
        case Paper.A4:
            columns = (Setting(1, 27, 40), Setting(2, 23, 40), Setting(2, 20, 30, paired=True))
            tight = (Setting(2, 18, 30, paired=True),)
            return Format(paper, (210, 297), 15, Types(24, 14, 12, 11, 10), columns + tight)
        case Paper.A5 if large:
            ways = (Setting(1, 30, 32), Setting(1, 25, 30))
            return Format(paper, (148, 210), 10, Types(26, 20, 16, 15, 13), ways)
        case Paper.A5:
            ways = (Setting(1, 26, 32), Setting(1, 22, 30))
            return Format(paper, (148, 210), 10, Types(20, 14, 12, 11, 10), ways)
        case Paper.RECEIPT80:
            types = Types(21, 17, 14.2, 12.8, 11.4) if large else Types(17, 13.5, 11.4, 10, 9.2)
            return _receipt(paper, 80, 72, types)
        case Paper.RECEIPT58:
            types = Types(17, 14.2, 12, 11.4, 10) if large else Types(14.2, 11.4, 10, 10, 8.5)
            return _receipt(paper, 58, 48, types)


def _receipt(paper: Paper, wide: float, printed: float, types: Types) -> Format:
    margin = (wide - printed) / 2
    return Format(paper, (wide, LONGEST), margin, types, (), RECEIPT_DOTS, least_ruby=16, spacing=1.25)
