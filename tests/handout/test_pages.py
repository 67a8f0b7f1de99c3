import pytest

from kiosk.handout.pages import GUTTER, Page, column_width, paginate
from kiosk.handout.paper import Block, space

HEAD, RUNNING = space(100), space(20)


def pages_of(heights: list[float], tail: list[float], columns: int = 2) -> tuple[Page, ...]:
    steps = [space(height) for height in heights]
    return paginate([HEAD], RUNNING, steps, [space(height) for height in tail], columns, 1000)


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("heights", [[], [100], [290] * 30, [50, 700, 50, 700], [450] * 2])
def test_every_step_is_placed_once_in_order_and_inside_the_page(heights: list[float], columns: int) -> None:
    steps = [space(height) for height in heights]
    pages = paginate([HEAD], RUNNING, steps, [], columns, 1000)
    placed = [one for page in pages for one in page if one.block in steps]
    assert [one.block for one in placed] == steps
    assert all(one.y >= 20 and one.y + one.block.height <= 1000 for one in placed)


def test_columns_end_level_on_the_last_page() -> None:
    (page,) = pages_of([100] * 6, [])
    right = [one for one in page if one.x == pytest.approx(column_width(2) + GUTTER)]
    assert [one.y for one in right] == [100, 200, 300]


def test_pages_after_the_first_start_with_the_running_head() -> None:
    _, second = pages_of([400] * 8, [])
    assert second[0].block is RUNNING


def test_what_does_not_fit_below_the_steps_moves_on_whole() -> None:
    first, second = pages_of([800], [300])
    assert [one.block.height for one in second] == [20, 300]
    assert len(first) == 3


def test_a_block_taller_than_a_page_still_ends() -> None:
    giant: Block = space(3000)
    pages = paginate([HEAD], RUNNING, [giant, space(10)], [], 1, 1000)
    assert [one.block for page in pages for one in page].count(giant) == 1
