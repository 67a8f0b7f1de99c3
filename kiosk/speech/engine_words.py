"""Make the voice say the furigana.

Open JTalk cuts a text into its own words, with its own readings. Here those words are laid beside
the text's segments, and where both mean the same stretch but read it differently, the words are
given the segments' reading. The engine normalises what it reads (12 becomes 十二, half width
becomes full width, spaces vanish), so words and text are aligned by their folded characters; where
that fails for a stretch, the engine's reading stays.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING

from kiosk.speech.mora import katakana, mora_count, pronunciation, speakable
from kiosk.text.ruby import RubyText, is_kana

if TYPE_CHECKING:
    from pyopenjtalk.types import NJDFeature as Word

_DEVOICED = "’"
_SAME_PHRASE = 1


def with_readings(words: "list[Word]", text: RubyText) -> "list[Word]":
    """The engine's words, saying the text's furigana. The words given are not changed.

    Words that already agree, and stretches without furigana, keep the engine's pronunciation: it knows
    that the particle は sounds ワ.
    """
    atoms = tuple(_atoms(text))
    spoken: list[Word] = []
    accent_lost: list[bool] = []
    for stretch, beside in _stretches(words, atoms):
        mended = _mended(stretch, beside)
        spoken += mended
        accent_lost += [_accent_lost(stretch, mended)] * len(mended)
    return _with_flat_accents(spoken, accent_lost)


@dataclass(frozen=True, slots=True)
class _Atom:
    """What a word's border may not cut: a segment with furigana, or a single character without."""

    base: str
    reading: str
    furigana: bool


def _atoms(text: RubyText) -> Iterator[_Atom]:
    for segment in text:
        if segment.reading:
            yield _Atom(_folded(segment.base), katakana(segment.reading), True)
            continue
        for character in segment.base:
            if base := _folded(character):
                yield _Atom(base, katakana(base) if is_kana(base) else "", False)


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _stretches(
    words: "list[Word]", atoms: tuple[_Atom, ...]
) -> "Iterator[tuple[list[Word], tuple[_Atom, ...]]]":
    """The smallest stretches in which whole words stand beside whole atoms."""
    bases = [atom.base for atom in atoms]
    strings = [_folded(word["string"]) for word in words]
    atom_at = {end: index for index, end in enumerate(accumulate(map(len, bases), initial=0))}
    word_at = {end: index for index, end in enumerate(accumulate(map(len, strings), initial=0))}
    common = _common_borders("".join(strings), "".join(bases))
    borders = [(word_at[w], atom_at[a]) for w, a in common if w in word_at and a in atom_at]
    for (word, atom), (next_word, next_atom) in pairwise(borders):
        yield words[word:next_word], atoms[atom:next_atom]


def _common_borders(one: str, other: str) -> list[tuple[int, int]]:
    borders = [(0, 0)]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        inside = zip(range(i1 + 1, i2), range(j1 + 1, j2), strict=True) if tag == "equal" else ()
        borders += [*inside, (i2, j2)]
    return borders


def _mended(words: "list[Word]", atoms: tuple[_Atom, ...]) -> "list[Word]":
    """One word with the furigana's reading in place of the engine's; the engine's own if they agree."""
    if not words or not any(atom.furigana for atom in atoms) or _agrees(words, atoms):
        return words
    parts = ["".join(group) for group in _reading_parts(atoms)]
    read = "".join(parts)
    if not all(atom.reading for atom in atoms) or not speakable(read):
        return words
    pron = pronunciation(parts)
    if pron == "".join(word["pron"] for word in words).replace(_DEVOICED, ""):
        return words
    first = words[0].copy()
    first["string"] = "".join(word["string"] for word in words)
    first["read"], first["pron"], first["mora_size"] = read, pron, mora_count(read)
    return [first]


def _agrees(words: "list[Word]", atoms: tuple[_Atom, ...]) -> bool:
    """Whether the engine reads the furigana; digits and letters between may sound as they like."""
    pattern = "".join(re.escape(atom.reading) if atom.reading else ".*" for atom in atoms)
    return re.fullmatch(pattern, "".join(word["read"] for word in words)) is not None


def _reading_parts(atoms: tuple[_Atom, ...]) -> Iterator[list[str]]:
    """Each furigana alone, and each run of kana (the う of 行こう lengthens its こ)."""
    for furigana, group in groupby(atoms, key=lambda atom: atom.furigana):
        readings = [atom.reading for atom in group]
        yield from ([reading] for reading in readings) if furigana else [readings]


def _accent_lost(words: "list[Word]", mended: "list[Word]") -> bool:
    """An accent fits only as long as its phrase keeps its number of mora and its borders."""
    return sum(word["mora_size"] for word in words) != sum(word["mora_size"] for word in mended) or (
        len(mended) < len(words) and any(word["chain_flag"] != _SAME_PHRASE for word in words[1:])
    )


def _with_flat_accents(words: "list[Word]", accent_lost: list[bool]) -> "list[Word]":
    """Flat accent (heiban, the commonest) for every phrase whose accent is lost; a phrase's first word holds it."""
    flat = list(words)
    head = 0
    for index, lost in enumerate(accent_lost):
        head = head if words[index]["chain_flag"] == _SAME_PHRASE else index
        if lost:
            flat[head] = flat[head].copy()
            flat[head]["acc"] = 0
    return flat
