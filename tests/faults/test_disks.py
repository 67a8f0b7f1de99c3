"""Visits while the disk of all of the kiosk's own folders is full, read-only or fills up, and after it can be written again."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.faults import own_mounts
from tests.faults.own_mounts import can_mount, seen_by
from tests.faults.terminal import Terminal
from tests.faults.visits import PIN, Visits, own_folders
from tests.programs import until

pytestmark = pytest.mark.timeout(180)

BEFORE = b"volume = 2\n# of the operator\n"
WAYS = ["full", "read-only", "fills up"] if can_mount() else ["limit"]
"""`limit`: where nothing can be mounted, no file may grow; a disk cannot be read-only there."""


def on_disk(way: str, folder: Path) -> Sequence[str]:
    """What begins a command on such a disk."""
    if way == "limit":
        return own_mounts.no_file_may_grow()
    return own_mounts.on_own_disk(folder, read_only=way == "read-only", full=way == "full")


def fill_up(pid: int, folder: Path, way: str) -> None:
    """What the kiosk took away itself leaves room again."""
    if way == "fills up":
        own_mounts.fill(pid, folder)


@pytest.fixture(scope="module", params=WAYS)
def way(request):
    return request.param


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory, way):
    folder = tmp_path_factory.mktemp("disk")
    variables = own_folders(folder, words=False)  # they cannot be made, and that stops nobody
    (folder / "config" / "manabi-kiosk").mkdir()
    (folder / "config" / "manabi-kiosk" / "settings.toml").write_bytes(BEFORE)
    if way == "limit":
        variables["PULSE_SERVER"] = "unix:/nowhere"  # its client needs a file in memory that grows
    kiosk = Visits(variables, folder / "said", on_disk(way, folder))
    kiosk.folder = folder
    yield kiosk
    kiosk.close()


@pytest.fixture(scope="module")
def learned(kiosk, way):
    """After a visit with a whole lesson."""
    kiosk("begin")
    fill_up(kiosk.pid, kiosk.folder, way)
    kiosk("learn")
    return kiosk


@pytest.fixture
def visited(learned, way):
    fill_up(learned.pid, learned.folder, way)
    return learned


def test_a_visit_can_be_walked(visited):
    sight = visited("look")
    assert (sight.page, sight.errors) == ("InLesson", 0)
    assert visited("leave").errors == 0


def test_the_doctor_says_it_in_one_sentence(visited):
    told = visited("doctor", "disk").told
    assert sum("に書けません" in line for line in told.splitlines()) == 1
    assert all(str(visited.folder / name) in told for name in own_mounts.FOLDERS)


def test_a_setting_and_a_pin_are_refused_with_a_sentence(visited):
    assert "に書けません" in visited("set", "volume", "4").told
    assert "に書けません" in visited("knock", PIN).told


def test_nothing_that_was_there_is_lost(visited):
    config = seen_by(visited.pid, visited.folder / "config" / "manabi-kiosk")
    assert (config / "settings.toml").read_bytes() == BEFORE
    assert [file.name for file in config.iterdir()] == ["settings.toml"]
    staff = Path("data", "manabi-kiosk", "staff", "pin")
    assert seen_by(visited.pid, visited.folder / staff).stat().st_size > 0


def test_with_room_again_it_goes_on_and_nothing_was_forgotten(visited, way):
    """The last of the file: the disk is mended."""
    (own_mounts.make_writable if way == "read-only" else own_mounts.make_room)(visited.pid, visited.folder)
    visited("begin")
    visited("leave")
    assert "visits=2" in until(lambda: visited("counts").told)
    assert "に書けません" not in visited("doctor", "disk").told
    assert visited("knock", PIN).told == "Opened(failed=0)"
    assert visited("set", "volume", "4").told == "changed"


def test_the_whole_terminal_starts_stays_and_starts_again(tmp_path, way):
    terminal = Terminal(tmp_path, drawn=False, before=on_disk(way, tmp_path))
    try:
        terminal.switch_on()
        assert terminal.beats_within(30)
        window = until(lambda: terminal.process("window"))
        until(lambda: "no lock" in terminal.said or way != "read-only")
        assert (terminal.process("window"), terminal.said.count("Traceback")) == (window, 0)
        fill_up(window, tmp_path, way)
        terminal.kill("window")
        assert terminal.beats_within(30)
    finally:
        terminal.switch_off()
