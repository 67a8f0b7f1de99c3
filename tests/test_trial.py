"""A page for staff through a real printing process: to a real print service, and to a receipt printer."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pypdfium2 import PdfDocument
from pytestqt.qtbot import QtBot

from kiosk.errors import Message
from kiosk.handout.trial_state import PREPARING, PRINTED, PRINTING, READY, TrialState
from kiosk.handout.trouble import Trouble
from kiosk.paths import SHIPPED
from kiosk.settings import Settings
from kiosk.trial import TrialShop
from tests.decoders import read_zxing
from tests.escpos_sink import EscPosPrinter, TcpSink
from tests.ipp_printer import IppPrinter
from tests.print_service import PrintService

WAIT_MS = 20_000


class Staff:
    """Somebody who looks at the page, and everything it told."""

    def __init__(self, qtbot: QtBot, shop: TrialShop) -> None:
        self.shop, self._qtbot = shop, qtbot
        self.told: list[TrialState] = []
        shop.told.connect(self.told.append)

    @property
    def jobs(self) -> list[str]:
        """Without repeats."""
        said = [state.job.template for state in self.told if state.job]
        return list(dict.fromkeys(said))

    def wait_for_job(self, template: str) -> None:
        self._qtbot.waitUntil(lambda: bool(self.jobs) and self.jobs[-1] == template, timeout=WAIT_MS)

    def wait_for_printer(self, template: str) -> Message:
        self._qtbot.waitUntil(
            lambda: bool(self.told) and self.told[-1].printer[0].template == template, timeout=WAIT_MS
        )
        return self.told[-1].printer[0]


def staff(qtbot: QtBot, tmp_path: Path, settings: Settings, **changes: int) -> Iterator[Staff]:
    shop = TrialShop(SHIPPED, tmp_path / "cache", settings, **changes)
    yield Staff(qtbot, shop)
    shop.close()


@pytest.fixture
def at_queue(qtbot: QtBot, tmp_path: Path, ipp_printer: IppPrinter) -> Iterator[Staff]:
    yield from staff(qtbot, tmp_path, Settings(printer="hall", prints_per_visit=1, prints_per_hour=1))


def test_a_page_comes_out_of_a_queue_again_and_again(at_queue: Staff, ipp_printer: IppPrinter) -> None:
    for _ in range(2):
        del at_queue.told[:]
        at_queue.shop.print_page("ja")
        at_queue.wait_for_job(PRINTED)
        assert at_queue.jobs == [PREPARING, PRINTING, PRINTED]
    assert len(ipp_printer.paper) == 2
    with PdfDocument(ipp_printer.paper[1]) as paper:
        assert "ためし刷り" in paper[0].get_textpage().get_text_range()
        assert read_zxing(np.array(paper[0].render(scale=4).to_pil().convert("L")))


def test_touches_while_one_is_on_its_way_change_nothing(at_queue: Staff, ipp_printer: IppPrinter) -> None:
    for _ in range(5):
        at_queue.shop.print_page("en")
    at_queue.wait_for_job(PRINTED)
    at_queue.shop.leave()
    assert len(ipp_printer.paper) == 1


def test_a_printer_without_paper_is_told_in_words_for_staff(at_queue: Staff, ipp_printer: IppPrinter) -> None:
    ipp_printer.hold("media-empty-error")
    at_queue.shop.print_page("ja")
    task = at_queue.wait_for_printer(Trouble.PAPER_OUT.staff)
    assert task.values["printer"] == "hall"
    assert at_queue.jobs[-1] == Trouble.PAPER_OUT.resident
    ipp_printer.go_on()
    at_queue.wait_for_job(PRINTED)


def test_what_waits_when_staff_leave_is_taken_back(
    at_queue: Staff, print_service: PrintService, qtbot: QtBot
) -> None:
    print_service.run("cupsdisable", "hall")
    at_queue.shop.print_page("ja")
    at_queue.wait_for_printer(Trouble.STOPPED.staff)
    at_queue.shop.leave()
    qtbot.waitUntil(lambda: not print_service.run("lpstat", "-o").strip(), timeout=WAIT_MS)


def test_how_the_printer_is(at_queue: Staff, ipp_printer: IppPrinter) -> None:
    at_queue.shop.look()
    assert at_queue.wait_for_printer(READY).values == {"printer": "hall"}
    ipp_printer.stop()
    at_queue.shop.look()
    at_queue.wait_for_printer(Trouble.OFFLINE.staff)
    ipp_printer.start()
    assert not at_queue.told[-1].is_well


def test_a_receipt_printer_prints_its_page(qtbot: QtBot, tmp_path: Path) -> None:
    with TcpSink() as sink:
        for one in staff(qtbot, tmp_path, Settings(printer=sink.name, paper="receipt58")):
            one.shop.print_page("ja")
            one.wait_for_job(PRINTED)
        (receipt,) = sink.receipts()
    assert read_zxing(np.where(receipt, 0, 255).astype(np.uint8))


def test_a_receipt_printer_with_an_open_cover(qtbot: QtBot, tmp_path: Path) -> None:
    with TcpSink(EscPosPrinter(cover_open=True)) as sink:
        for one in staff(qtbot, tmp_path, Settings(printer=sink.name)):
            one.shop.print_page("ja")
            one.wait_for_job(Trouble.COVER_OPEN.staff)
            assert not one.told[-1].busy


def test_a_printing_process_that_hangs_is_ended(qtbot: QtBot, tmp_path: Path) -> None:
    for one in staff(qtbot, tmp_path, Settings(), silence_ms=1):
        one.shop.print_page("ja")
        one.wait_for_job(Trouble.NO_ANSWER.staff)
        assert not one.told[-1].busy


def test_a_terminal_without_a_print_service_says_so(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "no-such-socket"))
    for one in staff(qtbot, tmp_path, Settings(printer="hall")):
        one.shop.look()
        one.wait_for_printer(Trouble.NO_SERVICE.staff)
