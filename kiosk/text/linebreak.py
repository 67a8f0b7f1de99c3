"""Where a line may end, in four strengths.

`PHRASE` keeps Japanese phrases together (BudouX); `ALLOWED` obeys Unicode line breaking, which
contains the Japanese kinsoku rules (UAX #14, https://www.unicode.org/reports/tr14/); `ADDRESS` is
behind a dot or a slash of a web address, and a no-break space, where no line can hold the whole; `CHARACTER` is
the last resort.

Unicode's own boundaries come from the caller: whoever draws has a library for them already, and a
second one would cost 8 MiB.
"""

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from budoux import Parser

_NO_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese, Khmer: words are not separated, so a line had better end at a space."""

_NO_BREAK_SPACE = "\u00a0"
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")

_WHOLE = re.compile(
    "もど[さしすせそらりるれろっ]|さが[さしすせそ]|なお[さしすせそ]|まちが[いうえっわ]"
    "|はな[さしすせれ]|やめる|とじる|はやい|たたむ|ひらがな|ふりがな|まなび|日にち|か月|えんぴつ|しくみ|残り少な"
)
"""Words that BudouX takes apart in our own texts, as in 画面にも/どります."""

_SEAM = re.compile("(?<=マイナンバー)(?=カード)")
"""Where a word too long for a tile had best part."""


class Break(IntEnum):
    """How good it is to end a line here; a higher value is better."""

    NEVER = 0
    CHARACTER = 1
    ADDRESS = 2
    ALLOWED = 3
    PHRASE = 4


class Boundaries(Protocol):
    """Positions in a text: ends of what a person sees as one character, and possible line ends."""

    def characters(self, text: str, /) -> Iterable[int]: ...

    def lines(self, text: str, /) -> Iterable[int]: ...


def line_breaks(text: str, language: str, boundaries: Boundaries) -> tuple[Break, ...]:
    """For each character of `text`, what a line end after it is worth. Same length as the text."""
    breaks = [Break.NEVER] * len(text)
    for end in boundaries.characters(text):
        if end:
            breaks[end - 1] = Break.CHARACTER
    phrase_ends = _japanese_phrase_ends(text) if language.startswith("ja") else None
    in_address = {
        position for found in _ADDRESS.finditer(text) for position in range(found.start() + 1, found.end())
    }
    for end in boundaries.lines(text):
        if end and breaks[end - 1] is Break.CHARACTER and end not in in_address:
            inside = end not in phrase_ends if phrase_ends is not None else _in_unspaced_words(text, end)
            breaks[end - 1] = Break.ALLOWED if inside else Break.PHRASE
    for position, character in enumerate(text):
        held = character in "./" and position + 1 in in_address
        if (held or character == _NO_BREAK_SPACE) and breaks[position] is Break.CHARACTER:
            breaks[position] = Break.ADDRESS
    return tuple(breaks)


def _in_unspaced_words(text: str, end: int) -> bool:
    return bool(_NO_SPACES.match(text[end - 1 : end]) and _NO_SPACES.match(text[end : end + 1]))


@lru_cache(maxsize=1024)
def _japanese_phrase_ends(text: str) -> frozenset[int]:
    inside = {at for word in _WHOLE.finditer(text) for at in range(word.start() + 1, word.end())}
    seams = {seam.start() for seam in _SEAM.finditer(text)}
    return frozenset(accumulate(len(phrase) for phrase in _budoux().parse(text))) - inside | seams


@lru_cache(maxsize=1)
def _budoux() -> "Parser":
    import budoux

    return budoux.load_default_japanese_parser()
