"""Real processes: small scripts stand in for the commands `lp` and `lpstat`, with CUPS' own words."""

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.handout.printer import Printer, printer_state
from kiosk.handout.trouble import (
    NO_COMMAND,
    NO_DEFAULT,
    NO_QUEUE,
    NO_SERVICE,
    STOPPED,
    TOO_SLOW,
    UNKNOWN,
    Trouble,
)

FILE = Path("/tmp/sheet.pdf")


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


@pytest.fixture
def path(bin_folder: Path) -> str:
    return f"{bin_folder}{os.pathsep}/usr/bin{os.pathsep}/bin"


def script(folder: Path, name: str, body: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    file.chmod(0o755)


def sentence(printer: Printer, qtbot: QtBot) -> str:
    with qtbot.waitSignal(printer.failed) as failed:
        printer.print_file(FILE)
    return str(failed.args[0].template) if failed.args else ""


def test_a_file_goes_to_the_named_queue_on_a4_under_a_neutral_title(
    qtbot: QtBot, bin_folder: Path, path: str
) -> None:
    script(bin_folder, "lp", f'printf "%s\\n" "$LC_ALL" "$@" > {bin_folder}/said')
    printer = Printer(path=path)
    with qtbot.waitSignals([printer.printing, printer.printed], order="strict"):
        printer.print_file(FILE, "hall")
    said = (bin_folder / "said").read_text().split("\n")[:-1]
    assert said == [
        *("C", "-d", "hall", "-t", "handout", "-o", "media=A4", "-o", "fit-to-page", "--"),
        str(FILE),
    ]


def test_without_a_name_the_default_queue_is_used(qtbot: QtBot, bin_folder: Path, path: str) -> None:
    script(bin_folder, "lp", f'echo "$@" > {bin_folder}/said')
    printer = Printer(path=path)
    with qtbot.waitSignal(printer.printed):
        printer.print_file(FILE)
    assert "-d" not in (bin_folder / "said").read_text()


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ("lp: Error - no default destination available.", NO_DEFAULT),
        ("lp: Error - No default destination.", NO_DEFAULT),
        ("lp: The printer or class does not exist.", NO_QUEUE),
        ("lp: Error - scheduler not responding.", NO_SERVICE),
        ('lp: Destination "hall" is not accepting jobs.', STOPPED),
        ("lp: Out of paper and out of luck.", UNKNOWN),
    ],
)
def test_each_trouble_has_its_sentence(
    qtbot: QtBot, bin_folder: Path, path: str, said: str, trouble: Trouble
) -> None:
    script(bin_folder, "lp", f"echo '{said}' >&2; exit 1")
    assert sentence(Printer(path=path), qtbot) == trouble.resident
    assert trouble.resident.endswith("画面のQRコードを、スマートフォンで読み取ってください。")


def test_without_the_command_there_is_a_sentence(qtbot: QtBot, bin_folder: Path) -> None:
    assert sentence(Printer(path=str(bin_folder)), qtbot) == NO_COMMAND.resident


def test_a_command_that_cannot_be_started_is_no_command(qtbot: QtBot, bin_folder: Path) -> None:
    file = bin_folder / "lp"
    file.write_text("#!/no/such/shell\n")
    file.chmod(0o755)
    printer = Printer(path=str(bin_folder))
    assert sentence(printer, qtbot) == NO_COMMAND.resident
    assert not printer.busy


def test_a_silent_service_is_given_up(qtbot: QtBot, bin_folder: Path, path: str) -> None:
    script(bin_folder, "lp", "exec tail -f /dev/null")
    assert sentence(Printer(path=path, seconds=0.05), qtbot) == TOO_SLOW.resident


def test_a_second_wish_while_printing_is_ignored(qtbot: QtBot, bin_folder: Path, path: str) -> None:
    script(bin_folder, "lp", f"echo x >> {bin_folder}/count")
    printer = Printer(path=path)
    with qtbot.waitSignal(printer.printed):
        printer.print_file(FILE)
        printer.print_file(FILE)
    with qtbot.waitSignal(printer.printed):
        printer.print_file(FILE)
    assert (bin_folder / "count").read_text() == "x\nx\n"


IDLE = "printer hall is idle.  enabled since Sun Nov 22 09:00:00 2026"
DISABLED = "printer hall disabled since Sun Nov 22 09:00:00 2026 -\n\tPaused"


@pytest.mark.parametrize(
    ("default", "state", "queue", "trouble"),
    [
        ("system default destination: hall", IDLE, "", None),
        ("", IDLE, "hall", None),
        ("no system default destination", IDLE, "", NO_DEFAULT),
        ("scheduler is not running", "", "", NO_SERVICE),
        ("", 'lpstat: Invalid destination name in list "hall".', "hall", NO_QUEUE),
        ("", DISABLED, "hall", STOPPED),
        ("", f"{IDLE}\nhall not accepting requests since Sun Nov 22", "hall", STOPPED),
        ("", "lpstat: Something new.", "hall", UNKNOWN),
    ],
)
def test_the_state_of_the_printer_is_told_to_staff(
    bin_folder: Path, path: str, default: str, state: str, queue: str, trouble: Trouble | None
) -> None:
    script(bin_folder, "lp", "")
    script(bin_folder, "lpstat", f"case \"$2\" in -d) echo '{default}';; -p) echo '{state}';; esac")
    message = printer_state(queue, path=path)
    assert (message.template if message else None) == (trouble.staff if trouble else None)
    assert message is None or "{" not in message.text()


def test_a_terminal_without_the_commands_is_told_to_staff(bin_folder: Path) -> None:
    message = printer_state(path=str(bin_folder))
    assert message is not None
    assert message.template == NO_COMMAND.staff


def test_a_silent_service_is_told_to_staff(bin_folder: Path, path: str) -> None:
    script(bin_folder, "lp", "")
    script(bin_folder, "lpstat", "exec tail -f /dev/null")
    message = printer_state("hall", path=path, seconds=0.05)
    assert message is not None
    assert message.template == TOO_SLOW.staff
