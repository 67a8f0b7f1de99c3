from array import array

from kiosk.speech.sound import Mark, Sound, shifted, trimmed, with_silence


def sound(*values: int) -> Sound:
    return Sound(array("h", values).tobytes(), 1000)


LOUD = [900] * 10  # 10 ms


def quiet(ms: int) -> list[int]:
    return [3] * ms


def test_pauses_replace_the_silence_an_engine_left():
    made = sound(*quiet(50), *LOUD, *quiet(10), *LOUD, *quiet(90))
    assert with_silence(trimmed(made, 20), 2, 5) == sound(0, 0, *LOUD, *quiet(10), *LOUD, *[0] * 5)


def test_long_pauses_inside_are_shortened():
    made = sound(*LOUD, *quiet(100), *LOUD, *quiet(30), *LOUD)
    assert with_silence(trimmed(made, 30), 0, 0) == sound(*LOUD, *quiet(30), *LOUD, *quiet(30), *LOUD)


def test_silence_all_through_becomes_nothing():
    assert with_silence(trimmed(sound(0, 1, -1), 2), 2, 2) == sound()
    assert with_silence(trimmed(sound(), 2), 2, 2) == sound()


def marked(*ms: float) -> tuple[Mark, ...]:
    return tuple(Mark(at, at + 1, each) for at, each in enumerate(ms))


def test_marks_move_with_their_words():
    made = Sound(sound(*quiet(50), *LOUD, *quiet(100), *LOUD).samples, 1000, marked(40, 55, 130, 163))
    assert trimmed(made, 30).marks == marked(0, 5, 40, 43)
    assert with_silence(trimmed(made, 30), 100, 5).marks == marked(100, 105, 140, 143)


def test_a_part_counts_from_where_it_stands_in_the_whole():
    part = Sound(sound(*LOUD).samples, 1000, marked(0, 5))
    assert [(mark.start, mark.end) for mark in shifted(part, 7).marks] == [(7, 8), (8, 9)]


def test_length_and_peak():
    assert sound(*[0] * 1500).seconds == 1.5
    assert sound(5, -32768).peak == 32768
    assert sound().peak == 0
