"""The next move towards a text: for guidance, for the demonstration and for a robot that types."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from kiosk.text.kana_input import (
    Backspace,
    Board,
    Change,
    Choose,
    Confirm,
    Flick,
    Letter,
    Mark,
    Move,
    NextLetter,
    Shift,
    Space,
    Tap,
    Typed,
)
from kiosk.text.kana_table import cycle, family, flick_of, typable

LATIN_LETTERS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
LATIN_SIGNS = ("@#%&*-+=/_", "()[]{}<>^~", "!?:;,'\"|")
ALWAYS_ON_LATIN = "1234567890."
"""On the keyboard of letters and on that of signs."""

_STRONG_FOR = 4
_STRONG_FOR_MISS = 3
_MOST_MISSES = 4
_FADES_OVER = 8
_LONGEST_DELAY_MS = 4000


class Method(Enum):
    """How kana are typed."""

    FLICK = auto()
    TAP = auto()


@dataclass(frozen=True)
class Wanted:
    """A piece of the text to type: converted from its reading in hiragana, or typed sign by sign without one."""

    written: str
    reading: str = ""

    @property
    def kana(self) -> str:
        """What is typed on the kana keyboard, if it is."""
        return self.reading or (self.written if typable(self.written) else "")


def next_move(typed: Typed, wanted: Sequence[Wanted], method: Method = Method.FLICK) -> Move | None:
    """What to do next so that the wanted pieces stand one after the other; None when they do."""
    rest = typed.text
    for piece in wanted:
        if rest.startswith(piece.written):
            rest = rest.removeprefix(piece.written)
        elif piece.kana:
            return Backspace() if rest else _towards_reading(typed, piece, method)
        elif piece.written.startswith(rest) and not typed.composing:
            return _towards_sign(typed, piece.written[len(rest)])
        else:
            return Backspace()
    return Backspace() if rest or typed.composing else None


def guidance_strength(hits: int, misses: int) -> float:
    """How strongly to point at the next key, from 1.0 to 0.0.

    `hits`: right keys in a row since the last miss. `misses`: all of them. The first keys and those after a
    miss are pointed at strongly; who misses more is helped longer.
    """
    sure_after = _STRONG_FOR + _STRONG_FOR_MISS * min(misses, _MOST_MISSES)
    return min(1.0, max(0.0, 1.0 - (hits - sure_after) / _FADES_OVER))


def guidance_delay_ms(strength: float) -> int:
    """How long guidance waits, so that the learner can find the key alone."""
    return round((1.0 - strength) * _LONGEST_DELAY_MS)


def _towards_reading(typed: Typed, piece: Wanted, method: Method) -> Move:
    kana, reading = typed.composing, piece.kana
    if typed.board is not Board.KANA:
        return Change(Board.KANA)
    if kana == reading:
        stands = typed.converted or kana
        return Confirm() if stands == piece.written else Choose(piece.written)
    if typed.converted:
        return Backspace()
    if reading.startswith(kana):
        return _begin(typed, reading[len(kana)], method)
    if len(kana) <= len(reading) and reading.startswith(kana[:-1]):
        return _turn(typed, reading[len(kana) - 1])
    return Backspace()


def _begin(typed: Typed, target: str, method: Method) -> Move:
    key, way = flick_of(target)
    plain = family(target)[0]
    if way and (method is Method.FLICK or plain not in cycle(key)):
        return Flick(key, way)
    if typed.repeated and typed.repeated.key == key:
        return NextLetter()
    return Tap(key, cycle(key).index(plain) + 1)


def _turn(typed: Typed, target: str) -> Move:
    """Make the last kana the target: by the mark key, by tapping on, or by taking it away."""
    last = typed.composing[-1]
    marks = family(last)
    if target in marks:
        return Mark((marks.index(target) - marks.index(last)) % len(marks))
    if typed.repeated:
        row = cycle(typed.repeated.key)
        goal = target if target in row else family(target)[0]
        if goal in row and goal != last:
            return Tap(typed.repeated.key, (row.index(goal) - row.index(last)) % len(row))
    return Backspace()


def _towards_sign(typed: Typed, sign: str) -> Move:
    board = _board_of(sign, typed.board)
    if typed.board is not board:
        return Change(board)
    if sign in " 　":
        return Space()
    if typed.shift != sign.isupper() and sign.isalpha():
        return Shift()
    return Letter(sign.lower())


def _board_of(sign: str, open_board: Board) -> Board:
    """The keyboard that has a sign; the open one if it has."""
    if sign == "　":
        return Board.KANA
    if sign.isdigit() and open_board is not Board.KANA:
        return open_board
    if sign.isdigit():
        return Board.DIGITS
    if sign in ALWAYS_ON_LATIN or sign == " ":
        return open_board if open_board is Board.SIGNS else Board.LATIN
    return Board.SIGNS if any(sign in row for row in LATIN_SIGNS) else Board.LATIN
