"""Which numbers of a table must not be published, so that no small group can be seen or worked out.

The rule, known as cell suppression (Hundepool and others, Handbook on Statistical Disclosure Control,
https://sdctools.github.io/HandbookSDC/, chapters on tabular data):

- Primary suppression: a number from 1 to 9 is hidden. Zero stays: it is about nobody.
- Secondary suppression: where the total of the parts is known as well, a single hidden part would follow by
  subtraction. So the smallest of the other parts is hidden too, and the next, until there are at least two and each
  of them may still be anything from 1 to 10, as far as the published numbers tell.
- A table of parts whose total is under 10, or for which that cannot be reached, is not published at all.

A part that is hidden is never broken down further. So each hidden number stands in one sum only, and nothing can be
worked out by combining several sums.
"""

from collections.abc import Mapping
from typing import TypeVar

K = TypeVar("K")

LEAST = 10
"""The smallest number of a group that may be seen."""


def is_small(times: int) -> bool:
    return 0 < times < LEAST


def hidden(parts: Mapping[K, int]) -> frozenset[K] | None:
    """The parts of a known total that must be hidden; None when none of them may be published."""
    if sum(parts.values()) < LEAST:
        return None
    out = {key for key, times in parts.items() if is_small(times)}
    others = sorted((key for key, times in parts.items() if times >= LEAST), key=lambda key: parts[key])
    while out and not _hard_to_tell([parts[key] for key in out]):
        if not others:
            return None
        out.add(others.pop(0))
    return frozenset(out)


def _hard_to_tell(times: list[int]) -> bool:
    """With their sum known and each at least 1, each may be anything up to 10."""
    return len(times) >= 2 and sum(times) - (len(times) - 1) >= LEAST
