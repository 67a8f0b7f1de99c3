"""Waits after wrong PINs: they grow, outlive restarts, and no clock of the day shortens them."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import OutputError
from kiosk.staff.door import AlreadySetError, Damaged, Door, Opened, Ready, Unset, Waits
from kiosk.staff.lockout import Lockout
from kiosk.staff.pin import PinStore
from kiosk.staff.tries import LONGEST_WAIT, WORST, Tries, wait_after

PIN = "407219"
YEAR = 366 * 24 * 3600.0


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Pins(PinStore):
    """Counts how often a PIN was really looked at."""

    looked = 0

    def verify(self, pin: str) -> bool:
        self.looked += 1
        return super().verify(pin)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def door(tmp_path, clock) -> Door:
    door = Door(Pins(tmp_path), Lockout(tmp_path, clock))
    door.pins.set_pin(PIN)
    return door


def fail(door: Door, times: int) -> object:
    """The last answer to so many wrong PINs, each tried as soon as that is possible."""
    for _ in range(times):
        door.lockout._clock.now += door.lockout.now.wait
        answer = door.knock("111213")
    return answer


def restarted(door: Door, clock: Clock | None = None) -> Door:
    """As after a power cut: nothing but the files is left, and the monotonic clock begins anywhere."""
    return Door(Pins(door.pins.file.parent), Lockout(door.pins.file.parent, clock or Clock()))


def test_waits_grow_up_to_an_hour_and_stay_there():
    minutes = [wait_after(failed) / 60 for failed in range(1, 12)]
    assert minutes == [0, 0, 1, 5, 15, 30, 60, 60, 60, 60, 60]


def test_ten_thousand_guesses_take_longer_than_a_year():
    assert sum(wait_after(failed) for failed in range(1, 10_000)) > YEAR


def test_without_a_pin_nobody_comes_in(tmp_path):
    door = Door(PinStore(tmp_path), Lockout(tmp_path))
    assert (door.look(), door.knock("")) == (Unset(), Unset())


def test_three_tries_are_free(door):
    assert [fail(door, 1) for _ in range(3)] == [Ready(2), Ready(1), Waits(60)]


def test_during_a_wait_nothing_is_tried_not_even_the_right_pin(door, clock):
    fail(door, 3)
    looked = door.pins.looked
    assert door.knock(PIN) == Waits(60)
    clock.now += 59.5
    assert door.knock(PIN) == Waits(0.5)
    assert door.pins.looked == looked
    clock.now += 0.5
    assert door.knock(PIN) == Opened(3)


def test_many_who_knock_at_once_have_no_more_tries(door):
    with ThreadPoolExecutor(8) as hands:
        answers = list(hands.map(door.knock, ["111213"] * 8))
    assert answers.count(Ready(2)) == answers.count(Ready(1)) == 1
    assert (door.pins.looked, answers.count(Waits(60))) == (3, 6)


@given(st.lists(st.sampled_from(("guess", "cut", "keep", "wait")), max_size=120))
def test_no_power_cut_brings_the_next_guess_nearer(happens):
    """However often the power fails, and whatever was written down before: each wait is waited on the clock."""
    with TemporaryDirectory() as folder:
        clock, waited, guesses = Clock(), 0.0, 0
        lockout = Lockout(Path(folder), clock)
        for one in happens:
            tries = lockout.look()
            if one == "guess" and not tries.wait:
                lockout.begin()
                guesses += 1
            elif one == "cut":
                clock.now -= 500.0
                lockout = Lockout(Path(folder), clock)
            elif one == "keep":
                lockout.keep()
            else:
                clock.now += 20.0
                waited += 20.0
            assert waited >= sum(wait_after(number) for number in range(1, guesses))


def test_knocking_during_a_wait_makes_it_no_longer(door, clock):
    fail(door, 3)
    for _ in range(50):
        door.knock("111213")
    clock.now += 60
    assert door.look() == Ready(0)


def test_the_right_pin_begins_the_count_again(door):
    fail(door, 2)
    assert door.knock(PIN) == Opened(2)
    assert door.look() == restarted(door).look() == Ready(3)
    assert fail(door, 1) == Ready(2)


@pytest.mark.parametrize("failed", [1, 2, 3, 5, 8])
def test_a_restart_forgets_nothing(door, failed):
    now = fail(door, failed)
    assert restarted(door).look() == now
    assert restarted(restarted(door)).look() == now


def test_a_restart_shortens_a_wait_by_what_was_waited_and_written_down(door, clock):
    fail(door, 5)
    clock.now += 30
    door.lockout.keep()
    clock.now += 29
    assert restarted(door).look() == Waits(15 * 60 - 30)


def test_a_long_time_switched_off_is_not_waited(door):
    fail(door, 7)
    late = Clock()
    late.now += YEAR
    assert restarted(door, late).look() == Waits(3600)


@pytest.mark.parametrize("years", [-1, 1])
def test_the_clock_of_the_day_does_not_matter(door, monkeypatch, years):
    fail(door, 7)
    then = time.time() + years * YEAR
    monkeypatch.setattr(time, "time", lambda: then)
    os.utime(door.lockout.file, (then, then))
    assert door.look() == restarted(door).look() == Waits(3600)


KILLED_WHILE_VERIFYING = """
import os, signal, sys
from pathlib import Path
from kiosk.staff.door import Door
from kiosk.staff.lockout import Lockout
from kiosk.staff.pin import PinStore

class Pins(PinStore):
    def verify(self, pin):
        os.kill(os.getpid(), signal.SIGKILL)

folder = Path(sys.argv[1])
Door(Pins(folder), Lockout(folder)).knock("407219")
"""


def test_a_kill_while_the_pin_is_verified_gives_no_free_guess(door):
    command = [sys.executable, "-c", KILLED_WHILE_VERIFYING, str(door.pins.file.parent)]
    for left in (Ready(2), Ready(1), Waits(60)):
        assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
        assert restarted(door).look() == left


def test_what_cannot_be_counted_is_not_tried(door):
    door.look()
    door.lockout.file.mkdir()
    with pytest.raises(OutputError):
        door.knock(PIN)
    assert door.pins.looked == 0


@pytest.mark.parametrize(
    "kept",
    [
        b"",
        b"\0" * 30,
        bytes(range(256)),
        b'{"failed": 3, "wa',
        b"[]",
        b"7",
        b"{" * 100_000,
        b'{"failed": 3}',
        b'{"failed": -1, "wait": 0}',
        b'{"failed": 1, "wait": NaN}',
        b'{"failed": 1, "wait": -60}',
        b'{"failed": "1", "wait": 0}',
        b'{"failed": true, "wait": 0}',
        b'{"failed": 1, "wait": 1e99}',
    ],
    ids=range(14),
)
def test_a_damaged_file_means_the_longest_wait(door, kept):
    door.lockout.file.write_bytes(kept)
    again = restarted(door)
    assert again.look() == Waits(LONGEST_WAIT)
    assert fail(again, 1) == Waits(LONGEST_WAIT)


def test_the_operators_reset_opens_a_running_kiosk(door):
    fail(door, 9)
    elsewhere = restarted(door)
    elsewhere.pins.reset()
    elsewhere.lockout.reset()
    assert door.look() == Unset()
    elsewhere.change("582047")
    assert door.knock("582047") == Opened(0)


def test_whoever_stands_at_the_first_start_replaces_no_pin(door):
    with pytest.raises(AlreadySetError):
        door.change("582047", first=True)
    assert door.knock(PIN) == Opened(0)
    door.pins.reset()
    door.change("582047", first=True)
    assert door.knock("582047") == Opened(0)


def test_a_damaged_pin_is_said_before_anything_is_tried(door):
    door.pins.file.write_bytes(b"")
    assert door.knock(PIN) == Damaged()


def test_a_finished_wait_is_written_down_once(door, clock):
    fail(door, 3)
    clock.now += 61
    door.lockout.keep()
    assert restarted(door).look() == Ready(0)
    before = door.lockout.file.stat().st_mtime_ns
    door.lockout.keep()
    assert door.lockout.file.stat().st_mtime_ns == before


def test_a_clock_that_runs_backwards_gives_nothing():
    assert WORST.after(-100) == WORST
    assert Tries(3, 60).after(100) == Tries(3, 0)
