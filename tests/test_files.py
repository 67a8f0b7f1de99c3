"""Files are whole or not there, whoever writes beside us and whenever we are killed."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.errors import OutputError
from kiosk.files import own_folder, write_whole
from tests.programs import until

WRITER = """
import sys
from pathlib import Path
from kiosk.files import write_whole
while True:
    write_whole(Path(sys.argv[1]), sys.argv[2].encode() * 200_000, lasting=False)
"""


@pytest.fixture
def writers(tmp_path):
    """Two processes that write the same file without end."""
    file = tmp_path / "file"
    command = [sys.executable, "-c", WRITER, str(file)]
    both = [subprocess.Popen([*command, letter]) for letter in "ab"]
    yield file, both
    for process in both:
        process.kill()
        process.wait()


def test_two_processes_may_write_the_same_file(writers):
    file, both = writers
    seen = set()
    until(file.exists)
    while len(seen) < 2:
        data = file.read_bytes()
        assert set(data) in ({97}, {98}) and len(data) == 200_000
        seen |= set(data)
    assert [process.poll() for process in both] == [None, None]


def test_a_writer_that_is_killed_leaves_the_file_whole(writers):
    file, both = writers
    until(file.exists)
    for process in both:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert file.read_bytes() in (b"a" * 200_000, b"b" * 200_000)


@pytest.mark.parametrize("lasting", [True, False])
def test_what_stood_there_is_replaced(tmp_path, lasting):
    file = tmp_path / "new" / "file"
    for data in (b"before", b"after"):
        write_whole(file, data, make_folder=True, lasting=lasting)
    assert file.read_bytes() == b"after"
    assert [one.name for one in file.parent.iterdir()] == ["file"]


def permissions(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def test_permissions_are_those_wished_then_those_found(tmp_path):
    secret, plain = tmp_path / "secret", tmp_path / "plain"
    write_whole(secret, b"1", mode=0o600)
    write_whole(plain, b"1")
    assert permissions(secret) == 0o600
    assert permissions(plain) & 0o600 == 0o600
    plain.chmod(0o640)
    write_whole(plain, b"2")
    assert permissions(plain) == 0o640


@pytest.mark.parametrize("place", ["folder", "file/inside", "missing/inside"])
def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left(tmp_path, place):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(OutputError):
        write_whole(tmp_path / place, b"data")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "folder"]


def test_a_full_disk_keeps_what_stood_there(tmp_path):
    """A limit on the size of files stands for a disk that is full in the middle of writing."""
    file = tmp_path / "file"
    file.write_bytes(b"before")
    limited = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
    limited += "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n" + WRITER
    done = subprocess.run([sys.executable, "-c", limited, str(file), "a"], capture_output=True, check=False)
    assert b"OutputError" in done.stderr
    assert file.read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_our_own_folder_is_closed_to_others(tmp_path):
    folder = tmp_path / "runtime"
    folder.mkdir(mode=0o755)
    own_folder(folder)
    assert permissions(folder) == 0o700


def test_a_link_to_another_folder_is_not_our_own(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path)
    with pytest.raises(PermissionError):
        own_folder(tmp_path / "link")


@pytest.mark.skipif(os.getuid() != 0, reason="only root gives a folder away")
def test_a_folder_of_somebody_else_is_not_our_own(tmp_path):
    os.chown(tmp_path, 1234, 1234)
    with pytest.raises(PermissionError):
        own_folder(tmp_path)
