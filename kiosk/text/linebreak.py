"""Where a line may end, in three strengths.

`PHRASE` keeps Japanese phrases together (BudouX); `ALLOWED` obeys Unicode line breaking, which
contains the Japanese kinsoku rules (UAX #14, https://www.unicode.org/reports/tr14/); `CHARACTER`
is the last resort for a word longer than a line, such as a web address.
"""

from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from budoux import Parser


class Break(IntEnum):
    """How good it is to end a line here; a higher value is better."""

    NEVER = 0
    CHARACTER = 1
    ALLOWED = 2
    PHRASE = 3


@lru_cache(maxsize=2048)
def line_breaks(text: str, language: str) -> tuple[Break, ...]:
    """For each character of `text`, what a line end after it is worth. Same length as the text."""
    from uniseg.graphemecluster import grapheme_cluster_boundaries
    from uniseg.linebreak import line_break_boundaries

    breaks = [Break.NEVER] * len(text)
    for boundary in grapheme_cluster_boundaries(text):
        if boundary:
            breaks[boundary - 1] = Break.CHARACTER
    phrase_ends = _japanese_phrase_ends(text) if language.startswith("ja") else None
    for boundary in line_break_boundaries(text):
        if boundary:
            kept_together = phrase_ends is not None and boundary not in phrase_ends
            breaks[boundary - 1] = Break.ALLOWED if kept_together else Break.PHRASE
    return tuple(breaks)


def _japanese_phrase_ends(text: str) -> set[int]:
    ends: set[int] = set()
    position = 0
    for phrase in _budoux().parse(text):
        position += len(phrase)
        ends.add(position)
    return ends


@lru_cache(maxsize=1)
def _budoux() -> "Parser":
    import budoux

    return budoux.load_default_japanese_parser()
