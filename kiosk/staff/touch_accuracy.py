"""How well a touch screen is aligned, from touches that were aimed at crosses."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import product
from statistics import fmean

TARGET_MM = 16.0
"""Side of the smallest buttons of the kiosk."""

SPREAD_MM = 3.4
"""Standard deviation of older people's touches on each axis: the touch study of 220 people behind the 16 mm."""

ENOUGH_HITS, FEW_HITS = 0.93, 0.80
"""Of older people's touches that meet a button of 16 mm; 0.96 do so on a perfect screen. These are shifts of
about 2 mm and 5 mm."""

EDGE_MM = 10.0
"""From the edge of the screen to the middle of the outer crosses."""

Point = tuple[float, float]
"""x to the right and y down."""


@dataclass(frozen=True)
class Aim:
    """Where a cross was and where the screen says it was touched, in pixels of the window."""

    cross: Point
    touch: Point


@dataclass(frozen=True)
class Accuracy:
    """Distances in mm. `shift` is what all touches have in common: to the right and down where positive.

    `p95`: so near to their cross were 95 % of the touches.
    """

    mean: float
    p95: float
    shift: Point


class Verdict(Enum):
    """`UNEVEN`: touches miss by half a button in places, though not all into one direction."""

    GOOD = auto()
    SHIFTED = auto()
    UNEVEN = auto()
    BAD = auto()


def crosses(width: float, height: float, px_per_mm: float) -> tuple[Point, ...]:
    """Thirteen places on a window in pixels: corners, middles of the edges, the middle, and the quarters."""
    edge = EDGE_MM * px_per_mm
    outer = product((edge, height / 2, height - edge), (edge, width / 2, width - edge))
    inner = product((height / 4, height * 3 / 4), (width / 4, width * 3 / 4))
    return tuple((x, y) for y, x in (*outer, *inner))


def accuracy(aims: Sequence[Aim], px_per_mm: float) -> Accuracy:
    """What touches tell about the screen. Raises ValueError without any."""
    if not aims:
        raise ValueError("no touches")
    offsets = [
        tuple((touched - wanted) / px_per_mm for touched, wanted in zip(aim.touch, aim.cross, strict=True))
        for aim in aims
    ]
    distances = sorted(math.hypot(*offset) for offset in offsets)
    across, down = zip(*offsets, strict=True)
    return Accuracy(fmean(distances), _share(distances, 0.95), (fmean(across), fmean(down)))


def verdict(found: Accuracy) -> Verdict:
    """Whether old hands meet buttons of 16 mm on this screen."""
    hits = math.prod(_hits(shift) for shift in found.shift)
    if hits < FEW_HITS:
        return Verdict.BAD
    if found.p95 > TARGET_MM / 2:
        return Verdict.UNEVEN
    return Verdict.GOOD if hits >= ENOUGH_HITS else Verdict.SHIFTED


def _hits(shift: float) -> float:
    """Share of older people's touches that meet a button on one axis, when all land `shift` mm away."""
    half, scale = TARGET_MM / 2, SPREAD_MM * math.sqrt(2)
    return (math.erf((half - shift) / scale) + math.erf((half + shift) / scale)) / 2


def _share(values: Sequence[float], share: float) -> float:
    """The value that a share of sorted values do not exceed, between two of them where it falls there."""
    place = share * (len(values) - 1)
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (place - low)
