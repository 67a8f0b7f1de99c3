"""The PIN of staff: no default, only as a hash, and a damaged file opens nothing."""

import stat

import pytest

from kiosk.errors import OutputError
from kiosk.staff.pin import MEMORY_KIB, ROUNDS, PinState, PinStore, WeakPinError

PIN = "407219"


@pytest.fixture
def pins(tmp_path) -> PinStore:
    return PinStore(tmp_path / "staff")


@pytest.fixture
def set_pins(pins) -> PinStore:
    pins.set_pin(PIN)
    return pins


def test_there_is_no_pin_at_first(pins):
    assert pins.state is PinState.UNSET
    assert not any(pins.verify(guess) for guess in ("", "0000", "000000", "123456"))


def test_only_the_right_pin_is_right(set_pins):
    assert set_pins.is_set
    assert set_pins.verify(PIN)
    assert not any(set_pins.verify(guess) for guess in ("407218", "40721", "4072190", "", PIN + "\0"))


def test_only_a_strong_hash_is_kept_for_its_owner_alone(set_pins):
    kept = set_pins.file.read_text()
    assert kept.startswith(f"$argon2id$v=19$m={MEMORY_KIB},t={ROUNDS},p=1$")
    assert MEMORY_KIB >= 19 * 1024
    assert PIN not in kept
    assert stat.S_IMODE(set_pins.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(set_pins.file.parent.stat().st_mode) == 0o700


def test_the_same_pin_is_never_kept_the_same_way(set_pins):
    kept = set_pins.file.read_text()
    set_pins.set_pin(PIN)
    assert set_pins.file.read_text() != kept


@pytest.mark.parametrize(
    "weak",
    [
        *("", "40721", "4072194072194", "40721a", "４０７２１９", "+40721", "407 19"),
        *("000000", "99999999", "123456", "654321", "789012", "321098", "121212", "123123", "159753"),
    ],
)
def test_a_weak_pin_is_refused_and_the_one_before_stays(set_pins, weak):
    with pytest.raises(WeakPinError):
        set_pins.set_pin(weak)
    assert set_pins.verify(PIN)


@pytest.mark.parametrize("good", ["407219", "407219407218", "123457", "112234"])
def test_what_is_not_easily_guessed_is_taken(pins, good):
    pins.set_pin(good)
    assert pins.verify(good)


def damaged(whole: bytes) -> dict[str, bytes]:
    return {
        "empty": b"",
        "zeros": bytes(len(whole)),
        "noise": bytes(range(256)),
        "words": b"let me in",
        "half": whole[: len(whole) // 2],
        "shorter by one": whole[:-1],
        "shorter hash": whole[:-8],
        "longer": whole + b"A",
        "other parameters": whole.replace(b"t=2", b"t=1"),
        "endless memory": whole.replace(b"m=19456", b"m=4294967295"),
    }


@pytest.mark.parametrize("kind", damaged(b"x" * 20))
def test_a_damaged_file_opens_nothing_and_is_not_taken_for_none(set_pins, kind):
    set_pins.file.write_bytes(damaged(set_pins.file.read_bytes())[kind])
    assert set_pins.state is PinState.DAMAGED
    assert not any(set_pins.verify(guess) for guess in (PIN, "", "let me in"))


def test_a_folder_in_its_place_is_damage_and_no_new_pin(pins):
    pins.file.mkdir(parents=True)
    assert pins.state is PinState.DAMAGED
    with pytest.raises(OutputError):
        pins.set_pin(PIN)


def test_after_a_reset_there_is_none(set_pins):
    set_pins.reset()
    set_pins.reset()
    assert set_pins.state is PinState.UNSET
