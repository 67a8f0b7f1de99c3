import pytest

from kiosk.handout.printers.receipt_status import Health, is_paper_answer, is_status, read_health
from kiosk.handout.trouble import Trouble

FINE = 0x12


@pytest.mark.parametrize(
    ("answers", "health"),
    [
        ({1: FINE, 2: FINE, 3: FINE, 4: FINE}, Health()),
        ({1: 0x16, 2: FINE, 3: FINE, 4: FINE}, Health()),
        ({1: FINE}, Health()),
        ({1: FINE, 4: 0x1E}, Health(near_end=True)),
        ({1: 0x1A, 2: 0x32, 3: FINE, 4: 0x7E}, Health(Trouble.PAPER_OUT, near_end=True)),
        ({1: 0x1A, 2: FINE, 3: FINE, 4: 0x72}, Health(Trouble.PAPER_OUT)),
        ({1: 0x1A, 2: 0x36, 3: 0x52, 4: 0x72}, Health(Trouble.COVER_OPEN, resting=True)),
        ({1: 0x1A, 2: 0x52, 3: 0x1A, 4: FINE}, Health(Trouble.JAMMED)),
        ({1: 0x1A, 2: 0x52, 3: 0x32, 4: FINE}, Health(Trouble.REFUSED)),
        ({1: 0x1A, 2: 0x52, 3: 0x52, 4: FINE}, Health(resting=True)),
        ({1: 0x1A}, Health(Trouble.OFFLINE)),
        ({1: FINE, 2: 0x1A}, Health(Trouble.OFFLINE)),
    ],
)
def test_answers_say_what_is_wrong(answers: dict[int, int], health: Health) -> None:
    assert read_health(answers) == health


def test_only_the_fixed_bits_make_a_status() -> None:
    assert all(map(is_status, (0x12, 0x16, 0x1A, 0x7E)))
    assert not any(map(is_status, (0x00, 0x02, 0x10, 0x13, 0x92, 0x11, 0xFF)))


def test_only_the_fixed_bits_make_an_answer_to_gs_r() -> None:
    assert all(map(is_paper_answer, (0x00, 0x03, 0x0F, 0x63)))
    assert not any(map(is_paper_answer, (0x12, 0x10, 0x80, 0x93, 0xFF)))
