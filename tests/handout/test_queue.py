"""A real CUPS and a real printer; small scripts only stand in where a command itself must misbehave."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from kiosk.handout.printers.printer import JobState, Phase, PrinterState
from kiosk.handout.printers.queue import QueuePrinter
from kiosk.handout.trouble import PrintError, Trouble
from tests.ipp_printer import IppPrinter
from tests.print_service import PrintService
from tests.programs import path_with, script, until

LP = shutil.which("lp") or ""


@pytest.fixture
def sheet(fonts: None, tmp_path: Path) -> Path:
    file = tmp_path / "my-number-card-for-tanaka.pdf"
    writer = QPdfWriter(str(file))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(300)
    painter = QPainter(writer)
    painter.drawText(400, 500, "QR")
    painter.end()
    return file


@pytest.fixture
def queue(print_service: PrintService, ipp_printer: IppPrinter) -> QueuePrinter:
    return QueuePrinter("hall", server=print_service.server, patience=0.5)


def trouble_of(call: Callable[[], object]) -> Trouble:
    with pytest.raises(PrintError) as caught:
        call()
    assert "{" not in str(caught.value)
    return caught.value.trouble


def comes_to(queue: QueuePrinter, job: str, state: JobState) -> None:
    """Fails at once when the job has ended in another way."""

    def seen() -> JobState | None:
        now = queue.look(job)
        return now if now == state or now.phase in (Phase.DONE, Phase.OVER) else None

    assert until(seen) == state


def waiting(queue: QueuePrinter) -> list[str]:
    return [remark.text() for remark in queue.state().remarks]


def place(file: Path) -> tuple[object, ...]:
    page = pypdfium2.PdfDocument(file)[0]
    text = page.get_textpage()
    points = (*page.get_size(), *text.get_charbox(0))
    return (text.get_text_range().strip(), *(round(point) for point in points))


def test_a_sheet_comes_out_as_it_was_made(queue: QueuePrinter, ipp_printer: IppPrinter, sheet: Path) -> None:
    job = queue.submit(sheet)
    until(lambda: ipp_printer.paper)
    assert place(ipp_printer.paper[0]) == place(sheet)
    comes_to(queue, job, JobState(Phase.DONE))


def test_nothing_about_the_resident_is_kept_or_told(
    queue: QueuePrinter, print_service: PrintService, ipp_printer: IppPrinter, sheet: Path
) -> None:
    ipp_printer.hold()
    comes_to(queue, queue.submit(sheet), JobState(Phase.PRINTING))
    kept = until(print_service.job_files)
    ipp_printer.go_on()
    facts = until(lambda: ipp_printer.facts)
    assert b"handout" in kept
    assert facts["IPP_JOB_NAME"] == "handout"
    assert "x-dimension=21000 y-dimension=29700" in facts["IPP_MEDIA_COL"]
    assert b"tanaka" not in kept + str(facts).encode()


def test_a_job_is_followed_to_its_end(queue: QueuePrinter, ipp_printer: IppPrinter, sheet: Path) -> None:
    ipp_printer.hold()
    first, second = queue.submit(sheet), queue.submit(sheet)
    comes_to(queue, first, JobState(Phase.PRINTING))
    assert queue.look(second) == JobState(Phase.WAITING)
    assert waiting(queue) == ["2件の印刷が待っています。"]
    ipp_printer.go_on()
    comes_to(queue, second, JobState(Phase.DONE))
    assert queue.look(first) == JobState(Phase.DONE)


@pytest.mark.parametrize(
    ("reasons", "trouble"),
    [
        ("media-empty-error", Trouble.PAPER_OUT),
        ("media-jam,cover-open", Trouble.JAMMED),
        ("cover-open", Trouble.COVER_OPEN),
    ],
)
def test_what_holds_a_job_up_is_told_until_it_is_mended(
    queue: QueuePrinter, ipp_printer: IppPrinter, sheet: Path, reasons: str, trouble: Trouble
) -> None:
    ipp_printer.hold(reasons)
    job = queue.submit(sheet)
    comes_to(queue, job, JobState(Phase.PRINTING, trouble))
    assert queue.state().trouble is trouble
    ipp_printer.go_on()
    comes_to(queue, job, JobState(Phase.DONE))


def test_a_printer_that_vanishes_mid_job_is_offline(
    queue: QueuePrinter, ipp_printer: IppPrinter, sheet: Path
) -> None:
    ipp_printer.hold()
    job = queue.submit(sheet)
    comes_to(queue, job, JobState(Phase.PRINTING))
    until(lambda: ipp_printer.holding)
    ipp_printer.stop()
    # CUPS goes on with the job, or takes it for done, if it was asking about it just then.
    assert until(lambda: queue.look(job).trouble) is Trouble.OFFLINE


def test_a_job_that_is_gone_while_its_printer_is_away_was_not_printed(
    queue: QueuePrinter, print_service: PrintService, ipp_printer: IppPrinter, sheet: Path
) -> None:
    ipp_printer.stop()
    job = queue.submit(sheet)
    print_service.run("cancel", job)
    comes_to(queue, job, JobState(Phase.OVER, Trouble.OFFLINE))


def test_a_job_taken_back_is_not_printed_when_the_printer_returns(
    queue: QueuePrinter, ipp_printer: IppPrinter, sheet: Path
) -> None:
    ipp_printer.stop()
    assert queue.state() == PrinterState(Trouble.OFFLINE, ipp_printer.uri)
    taken_back = queue.submit(sheet)
    comes_to(queue, taken_back, JobState(Phase.PRINTING, Trouble.OFFLINE))
    queue.cancel(taken_back)
    ipp_printer.start()
    comes_to(queue, queue.submit(sheet), JobState(Phase.DONE))
    assert len(ipp_printer.paper) == 1


def test_a_queue_that_staff_stopped_waits(
    queue: QueuePrinter, print_service: PrintService, sheet: Path
) -> None:
    assert queue.state().trouble is None
    print_service.run("cupsdisable", "hall")
    assert queue.look(queue.submit(sheet)) == JobState(Phase.WAITING, Trouble.STOPPED)
    assert queue.state().trouble is Trouble.STOPPED


def test_a_queue_that_takes_nothing_is_told_at_once(
    queue: QueuePrinter, print_service: PrintService, sheet: Path
) -> None:
    print_service.run("cupsreject", "hall")
    assert trouble_of(lambda: queue.submit(sheet)) is Trouble.STOPPED
    assert queue.state().trouble is Trouble.STOPPED


def test_a_broken_file_ends_without_paper(queue: QueuePrinter, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_text("%PDF-1.4\nnothing")
    comes_to(queue, queue.submit(broken), JobState(Phase.OVER, Trouble.REFUSED))


def test_a_file_that_is_gone_is_told(queue: QueuePrinter, tmp_path: Path) -> None:
    assert trouble_of(lambda: queue.submit(tmp_path / "gone.pdf")) is Trouble.NO_SHEET


def test_where_a_history_is_kept_it_tells_that_staff_took_a_job_back(print_folder: Path, sheet: Path) -> None:
    service = PrintService(print_folder / "with-history", history="60")
    try:
        service.run("lpadmin", "-p", "hall", "-E", "-v", "ipp://localhost:9/")
        queue = QueuePrinter("hall", server=service.server, patience=0)
        job = queue.submit(sheet)
        comes_to(queue, job, JobState(Phase.PRINTING, Trouble.OFFLINE))
        service.run("cancel", job)
        comes_to(queue, job, JobState(Phase.OVER, Trouble.CANCELLED))
    finally:
        service.stop()


def test_a_full_disk_is_told(queue: QueuePrinter, print_service: PrintService, sheet: Path) -> None:
    print_service.limit_disk(4096)
    assert trouble_of(lambda: queue.submit(sheet)) is Trouble.DISK_FULL
    print_service.limit_disk()
    comes_to(queue, queue.submit(sheet), JobState(Phase.DONE))


def test_a_missing_queue_is_told(print_service: PrintService, ipp_printer: IppPrinter, sheet: Path) -> None:
    queue = QueuePrinter("cellar", server=print_service.server)
    assert trouble_of(lambda: queue.submit(sheet)) is Trouble.NOT_FOUND
    assert queue.look("cellar-1") == JobState(Phase.OVER, Trouble.NOT_FOUND)
    assert queue.state().trouble is Trouble.NOT_FOUND


def test_the_default_queue_is_looked_up_once(print_service: PrintService, sheet: Path) -> None:
    queue = QueuePrinter(server=print_service.server)
    assert not queue.name
    assert queue.state().trouble is Trouble.NO_DEFAULT
    print_service.run("lpadmin", "-p", "lobby", "-E", "-v", "ipp://localhost:9/")
    print_service.run("lpadmin", "-d", "lobby")
    queue.cancel(queue.submit(sheet))
    print_service.run("lpadmin", "-x", "lobby")
    assert queue.name == "lobby"


@pytest.mark.parametrize("name", ["", "hall"])
def test_a_service_that_is_down_is_told(tmp_path: Path, sheet: Path, name: str) -> None:
    queue = QueuePrinter(name, server=str(tmp_path / "no.sock"))
    assert trouble_of(lambda: queue.submit(sheet)) is Trouble.NO_SERVICE
    assert queue.state().trouble is Trouble.NO_SERVICE
    assert queue.look("hall-1").trouble is Trouble.NO_SERVICE
    queue.cancel("hall-1")


def test_a_service_that_hangs_is_given_up(print_service: PrintService, sheet: Path) -> None:
    queue = QueuePrinter("hall", server=print_service.server, seconds=0.2)
    print_service.freeze()
    try:
        assert trouble_of(lambda: queue.submit(sheet)) is Trouble.NO_ANSWER
        assert queue.look("hall-1").trouble is Trouble.NO_ANSWER
        queue.cancel("hall-1")
    finally:
        print_service.thaw()


def test_a_sheet_taken_without_an_answer_is_not_printed_twice(
    print_service: PrintService, ipp_printer: IppPrinter, sheet: Path, tmp_path: Path
) -> None:
    ipp_printer.hold()
    script(tmp_path, "lp", f'[ -e {tmp_path}/slow ] || exec {LP} "$@"; {LP} "$@"; exec tail -f /dev/null')
    queue = QueuePrinter("hall", server=print_service.server, path=path_with(tmp_path), seconds=1.5)
    (tmp_path / "slow").touch()
    assert trouble_of(lambda: queue.submit(sheet)) is Trouble.NO_ANSWER
    (tmp_path / "slow").unlink()
    queue.submit(sheet)
    until(lambda: waiting(queue) == ["1件の印刷が待っています。"])
