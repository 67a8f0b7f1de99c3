"""`kiosk pin`: how an operator sets and resets the PIN of staff from the system."""

import getpass
import io
import sys
from collections.abc import Iterator

import pytest

from kiosk.cli import main
from kiosk.settings import data_folder
from kiosk.staff.door import Door, Opened, Ready, Unset, Waits
from kiosk.staff.lockout import Lockout
from kiosk.staff.pin import PinStore

PIN = "407219"

pytestmark = pytest.mark.usefixtures("own_folders")


@pytest.fixture
def door() -> Door:
    """As a kiosk that runs at the same time has it."""
    folder = data_folder() / "staff"
    return Door(PinStore(folder), Lockout(folder))


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed at a console, line by line."""
    lines: list[str] = []
    answers: Iterator[str] = iter(lines)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(getpass, "getpass", lambda prompt: next(answers))
    return lines


def test_it_is_asked_twice_at_a_console(typed, door, capsys):
    typed += [PIN, PIN]
    assert main(["pin", "set"]) == 0
    assert door.knock(PIN) == Opened(0)
    assert PIN not in capsys.readouterr().out


def test_two_different_pins_set_nothing(typed, door, capsys):
    typed += [PIN, "916304"]
    assert main(["pin", "set"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert door.look() == Unset()


def test_a_program_passes_it_on_standard_input(monkeypatch, door):
    monkeypatch.setattr(sys, "stdin", io.StringIO(PIN + "\n"))
    assert main(["pin", "set", "--stdin"]) == 0
    assert door.knock(PIN) == Opened(0)


@pytest.mark.parametrize("weak", ["", "12345", "123456", "words"])
def test_a_weak_one_is_one_sentence(monkeypatch, door, capsys, weak):
    monkeypatch.setattr(sys, "stdin", io.StringIO(weak))
    assert main(["pin", "set", "--stdin"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert door.look() == Unset()


def test_where_nobody_can_be_asked_it_says_how(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.StringIO(PIN))
    assert main(["pin", "set"]) == 2
    assert "--stdin" in capsys.readouterr().err


def test_a_reset_removes_the_pin_and_the_wait_of_a_running_kiosk(door):
    door.change(PIN)
    for _ in range(3):
        answer = door.knock("111213")
    assert isinstance(answer, Waits)
    assert main(["pin", "reset"]) == 0
    assert door.look() == Unset()
    door.change(PIN)
    assert door.look() == Ready(3)


def test_a_new_pin_ends_a_wait(monkeypatch, door):
    door.change(PIN)
    for _ in range(3):
        door.knock("111213")
    monkeypatch.setattr(sys, "stdin", io.StringIO("916304"))
    assert main(["pin", "set", "--stdin"]) == 0
    assert door.knock("916304") == Opened(0)


def test_the_status_names_the_state_and_the_place_and_never_the_pin(door, capsys):
    main(["pin", "status"])
    unset = capsys.readouterr().out
    door.change(PIN)
    main(["pin", "status"])
    known = capsys.readouterr().out
    door.pins.file.write_bytes(b"")
    main(["pin", "status"])
    damaged = capsys.readouterr().out
    assert len({unset, known, damaged}) == 3
    assert all(str(data_folder()) in said and PIN not in said for said in (unset, known, damaged))
