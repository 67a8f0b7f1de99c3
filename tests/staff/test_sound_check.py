from kiosk.staff.sound_check import LOOK, OneSide, OneVoice, SoundCheck

LEFT, RIGHT, VOICE = OneSide(left=True), OneSide(left=False), OneVoice("ja", "日本語")
CHECK = SoundCheck((LEFT, RIGHT, VOICE))


def test_what_is_heard_leads_on_to_the_end() -> None:
    done = CHECK.heard().heard().heard()
    assert (CHECK.now, CHECK.heard().now, done.now, done.unheard) == (LEFT, RIGHT, None, ())


def test_what_is_not_heard_has_one_thing_after_the_other_to_look_at() -> None:
    check, hints = CHECK, []
    for _ in range(len(LOOK) + 1):
        check = check.not_heard()
        hints.append(check.hint)
    assert hints == [*LOOK, LOOK[0]]
    assert check.now == LEFT


def test_the_next_sound_begins_without_hints() -> None:
    assert (CHECK.hint, CHECK.not_heard().heard().hint) == ("", "")


def test_what_is_passed_over_is_remembered() -> None:
    done = CHECK.passed_over().heard().passed_over()
    assert done.unheard == (LEFT, VOICE)
    assert done.passed_over() == done
