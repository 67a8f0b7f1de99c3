"""The clock set by a year, forward and back, under a running kiosk and between two starts."""

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.faults.terminal import Terminal
from tests.faults.visits import PIN, Visits, own_folders
from tests.programs import until

LIBRARY = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)

pytestmark = [
    pytest.mark.timeout(180),
    pytest.mark.skipif(LIBRARY is None or not shutil.which("faketime"), reason="needs faketime"),
]

IDLE_S, LOOK_S = 4.0, 1.0
WRONG = "937205"


class WallClock:
    """The clock of the day that other processes see; what passes by itself, passes as ever."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "faketime"
        self.set("+0")
        self.variables = {
            "LD_PRELOAD": str(LIBRARY),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "DONT_FAKE_MONOTONIC": "1",
            # Otherwise Python's threads wait seconds for their turn: the library mends the wait for an older glibc.
            "FAKETIME_FORCE_MONOTONIC_FIX": "0",
        }

    def set(self, offset: str) -> None:
        """Such as "+1y"; written whole, as it is read at any moment. It is heard of within a second."""
        new = self._file.with_suffix(".new")
        new.write_text(offset, encoding="ascii")
        new.replace(self._file)

    def turn(self, kiosk: Visits, years: int) -> None:
        """Until a running kiosk has it: so many years from now."""
        self.set(f"{years:+}y")
        until(lambda: int(kiosk("year").told) == date.today().year + years)


@pytest.fixture
def clock(tmp_path) -> WallClock:
    return WallClock(tmp_path)


@pytest.fixture
def kiosk(tmp_path, clock) -> Iterator[Visits]:
    variables = own_folders(tmp_path) | clock.variables
    kiosk = Visits(
        variables,
        tmp_path / "said",
        real_time=True,
        read_aloud=False,
        idle_minutes=IDLE_S / 60,
        wake="00:00",
        sleep="00:00",
    )
    yield kiosk
    kiosk.close()


def days(folder: Path) -> list[str]:
    """On which something was counted."""
    with closing(sqlite3.connect(folder / "data" / "manabi-kiosk" / "usage.sqlite3")) as book:
        return [day for (day,) in book.execute("SELECT DISTINCT day FROM counts ORDER BY day")]


def seconds(told: str) -> float:
    """Of `Waits(seconds=…)`."""
    assert told.startswith("Waits("), told
    return float(told.removeprefix("Waits(seconds=").removesuffix(")"))


def test_a_visit_is_neither_ended_nor_prolonged(kiosk, clock, tmp_path):
    kiosk("begin")
    sight = kiosk("step")
    touched = time.monotonic()
    for years in (-1, 1):
        clock.turn(kiosk, years)
        seen = kiosk("look")
        assert (seen.page, seen.step) == (sight.page, sight.step)
        assert not seen.asked or time.monotonic() - touched >= IDLE_S - LOOK_S
    until(lambda: kiosk("look").asked)
    assert time.monotonic() - touched >= IDLE_S - LOOK_S
    assert kiosk("leave").errors == 0
    assert "visits=1" in until(lambda: kiosk("counts").told)
    assert len(days(tmp_path)) == 2


def test_the_lock_out_and_the_place_outlive_it(kiosk, clock, tmp_path):
    for _ in range(3):
        began, told = time.monotonic(), kiosk("knock", WRONG).told
    waits = seconds(told)
    for years in (1, -1):
        clock.turn(kiosk, years)
        left = seconds(kiosk("knock", PIN).told)
        assert waits - (time.monotonic() - began) - 1 <= left <= waits
    kiosk("begin")
    kiosk.kill()
    clock.set("+1y")
    made = {file: file.stat().st_mtime for file in (tmp_path / "cache").rglob("*.mo")}
    again = Visits(kiosk.variables, tmp_path / "said")
    assert int(again("year").told) == date.today().year + 1
    assert again.first.offered and again.first.page == "Home"
    assert seconds(again("knock", PIN).told) == pytest.approx(waits, abs=waits / 4)
    assert made and {file: file.stat().st_mtime for file in (tmp_path / "cache").rglob("*.mo")} == made
    assert again.close() == 0


def test_the_supervisor_does_not_mind(clock, tmp_path):
    terminal = Terminal(tmp_path, drawn=False)
    terminal.environment |= clock.variables
    try:
        terminal.switch_on()
        assert terminal.beats_within(30)
        window, place = terminal.process("window"), until(terminal.place)
        for offset in ("+1y", "-1y"):
            clock.set(offset)
            until(lambda place=place: (terminal.place() or place)["moment"] != place["moment"], seconds=30)
            place = terminal.place()
        assert (terminal.process("window"), terminal.said) == (window, "")
    finally:
        terminal.switch_off()
