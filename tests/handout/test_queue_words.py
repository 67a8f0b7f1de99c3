"""What the tests' own CUPS and printer do not say: other versions, other printers, commands that are broken."""

import resource
from pathlib import Path

import pytest

from kiosk.handout.printers.alerts import notes_of, trouble_of
from kiosk.handout.printers.printer import JobState, Phase, PrinterState
from kiosk.handout.printers.queue import QueuePrinter
from kiosk.handout.printers.queue_report import read_report
from kiosk.handout.printers.reach import is_silent
from kiosk.handout.trouble import PrintError, Trouble
from tests.programs import limited, path_with, script

IDLE = "printer hall is idle.  enabled since Mon Nov 23 06:32:59 2026\\n\\tAlerts: none"


RUNNING = "scheduler is running"


def stopped_by(reasons: str, message: str = "Paused") -> str:
    return f"printer hall disabled since Mon Nov 23 06:32:59 2026 -\\n\\t{message}\\n\\tAlerts: {reasons}"


def with_job(reasons: str, printer: str) -> str:
    return f"{RUNNING}\\nhall-7  unknown  7168  Mon Nov 23 06:32:59 2026\\n\\tAlerts: {reasons}\\n\\tqueued for hall\\n{printer}\\n{RUNNING}"


def after_job(reasons: str) -> str:
    return f"{RUNNING}\\n{IDLE}\\n{RUNNING}\\nhall-7  unknown  7168  Mon Nov 23 06:33:07 2026\\n\\tAlerts: {reasons}"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    file = tmp_path / "sheet.pdf"
    file.touch()
    return file


def queue_saying(folder: Path, lpstat: str, lp: str = "") -> QueuePrinter:
    script(folder, "lpstat", f"printf '{lpstat}\\n'")
    script(folder, "lp", lp)
    return QueuePrinter("hall", path=path_with(folder), patience=0)


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ("lp: Error - no default destination available.", Trouble.NO_DEFAULT),
        ("lp: Error - No default destination.", Trouble.NO_DEFAULT),
        ("lp: The printer or class does not exist.", Trouble.NOT_FOUND),
        ("lp: Error - scheduler not responding.", Trouble.NO_SERVICE),
        ('lp: Destination "hall" is not accepting jobs.', Trouble.STOPPED),
        ("lp: No space left on device", Trouble.DISK_FULL),
        ("lp: Error - unable to queue from stdin - Request Entity Too Large.", Trouble.DISK_FULL),
        ("lp: Quota limit reached.", Trouble.REFUSED),
        ("lp: Out of paper and out of luck.", Trouble.UNKNOWN),
    ],
)
def test_each_refusal_has_its_trouble(tmp_path: Path, sheet: Path, said: str, trouble: Trouble) -> None:
    queue = queue_saying(tmp_path, IDLE, lp=f"echo '{said}' >&2; exit 1")
    with pytest.raises(PrintError) as caught:
        queue.submit(sheet)
    assert caught.value.trouble is trouble


def test_a_job_without_a_name_was_not_taken(tmp_path: Path, sheet: Path) -> None:
    with pytest.raises(PrintError, match="something new"):
        queue_saying(tmp_path, IDLE, lp="echo something new").submit(sheet)


def test_without_the_commands_there_is_a_sentence(tmp_path: Path, sheet: Path) -> None:
    queue = QueuePrinter(path=str(tmp_path))
    assert queue.name == ""
    assert queue.state() == PrinterState(Trouble.NO_COMMAND)
    with pytest.raises(PrintError) as caught:
        queue.submit(sheet)
    assert caught.value.trouble is Trouble.NO_COMMAND


def test_a_command_that_cannot_be_started_is_no_command(tmp_path: Path) -> None:
    file = tmp_path / "lpstat"
    file.write_text("#!/no/such/shell\n")
    file.chmod(0o755)
    assert QueuePrinter("hall", path=str(tmp_path)).state().trouble is Trouble.NO_COMMAND


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (with_job("job-printing", IDLE), JobState(Phase.PRINTING)),
        (with_job("none", IDLE), JobState(Phase.WAITING)),
        (with_job("job-hold-until-specified", IDLE), JobState(Phase.WAITING, Trouble.STOPPED)),
        (with_job("none", stopped_by("paused")), JobState(Phase.WAITING, Trouble.STOPPED)),
        (with_job("none", stopped_by("paused media-jam-error")), JobState(Phase.WAITING, Trouble.JAMMED)),
        (
            with_job("job-printing", stopped_by("connecting-to-device")),
            JobState(Phase.PRINTING, Trouble.OFFLINE),
        ),
        (
            with_job("job-printing", stopped_by("none", "Waiting for printer to become available.")),
            JobState(Phase.PRINTING, Trouble.OFFLINE),
        ),
        (with_job("cups-filter-crashed", IDLE), JobState(Phase.OVER, Trouble.REFUSED)),
        (after_job("processing-to-stop-point"), JobState(Phase.DONE)),
        (after_job("job-completed-successfully"), JobState(Phase.DONE)),
        (after_job("job-canceled-by-user"), JobState(Phase.OVER, Trouble.CANCELLED)),
        (after_job("aborted-by-system"), JobState(Phase.OVER, Trouble.REFUSED)),
        (after_job("document-format-error"), JobState(Phase.OVER, Trouble.REFUSED)),
        (IDLE, JobState(Phase.DONE)),
        (
            "printer hall is idle.\\n\\tPrinter cannot print with supplied options.\\n\\tAlerts: none",
            JobState(Phase.OVER, Trouble.REFUSED),
        ),
    ],
)
def test_a_job_is_where_cups_says(tmp_path: Path, said: str, state: JobState) -> None:
    assert queue_saying(tmp_path, said).look("Hall-7") == state


def test_a_job_that_left_a_printer_which_could_not_print_was_taken_back(tmp_path: Path) -> None:
    queue = queue_saying(tmp_path, with_job("none", stopped_by("paused")))
    assert queue.look("hall-7").phase is Phase.WAITING
    assert queue_saying(tmp_path, IDLE).look("hall-7") == JobState(Phase.DONE)
    assert queue.look("hall-7") == JobState(Phase.OVER, Trouble.CANCELLED)


def test_staff_see_what_the_printer_says(tmp_path: Path) -> None:
    said = "printer hall is idle.\\n\\tSleeping.\\n\\tDescription: x\\n\\tAlerts: media-low-report door-open-report"
    state = queue_saying(tmp_path, said).state()
    assert state.trouble is Trouble.COVER_OPEN
    assert state.detail == "media-low-report, door-open-report; Sleeping."
    assert [note.text() for note in state.notes] == ["紙が、残り少なくなっています。"]


@pytest.mark.parametrize(
    ("reasons", "idle", "busy"),
    [
        ("media-empty-report", None, None),
        ("media-empty-warning", None, Trouble.PAPER_OUT),
        ("media-needed", Trouble.PAPER_OUT, Trouble.PAPER_OUT),
        ("input-tray-missing-error", Trouble.PAPER_OUT, Trouble.PAPER_OUT),
        ("toner-empty-warning", None, None),
        ("toner-empty-error", Trouble.INK_OUT, Trouble.INK_OUT),
        ("marker-supply-missing", Trouble.INK_OUT, Trouble.INK_OUT),
        ("output-area-full-warning", Trouble.TRAY_FULL, Trouble.TRAY_FULL),
        ("offline-report", Trouble.OFFLINE, Trouble.OFFLINE),
        ("stacker-jam-warning", Trouble.JAMMED, Trouble.JAMMED),
        ("toner-low marker-waste-almost-full-report fuser-under-temp", None, None),
        ("cups-waiting-for-job-completed connecting-to-device", None, None),
        ("fuser-over-temp-error", Trouble.UNKNOWN, Trouble.UNKNOWN),
    ],
)
def test_each_reason_has_its_trouble(reasons: str, idle: Trouble | None, busy: Trouble | None) -> None:
    words = reasons.split()
    assert (trouble_of(words, busy=False), trouble_of(words, busy=True)) == (idle, busy)


def test_what_is_nearly_used_up_is_a_note() -> None:
    low = notes_of(["toner-low-report", "media-empty-report", "output-area-almost-full", "other"])
    assert low == [
        "紙のないトレイがあります。",
        "インクかトナーが、残り少なくなっています。",
        "紙の出口が、もうすぐいっぱいです。",
    ]


def test_an_answer_without_the_printer_is_no_report() -> None:
    assert read_report("scheduler is running\nlpstat: hello\n\tAlerts: media-jam\n") is None


@pytest.mark.parametrize("device", ["usb://Acme/Laser?serial=1", "ipp://[broken", "", "socket://localhost:9"])
def test_only_network_printers_that_take_several_callers_are_called_while_they_print(device: str) -> None:
    assert not is_silent(device, 0.5, busy=True)


def test_who_may_not_ask_hears_no_silence() -> None:
    """As in a service that may not use the network: no socket can be made."""
    with limited(resource.RLIMIT_NOFILE, 0):
        silent = is_silent("ipp://localhost:9/ipp/print", 0.5, busy=True)
    assert not silent


def test_a_printer_that_nobody_hears_is_silent() -> None:
    assert is_silent("socket://localhost:9", 0.5, busy=False)
    assert is_silent("ipp://localhost:9/ipp/print", 0.5, busy=True)
