from itertools import pairwise

import numpy as np
import pytest

from kiosk.speech.pace import paced
from tests.wavs import tone

RATE = 22_050


def crossings(values: list[float]) -> int:
    return sum((one < 0) != (other < 0) for one, other in pairwise(values))


@pytest.mark.parametrize("speed", [0.5, 0.75, 0.8, 1.25, 1.5, 2.0])
def test_a_voice_gets_slower_or_faster_at_its_own_pitch_and_level(speed: float) -> None:
    made = paced(np.array(tone(2.0, RATE, hertz=150.5), dtype=float), RATE, speed)
    seconds = len(made) / RATE
    assert seconds == pytest.approx(2.0 / speed, abs=0.02)
    assert crossings(list(made)) == pytest.approx(301 * seconds, abs=4)
    inside = made[RATE // 10 : -RATE // 10]
    assert np.abs(inside).max() == pytest.approx(8_000, rel=0.03)


def test_the_usual_pace_changes_nothing() -> None:
    values = np.array(tone(), dtype=float)
    assert paced(values, RATE, 1.0) is values


@pytest.mark.parametrize("length", [0, 1, 700, 992, 993, 1_500, 4_001])
@pytest.mark.parametrize("speed", [0.5, 1.9])
def test_any_length_will_do(length: int, speed: float) -> None:
    assert len(paced(np.zeros(length), 22_050, speed)) <= max(length, length / speed + 500)
