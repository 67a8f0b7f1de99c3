"""The words of Open JTalk's dictionary with what somebody who types needs of them.

`sys.dic` is in MeCab's binary format (https://taku910.github.io/mecab/, dictionary.cpp): a head of 72 bytes, a double
array that leads from a word's bytes to its tokens, the tokens (16 bytes each), and their features as text, each
ended by a zero byte.
"""

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kiosk.errors import N_, SettingsError
from kiosk.text.mora import hiragana
from kiosk.text.school_kanji import rarity

_HEAD = 72
_TOKEN = 16
_MAGIC = 0xEF718F77
"""The first number is the file's length, masked with this."""

_FORM_NAMES = "* 基本形 連用形 連用タ接続 連用テ接続 未然形 未然ウ接続 仮定形 命令ｅ 命令ｒｏ 命令ｉ"
_FORMS = frozenset(_FORM_NAMES.split())
_LEFT_OUT = frozenset({"記号", "フィラー", "その他"})
_WRITTEN_IN_KANA = frozenset({"助詞", "助動詞"})

_NAMES = {"人名": 1500, "組織": 2500, "一般": 2000}
_A_YEAR = 200
_IN_HIRAGANA = {"名詞": 3000, "動詞": 2000, "形容詞": 1500, "副詞": 3000}
_IN_KATAKANA = {"名詞": 2500, "動詞": 4000, "形容詞": 4000, "感動詞": 4000, "副詞": 4000}
_ELSE_IN_KANA = 1000
_IN_KANJI_THOUGH_USUALLY_NOT = 4000
_HALF_IN_KANA = 1500
_LEAST = 3000
"""Costs found by trying everyday words. MeCab's tell how likely a word is read so, not how likely it is meant:
names and nouns in kana come late, kanji learnt early come first."""

_WORD = re.compile(r"[一-鿿々ヶぁ-ゖァ-ヺー]+")
_KANJI = re.compile(r"[一-鿿々]")
_HALF = re.compile(r"(?![おご][一-鿿])[ぁ-ゖ].*[一-鿿]|.*[一-鿿々][ぁ-ゖ]{2,}")
"""Nouns such as 地しん or り災, though not お茶 and 手続き."""


class SourceWord(NamedTuple):
    """`reading` in hiragana; less `cost` is commoner; `before` and `behind` are MeCab's ids of its two sides."""

    reading: str
    cost: int
    word: str
    before: int
    behind: int


def dictionary_words(dictionary: Path) -> Iterator[SourceWord]:
    """Every word worth offering; some come twice. Takes seconds. Raises `SettingsError` for any other file."""
    data = dictionary.read_bytes()
    if len(data) < _HEAD or struct.unpack_from("<I", data)[0] ^ _MAGIC != len(data):
        raise SettingsError(N_("辞書 {file} が壊れています。入れなおしてください。"), file=dictionary)
    double_array, tokens = struct.unpack_from("<2I", data, 24)
    first_token, first_feature = _HEAD + double_array, _HEAD + double_array + tokens
    for word, token, count in _words(data, double_array):
        if not _WORD.fullmatch(word):
            continue
        for at in range(first_token + token * _TOKEN, first_token + (token + count) * _TOKEN, _TOKEN):
            before, behind, _, cost, feature = struct.unpack_from("<HHHhI", data, at)
            start = first_feature + feature
            features = data[start : data.index(b"\0", start)].decode().split(",")
            if _wanted(word, features):
                yield SourceWord(hiragana(features[7]), _cost(word, cost, features), word, before, behind)


def _wanted(word: str, features: list[str]) -> bool:
    """Nobody wants signs, forms of dialects, or kana that are not the reading's own (がくかう)."""
    part, form, reading = features[0], features[5], hiragana(features[7])
    own = bool(_KANJI.search(word)) or hiragana(word) == reading
    return part not in _LEFT_OUT and form in _FORMS and own


def _cost(word: str, cost: int, features: list[str]) -> int:
    part, kind, detail = features[:3]
    kanji = _KANJI.findall(word)
    usually_kana = part in _WRITTEN_IN_KANA or (part, kind) == ("動詞", "非自立")
    cost = max(cost, _LEAST) + (_NAMES.get(detail, 0) if kind == "固有名詞" else 0)
    if usually_kana:
        return cost + (_IN_KANJI_THOUGH_USUALLY_NOT if kanji or word != hiragana(word) else 0)
    if not kanji:
        in_kana = _IN_HIRAGANA if word == hiragana(word) else _IN_KATAKANA
        return cost + in_kana.get(part, _ELSE_IN_KANA)
    half = _HALF_IN_KANA if part == "名詞" and _HALF.fullmatch(word) else 0
    return cost + half + _A_YEAR * max(map(rarity, kanji))


def _words(data: bytes, size: int) -> Iterator[tuple[str, int, int]]:
    """Every word of the double array of `size` bytes, with its first token and how many it has.

    A node's `check` is the base of its parent; its own place minus that is the byte it stands for, plus one. A place
    that is its own `check` ends a word: its base tells the tokens.
    """
    import numpy as np

    units = np.frombuffer(data, dtype="<i4", count=size // 4, offset=_HEAD).reshape(-1, 2)
    bases, checks = units[:, 0], units[:, 1]
    inner = np.flatnonzero(bases > 0)
    owner = np.zeros(int(bases.max()) + 1, dtype=np.int32)
    owner[bases[inner]] = inner
    for end in np.flatnonzero((bases < 0) & (checks == np.arange(len(units)))).tolist():
        value, signs = -int(bases[end]) - 1, bytearray()
        node = int(owner[checks[end]])
        while node:
            parent = int(checks[node])
            signs.append(node - parent - 1)
            node = int(owner[parent])
        yield signs[::-1].decode(), value >> 8, value & 0xFF
