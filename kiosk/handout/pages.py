"""Blocks onto pages: steps in columns, never torn apart, everything else across the whole width."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.handout.paper import HAIRLINE, WIDTH, Block, mm, rule

GUTTER = mm(9)


@dataclass(frozen=True)
class Placed:
    """A block and its top left corner on the page."""

    block: Block
    x: float
    y: float


Page = tuple[Placed, ...]


def column_width(columns: int) -> float:
    return (WIDTH - GUTTER * (columns - 1)) / columns


def paginate(
    head: Sequence[Block],
    running_head: Block,
    steps: Sequence[Block],
    tail: Sequence[Block],
    columns: int,
    height: float,
) -> tuple[Page, ...]:
    """Pages of at most `height` dots; every page after the first starts with the running head.

    Only a block taller than a whole page may reach beyond it.
    """
    flow = _Flow(running_head, height)
    for block in head:
        flow.add(block)
    flow.add_columns(steps, columns)
    for block in tail:
        flow.add(block, gap=mm(5))
    return tuple(tuple(page) for page in flow.pages)


class _Flow:
    def __init__(self, running_head: Block, height: float) -> None:
        self.pages: list[list[Placed]] = [[]]
        self._running_head = running_head
        self._height = height
        self._y = 0.0
        self._fresh = True

    def add(self, block: Block, gap: float = 0.0) -> None:
        if self._y + gap + block.height > self._height and not self._fresh:
            self._turn()
        self._y += 0.0 if self._fresh else gap
        self._put(block, 0.0, self._y)
        self._y += block.height

    def add_columns(self, blocks: Sequence[Block], columns: int) -> None:
        """Fill this page's columns and the next ones'; on the last page the columns end level."""
        rest = list(blocks)
        while rest:
            filled = _fill(rest, columns, self._height - self._y)
            if not filled[0] and not self._fresh:
                self._turn()
                continue
            if not filled[0]:
                filled = [rest[:1]]
            count = sum(len(column) for column in filled)
            if count == len(rest):
                filled = _level(rest, columns)
            self._put_columns(filled, columns)
            rest = rest[count:]
            if rest:
                self._turn()

    def _put_columns(self, filled: Sequence[Sequence[Block]], columns: int) -> None:
        tallest = max(_total(column) for column in filled)
        for number, column in enumerate(filled):
            x = number * (column_width(columns) + GUTTER)
            y = self._y
            for block in column:
                self._put(block, x, y)
                y += block.height
            if number:
                line = _upright(tallest - mm(5))
                self._put(line, x - GUTTER / 2, self._y + mm(2.5))
        self._y += tallest

    def _put(self, block: Block, x: float, y: float) -> None:
        self.pages[-1].append(Placed(block, x, y))
        self._fresh = False

    def _turn(self) -> None:
        self.pages.append([Placed(self._running_head, 0.0, 0.0)])
        self._y = self._running_head.height
        self._fresh = True


def _fill(blocks: Sequence[Block], columns: int, height: float) -> list[list[Block]]:
    """As many blocks as fit, down the first column, then down the next."""
    filled: list[list[Block]] = [[] for _ in range(columns)]
    waiting = list(blocks)
    for column in filled:
        while waiting and _total(column) + waiting[0].height <= height:
            column.append(waiting.pop(0))
    return filled


def _level(blocks: Sequence[Block], columns: int) -> list[list[Block]]:
    """All blocks, in columns as low as can be."""
    height = max(_total(blocks) / columns, *(block.height for block in blocks))
    while sum(len(column) for column in _fill(blocks, columns, height)) < len(blocks):
        height += mm(1)
    return _fill(blocks, columns, height)


def _total(blocks: Sequence[Block]) -> float:
    return sum(block.height for block in blocks)


def _upright(height: float) -> Block:
    line = rule(mm(0.15), height, HAIRLINE)
    return Block(height, line.paint)
