from collections.abc import Callable

import pytest

from kiosk.draw.ruby import RubyBlock, TextStyle, set_text
from kiosk.handout.blocks import (
    Block,
    arranged,
    beside,
    framed,
    moved,
    rule,
    space,
    stack,
    tick_list,
    ticked,
    words,
)
from kiosk.handout.paper import Paper, format_of
from kiosk.text.ruby import parse_ruby

from .ink import ink_of

pytestmark = pytest.mark.usefixtures("fonts")

A4 = format_of(Paper.A4)


def long_text() -> RubyBlock:
    return set_text(parse_ruby("ながい文です。" * 12), A4.mm(60), TextStyle(A4.pt(14)))


def total(blocks: tuple[Block, ...]) -> float:
    return sum(block.height for block in blocks)


MAKERS: dict[str, Callable[[RubyBlock], Block]] = {
    "words": words,
    "stack": lambda text: stack([words(text), words(text)], gap=20),
    "tick": lambda text: ticked(text, 5),
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_the_parts_of_a_block_are_as_high_as_the_whole(make: Callable[[RubyBlock], Block]) -> None:
    text = long_text()
    block = make(text)
    parts = block.within(A4.mm(10))
    assert len(parts) >= len(text.lines) > 1
    assert total(parts) == pytest.approx(block.height)


def test_a_block_that_fits_stays_whole() -> None:
    block = stack([space(10), space(20)], gap=5)
    assert block.height == 35
    assert block.within(35) == (block,)
    assert [part.height for part in block.within(34)] == [10, 5, 20]


def test_a_frame_goes_when_its_block_is_taken_apart() -> None:
    block = framed(stack([space(100), rule(50, 100)]), A4.width, 8, 70)
    assert block.height == 340
    assert [part.height for part in block.within(200)] == [100, 100]


def test_blocks_stand_beside_each_other_in_the_middle() -> None:
    block = beside([(rule(A4.mm(5), A4.mm(4)), 0), (space(A4.mm(20)), 50)])
    assert ink_of(block, A4) == pytest.approx((0, 8, 5, 12), abs=0.3)


def test_moved_parts_move_too() -> None:
    block = moved(stack([space(100), rule(A4.mm(5), A4.mm(1))]), A4.mm(10))
    _, part = block.within(110)
    assert ink_of(part, A4) == pytest.approx((10, 0, 15, 1), abs=0.3)


def test_blocks_are_painted_where_they_are_arranged() -> None:
    block = arranged([(rule(A4.mm(2), A4.mm(2)), A4.mm(3), A4.mm(4))], A4.mm(10))
    assert ink_of(block, A4) == pytest.approx((3, 4, 5, 6), abs=0.3)


def test_things_to_tick_are_evenly_spaced_with_and_without_furigana() -> None:
    texts = [set_text(parse_ruby(text), A4.mm(60), TextStyle(A4.pt(14))) for text in ("カード", "{紙|かみ}")]
    plain, ruby = tick_list(texts, 5)
    assert plain.height == ruby.height > ticked(texts[0], 5).height
