"""How long each phoneme of an Open JTalk voice sounds.

The engine does not hand it out, but the voice file holds its duration model: a decision tree of questions
about a phoneme's label, and at each leaf, for every state of the phoneme, a mean and a variance in frames.
The engine brings a passage to its length by adding to each state in proportion to its variance, and so does
this. Format and formula: hts_engine API 1.10, `HTS_model.c` and `HTS_sstream.c` (`HTS_set_specified_duration`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import translate
from struct import iter_unpack, unpack_from

_QUESTION = re.compile(r"^QS (\S+) \{ (.*?) \}", re.MULTILINE)
_NODE = re.compile(r"^ *(-?\d+) +(\S+) +(\S+) +(\S+) *$", re.MULTILINE)
_PATTERN = re.compile(r'"([^"]*)"')


@dataclass(frozen=True, slots=True)
class _Node:
    question: re.Pattern[str]
    no: str
    yes: str


class DurationModel:
    """Read from the bytes of a `.htsvoice` file. Raises `ValueError` when it is none."""

    def __init__(self, voice: bytes) -> None:
        header, mark, data = voice.partition(b"[DATA]\n")
        states = re.search(rb"NUM_STATES:(\d+)", header)
        if not mark or not states:
            raise ValueError("not an HTS voice")
        self._nodes = dict(_nodes(_part(header, data, b"DURATION_TREE").decode()))
        self._leaves = _leaves(_part(header, data, b"DURATION_PDF"), int(states[1]))

    def lengths(self, labels: Sequence[str], whole: float) -> tuple[float, ...]:
        """The length of each label's phoneme, when together they are `whole` long (in frames)."""
        states = [state for label in labels for state in self._states(label)]
        mean = sum(mean for mean, _ in states)
        stretch = (whole - mean) / max(sum(variance for _, variance in states), 1e-9)
        lengths = [max(mean + stretch * variance, 1.0) for mean, variance in states]
        each = len(states) // max(len(labels), 1)
        phonemes = [sum(lengths[at : at + each]) for at in range(0, len(lengths), each or 1)]
        return tuple(length * whole / sum(lengths) for length in phonemes)

    def _states(self, label: str) -> tuple[tuple[float, float], ...]:
        place = "0"
        while node := self._nodes.get(place):
            place = node.yes if node.question.fullmatch(label) else node.no
        return self._leaves[int(place.rpartition("_")[2]) - 1]


def _part(header: bytes, data: bytes, name: bytes) -> bytes:
    place = re.search(name + rb":(\d+)-(\d+)", header)
    if not place:
        raise ValueError(f"no {name.decode()} in the voice")
    return data[int(place[1]) : int(place[2]) + 1]


def _nodes(text: str) -> list[tuple[str, _Node]]:
    questions = {name: _any_of(_PATTERN.findall(patterns)) for name, patterns in _QUESTION.findall(text)}
    return [
        (place, _Node(questions[question], no.strip('"'), yes.strip('"')))
        for place, question, no, yes in _NODE.findall(text)
    ]


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    """HTS patterns know `*` and `?` as the shell does."""
    return re.compile("|".join(translate(pattern) for pattern in patterns))


def _leaves(data: bytes, states: int) -> tuple[tuple[tuple[float, float], ...], ...]:
    """For each leaf, mean and variance of every state in frames."""
    (count,) = unpack_from("<I", data)
    numbers = iter_unpack(f"<{2 * states}f", data[4 : 4 + count * 8 * states])
    return tuple(tuple(zip(leaf[:states], leaf[states:], strict=True)) for leaf in numbers)
