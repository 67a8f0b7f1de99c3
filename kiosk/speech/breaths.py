"""What Open JTalk says in one breath, and which phoneme begins which word."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from kiosk.speech.engine_words import Place
from kiosk.speech.sound import Mark

if TYPE_CHECKING:
    from pyopenjtalk.types import NJDFeature, SurfacePhonemeMapping

_PHONEME = re.compile(r"-(\w+)\+")
_SILENCES = {"sil", "pau"}
_ATTACHING = {"助詞", "助動詞"}
_SUFFIX = "接尾"
_SAME_PHRASE = 1
_OPENING, _CLOSING = "Ps", "Pe"
"""Unicode categories."""


def breaths(labels: Sequence[str]) -> list[list[str]]:
    """The labels between silences."""
    return [list(group) for silent, group in groupby(labels, _is_silent) if not silent]


def without_closing_brackets(places: Sequence[Place]) -> tuple[Place, ...]:
    """Without the pause that the engine makes in 「カメラ」を: the particle belongs to the name before it."""
    kept: list[Place] = []
    for place, following in zip(places, [*places[1:], None], strict=False):
        if following and _closes(place) and _is_attached(following):
            kept.append(replace(place, words=()))
        elif kept and not kept[-1].words and _is_attached(place):
            first, *rest = place.words
            joined = first.copy()
            joined["chain_flag"] = _SAME_PHRASE
            kept.append(replace(place, words=(joined, *rest)))
        else:
            kept.append(place)
    return tuple(kept)


def marks(
    places: Sequence[Place], counts: Sequence[int], starts: Sequence[float], text: str
) -> tuple[Mark, ...]:
    """A mark for each word with what attaches to it.

    `counts`: the phonemes of each word of `places`; `starts`: when each of all the phonemes begins, in ms.
    No marks where the two do not fit together.
    """
    before = [0, *accumulate(counts)]
    if before[-1] != len(starts) or len(counts) != sum(len(place.words) for place in places):
        return ()
    found: list[Mark] = []
    opened: int | None = None
    word = 0
    for place in places:
        first, word = before[word], word + len(place.words)
        category = unicodedata.category(text[place.start]) if place.start < place.end else ""
        is_heard = first < before[word]
        if found and (_is_attached(place) or (category == _CLOSING and not is_heard)):
            found[-1], opened = replace(found[-1], end=max(place.end, found[-1].end)), None
        elif is_heard and place.start < place.end:
            found.append(Mark(place.start if opened is None else opened, place.end, starts[first]))
            opened = None
        elif category == _OPENING:
            opened = place.start
    return tuple(found)


def phoneme_counts(words: "Sequence[NJDFeature]", mapping: "Sequence[SurfacePhonemeMapping]") -> list[int]:
    """How many phonemes each word has. The mapping makes one of ましょ and its う: the first has them all."""
    counts: list[int] = []
    rest = ""
    entries = iter(mapping)
    for word in words:
        if rest and rest.startswith(word["string"]):
            counts.append(0)
        elif entry := next(entries, None):
            rest = entry["surface"]
            counts.append(sum(phoneme not in _SILENCES for phoneme in entry["phonemes"]))
        rest = rest.removeprefix(word["string"])
    return counts


def _is_silent(label: str) -> bool:
    phoneme = _PHONEME.search(label)
    return phoneme is None or phoneme[1] in _SILENCES


def _closes(place: Place) -> bool:
    return bool(place.words) and all(
        unicodedata.category(character) == _CLOSING for word in place.words for character in word["string"]
    )


def _is_attached(place: Place) -> bool:
    if not place.words:
        return False
    first = place.words[0]
    return first["pos"] in _ATTACHING or (
        first["pos_group1"] == _SUFFIX and first["chain_flag"] == _SAME_PHRASE
    )
