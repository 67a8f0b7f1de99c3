"""Two spellings of one text laid beside each other: an engine changes widths, digits and spaces."""

import unicodedata
from difflib import SequenceMatcher


def folded(text: str) -> str:
    """The text in one width and without spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def common_borders(one: str, other: str) -> list[tuple[int, int]]:
    """Places that both texts share, as pairs of offsets, from (0, 0) to both ends."""
    if one == other:
        return [(at, at) for at in range(len(one) + 1)]
    borders = [(0, 0)]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        inside = zip(range(i1 + 1, i2), range(j1 + 1, j2), strict=True) if tag == "equal" else ()
        borders += [*inside, (i2, j2)]
    return borders
