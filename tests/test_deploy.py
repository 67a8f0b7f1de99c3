"""What an operator installs: files below a folder, as the real installation writes them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.paths import SHIPPED
from kiosk.staff.versions import commit_of
from tests.programs import PATH, path_with, script

DEPLOY = SHIPPED / "deploy"
SCRIPTS = sorted(
    [DEPLOY / "install.sh", *(DEPLOY / "bin").iterdir(), *(DEPLOY / "files/usr/local/bin").iterdir()]
)
SESSIONS = sorted(folder.name for folder in (DEPLOY / "sessions").iterdir())
HOURS = ("--screen-hours", "07:30-21:30")
FOREIGN = ("/usr/lib/xorg/Xorg", "/usr/bin/cage", "/usr/bin/pulseaudio")
"""What install.sh brings to a terminal, and a machine for tests need not have."""

CONF = """
Listen {socket}
<Location />
  Order allow,deny
</Location>
"""


def run(*command: object, path: str = PATH) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": path}
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


def options_of(session: str) -> list[str]:
    return ["--session", session, *(HOURS if session == "x11" else ())]


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
    install(tmp_path, *options_of(session))
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


def test_the_copy_knows_its_commit(installed):
    assert commit_of(installed / "opt/manabi-kiosk") == commit_of(SHIPPED)


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


@pytest.mark.parametrize("file", ["lessons/city.yaml", "lessons/classes.yaml"])
def test_what_a_centre_fills_in_stays(tmp_path, file):
    install(tmp_path)
    own = tmp_path / "opt/manabi-kiosk" / file
    own.write_text("ours\n")
    install(tmp_path)
    assert own.read_text() == "ours\n"


@pytest.mark.parametrize(
    "file", ["lessons/shelves.yaml", "lessons/our-own/lesson.yaml", "locales/en/LC_MESSAGES/ours.po"]
)
def test_what_else_a_centre_wrote_is_put_aside(tmp_path, file):
    install(tmp_path)
    own = tmp_path / "opt/manabi-kiosk" / file
    own.parent.mkdir(exist_ok=True)
    own.write_text("ours\n")
    install(tmp_path)
    (aside,) = (tmp_path / "var/backups/manabi-kiosk").glob(f"*/{file}")
    assert aside.read_text() == "ours\n"


def test_nothing_is_put_aside_when_nothing_was_changed(tmp_path):
    install(tmp_path)
    (tmp_path / "opt/manabi-kiosk/lessons/shelves.yaml").touch()
    install(tmp_path)
    assert not (tmp_path / "var").exists()


def test_lessons_outlive_the_kiosk(tmp_path):
    install(tmp_path)
    (tmp_path / "opt/manabi-kiosk/lessons/city.yaml").write_text("ours\n")
    install(tmp_path, "--uninstall")
    (kept,) = (tmp_path / "var/backups/manabi-kiosk").glob("*/lessons/city.yaml")
    assert kept.read_text() == "ours\n"


@pytest.mark.parametrize("options", ["--lang en", '"--lang en"', "'--lang en'", "--lang en \r"])
def test_a_command_has_the_values_of_the_terminal(tmp_path, options):
    install(tmp_path)
    etc = tmp_path / "etc/manabi-kiosk"
    (etc / "terminal.env").write_text(f"# ours\nKIOSK_DATA=/srv/kiosk-data\nKIOSK_OPTIONS={options}\nLANG=C")
    command = tmp_path / "usr/local/bin/manabi-kiosk"
    command.write_text(command.read_text().replace("/etc/manabi-kiosk", str(etc)))
    script(tmp_path, "runuser", 'echo "$KIOSK_DATA, $KIOSK_OPTIONS, $LANG, $DISPLAY, $*"')
    said = run(command, "doctor", "--json", path=path_with(tmp_path)).stdout
    assert said == (
        "/srv/kiosk-data, --lang en, C, :0, -u kiosk -- /opt/manabi-kiosk/.venv/bin/kiosk doctor --json\n"
    )


@pytest.mark.parametrize(
    ("hours", "now", "lit"),
    [
        (("07:30", "21:30"), "0729", False),
        (("07:30", "21:30"), "0730", True),
        (("07:30", "21:30"), "0859", True),
        (("07:30", "21:30"), "2129", True),
        (("07:30", "21:30"), "2130", False),
        (("07:30", "21:30"), "0000", False),
        (("18:00", "02:00"), "0159", True),
        (("18:00", "02:00"), "0200", False),
        (("18:00", "02:00"), "1800", True),
    ],
)
def test_the_light_of_the_hour(tmp_path, hours, now, lit):
    """By night the screen is never switched off: it goes dark by itself when nobody has touched it for five minutes."""
    script(tmp_path, "date", f"echo {now}")
    script(tmp_path, "xset", f'[ "$1" = q ] || echo "$*" >>{tmp_path}/said')
    done = run(DEPLOY / "bin/backlight", *hours, path=path_with(tmp_path))
    assert done.returncode == 0, done.stderr
    said = (tmp_path / "said").read_text().splitlines()
    assert said == (["dpms force on", "-dpms"] if lit else ["+dpms", "dpms 300 300 300"])


def test_the_hours_count_when_they_come_and_when_the_screen_begins(tmp_path):
    install(tmp_path, "--screen-hours", "08:00-20:15")
    units = tmp_path / "etc/systemd/system"
    when = (units / "manabi-kiosk-light.timer.d/hours.conf").read_text()
    assert when == "[Timer]\nOnCalendar=\nOnCalendar=*-*-* 08:00:00\nOnCalendar=*-*-* 20:15:00\n"
    what = (units / "manabi-kiosk-light.service.d/hours.conf").read_text()
    assert what == "[Service]\nEnvironment=SCREEN_ON=08:00 SCREEN_OFF=20:15\n"
    wanted = (
        "timers.target.wants/manabi-kiosk-light.timer",
        "manabi-kiosk-screen.service.wants/manabi-kiosk-light.service",
    )
    assert all((units / one).is_symlink() for one in wanted)


@pytest.mark.parametrize("session", SESSIONS)
def test_nothing_is_left_afterwards(tmp_path, session):
    conf = tmp_path / "etc/cups/cupsd.conf"
    conf.parent.mkdir(parents=True)
    conf.write_text("LogLevel warn\n")
    before = files_of(tmp_path)
    install(tmp_path, *options_of(session), "--block-usb-storage")
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
        ("--screen-hours", "07:30-07:30"),
        ("--session", "cage", *HOURS),
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
