"""What an operator installs: files below a folder, as the real installation writes them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.paths import SHIPPED
from tests.programs import PATH

DEPLOY = SHIPPED / "deploy"
SCRIPTS = sorted(
    [DEPLOY / "install.sh", *(DEPLOY / "bin").iterdir(), *(DEPLOY / "files/usr/local/bin").iterdir()]
)
SESSIONS = sorted(folder.name for folder in (DEPLOY / "sessions").iterdir())
FOREIGN = ("/usr/lib/xorg/Xorg", "/usr/bin/cage", "/usr/bin/pulseaudio")
"""What install.sh brings to a terminal, and a machine for tests need not have."""

CONF = """
Listen {socket}
<Location />
  Order allow,deny
</Location>
"""


def run(*command: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": PATH}
    return subprocess.run(
        [str(word) for word in command],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def install(root: Path, *options: str) -> None:
    done = run(DEPLOY / "install.sh", "--root", root, *options)
    assert done.returncode == 0, done.stderr


def files_of(root: Path) -> dict[str, bytes]:
    """Everything but the copied program."""
    files = [path for path in (root / "etc", root / "usr") for path in path.rglob("*")]
    return {str(file.relative_to(root)): _content(file) for file in sorted(files) if _is_end(file)}


def _is_end(file: Path) -> bool:
    return file.is_symlink() or file.is_file()


def _content(file: Path) -> bytes:
    return str(file.readlink()).encode() if file.is_symlink() else file.read_bytes()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("terminal")
    install(root)
    return root


def needed(command: str) -> None:
    if not shutil.which(command, path=PATH):
        pytest.skip(f"not installed: {command}; ./test.sh installs it")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_scripts_are_sound(script):
    needed("shellcheck")
    assert run("shellcheck", "-x", script).stdout == ""


@pytest.mark.parametrize("session", SESSIONS)
def test_units_are_sound(tmp_path, session):
    needed("systemd-analyze")
    install(tmp_path, "--session", session, "--screen-hours", "07:30-21:30")
    units = sorted((tmp_path / "etc/systemd/system").glob("manabi-kiosk*.*r"))
    for unit in (one for one in units if one.is_file()):
        unit.write_text(unit.read_text().replace("/opt/manabi-kiosk", str(SHIPPED)))
    said = run(
        "systemd-analyze", "verify", *(one for one in units if one.suffix in {".service", ".timer"})
    ).stderr
    ours = [line for line in said.splitlines() if "manabi-kiosk" in line]
    assert [line for line in ours if not line.split(" is not executable")[0].endswith(FOREIGN)] == []


def test_nothing_is_left_to_fill_in(installed):
    assert [name for name, content in files_of(installed).items() if b"@PROGRAM@" in content] == []


def test_the_program_is_there_without_tests_and_leftovers(installed):
    program = installed / "opt/manabi-kiosk"
    assert (program / "kiosk/app.py").is_file()
    assert [name for name in (".git", ".venv", "tests") if (program / name).exists()] == []


def test_the_kiosk_starts_with_the_machine_and_ctrl_alt_del_does_nothing(installed):
    units = installed / "etc/systemd/system"
    assert (units / "multi-user.target.wants/manabi-kiosk.service").is_symlink()
    assert (units / "ctrl-alt-del.target").readlink() == Path("/dev/null")


@pytest.mark.parametrize(
    "line",
    [
        *("Type=notify", "Restart=always", "StartLimitIntervalSec=0", "RestartPreventExitStatus=0"),
        *("KillMode=mixed", "OOMPolicy=continue"),
        *("ProtectSystem=strict", "NoNewPrivileges=yes", "RestrictAddressFamilies=AF_UNIX AF_NETLINK"),
    ],
)
def test_the_unit_keeps_the_kiosk_up_and_small(installed, line):
    unit = (installed / "etc/systemd/system/manabi-kiosk.service").read_text()
    assert line in unit.splitlines()


def test_the_supervisor_looks_for_the_x_server_before_it_opens_a_window(installed):
    """`require_display` trusts a platform that was wished for."""
    assert "QT_QPA_PLATFORM" not in (installed / "etc/manabi-kiosk/session.env").read_text()


def test_no_key_stops_the_machine_while_it_starts(installed):
    said = run("sh", "-c", f". {installed}/etc/default/grub.d/90-manabi-kiosk.cfg; set")
    assert {"GRUB_TIMEOUT='0'", "GRUB_DISABLE_RECOVERY='true'", "GRUB_CMDLINE_LINUX=' panic=10'"} <= {
        *said.stdout.splitlines()
    }


def test_a_second_time_changes_nothing(installed):
    before = files_of(installed)
    install(installed)
    assert files_of(installed) == before


def test_the_operators_own_values_stay(tmp_path):
    install(tmp_path)
    own = tmp_path / "etc/manabi-kiosk/terminal.env"
    own.write_text("KIOSK_OPTIONS=--lang en\n")
    install(tmp_path)
    assert own.read_text() == "KIOSK_OPTIONS=--lang en\n"


@pytest.mark.parametrize("session", SESSIONS)
def test_nothing_is_left_afterwards(tmp_path, session):
    conf = tmp_path / "etc/cups/cupsd.conf"
    conf.parent.mkdir(parents=True)
    conf.write_text("LogLevel warn\n")
    before = files_of(tmp_path)
    install(tmp_path, "--session", session, "--screen-hours", "07:30-21:30", "--block-usb-storage")
    assert files_of(tmp_path) != before
    install(tmp_path, "--uninstall")
    assert files_of(tmp_path) == before
    assert not (tmp_path / "opt/manabi-kiosk").exists()


def test_a_dry_run_writes_nothing(tmp_path):
    install(tmp_path, "--dry-run")
    assert list(tmp_path.iterdir()) == []


def test_one_session_takes_the_place_of_the_other(tmp_path):
    install(tmp_path)
    install(tmp_path, "--session", "cage")
    screen = (tmp_path / "etc/systemd/system/manabi-kiosk-screen.service").read_text()
    assert "/usr/bin/cage" in screen
    assert not (tmp_path / "etc/X11/xorg.conf.d/90-manabi-kiosk.conf").exists()
    assert "QT_QPA_PLATFORM=wayland" in (tmp_path / "etc/manabi-kiosk/session.env").read_text()


@pytest.mark.parametrize(
    "wrong",
    [
        *(("--session", "gnome"), ("--session",), ("--root",), ("--root", ""), ("--what",)),
        *(("--screen-hours", "7-21"), ("--screen-hours", "24:00-29:59"), ("--screen-hours",)),
    ],
    ids="-".join,
)
def test_a_wrong_option_is_told_in_a_sentence(wrong):
    done = run(DEPLOY / "install.sh", "--dry-run", *wrong)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_cups_understands_what_is_added(tmp_path):
    needed("cupsd")
    conf = tmp_path / "etc/cups/cupsd.conf"
    conf.parent.mkdir(parents=True)
    conf.write_text(CONF.format(socket=tmp_path / "cups.sock"))
    install(tmp_path)
    files = tmp_path / "cups-files.conf"
    folders = {"ServerRoot": "etc/cups", "RequestRoot": "spool", "CacheDir": "cache", "StateDir": "run"}
    files.write_text("".join(f"{name} {tmp_path / folder}\n" for name, folder in folders.items()))
    done = run("cupsd", "-t", "-c", conf, "-s", files)
    assert done.returncode == 0, done.stderr
    assert "Unknown" not in done.stdout + done.stderr


def test_cups_keeps_nothing_that_was_printed():
    assert {"PreserveJobFiles No", "PreserveJobHistory 60"} <= {
        *(DEPLOY / "cupsd.conf").read_text().splitlines()
    }
