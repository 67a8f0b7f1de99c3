"""The supervisor with real processes in the place of windows: small programs that beat, hang, crash and end."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.backoff import Backoff
from kiosk.beat import BEAT, END, RESTART_CODE
from kiosk.errors import N_, Message, SettingsError
from kiosk.supervisor import Patience, Supervisor
from kiosk.systemd import VARIABLES
from tests.programs import until

QUICK = Patience(start_s=20, beat_s=0.5, end_s=2, abort_s=2, screen_s=0.02)

LIFE = """
import os, pathlib, signal, subprocess, sys, time
lives = pathlib.Path(sys.argv[1])
number = len(lives.read_text().split()) if lives.exists() else 0
with lives.open("a") as file:
    file.write(f"{os.getpid()}\\n")
def beat():
    os.write(1, b"beat\\n")
"""
"""The beginning of each window here: it writes its process id down; `number` counts from 0."""

STAYS = "beat()\nwhile os.read(0, 4) not in (b'', b'end\\n'): pass\n"


@pytest.fixture
def said() -> list[Message]:
    return []


@pytest.fixture
def supervised(tmp_path: Path, said: list[Message]) -> Callable[..., Supervisor]:
    def make(life: str, look: Callable[[], object] = lambda: None) -> Supervisor:
        command = [sys.executable, "-c", LIFE + life, str(tmp_path / "lives")]
        return Supervisor(command, look, said.append, QUICK)

    return make


def lives(folder: Path) -> list[int]:
    file = folder / "lives"
    return [int(line) for line in file.read_text().split()] if file.exists() else []


def is_alive(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize("code", [0, 2, 3, 4])
def test_a_wanted_end_is_the_end(supervised, tmp_path, code):
    assert supervised(f"sys.exit({code})").run() == code
    assert len(lives(tmp_path)) == 1


@pytest.mark.parametrize(
    "fall",
    [
        "os.kill(os.getpid(), signal.SIGKILL)",
        "os.abort()",
        "sys.exit(70)",
        "sys.exit(1)",
        "1 / 0",
        "os.kill(os.getpid(), 15)",
    ],
)
def test_a_crash_brings_another_window_at_once(supervised, said, tmp_path, fall):
    assert supervised(f"if number == 0: {fall}\nbeat()").run() == 0
    assert len(lives(tmp_path)) == 2
    assert [message.values["seconds"] for message in said] == [0]


def test_a_window_that_hangs_is_ended_and_begun_again(supervised, said, tmp_path):
    assert supervised("beat()\nif number == 0: time.sleep(60)").run() == 0
    assert "hung" in said[0].text()
    assert not is_alive(lives(tmp_path)[0])


def test_a_window_that_hears_no_signal_is_ended_too(supervised, tmp_path):
    deaf = "if number == 0:\n    beat()\n    os.kill(os.getpid(), signal.SIGSTOP)"
    assert supervised(deaf).run() == 0
    assert not is_alive(lives(tmp_path)[0])


def test_what_a_window_has_started_goes_with_it(supervised, tmp_path):
    child = "child = subprocess.Popen(['sleep', '60'], stdout=subprocess.DEVNULL)"
    note = f"pathlib.Path({str(tmp_path / 'child')!r}).write_text(str(child.pid))"
    assert supervised(f"if number == 0:\n    {child}\n    {note}\n    os.abort()").run() == 0
    assert not is_alive(int((tmp_path / "child").read_text()))


def test_staff_restart_without_a_wait(supervised, said, tmp_path):
    assert supervised(f"if number < 4: sys.exit({RESTART_CODE})").run() == 0
    assert len(lives(tmp_path)) == 5
    assert said == []


def test_it_waits_for_a_screen_and_says_so_once(supervised, said, tmp_path):
    missing = iter(range(5))

    def look() -> None:
        if next(missing, None) is not None:
            raise SettingsError(N_("画面が見つかりません。"))

    assert supervised("beat()", look).run() == 0
    assert [message.text() for message in said] == ["画面が見つかりません。"]


def stopped_when(supervisor: Supervisor, question: Callable[[], object]) -> int:
    """The exit code after a stop from outside, once something is true."""
    result: list[int] = []
    thread = threading.Thread(target=lambda: result.append(supervisor.run()))
    thread.start()
    until(question)
    supervisor.stop()
    thread.join(10)
    return result[0]


@pytest.mark.parametrize("life", [STAYS, "beat()\nwhile True: beat(), time.sleep(0.1)"])
def test_it_ends_with_its_window_kind_or_not(supervised, tmp_path, life):
    assert stopped_when(supervised(life), lambda: lives(tmp_path)) == 0
    assert not is_alive(lives(tmp_path)[0])


def test_a_wait_for_a_screen_or_for_the_next_try_can_be_ended(supervised, said, tmp_path):
    def look() -> None:
        raise SettingsError(N_("画面が見つかりません。"))

    assert stopped_when(supervised("", look), lambda: said) == 0
    assert stopped_when(supervised("os.abort()"), lambda: said[-1].values.get("seconds")) == 0


def test_a_window_that_cannot_be_opened_is_tried_again(said, tmp_path):
    supervisor = Supervisor([str(tmp_path / "nowhere")], lambda: None, said.append, QUICK)
    assert stopped_when(supervisor, lambda: len(said) == 2) == 0
    assert "could not be opened" in said[0].text()
    assert [message.values["seconds"] for message in said] == [0, 1]


def test_it_waits_longer_and_longer_and_forgives_after_two_minutes():
    backoff, waits = Backoff(), []
    for _ in range(8):
        backoff = backoff.after(5.0)
        waits.append(backoff.wait_s)
    assert waits == [0, 1, 2, 5, 10, 30, 30, 30]
    assert backoff.after(90.0).wait_s == 30
    assert backoff.after(120.0).wait_s == 0


COMMAND = """
import sys
from kiosk.supervisor import supervise
sys.exit(supervise([sys.executable, "-c", sys.argv[1], sys.argv[2]], lambda: None, lambda message: None))
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_and_its_window(tmp_path, number):
    life = [LIFE + STAYS, str(tmp_path / "lives")]
    process = subprocess.Popen([sys.executable, "-c", COMMAND, *life])
    until(lambda: lives(tmp_path))
    process.send_signal(number)
    assert process.wait(10) == 0
    assert not is_alive(lives(tmp_path)[0])


HEART = """
import sys, time
from PySide6.QtCore import QCoreApplication, QTimer
from kiosk.heartbeat import Heartbeat
application = QCoreApplication([])
heartbeat = Heartbeat()
heartbeat.end_requested.connect(application.quit)
if "hang" in sys.argv: QTimer.singleShot(0, lambda: time.sleep(600))
sys.exit(application.exec())
"""


def heart(*words: str) -> "subprocess.Popen[bytes]":
    pipe = subprocess.PIPE
    environment = {**os.environ, "MANABI_SUPERVISED": "first"}
    return subprocess.Popen(
        [sys.executable, "-c", HEART, *words],
        stdin=pipe,
        stdout=pipe,
        env=environment,
        start_new_session=True,
    )


def test_a_window_beats_and_closes_when_it_is_told_to():
    process = heart()
    assert process.stdout
    assert process.stdout.readline() == BEAT
    assert process.stdin
    process.stdin.write(END)
    process.stdin.flush()
    assert process.wait(10) == 0
    process.communicate()


def test_a_window_that_somebody_else_ends_does_not_look_as_if_staff_had_left():
    """A killer of processes when memory is short, for one."""
    process = heart()
    assert process.stdout
    assert process.stdout.readline() == BEAT
    process.terminate()
    assert process.wait(10) == -signal.SIGTERM
    process.communicate()


@pytest.mark.parametrize("words", [(), ("hang",)])
def test_a_window_whose_supervisor_is_gone_ends_at_once(words):
    process = heart(*words)
    assert process.stdout
    assert process.stdout.readline() == BEAT
    process.communicate(timeout=5)
    assert process.returncode == -signal.SIGKILL


def test_what_a_window_starts_does_not_speak_for_us_to_systemd(supervised, tmp_path, monkeypatch):
    monkeypatch.setenv("NOTIFY_SOCKET", "/nowhere")
    note = f"pathlib.Path({str(tmp_path / 'names')!r}).write_text(' '.join(os.environ))"
    supervised(note).run()
    assert not set((tmp_path / "names").read_text().split()) & VARIABLES
