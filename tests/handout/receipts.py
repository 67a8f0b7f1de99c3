"""Receipt printers, pictures for them, and the way of a job to its end."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import numpy as np
import pytest
import usb.backend.libusb1
import zxingcpp
from PIL import Image

from kiosk.handout.printers.printer import JobState, Phase
from kiosk.handout.printers.receipt import ReceiptPort, ReceiptPrinter
from kiosk.handout.trouble import Trouble
from tests.escpos_sink import Dots, SerialSink, TcpSink
from tests.usb_sink import UsbSink

Sink = TcpSink | SerialSink | UsbSink

SECONDS = 0.2
DONE = JobState(Phase.DONE)
URL = "https://www.city.example.jp/bamen/syoubou/6147.html"


def receipt_printer(name: str) -> ReceiptPrinter:
    return ReceiptPrinter(ReceiptPort.parse(name), seconds=SECONDS)


def dots(rows: int = 100, width: int = 576) -> Dots:
    """Always the same noise, without the byte that commands in the middle of a picture begin with."""
    noise = np.random.default_rng(5).integers(0x11, 0x100, (rows, width // 8), np.uint8)
    return np.unpackbits(noise, axis=1).astype(bool)


def save(picture: Dots, file: Path) -> Path:
    Image.fromarray(~picture).save(file)
    return file


def qr_dots(width: int = 576) -> Dots:
    """A code of five dots a module on a roll."""
    code = np.array(zxingcpp.create_barcode(URL, zxingcpp.BarcodeFormat.QRCode).to_image(scale=5)) == 0
    picture = np.zeros((code.shape[0] + 80, width), bool)
    picture[40:-40, 40 : 40 + code.shape[1]] = code
    return picture


def codes_in(picture: Dots) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(np.where(picture, 0, 255).astype(np.uint8))]


def open_lines() -> int:
    """Sockets and terminals that this process holds."""
    files = (file.readlink() for file in Path("/proc/self/fd").iterdir() if file.is_symlink())
    return sum(str(file).startswith(("socket:", "/dev/pts/", "/dev/ptmx")) for file in files)


def over(trouble: Trouble) -> JobState:
    return JobState(Phase.OVER, trouble)


def finish(printer: ReceiptPrinter, job: str) -> JobState:
    """Every look waits for a moment itself."""
    for _ in range(100):
        state = printer.look(job)
        if state.phase in (Phase.DONE, Phase.OVER):
            return state
    raise AssertionError(state)


def look_until_held(printer: ReceiptPrinter, job: str) -> None:
    """Every look waits for a moment itself."""
    states = iter(lambda: printer.look(job), JobState(Phase.PRINTING, Trouble.OFFLINE))
    assert {state for state, _ in zip(states, range(100), strict=False)} <= {JobState(Phase.PRINTING)}


@pytest.fixture
def usb_sink(monkeypatch: pytest.MonkeyPatch) -> Iterator[UsbSink]:
    sink = UsbSink()
    monkeypatch.setattr(usb.backend.libusb1, "get_backend", lambda: sink)
    yield sink
    assert (sink.opened, sink.printer.unknown) == (0, [])


@pytest.fixture
def tcp_sink() -> Iterator[TcpSink]:
    with TcpSink() as one:
        yield one


@pytest.fixture(params=["network", "serial", "usb"])
def sink(request: pytest.FixtureRequest, usb_sink: UsbSink) -> Iterator[Sink]:
    """All three ways to a printer; afterwards no connection is left open."""
    chosen = {"network": TcpSink, "serial": SerialSink}.get(request.param)
    before = open_lines()
    with chosen() if chosen else nullcontext(usb_sink) as one:
        yield one
        one.receipts()
    assert open_lines() == before
