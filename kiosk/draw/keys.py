"""Where the keys of a phone's keyboards are. Together they fill their box: between two keys nothing is missed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import assert_never

from PySide6.QtCore import QRectF

from kiosk.draw.phone_sizes import PhoneSizes
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
)
from kiosk.text.typing_guide import LATIN_LETTERS, LATIN_SIGNS

EVERY_BOARD = (Board.KANA, Board.LATIN, Board.DIGITS)
_KANA_ROWS = ("あかさ", "たなは", "まやら")
_DIGIT_ROWS = ("123", "456", "789")
_WIDE_GAP, _NARROW_GAP = 0.5, 0.3
"""Between two keys as they are seen, as a share of the gap between two targets."""


class Look(Enum):
    """What a key is for, as its colour says."""

    LETTER = auto()
    TOOL = auto()
    MAIN = auto()


@dataclass(frozen=True)
class Key:
    """A key: what it does when it is tapped, where a finger finds it (`box`), and where it is seen (`face`)."""

    move: Move
    look: Look
    box: QRectF
    face: QRectF


@dataclass(frozen=True)
class _Grid:
    box: QRectF
    columns: int
    rows: int
    gap: float

    def key(self, move: Move, column: int, row: int, wide: int = 1, tall: int = 1) -> Key:
        width, height = self.box.width() / self.columns, self.box.height() / self.rows
        box = QRectF(
            self.box.left() + column * width, self.box.top() + row * height, wide * width, tall * height
        )
        half = self.gap / 2
        return Key(move, _look(move), box, box.adjusted(half, half, -half, -half))

    def row(self, signs: Iterable[str], column: int, row: int, wide: int = 1) -> Iterator[Key]:
        for place, sign in enumerate(signs):
            yield self.key(Letter(sign), column + place * wide, row, wide)


def lay_out_keys(
    board: Board, box: QRectF, sizes: PhoneSizes, offered: Sequence[Board] = EVERY_BOARD
) -> tuple[Key, ...]:
    """The keys of a keyboard that fill a box (px). `offered`: the keyboards one may change to."""
    others = [other for other in offered if other is not board]
    match board:
        case Board.KANA:
            return tuple(_kana_keys(_Grid(box, 5, 4, sizes.gap * _WIDE_GAP), others))
        case Board.LATIN | Board.SIGNS:
            return tuple(
                _latin_keys(_Grid(box, 20, 5, sizes.gap * _NARROW_GAP), board, Board.KANA in offered)
            )
        case Board.DIGITS:
            return tuple(_digit_keys(_Grid(box, 4, 4, sizes.gap * _WIDE_GAP), others))
        case _:
            assert_never(board)


def key_for(keys: Iterable[Key], move: Move) -> Key | None:
    """The key that a finger goes to for a move."""
    return next((key for key in keys if _begins(key.move, move)), None)


def _kana_keys(grid: _Grid, others: Sequence[Board]) -> Iterator[Key]:
    free = grid.rows - len(others)
    yield grid.key(NextLetter(), 0, 0, tall=free)
    yield from (grid.key(Change(board), 0, free + place) for place, board in enumerate(reversed(others)))
    for row, keys in enumerate(_KANA_ROWS):
        yield from (grid.key(Tap(key), column, row) for column, key in enumerate(keys, start=1))
    yield grid.key(Mark(), 1, 3)
    yield from (grid.key(Tap(key), column, 3) for column, key in enumerate("わ、", start=2))
    yield grid.key(Backspace(), 4, 0)
    yield grid.key(Space(), 4, 1)
    yield grid.key(Confirm(), 4, 2, tall=2)


def _latin_keys(grid: _Grid, board: Board, kana: bool) -> Iterator[Key]:
    signs = board is Board.SIGNS
    first, second, third = LATIN_SIGNS if signs else LATIN_LETTERS
    yield from grid.row("1234567890", 0, 0, 2)
    yield from grid.row(first, 0, 1, 2)
    yield from grid.row(second, (20 - 2 * len(second)) // 2, 2, 2)
    if not signs:
        yield grid.key(Shift(), 0, 3, 3)
    start = 0 if signs else 3
    yield from grid.row(third, start, 3, 2)
    end = start + 2 * len(third)
    yield grid.key(Backspace(), end, 3, 20 - end)
    yield grid.key(Change(Board.LATIN if signs else Board.SIGNS), 0, 4, 3)
    if kana:
        yield grid.key(Change(Board.KANA), 3, 4, 3)
    start = 6 if kana else 3
    yield grid.key(Space(), start, 4, 14 - start)
    yield grid.key(Letter("."), 14, 4, 2)
    yield grid.key(Confirm(), 16, 4, 4)


def _digit_keys(grid: _Grid, others: Sequence[Board]) -> Iterator[Key]:
    for row, digits in enumerate(_DIGIT_ROWS):
        yield from grid.row(digits, 0, row)
    yield from (grid.key(Change(board), 2 * place, 3) for place, board in enumerate(others[:2]))
    yield grid.key(Letter("0"), 1 if others else 0, 3, 3 - len(others[:2]))
    yield grid.key(Backspace(), 3, 0, tall=2)
    yield grid.key(Confirm(), 3, 2, tall=2)


def _look(move: Move) -> Look:
    match move:
        case Tap() | Flick() | Letter():
            return Look.LETTER
        case Confirm():
            return Look.MAIN
        case Mark() | NextLetter() | Space() | Backspace() | Shift() | Change() | Choose():
            return Look.TOOL
        case _:
            assert_never(move)


def _begins(tap: Move, move: Move) -> bool:
    match move:
        case Tap() | Flick():
            return isinstance(tap, Tap) and tap.key == move.key
        case Mark():
            return isinstance(tap, Mark)
        case _:
            return tap == move
