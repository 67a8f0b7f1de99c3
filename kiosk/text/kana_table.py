"""The twelve keys of a phone's kana keyboard: which kana a flick, a repeated tap and the mark key give.

As on the phones sold in Japan: a tap gives the first kana of a row, a flick to the left, up, right and down the
others; a further tap goes on to the next kana and then to the small ones.
"""

from enum import Enum
from functools import lru_cache


class Way(Enum):
    """Where a finger flicks to; the value is the place of the kana in its row."""

    LEFT = 1
    UP = 2
    RIGHT = 3
    DOWN = 4


_MARKED = (
    "かが きぎ くぐ けげ こご さざ しじ すず せぜ そぞ ただ ちぢ つっづ てで とど "
    "はばぱ ひびぴ ふぶぷ へべぺ ほぼぽ あぁ いぃ うぅゔ えぇ おぉ やゃ ゆゅ よょ わゎ"
)
MARKABLE_ROWS = tuple(_MARKED.split())
"""What the mark key (゛゜小) turns a kana into, and back to the first after the last."""

_FLICKS = {
    "あ": "あいうえお",
    "か": "かきくけこ",
    "さ": "さしすせそ",
    "た": "たちつてと",
    "な": "なにぬねの",
    "は": "はひふへほ",
    "ま": "まみむめも",
    "や": "や「ゆ」よ",
    "ら": "らりるれろ",
    "わ": "わをんー",
    "、": "、。？！",
}
_TAPS = {
    **_FLICKS,
    "あ": "あいうえおぁぃぅぇぉ",
    "た": "たちつてとっ",
    "や": "やゆよゃゅょ",
    "わ": "わをんゎー",
}
_FAMILIES = {kana: row for row in MARKABLE_ROWS for kana in row}


def flicked(key: str, way: Way | None) -> str:
    """The kana of a flick, of a plain tap for None; empty where the key has none on that side."""
    row = _FLICKS[key]
    at = way.value if way else 0
    return row[at] if at < len(row) else ""


def cycle(key: str) -> str:
    """The kana that taps of a key give one after the other."""
    return _TAPS[key]


def family(kana: str) -> str:
    """The kana that the mark key goes round, from the plain one on; only itself where it has no other."""
    return _FAMILIES.get(kana, kana)


@lru_cache(maxsize=128)
def flick_of(kana: str) -> tuple[str, Way | None]:
    """The key and the flick that begin a kana; its marks come after. Raises `ValueError` for what is no kana."""
    plain = family(kana)[0]
    for key, row in _FLICKS.items():
        if plain in row:
            at = row.index(plain)
            return key, Way(at) if at else None
    raise ValueError(kana)


def typable(reading: str) -> bool:
    """Whether every sign of a text can be typed on the kana keyboard."""
    return bool(reading) and all(any(family(kana)[0] in row for row in _FLICKS.values()) for kana in reading)
