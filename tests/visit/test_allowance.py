import pytest

from kiosk.visit.allowance import Allowance, Refusal


def spent(allowance: Allowance, *times: float) -> Allowance:
    for time in times:
        allowance = allowance.after_one(time)
    return allowance


@pytest.mark.parametrize(
    ("times", "now", "refusal"),
    [
        ((), 0.0, None),
        ((0.0,), 1.0, None),
        ((0.0, 1.0), 2.0, Refusal.THIS_VISIT),
        ((0.0, 1.0), 99_999.0, Refusal.THIS_VISIT),
    ],
)
def test_a_visit_has_its_share(times: tuple[float, ...], now: float, refusal: Refusal | None) -> None:
    assert spent(Allowance(2, 10), *times).refuses(now) is refusal


def test_the_next_visit_starts_anew_but_the_hour_goes_on() -> None:
    allowance = spent(Allowance(2, 2), 0.0, 600.0).for_next_visit()
    assert allowance.refuses(700.0) is Refusal.THIS_HOUR
    assert allowance.refuses(3600.0) is None


@pytest.mark.parametrize(("now", "minutes"), [(600.0, 50), (601.0, 50), (3599.0, 1), (3600.0, 0)])
def test_how_long_to_wait_is_told_in_minutes(now: float, minutes: int) -> None:
    assert spent(Allowance(9, 2), 0.0, 600.0).minutes_left(now) == minutes


def test_a_copy_that_never_came_out_is_not_counted() -> None:
    before = spent(Allowance(2, 2), 5.0)
    assert before.after_one(6.0).one_back() == before
    assert Allowance(2, 2).one_back() == Allowance(2, 2)
