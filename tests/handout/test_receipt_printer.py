"""Receipts through real connections to a small ESC/POS printer: what comes out, and what is not even begun."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from kiosk.handout.paper import Paper
from kiosk.handout.printers.printer import PrinterState
from kiosk.handout.receipt import receipt_image
from kiosk.handout.trouble import PrintError, Trouble
from kiosk.text.lexicon import Lexicon
from kiosk.text.readings import Readings
from tests.escpos_sink import TcpSink
from tests.handout.builders import LINKS, sheet
from tests.handout.receipts import DONE, URL, Sink, codes_in, dots, finish, qr_dots, receipt_printer, save


@pytest.mark.parametrize("width", [576, 384])
def test_every_dot_arrives_and_the_code_is_read(sink: Sink, tmp_path: Path, width: int) -> None:
    printer, picture = receipt_printer(sink.name), qr_dots(width)
    assert finish(printer, printer.submit(save(picture, tmp_path / "sheet.png"))) == DONE
    [receipt] = sink.receipts()
    assert np.array_equal(receipt, picture)
    assert codes_in(receipt) == [URL]


def test_a_tall_receipt_arrives_whole(sink: Sink, tmp_path: Path) -> None:
    printer, picture = receipt_printer(sink.name), dots(rows=4000)
    assert finish(printer, printer.submit(save(picture, tmp_path / "sheet.png"))) == DONE
    assert np.array_equal(sink.receipts()[0], picture)


def test_two_receipts_one_after_the_other(sink: Sink, tmp_path: Path) -> None:
    printer, file = receipt_printer(sink.name), save(dots(), tmp_path / "sheet.png")
    assert [finish(printer, printer.submit(file)), finish(printer, printer.submit(file))] == [DONE, DONE]
    assert [len(receipt) for receipt in sink.receipts()] == [100, 100]


def test_a_picture_made_by_qt_arrives(tcp_sink: TcpSink, tmp_path: Path) -> None:
    image = QImage(576, 70, QImage.Format.Format_Mono)
    image.fill(1)
    image.setPixel(3, 69, 0)
    image.save(str(tmp_path / "sheet.png"))
    printer = receipt_printer(tcp_sink.name)
    assert finish(printer, printer.submit(tmp_path / "sheet.png")) == DONE
    assert np.argwhere(tcp_sink.receipts()[0]).tolist() == [[69, 3]]


@pytest.mark.parametrize(
    ("wrong", "trouble"),
    [
        ("paper_out", Trouble.PAPER_OUT),
        ("cover_open", Trouble.COVER_OPEN),
        ("cutter_stuck", Trouble.JAMMED),
        ("dead", Trouble.REFUSED),
        ("feeding", Trouble.OFFLINE),
    ],
)
def test_nothing_is_sent_to_a_printer_that_cannot_print(
    sink: Sink, tmp_path: Path, wrong: str, trouble: Trouble
) -> None:
    setattr(sink.printer, wrong, True)
    printer = receipt_printer(sink.name)
    with pytest.raises(PrintError) as caught:
        printer.submit(save(dots(), tmp_path / "sheet.png"))
    assert caught.value.trouble is trouble
    assert "（）" not in str(caught.value)
    assert printer.state().trouble is trouble
    setattr(sink.printer, wrong, False)
    assert finish(printer, printer.submit(tmp_path / "sheet.png")) == DONE
    assert len(sink.receipts()) == 1


def test_a_hot_print_head_is_no_trouble(sink: Sink) -> None:
    sink.printer.hot = True
    assert receipt_printer(sink.name).state() == PrinterState()


def test_staff_hear_of_paper_near_its_end_and_it_prints(sink: Sink, tmp_path: Path) -> None:
    sink.printer.near_end = True
    printer = receipt_printer(sink.name)
    state = printer.state()
    assert state.trouble is None
    assert [sink.name in note.text() and "少なく" in note.text() for note in state.notes] == [True]
    assert finish(printer, printer.submit(save(dots(), tmp_path / "sheet.png"))) == DONE


@pytest.mark.parametrize("noise", [b"\x00", b"\x7f", b"\xff"])
def test_noise_in_place_of_a_status_is_not_believed(tcp_sink: TcpSink, tmp_path: Path, noise: bytes) -> None:
    """All bits on would be every trouble at once."""
    tcp_sink.printer.status_noise = noise
    printer = receipt_printer(tcp_sink.name)
    assert printer.state().trouble is None
    assert finish(printer, printer.submit(save(dots(), tmp_path / "sheet.png"))) == DONE


def test_dots_that_look_like_commands_are_no_commands(sink: Sink, tmp_path: Path) -> None:
    """A drawer's pin in an unasked status would pass for an open cover; one dot more is the price."""
    picture = np.unpackbits(np.tile(np.frombuffer(b"\x10\x04\x01", np.uint8), (100, 24)), axis=1).astype(bool)
    printer = receipt_printer(sink.name)
    assert finish(printer, printer.submit(save(picture, tmp_path / "sheet.png"))) == DONE
    [receipt] = sink.receipts()
    assert receipt[picture].all()
    assert (receipt & ~picture).sum() == 100 * 24


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", None])
def test_what_is_no_picture_never_reaches_the_printer(
    tcp_sink: TcpSink, tmp_path: Path, content: bytes | None
) -> None:
    file = save(dots(width=640), tmp_path / "sheet.png")
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(PrintError) as caught:
        receipt_printer(tcp_sink.name).submit(file)
    assert (caught.value.trouble, tcp_sink.connections) == (Trouble.NO_SHEET, 0)


def test_python_escpos_leaves_nothing_behind(tmp_path: Path) -> None:
    """Not in the folder for temporary files, and not on standard output, where the printing process talks."""
    file, folder = save(dots(), tmp_path / "sheet.png"), tmp_path / "tmp"
    folder.mkdir()
    code = "from pathlib import Path; import sys; from kiosk.handout.printers.receipt_commands import *; receipt_commands(Path(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", code, file],
        env={**os.environ, "TMPDIR": str(folder)},
        capture_output=True,
        check=True,
    )
    assert (done.stdout, done.stderr, list(folder.iterdir())) == (b"", b"", [])


@pytest.mark.usefixtures("fonts")
@pytest.mark.parametrize("paper", [Paper.RECEIPT80, Paper.RECEIPT58])
def test_the_code_of_a_real_sheet_is_read_from_the_roll(sink: Sink, tmp_path: Path, paper: Paper) -> None:
    receipt_image(sheet(), Readings(Lexicon({})), paper).save(str(tmp_path / "sheet.png"))
    printer = receipt_printer(sink.name)
    assert finish(printer, printer.submit(tmp_path / "sheet.png")) == DONE
    assert codes_in(sink.receipts()[0]) == [LINKS["city-website"]]
