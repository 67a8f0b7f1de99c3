"""Blocks onto pages: steps in columns, never torn apart unless no page can hold them, the rest across the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.handout.blocks import HAIRLINE, Block, rule
from kiosk.handout.paper import Format

GUTTER_MM = 9.0


@dataclass(frozen=True)
class Placed:
    """A block and its top left corner on the page, in dots from the margins."""

    block: Block
    x: float
    y: float


@dataclass(frozen=True)
class Content:
    """What a sheet is made of, in reading order. `last` stands at the foot of the last page."""

    head: Sequence[Block]
    running_head: Block
    steps: Sequence[Block]
    tail: Sequence[Block]
    last: Block


Page = tuple[Placed, ...]


def column_width(paper: Format, columns: int) -> float:
    return (paper.width - paper.mm(GUTTER_MM) * (columns - 1)) / columns


def paginate(content: Content, columns: int, paper: Format) -> tuple[Page, ...]:
    """Pages as high as the paper; every page after the first starts with the running head."""
    flow = _Flow(content.running_head, paper)
    for block in content.head:
        flow.add(block)
    flow.add_columns(content.steps, columns)
    for block in content.tail:
        flow.add(block, gap=paper.mm(4))
    flow.add_last(content.last, gap=paper.mm(3))
    return tuple(tuple(page) for page in flow.pages)


class _Flow:
    def __init__(self, running_head: Block, paper: Format) -> None:
        self.pages: list[list[Placed]] = [[]]
        self._running_head = running_head
        self._paper = paper
        self._room = paper.height - running_head.height
        """Height of what a page after the first can hold."""
        self._y = 0.0
        self._fresh = True

    def add(self, block: Block, gap: float = 0.0) -> None:
        for number, piece in enumerate(block.within(self._room)):
            self._add_whole(piece, 0.0 if number else gap)

    def _add_whole(self, block: Block, gap: float) -> None:
        if self._y + gap + block.height > self._paper.height and not self._fresh:
            self._turn()
        self._y += 0.0 if self._fresh else gap
        self._put(block, 0.0, self._y)
        self._y += block.height

    def add_last(self, block: Block, gap: float) -> None:
        """At the foot of a page; a receipt ends where its text ends."""
        if block.height > self._room:
            self.add(block, gap)
            return
        if self._y + gap + block.height > self._paper.height:
            self._turn()
        foot = self._y + gap if self._paper.paper.is_receipt else self._paper.height - block.height
        self._put(block, 0.0, foot)

    def add_columns(self, blocks: Sequence[Block], columns: int) -> None:
        """Fill this page's columns and the next ones'; on the last page the columns end level."""
        rest = [piece for block in blocks for piece in block.within(self._room)]
        while rest:
            filled = _fill(rest, columns, self._paper.height - self._y)
            if not filled[0] and not self._fresh:
                self._turn()
                continue
            if not filled[0]:
                filled = [rest[:1]]
            count = sum(len(column) for column in filled)
            if count == len(rest):
                filled = _level(rest, columns, self._paper)
            self._put_columns(filled, columns)
            rest = rest[count:]
            if rest:
                self._turn()

    def _put_columns(self, filled: Sequence[Sequence[Block]], columns: int) -> None:
        paper, tallest = self._paper, max(_total(column) for column in filled)
        for number, column in enumerate(filled):
            x = number * (column_width(paper, columns) + paper.mm(GUTTER_MM))
            y = self._y
            for block in column:
                self._put(block, x, y)
                y += block.height
            if number:
                line = _upright(tallest - paper.mm(5), paper)
                self._put(line, x - paper.mm(GUTTER_MM) / 2, self._y + paper.mm(2.5))
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
    filled: list[list[Block]] = [[]]
    used = 0.0
    for block in blocks:
        if used + block.height > height:
            if len(filled) == columns or not filled[-1]:
                break
            filled.append([])
            used = 0.0
            if block.height > height:
                break
        filled[-1].append(block)
        used += block.height
    return filled


def _level(blocks: Sequence[Block], columns: int, paper: Format) -> list[list[Block]]:
    """All blocks, in columns as low as can be."""
    height = max(_total(blocks) / columns, *(block.height for block in blocks))
    while sum(map(len, filled := _fill(blocks, columns, height))) < len(blocks):
        height += paper.mm(0.25)
    return filled


def _total(blocks: Sequence[Block]) -> float:
    return sum(block.height for block in blocks)


def _upright(height: float, paper: Format) -> Block:
    line = rule(paper.mm(0.15), height, HAIRLINE)
    return Block(height, line.paint)
