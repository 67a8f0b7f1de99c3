"""From kana to the ways to write them: words of the lesson, names of the place, words of the dictionary."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from kiosk.text.mora import katakana
from kiosk.text.school_kanji import LEARNT_AT_SCHOOL, rarity
from kiosk.text.word_index import Entry

MOST_CANDIDATES = 8
_LONGEST_WORD = 12
_LONGEST_PHRASE = 20
"""Kana: what is longer would take more than the time of one picture."""

_ENOUGH = 3
_WORDS_IN_PHRASE = 6
_PAUSE = 0
"""Both sides of a word of our own, as if it stood alone."""

_OWN_COST = -10_000
_UNKNOWN_COST = 15_000
_DEAREST_OF_ONE = 4300
_KATAKANA_COST = 2000
_A_WORD_MORE = 1500
"""One word is meant before two of the same cost."""


class Words(Protocol):
    """A dictionary by readings in hiragana, and how well its words stand side by side."""

    def find(self, reading: str) -> tuple[Entry, ...]: ...

    def joint(self, behind: int, before: int) -> int: ...


@dataclass(frozen=True)
class Converter:
    """Offers ways to write kana. `names` are a place's own words: reading to written form."""

    words: Words
    names: Mapping[str, str]

    def candidates(self, kana: str, lesson_words: Mapping[str, str]) -> tuple[str, ...]:
        """At most eight, the likeliest first, always with the kana as hiragana and as katakana.

        `lesson_words`: reading to written form, of the lesson that is practised.
        """
        if not kana:
            return ()
        as_kana = tuple(dict.fromkeys((kana, katakana(kana))))
        found = list(dict.fromkeys(self._found(kana, {**self.names, **lesson_words})))
        best = [word for word in found if word not in as_kana or word == found[0]]
        return tuple(dict.fromkeys((*best[: MOST_CANDIDATES - len(as_kana)], *as_kana)))

    def _found(self, kana: str, own: Mapping[str, str]) -> Iterator[str]:
        """Our own word, a single kana as it stands, whole words, and a phrase where there are few of these."""
        if kana in own:
            yield own[kana]
        if len(kana) == 1:
            yield kana
        whole = sorted((_alone(entry, kana), entry.word) for entry in self.words.find(kana))
        yield from (word for _cost, word in whole)
        if kana not in own and 1 < len(kana) <= _LONGEST_PHRASE and len(whole) < _ENOUGH:
            yield self._phrase(kana, own)

    def _phrase(self, kana: str, own: Mapping[str, str]) -> str:
        """The cheapest way to make up the kana of several words, found as Viterbi does."""
        best: list[dict[int, tuple[int, str]]] = [{} for _ in range(len(kana) + 1)]
        best[0][_PAUSE] = (0, "")
        for start in range(len(kana)):
            for end, entry in self._from(kana, start, own):
                before, cost = entry.before, entry.cost + _A_WORD_MORE
                reached = min(
                    (so_far + self.words.joint(behind, before) + cost, written + entry.word)
                    for behind, (so_far, written) in best[start].items()
                )
                best[end][entry.behind] = min(reached, best[end].get(entry.behind, reached))
        ends = [(cost + self.words.joint(behind, _PAUSE), word) for behind, (cost, word) in best[-1].items()]
        return min(ends)[1]

    def _from(self, kana: str, start: int, own: Mapping[str, str]) -> Iterator[tuple[int, Entry]]:
        """The words that begin at a place, with their ends; the kana itself as a word that nobody knows."""
        longest = min(len(kana), start + _LONGEST_WORD)
        for end in range(start + 1, longest + 1):
            part = kana[start:end]
            if part in own:
                yield end, Entry(own[part], _OWN_COST, _PAUSE, _PAUSE)
            if part != kana:
                yield from ((end, entry) for entry in self.words.find(part)[:_WORDS_IN_PHRASE])
        yield start + 1, Entry(kana[start], _UNKNOWN_COST, _PAUSE, _PAUSE)


def _alone(entry: Entry, kana: str) -> int:
    """What a word costs by itself, where one kanji is as likely as two, and kanji likelier than katakana."""
    if entry.word == katakana(kana):
        return entry.cost + _KATAKANA_COST
    learnt = len(entry.word) == 1 and rarity(entry.word) <= LEARNT_AT_SCHOOL
    return min(entry.cost, _DEAREST_OF_ONE) if learnt else entry.cost
