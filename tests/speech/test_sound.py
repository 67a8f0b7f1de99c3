from array import array

from kiosk.speech.sound import Sound, with_pauses


def sound(*values: int) -> Sound:
    return Sound(array("h", values).tobytes(), 1000)


LOUD = [900] * 10  # 10 ms


def quiet(ms: int) -> list[int]:
    return [3] * ms


def test_pauses_replace_the_silence_an_engine_left():
    made = sound(*quiet(50), *LOUD, *quiet(10), *LOUD, *quiet(90))
    assert with_pauses(made, 2, 20, 5) == sound(0, 0, *LOUD, *quiet(10), *LOUD, *[0] * 5)


def test_long_pauses_inside_are_shortened():
    made = sound(*LOUD, *quiet(100), *LOUD, *quiet(30), *LOUD)
    assert with_pauses(made, 0, 30, 0) == sound(*LOUD, *quiet(30), *LOUD, *quiet(30), *LOUD)


def test_silence_all_through_becomes_nothing():
    assert with_pauses(sound(0, 1, -1), 2, 2, 2) == sound()
    assert with_pauses(sound(), 2, 2, 2) == sound()


def test_length_and_peak():
    assert sound(*[0] * 1500).seconds == 1.5
    assert sound(5, -32768).peak == 32768
    assert sound().peak == 0
