"""Typing on a phone's keyboards, as values: what has been typed, and the moves that lead from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import assert_never

from kiosk.text.kana_table import Way, cycle, family, flicked

CYCLE_MS = 2500
"""A tap of the same key within this time goes on to the next kana. Phones wait one second; old hands are slower."""


class Board(Enum):
    """A keyboard that can be open."""

    KANA = auto()
    LATIN = auto()
    SIGNS = auto()
    """Signs in the places of the Latin letters."""
    DIGITS = auto()


@dataclass(frozen=True)
class Tap:
    """A tap of a kana key. `times` is for guidance only: how often it takes from here."""

    key: str
    times: int = 1


@dataclass(frozen=True)
class Flick:
    """A flick from a kana key."""

    key: str
    way: Way


@dataclass(frozen=True)
class Letter:
    """A Latin letter by its small form, a digit, or a sign; shift makes it large."""

    sign: str


@dataclass(frozen=True)
class Mark:
    """The key ゛゜小. `times` is for guidance only."""

    times: int = 1


@dataclass(frozen=True)
class NextLetter:
    """「次の字へ」: the next tap of the same key begins a new kana."""


@dataclass(frozen=True)
class Space:
    """A space, or the next way to write the kana that are being composed."""


@dataclass(frozen=True)
class Backspace:
    """Takes the last sign away."""


@dataclass(frozen=True)
class Shift:
    """The next letter is a capital; once more, and it is not."""


@dataclass(frozen=True)
class Change:
    """To another keyboard."""

    board: Board


@dataclass(frozen=True)
class Choose:
    """Take this way to write what is being composed."""

    written: str


@dataclass(frozen=True)
class Confirm:
    """Keep what is being composed as it stands."""


Move = Tap | Flick | Letter | Mark | NextLetter | Space | Backspace | Shift | Change | Choose | Confirm


@dataclass(frozen=True)
class Repeated:
    """A kana that further taps of the same key still change; `at_ms` is the last tap on any steady clock."""

    key: str
    at_ms: float


@dataclass(frozen=True)
class Typed:
    """All there is to know of somebody's typing.

    `text` stands; `composing` are kana that may still be converted, `converted` is the way to write them that the
    conversion key proposes now.
    """

    text: str = ""
    composing: str = ""
    converted: str = ""
    board: Board = Board.KANA
    shift: bool = False
    repeated: Repeated | None = None

    @property
    def shown(self) -> str:
        """What the field shows."""
        return self.text + (self.converted or self.composing)

    def tap(self, key: str, at_ms: float) -> "Typed":
        again = Repeated(key, at_ms)
        if self.repeated is None or self.repeated.key != key or at_ms - self.repeated.at_ms > CYCLE_MS:
            return replace(self.add(flicked(key, None)), repeated=again)
        row = cycle(key)
        following = row[(row.index(self.composing[-1]) + 1) % len(row)]
        return replace(self, composing=self.composing[:-1] + following, repeated=again)

    def add(self, kana: str) -> "Typed":
        """Compose one more kana; a proposed conversion is taken by typing on."""
        base = self.confirm() if self.converted else self
        return replace(base, composing=base.composing + kana, repeated=None)

    def mark(self) -> "Typed":
        if not self.composing or self.converted:
            return self
        row = family(self.composing[-1])
        following = row[(row.index(self.composing[-1]) + 1) % len(row)]
        return replace(self, composing=self.composing[:-1] + following, repeated=None)

    def backspace(self) -> "Typed":
        if self.converted:
            return replace(self, converted="")
        if self.composing:
            return replace(self, composing=self.composing[:-1], repeated=None)
        return replace(self, text=self.text[:-1])

    def letter(self, sign: str) -> "Typed":
        base = self.confirm()
        return replace(base, text=base.text + (sign.upper() if base.shift else sign), shift=False)

    def space(self, candidates: Sequence[str]) -> "Typed":
        """Propose the next candidate; without anything to convert, a space as wide as the script's letters."""
        if not self.composing:
            return replace(self, text=self.text + ("　" if self.board is Board.KANA else " "))
        if not candidates:
            return self.next_letter()
        at = candidates.index(self.converted) + 1 if self.converted in candidates else 0
        return replace(self, converted=candidates[at % len(candidates)], repeated=None)

    def choose(self, written: str) -> "Typed":
        """Takes the place of the composed kana."""
        return replace(self, text=self.text + written, composing="", converted="", repeated=None)

    def confirm(self) -> "Typed":
        return self.choose(self.converted or self.composing)

    def next_letter(self) -> "Typed":
        return replace(self, repeated=None)

    def change(self, board: Board) -> "Typed":
        return replace(self.confirm(), board=board, shift=False)


def after(typed: Typed, move: Move, at_ms: float, candidates: Sequence[str] = ()) -> Typed:
    """What a move leads to. `candidates` are the ways to write `typed.composing`, the best one first."""
    match move:
        case Tap():
            return typed.tap(move.key, at_ms)
        case Flick():
            kana = flicked(move.key, move.way)
            return typed.add(kana) if kana else typed
        case Letter():
            return typed.letter(move.sign)
        case Mark():
            return typed.mark()
        case NextLetter():
            return typed.next_letter()
        case Space():
            return typed.space(candidates)
        case Backspace():
            return typed.backspace()
        case Shift():
            return replace(typed, shift=not typed.shift)
        case Change():
            return typed.change(move.board)
        case Choose():
            return typed.choose(move.written)
        case Confirm():
            return typed.confirm()
        case _:
            assert_never(move)
