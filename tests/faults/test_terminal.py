"""The real kiosk with its supervisor, from the first start to the last: what else can go wrong with its window."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.terminal import Terminal
from tests.programs import until

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def terminal(tmp_path):
    terminal = Terminal(tmp_path, drawn=False, beat_s=3.0)
    yield terminal
    terminal.switch_off()


@pytest.fixture
def switched_on(terminal):
    terminal.switch_on()
    assert terminal.beats_within(30)
    return terminal


def test_a_frozen_window_is_replaced_and_the_place_offered(switched_on):
    frozen = switched_on.process("window")
    os.kill(frozen, signal.SIGSTOP)
    assert switched_on.beats_within(30)
    assert switched_on.process("window") != frozen
    until(switched_on.place)


@pytest.mark.parametrize("words", [("run",), ("run", "--windowed")])
def test_of_two_kiosks_the_second_says_one_sentence(switched_on, words):
    window = switched_on.process("window")
    command = [sys.executable, "-m", "kiosk", *words]
    done = subprocess.run(
        command, env=switched_on.environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr.count("もう動いています")) == (4, 1)
    assert switched_on.process("window") == window


def of_this_terminal(terminal: Terminal) -> list[int]:
    """Every process that has this terminal's folders."""
    sign = f"XDG_RUNTIME_DIR={terminal.folder / 'runtime'}".encode()
    found = []
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdecimal() and sign in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
        except OSError:
            continue
    return found


def test_at_the_end_nothing_is_left_behind(switched_on):
    first = switched_on.place()
    until(lambda: switched_on.place() != first)
    switched_on.switch_off()
    assert of_this_terminal(switched_on) == []
    assert switched_on.place() is None


def test_a_window_ends_when_its_supervisor_is_killed(switched_on):
    window = switched_on.process("window")
    os.kill(switched_on.process("supervisor"), signal.SIGKILL)
    until(lambda: window not in of_this_terminal(switched_on))


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="needs Xvfb")
def test_it_waits_for_a_screen_that_is_unplugged_at_the_start_and_later(terminal):
    display = terminal.open_screen()
    terminal.unplug_screen()
    terminal.show_on(display)
    terminal.switch_on()
    until(lambda: "画面が見つかりません" in terminal.said)
    for _ in range(2):
        terminal.forget_news()
        terminal.open_screen(display)
        assert terminal.beats_within(30)
        terminal.unplug_screen()
        until(lambda: terminal.process("window") is None)
    assert terminal.said.count("画面が見つかりません") <= 3
