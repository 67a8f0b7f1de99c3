"""Make the voice say the furigana.

Open JTalk cuts a text into its own words, with its own readings. Here those words are laid beside
the text's segments, and where both mean the same stretch but read it differently, the words are
given the segments' reading. The engine normalises what it reads (12 becomes 十二, half width
becomes full width, spaces vanish), so words and text are aligned by their folded characters; where
that fails for a stretch, the engine's reading stays.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING

from kiosk.text.alignment import common_borders, folded
from kiosk.text.mora import katakana, mora_count, pronunciation, speakable
from kiosk.text.numbers import cardinal
from kiosk.text.ruby import RubyText, is_kana

if TYPE_CHECKING:
    from pyopenjtalk.types import NJDFeature as Word

_DEVOICED = "’"
_SAME_PHRASE = 1
_UNSETTLED = re.compile(r"[0-9０-９]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """The engine's words for characters `start` to `end` of the plain text, or for nothing in it."""

    words: "tuple[Word, ...]"
    start: int
    end: int


def with_readings(words: "list[Word]", text: RubyText) -> tuple[Place, ...]:
    """The engine's words, saying the text's furigana, where they stand. The words given are not changed.

    Words that already agree, and stretches without furigana, keep the engine's pronunciation: it knows
    that the particle は sounds ワ.
    """
    atoms = tuple(_atoms(text))
    besides: list[tuple[_Atom, ...]] = []
    mended: list[_Mended] = []
    for stretch, beside in _stretches(words, atoms):
        besides.append(beside)
        mended.append(_mended(stretch, beside))
    accented = iter(_with_accents(mended))
    return tuple(
        Place(
            tuple(next(accented) for _ in one.words),
            beside[0].start if beside else 0,
            beside[-1].end if beside else 0,
        )
        for one, beside in zip(mended, besides, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Atom:
    """What a word's border may not cut: a segment that says how it is heard, a number, a single character."""

    base: str
    reading: str
    settled: bool
    start: int
    end: int
    accent: int | None = None


def _atoms(text: RubyText) -> Iterator[_Atom]:
    start = 0
    for segment in text:
        end = start + len(segment.base)
        if segment.heard:
            yield _Atom(folded(segment.base), katakana(segment.heard), True, start, end, segment.accent)
        else:
            for match in _UNSETTLED.finditer(segment.base):
                if base := folded(match[0]):
                    reading = katakana(base) if is_kana(base) else ""
                    yield _Atom(base, reading, False, start + match.start(), start + match.end())
        start = end


def _stretches(
    words: "list[Word]", atoms: tuple[_Atom, ...]
) -> "Iterator[tuple[list[Word], tuple[_Atom, ...]]]":
    """The smallest stretches in which whole words stand beside whole atoms."""
    bases = [atom.base for atom in atoms]
    strings = [folded(word["string"]) for word in words]
    atom_at = {end: index for index, end in enumerate(accumulate(map(len, bases), initial=0))}
    word_at = {end: index for index, end in enumerate(accumulate(map(len, strings), initial=0))}
    common = common_borders("".join(strings), "".join(bases))
    borders = [(word_at[w], atom_at[a]) for w, a in common if w in word_at and a in atom_at]
    for (word, atom), (next_word, next_atom) in pairwise(borders):
        yield words[word:next_word], atoms[atom:next_atom]


@dataclass(frozen=True, slots=True)
class _Mended:
    """Words for one stretch; the accent the text asks of their phrase; whether the engine's fits no more."""

    words: "list[Word]"
    accent: int | None
    accent_lost: bool


def _mended(words: "list[Word]", atoms: tuple[_Atom, ...]) -> _Mended:
    said = _said(words, atoms)
    return _Mended(said, atoms[0].accent if atoms else None, _accent_lost(words, said))


def _said(words: "list[Word]", atoms: tuple[_Atom, ...]) -> "list[Word]":
    """One word with the text's reading in place of the engine's; the engine's own if they agree."""
    if not words or not any(atom.settled for atom in atoms) or _agrees(words, atoms):
        return words
    readings = [atom.reading or _number(atom.base) for atom in atoms]
    if not all(readings) or not speakable("".join(readings)):
        return words
    parts = list(_parts(atoms, readings))
    pron = pronunciation(parts)
    if pron == "".join(word["pron"] for word in words).replace(_DEVOICED, ""):
        return words
    first = words[0].copy()
    first["string"] = "".join(word["string"] for word in words)
    first["read"], first["pron"], first["mora_size"] = "".join(readings), pron, mora_count("".join(readings))
    return [first]


def _agrees(words: "list[Word]", atoms: tuple[_Atom, ...]) -> bool:
    """Whether the engine reads the furigana; digits and letters between may sound as they like."""
    pattern = "".join(re.escape(atom.reading) if atom.reading else ".*" for atom in atoms)
    return re.fullmatch(pattern, "".join(word["read"] for word in words)) is not None


def _number(base: str) -> str:
    return cardinal(base) if base.isascii() and base.isdigit() else ""


def _parts(atoms: tuple[_Atom, ...], readings: list[str]) -> Iterator[str]:
    """Each settled reading alone, and each run of kana (the う of 行こう lengthens its こ)."""
    for settled, group in groupby(zip(atoms, readings, strict=True), key=lambda pair: pair[0].settled):
        run = [reading for _, reading in group]
        yield from run if settled else ["".join(run)]


def _accent_lost(words: "list[Word]", said: "list[Word]") -> bool:
    """An accent fits only as long as its phrase keeps its number of mora and its borders."""
    return sum(word["mora_size"] for word in words) != sum(word["mora_size"] for word in said) or (
        len(said) < len(words) and any(word["chain_flag"] != _SAME_PHRASE for word in words[1:])
    )


def _with_accents(mended: list[_Mended]) -> "list[Word]":
    """All words. A phrase's first word holds its accent: the text's own, else flat (the commonest) if it is lost."""
    words: list[Word] = []
    head = mora = 0
    asked = False
    for one in mended:
        for index, word in enumerate(one.words):
            if word["chain_flag"] != _SAME_PHRASE:
                head, mora, asked = len(words), 0, False
            words.append(word)
            if index == 0 and one.accent is not None:
                words[head] = _accented(words[head], mora + one.accent if one.accent else 0)
                asked = True
            elif one.accent_lost and not asked:
                words[head] = _accented(words[head], 0)
            mora += word["mora_size"]
    return words


def _accented(word: "Word", accent: int) -> "Word":
    changed = word.copy()
    changed["acc"] = accent
    return changed
