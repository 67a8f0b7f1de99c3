from array import array

from kiosk.speech.sound import Sound, with_pauses


def sound(*values: int) -> Sound:
    return Sound(array("h", values).tobytes(), 1000)


def test_pauses_replace_the_silence_an_engine_left():
    assert with_pauses(sound(0, 3, 900, 0, -900, 2), 2, 1) == sound(0, 0, 900, 0, -900, 0)


def test_silence_all_through_becomes_nothing():
    assert with_pauses(sound(0, 1, -1), 2, 2) == sound()
    assert with_pauses(sound(), 2, 2) == sound()


def test_length_and_peak():
    assert sound(*[0] * 1500).seconds == 1.5
    assert sound(5, -32768).peak == 32768
    assert sound().peak == 0
