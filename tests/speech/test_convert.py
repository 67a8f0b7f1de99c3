from array import array
from itertools import pairwise

import pytest

from kiosk.lessons.wav import Wav
from kiosk.speech.convert import RATE, sound_of
from kiosk.speech.sound import Sound
from tests.wavs import tone


def converted(values: list[int], rate: int = RATE, channels: int = 1) -> Sound:
    return sound_of(Wav(array("h", values).tobytes(), channels, rate))


def crossings(sound: Sound) -> int:
    """Twice the hertz of a tone of one second."""
    return sum((one < 0) != (other < 0) for one, other in pairwise(array("h", sound.samples)))


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 44_100, 44_099, 48_000, 96_000])
def test_every_rate_keeps_length_pitch_and_gets_our_level(rate: int) -> None:
    sound = converted(tone(1.0, rate, hertz=440.5), rate)
    assert sound.rate == RATE
    assert sound.seconds == pytest.approx(1.0, abs=0.002)
    assert crossings(sound) == pytest.approx(881, abs=4)
    assert sound.peak == pytest.approx(29_000, rel=0.02)


def test_what_is_above_the_lower_rate_does_not_fold_into_the_voice() -> None:
    both = [low + high for low, high in zip(tone(1.0, 96_000), tone(1.0, 96_000, hertz=40_000), strict=True)]
    assert crossings(converted(both, 96_000)) == pytest.approx(880, abs=4)


def test_stereo_is_mixed() -> None:
    left_only = [value for one in tone(1.0) for value in (one, 0)]
    sound = converted(left_only, channels=2)
    assert sound.seconds == pytest.approx(1.0, abs=0.002)
    assert crossings(sound) == pytest.approx(880, abs=4)
    opposite = [value for one in tone(1.0) for value in (one, -one)]
    assert converted(opposite, channels=2).peak == 0


def test_the_room_around_the_voice_is_cut_and_its_soft_ends_are_kept() -> None:
    room = tone(1.0, size=100, hertz=50)
    assert converted(room + tone(0.5) + room).seconds == pytest.approx(0.62, abs=0.01)


def test_a_whisper_is_raised_only_so_far() -> None:
    assert converted(tone(size=200)).peak == pytest.approx(1_600, rel=0.02)


def test_a_single_click_is_a_sound() -> None:
    assert converted([0] * 100 + [30_000] + [0] * 100, 44_100).samples
