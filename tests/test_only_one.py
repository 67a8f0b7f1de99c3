"""One kiosk at a time, with a real second process."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.only_one import AlreadyRunningError, only_one

HOLDER = """
import subprocess, sys
from pathlib import Path
from kiosk.only_one import only_one
only_one(Path(sys.argv[1]))
left_over = subprocess.Popen(["sleep", "60"])
print(left_over.pid, flush=True)
sys.stdin.read()
"""


def holder(folder: Path) -> tuple["subprocess.Popen[str]", int]:
    """Another kiosk, and the id of a process that it has started."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", HOLDER, str(folder)]
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)
    assert process.stdout
    return process, int(process.stdout.readline())


def test_the_second_is_told_so(tmp_path):
    with only_one(tmp_path), pytest.raises(AlreadyRunningError):
        only_one(tmp_path)


def test_the_lock_is_free_after_the_end(tmp_path):
    only_one(tmp_path).close()
    only_one(tmp_path).close()


def test_a_supervisor_and_its_window_are_no_rivals(tmp_path):
    with only_one(tmp_path, "supervisor"), only_one(tmp_path, "window"):
        pass


def test_another_process_holds_it_until_it_is_killed(tmp_path):
    """Also when what it has started lives on."""
    process, left_over = holder(tmp_path)
    with pytest.raises(AlreadyRunningError):
        only_one(tmp_path)
    process.kill()
    only_one(tmp_path, patience_s=5.0).close()
    os.kill(left_over, signal.SIGKILL)  # it keeps our pipe open
    process.communicate()


def test_in_a_folder_that_somebody_else_has_prepared_nothing_is_written(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path)
    (tmp_path / "window.lock").write_text("precious")
    only_one(tmp_path / "link").close()
    assert (tmp_path / "window.lock").read_text() == "precious"


def test_without_a_folder_to_write_in_it_goes_on(tmp_path):
    (tmp_path / "file").write_text("no folder")
    only_one(tmp_path / "file" / "runtime").close()
