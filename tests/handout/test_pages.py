import pytest

from kiosk.handout.blocks import Block, space, stack
from kiosk.handout.pages import GUTTER_MM, Content, Page, column_width, paginate
from kiosk.handout.paper import Format, Paper, Types

HEAD, RUNNING, NOTES = space(100), space(20), space(10)
PAPER = Format(Paper.A4, (500, 1000), 0, Types(24, 14, 12, 11, 10), dots_per_mm=1)
"""A page 1000 dots high."""
RECEIPT = Format(Paper.RECEIPT80, (80, 1000), 0, PAPER.types, dots_per_mm=1)


def pages_of(
    steps: list[Block], tail: list[float] | None = None, columns: int = 2, paper: Format = PAPER
) -> tuple[Page, ...]:
    rest = [space(height) for height in tail or []]
    return paginate(Content([HEAD], RUNNING, steps, rest, NOTES), columns, paper)


def spaces(*heights: float) -> list[Block]:
    return [space(height) for height in heights]


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("heights", [[], [100], [290] * 30, [50, 700, 50, 700], [450] * 2, [980] * 3])
def test_every_step_is_placed_once_in_order_and_inside_the_page(heights: list[float], columns: int) -> None:
    steps = spaces(*heights)
    placed = [one for page in pages_of(steps, columns=columns) for one in page if one.block in steps]
    assert [one.block for one in placed] == steps
    assert all(one.y >= 20 and one.y + one.block.height <= 1000 for one in placed)


def test_columns_end_level_on_the_last_page() -> None:
    (page,) = pages_of(spaces(*[100] * 6))
    right = [one for one in page if one.x == pytest.approx(column_width(PAPER, 2) + GUTTER_MM)]
    assert [one.y for one in right] == [100, 200, 300]


def test_pages_after_the_first_start_with_the_running_head() -> None:
    _, second = pages_of(spaces(*[400] * 8))
    assert second[0].block is RUNNING


def test_what_does_not_fit_below_the_steps_moves_on_whole() -> None:
    first, second = pages_of(spaces(800), [300])
    assert [one.block.height for one in second] == [20, 300, 10]
    assert [one.block.height for one in first] == [100, 800]


def test_a_block_that_no_page_can_hold_flows_over_pages_in_its_parts() -> None:
    rows = spaces(*[300] * 10)
    pages = pages_of([stack(rows), space(10)], columns=1)
    placed = [one for page in pages for one in page if one.block in rows]
    assert [one.block for one in placed] == rows
    assert all(one.y + 300 <= 1000 for one in placed)


def test_a_block_without_parts_still_ends() -> None:
    giant = space(3000)
    pages = pages_of([giant, space(10)], columns=1)
    assert [one.block for page in pages for one in page].count(giant) == 1


def test_notes_stand_at_the_foot_of_the_last_page() -> None:
    *_, last = pages_of(spaces(*[400] * 8))
    assert [(one.y, one.block) for one in last if one.block is NOTES] == [(990, NOTES)]


def test_a_receipt_ends_where_its_text_ends() -> None:
    (page,) = pages_of(spaces(100), columns=1, paper=RECEIPT)
    assert [one.y for one in page if one.block is NOTES] == [203]


def test_notes_without_room_go_to_a_page_of_their_own() -> None:
    pages = pages_of(spaces(890), columns=1)
    assert [one.block for one in pages[-1]] == [RUNNING, NOTES]
