"""Every file that the kiosk itself has written, damaged while the terminal was off; and no files at all."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.faults.damages import DAMAGES
from tests.faults.own_mounts import FOLDERS, can_mount, on_own_disk
from tests.faults.terminal import Terminal
from tests.faults.visits import Visits, own_folders, variables_of
from tests.programs import until

pytestmark = pytest.mark.timeout(180)

LEAST_FILES = 7
SETTINGS = "volume = 2\nthis is = no TOML\npaper = 3\nspeech_speed = 0.9\n"


@pytest.fixture(scope="module")
def lived(tmp_path_factory) -> Path:
    """The folders of a kiosk that was killed in the middle of a visit, after wrong PINs."""
    folder = tmp_path_factory.mktemp("lived")
    kiosk = Visits(own_folders(folder), folder / "said")
    kiosk("set", "volume", "2")
    kiosk("begin")
    kiosk("step")
    kiosk("knock", "937205")
    kiosk("counts")
    until(lambda: list((folder / "cache").rglob("*.mo")))
    kiosk.kill()
    kiosk.close()
    log = folder / "state" / "manabi-kiosk" / "log" / "kiosk.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text("2026-11-23 10:00:00,000 WARNING kiosk.test a word\n", encoding="utf-8")
    return folder


@pytest.fixture(params=DAMAGES)
def damaged(request, lived, tmp_path) -> Path:
    """All of its files at once."""
    files = []
    for name in FOLDERS:
        shutil.copytree(lived / name, tmp_path / name, symlinks=True)
        files += [file for file in (tmp_path / name).rglob("*") if file.is_file() and file.suffix != ".lock"]
    assert len(files) >= LEAST_FILES
    for file in files:
        file.write_bytes(DAMAGES[request.param](file.read_bytes()))
    return tmp_path


def test_damaged_files_of_its_own_stop_nobody(damaged):
    kiosk = Visits(variables_of(damaged), damaged / "said")
    assert (kiosk.first.page, kiosk.first.offered) == ("Attract", False)
    kiosk("begin")
    sight = kiosk("leave")
    assert (sight.page, sight.errors) == ("Attract", 0)
    assert "visits=1" in until(lambda: kiosk("counts").told)
    assert "職員の番号：こわれています。" in kiosk("doctor", "pin").told
    assert kiosk("knock", "428517").told == "Damaged()"
    assert kiosk.close() == 0
    with sqlite3.connect(damaged / "data" / "manabi-kiosk" / "usage.sqlite3") as book:
        assert book.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.fixture
def terminal(tmp_path):
    terminal = Terminal(tmp_path, drawn=False)
    yield terminal
    terminal.switch_off()


def test_a_broken_settings_file_is_told_and_every_other_value_is_in_force(terminal):
    terminal.settings.write_text(SETTINGS, encoding="utf-8")
    terminal.switch_on()
    assert terminal.beats_within(30)
    assert terminal.process("window")
    told = until(lambda: terminal.said).splitlines()
    assert len(told) == 2 and "settings.toml" in told[0] and "paper" in told[1]
    assert terminal.settings.read_text(encoding="utf-8") == SETTINGS


def test_a_first_start_with_empty_folders(tmp_path):
    kiosk = Visits(variables_of(tmp_path), tmp_path / "said")
    sight = kiosk("begin")
    assert (sight.page, sight.errors) == ("Home", 0)
    assert kiosk.close() == 0


@pytest.mark.skipif(not can_mount(), reason="needs a disk that can be read only")
def test_a_first_start_where_home_cannot_be_written(tmp_path):
    """Nothing names other folders than those of HOME."""
    before = on_own_disk(tmp_path, read_only=True)
    named = {f"XDG_{name.upper()}_HOME": "" for name in FOLDERS[:-1]}
    variables = variables_of(tmp_path) | named | {"HOME": str(tmp_path / "disk")}
    kiosk = Visits(variables, tmp_path / "said", before)
    kiosk("begin")
    sight = kiosk("learn")
    assert (sight.page, sight.errors) == ("InLesson", 0)
    told = kiosk("doctor", "disk").told
    assert "に書けません" in told and str(tmp_path / "disk" / ".config") in told
    assert kiosk.close() == 0
