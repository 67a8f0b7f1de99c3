"""What becomes of a receipt when something happens on its way."""

from itertools import count
from pathlib import Path

import numpy as np
import pytest

from kiosk.handout.printers.ports import ReceiptPort
from kiosk.handout.printers.printer import JobState, Phase
from kiosk.handout.printers.receipt_commands import receipt_commands
from kiosk.handout.printers.receipt_job import ReceiptJob
from kiosk.handout.printers.receipt_status import Talk
from kiosk.handout.trouble import PrintError, Trouble
from tests.escpos_sink import NEVER, SerialSink, TcpSink
from tests.handout.receipts import (
    DONE,
    SECONDS,
    Sink,
    dots,
    finish,
    look_until_held,
    open_lines,
    over,
    receipt_printer,
    save,
)
from tests.usb_sink import UsbSink


def test_a_receipt_waits_for_a_hot_print_head(tcp_sink: TcpSink, tmp_path: Path) -> None:
    tcp_sink.printer.after_rows = (64, lambda: setattr(tcp_sink.printer, "hot", True))
    printer = receipt_printer(tcp_sink.name)
    job = printer.submit(save(dots(rows=65), tmp_path / "sheet.png"))
    assert {printer.look(job) for _ in range(4)} == {JobState(Phase.PRINTING)}
    tcp_sink.printer.hot = False
    assert finish(printer, job) == DONE


@pytest.mark.parametrize(
    ("wrong", "trouble"), [("paper_out", Trouble.PAPER_OUT), ("cover_open", Trouble.COVER_OPEN)]
)
def test_a_receipt_that_breaks_in_the_middle_is_over_and_cut_off(
    sink: Sink, tmp_path: Path, wrong: str, trouble: Trouble
) -> None:
    sink.printer.after_rows = (128, lambda: setattr(sink.printer, wrong, True))
    printer, file = receipt_printer(sink.name), save(dots(rows=500), tmp_path / "sheet.png")
    assert finish(printer, printer.submit(file)) == over(trouble)
    setattr(sink.printer, wrong, False)
    assert finish(printer, printer.submit(file)) == DONE
    broken, whole = (receipt for receipt in sink.receipts() if receipt.size)
    assert (len(broken), len(whole)) == (128, 500)


def test_a_pressed_feed_button_only_holds_a_receipt_up(sink: Sink, tmp_path: Path) -> None:
    sink.printer.after_rows = (64, lambda: setattr(sink.printer, "feeding", True))
    printer = receipt_printer(sink.name)
    job = printer.submit(save(dots(), tmp_path / "sheet.png"))
    look_until_held(printer, job)
    assert printer.state().trouble is Trouble.OFFLINE
    sink.printer.feeding = False
    sink.printer.receive(b"")
    assert finish(printer, job) == DONE
    assert len(sink.receipts()[0]) == 100


def test_a_printer_that_never_answers_is_believed_after_a_while(sink: Sink, tmp_path: Path) -> None:
    sink.printer.silent = True
    printer, picture = receipt_printer(sink.name), dots()
    job = printer.submit(save(picture, tmp_path / "sheet.png"))
    assert [printer.look(job), finish(printer, job)] == [JobState(Phase.PRINTING), DONE]
    assert np.array_equal(sink.receipts()[0], picture)
    assert ["返事をしない" in remark.text() for remark in printer.state().remarks] == [True]


def test_a_printer_that_only_tells_its_status_is_believed(sink: Sink, tmp_path: Path) -> None:
    sink.printer.answers_the_end = False
    printer = receipt_printer(sink.name)
    assert finish(printer, printer.submit(save(dots(), tmp_path / "sheet.png"))) == DONE


def test_a_printer_that_falls_silent_is_not_believed(sink: Sink, tmp_path: Path) -> None:
    sink.printer.after_rows = (64, lambda: setattr(sink.printer, "silent", True))
    printer, file = receipt_printer(sink.name), save(dots(), tmp_path / "sheet.png")
    assert finish(printer, printer.submit(file)) == over(Trouble.NO_ANSWER)
    assert printer.state().trouble is Trouble.NO_ANSWER
    with pytest.raises(PrintError, match="返事がありません"):
        printer.submit(file)


@pytest.mark.parametrize("kind", [TcpSink, SerialSink])
def test_a_printer_that_hangs_in_the_middle_gives_no_answer(
    kind: type[TcpSink | SerialSink], tmp_path: Path
) -> None:
    before = open_lines()
    with kind() as sink:
        sink.hangs_after = 10_000
        printer = receipt_printer(sink.name)
        job = printer.submit(save(dots(rows=4000), tmp_path / "sheet.png"))
        assert finish(printer, job) == over(Trouble.NO_ANSWER)
    assert open_lines() == before


@pytest.mark.parametrize("kind", [TcpSink, SerialSink])
def test_a_printer_that_hangs_up_is_offline(kind: type[TcpSink | SerialSink], tmp_path: Path) -> None:
    before = open_lines()
    with kind() as sink:
        sink.closes_after = 10_000
        printer = receipt_printer(sink.name)
        job = printer.submit(save(dots(rows=4000), tmp_path / "sheet.png"))
        assert finish(printer, job) == over(Trouble.OFFLINE)
    assert open_lines() == before


def test_a_usb_printer_that_is_pulled_out_is_offline_and_may_come_back(
    usb_sink: UsbSink, tmp_path: Path
) -> None:
    usb_sink.printer.after_rows = (64, lambda: setattr(usb_sink, "attached", False))
    printer, file = receipt_printer(usb_sink.name), save(dots(rows=500), tmp_path / "sheet.png")
    assert finish(printer, printer.submit(file)) == over(Trouble.OFFLINE)
    usb_sink.attached, usb_sink.driver_active = True, True
    assert finish(printer, printer.submit(file)) == DONE


def test_after_a_broken_strip_the_next_receipt_starts_on_clean_paper(
    tcp_sink: TcpSink, tmp_path: Path
) -> None:
    printer, picture = receipt_printer(tcp_sink.name), dots(rows=300)
    tcp_sink.closes_after = 12_000
    file = save(picture, tmp_path / "sheet.png")
    assert finish(printer, printer.submit(file)).phase is Phase.OVER
    tcp_sink.closes_after = NEVER
    assert finish(printer, printer.submit(file)) == DONE
    assert np.array_equal(tcp_sink.receipts()[-1], picture)


def test_a_receipt_taken_back_before_it_began_leaves_no_trace(sink: Sink, tmp_path: Path) -> None:
    printer = receipt_printer(sink.name)
    job = printer.submit(save(dots(), tmp_path / "sheet.png"))
    printer.cancel(job)
    assert printer.look(job) == over(Trouble.CANCELLED)
    assert sink.receipts() == []


def test_a_receipt_taken_back_in_the_middle_is_cut_off(sink: Sink, tmp_path: Path) -> None:
    sink.printer.after_rows = (64, lambda: setattr(sink.printer, "feeding", True))
    printer, file = receipt_printer(sink.name), save(dots(), tmp_path / "sheet.png")
    job = printer.submit(file)
    look_until_held(printer, job)
    printer.cancel(job)
    sink.printer.feeding = False
    assert finish(printer, printer.submit(file)) == DONE
    assert [len(receipt) for receipt in sink.receipts()] == [64, 100]


def test_a_new_receipt_takes_back_the_one_before(sink: Sink, tmp_path: Path) -> None:
    printer, file = receipt_printer(sink.name), save(dots(), tmp_path / "sheet.png")
    first, second = printer.submit(file), printer.submit(file)
    assert printer.look(first) == over(Trouble.CANCELLED)
    assert finish(printer, second) == DONE
    assert len(sink.receipts()) == 1


def test_a_job_of_another_process_is_left_alone(sink: Sink, tmp_path: Path) -> None:
    printer = receipt_printer(sink.name)
    job = printer.submit(save(dots(), tmp_path / "sheet.png"))
    printer.cancel("of another process")
    assert printer.look("of another process") == over(Trouble.CANCELLED)
    assert finish(printer, job) == DONE


def test_one_look_sends_only_for_a_while(usb_sink: UsbSink, tmp_path: Path) -> None:
    connection = ReceiptPort.parse(usb_sink.name).open(SECONDS)
    commands = receipt_commands(save(dots(rows=500), tmp_path / "sheet.png"))
    half_seconds = count(step=0.5)
    job = ReceiptJob(connection, Talk(connection, SECONDS), commands, clock=lambda: float(next(half_seconds)))
    assert job.look() == JobState(Phase.PRINTING)
    job.cancel()
    assert [len(receipt) for receipt in usb_sink.receipts()] == [128]
