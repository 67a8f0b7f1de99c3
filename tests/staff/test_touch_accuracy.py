"""The arithmetic of the touch test."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff.touch_accuracy import EDGE_MM, Accuracy, Aim, Verdict, accuracy, crosses, verdict

MM = st.floats(-30, 30)
SCALES = st.floats(1, 12)
OFFSETS = st.lists(st.tuples(MM, MM), min_size=1, max_size=30)


def aims(offsets: list[tuple[float, float]], px_per_mm: float) -> list[Aim]:
    """Touches so many mm beside crosses anywhere."""
    places = [(100.0 + 37 * number, 900.0 - 11 * number) for number in range(len(offsets))]
    return [
        Aim((x, y), (x + dx * px_per_mm, y + dy * px_per_mm))
        for (x, y), (dx, dy) in zip(places, offsets, strict=True)
    ]


@given(st.tuples(MM, MM), SCALES)
def test_one_shift_for_all_is_found(shift: tuple[float, float], scale: float) -> None:
    found = accuracy(aims([shift] * 13, scale), scale)
    assert found.shift == pytest.approx(shift, abs=1e-6)
    assert found.mean == pytest.approx(math.hypot(*shift), abs=1e-6)
    assert found.p95 == pytest.approx(found.mean, abs=1e-6)


@given(OFFSETS, SCALES)
def test_no_touch_is_nearer_than_none_or_farther_than_the_farthest(
    offsets: list[tuple[float, float]], scale: float
) -> None:
    found = accuracy(aims(offsets, scale), scale)
    farthest = max(math.hypot(*offset) for offset in offsets)
    assert math.hypot(*found.shift) <= found.mean + 1e-6
    assert 0 <= found.mean <= farthest + 1e-6
    assert found.p95 <= farthest + 1e-6


@given(OFFSETS, SCALES)
def test_a_finer_screen_finds_the_same_mm(offsets: list[tuple[float, float]], scale: float) -> None:
    one, other = (accuracy(aims(offsets, by), by) for by in (scale, 2 * scale))
    assert one.mean == pytest.approx(other.mean, abs=1e-6)
    assert one.p95 == pytest.approx(other.p95, abs=1e-6)


@given(st.permutations(list(range(13))))
def test_the_order_does_not_matter(order: list[int]) -> None:
    offsets = [(float(number % 5), float(number % 3)) for number in order]
    assert accuracy(aims(offsets, 4), 4).p95 == pytest.approx(accuracy(aims(sorted(offsets), 4), 4).p95)


def test_no_touches_are_no_accuracy() -> None:
    with pytest.raises(ValueError, match="no touches"):
        accuracy([], 4)


@pytest.mark.parametrize(
    ("shift", "p95", "said"),
    [
        ((0, 0), 3, Verdict.GOOD),
        ((1.5, -1), 4, Verdict.GOOD),
        ((3, 0), 4, Verdict.SHIFTED),
        ((0, -3), 4, Verdict.SHIFTED),
        ((-6, 0), 7, Verdict.BAD),
        ((0, 0), 9, Verdict.UNEVEN),
        ((200, 0), 300, Verdict.BAD),
    ],
)
def test_in_words(shift: tuple[float, float], p95: float, said: Verdict) -> None:
    assert verdict(Accuracy(1, p95, shift)) is said


@given(st.floats(0, 30), st.floats(0, 30))
def test_a_larger_shift_is_never_better(one: float, other: float) -> None:
    order = [Verdict.GOOD, Verdict.SHIFTED, Verdict.BAD]
    near, far = (verdict(Accuracy(0, 0, (0, shift))) for shift in sorted((one, other)))
    assert order.index(near) <= order.index(far)


@given(st.floats(900, 4000), st.floats(700, 4000), st.floats(2, 8))
def test_thirteen_crosses_apart_from_each_other(width: float, height: float, px_per_mm: float) -> None:
    places = crosses(width, height, px_per_mm)
    assert len(set(places)) == 13
    assert min(x for x, _ in places) == pytest.approx(EDGE_MM * px_per_mm)
    assert max(y for _, y in places) == pytest.approx(height - EDGE_MM * px_per_mm)
