"""One touch, from the window's side: a real printing process, a real print service, a real printer."""

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QProcess, QTimer
from pytestqt.qtbot import QtBot

from kiosk import printing
from kiosk.errors import Message
from kiosk.handout.trouble import Trouble
from kiosk.lessons.library import load_library
from kiosk.lessons.place import Place
from kiosk.paths import SHIPPED
from kiosk.printing import ENOUGH_FOR_VISIT, PRINTED, PRINTING, REST_S, PrintShop
from kiosk.settings import Settings
from kiosk.visit.visit import ChooseLanguage, InLesson, Stage, TakeHome, TextSize, Visit
from tests.ipp_printer import IppPrinter
from tests.print_service import PrintService

WAIT_MS = 20_000
LESSON = load_library(SHIPPED).lesson("read-qr-code")
END = InLesson(Place("read-qr-code", LESSON, len(LESSON.steps) - 1, answers={"phone": "iphone"}))
VISIT = Visit(END)
VISIT_BEFORE = Visit(InLesson(END.place.back()))


class Counter:
    """A shop, everything it told, and a clock that the test moves."""

    def __init__(self, shop: PrintShop, qtbot: QtBot, now: list[float]) -> None:
        self.shop, self._qtbot, self.now = shop, qtbot, now
        self.told: list[TakeHome] = []
        shop.told.connect(self.told.append)
        self.counted: list[str] = []
        shop.printed.connect(lambda: self.counted.append("printed"))
        shop.troubled.connect(lambda: self.counted.append("troubled"))

    @property
    def messages(self) -> list[str]:
        """Without repeats."""
        said = [sheet.message.template for sheet in self.told if sheet.message]
        return [one for number, one in enumerate(said) if said[:number][-1:] != [one]]

    def processes(self) -> list[int]:
        return [process.processId() for process in self.shop.findChildren(QProcess)]

    def wait_for(self, message: str) -> None:
        self._qtbot.waitUntil(lambda: bool(self.messages) and self.messages[-1] == message, timeout=WAIT_MS)

    def wait_for_preview(self) -> TakeHome:
        self._qtbot.waitUntil(lambda: any(sheet.preview for sheet in self.told), timeout=WAIT_MS)
        return self.told[-1]


def counter(qtbot: QtBot, tmp_path: Path, settings: Settings, **changes: int) -> Iterator[Counter]:
    now = [1000.0]
    shop = PrintShop(SHIPPED, tmp_path / "cache", settings, clock=lambda: now[0], **changes)
    yield Counter(shop, qtbot, now)
    shop.close()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, ipp_printer: IppPrinter) -> Iterator[Counter]:
    """A shop that prints on the queue "hall"."""
    yield from counter(qtbot, tmp_path, Settings(printer="hall"))


def test_the_sheet_waits_before_anybody_asks_for_it(desk: Counter) -> None:
    desk.shop.follow(VISIT, 200)
    sheet = desk.wait_for_preview()
    assert sheet == TakeHome(sheet.preview)
    assert Path(sheet.preview).exists()


def test_near_the_end_the_sheet_is_made_and_the_end_shows_it(desk: Counter) -> None:
    near = replace(VISIT, page=replace(END, place=END.place.back().back()))
    desk.shop.follow(near, 200)
    sheet = desk.wait_for_preview()
    del desk.told[:]
    desk.shop.follow(VISIT, 200)
    assert desk.told == [sheet]


def test_fifty_touches_print_one_sheet(desk: Counter, qtbot: QtBot, ipp_printer: IppPrinter) -> None:
    desk.shop.follow(VISIT, 200)
    for _ in range(25):
        desk.shop.print_sheet()
    desk.wait_for(PRINTED)
    for _ in range(25):
        desk.now[0] += 0.6
        desk.shop.print_sheet()
    desk.shop.leave()
    assert len(ipp_printer.paper) == 1
    with pypdfium2.PdfDocument(ipp_printer.paper[0]) as paper:
        assert "QR" in paper[0].get_textpage().get_text_range()
    assert desk.messages == [printing.PREPARING, PRINTING, PRINTED]
    assert desk.counted == ["printed"]


def test_paper_out_is_told_and_the_job_goes_on_when_there_is_paper(
    desk: Counter, ipp_printer: IppPrinter
) -> None:
    ipp_printer.hold("media-empty-error")
    desk.shop.follow(VISIT, 200)
    desk.shop.print_sheet()
    assert desk.shop.working
    desk.wait_for(Trouble.PAPER_OUT.resident)
    assert desk.told[-1].stage is Stage.TROUBLE
    assert not desk.shop.working
    desk.shop.print_sheet()
    ipp_printer.go_on()
    desk.wait_for(PRINTED)
    assert len(ipp_printer.paper) == 1
    assert desk.counted == ["troubled", "printed"]


def test_what_waits_at_the_end_of_a_visit_never_comes_out(
    desk: Counter, print_service: PrintService, ipp_printer: IppPrinter, qtbot: QtBot
) -> None:
    ipp_printer.hold("media-empty-error")
    desk.shop.follow(VISIT, 200)
    desk.shop.print_sheet()
    desk.wait_for(Trouble.PAPER_OUT.resident)
    desk.shop.leave()
    qtbot.waitUntil(lambda: not print_service.run("lpstat", "-o").strip(), timeout=WAIT_MS)
    del desk.told[:]
    ipp_printer.go_on()
    desk.shop.follow(VISIT, 200)
    desk.shop.print_sheet()
    desk.wait_for(PRINTED)
    assert [sheet.message for sheet in desk.told if sheet.stage is Stage.TROUBLE] == []


def test_a_sheet_that_comes_out_after_its_visit_is_counted(
    desk: Counter, print_service: PrintService, ipp_printer: IppPrinter, qtbot: QtBot
) -> None:
    ipp_printer.hold("none")
    desk.shop.follow(VISIT, 200)
    desk.shop.print_sheet()
    qtbot.waitUntil(lambda: "job-printing" in print_service.run("lpstat", "-l", "-o"), timeout=WAIT_MS)
    desk.shop.leave()
    ipp_printer.go_on()
    qtbot.waitUntil(lambda: desk.counted == ["printed"], timeout=WAIT_MS)
    assert len(ipp_printer.paper) == 1


def test_a_visit_prints_so_many_and_the_next_one_again(
    qtbot: QtBot, tmp_path: Path, ipp_printer: IppPrinter
) -> None:
    for desk in counter(qtbot, tmp_path, Settings(printer="hall", prints_per_visit=1)):
        desk.shop.follow(VISIT, 200)
        desk.shop.print_sheet()
        desk.wait_for(PRINTED)
        desk.now[0] += REST_S + 1
        desk.shop.print_sheet()
        assert desk.told[-1].message == Message(ENOUGH_FOR_VISIT, {"count": 1})
        desk.shop.leave()
        desk.shop.follow(VISIT, 200)
        desk.shop.print_sheet()
        desk.wait_for(PRINTED)


def test_another_language_or_size_is_another_sheet(desk: Counter, qtbot: QtBot) -> None:
    desk.shop.follow(VISIT, 200)
    first = Path(desk.wait_for_preview().preview).read_bytes()
    del desk.told[:]
    desk.shop.follow(replace(VISIT, language="en"), 200)
    assert desk.told == []
    second = Path(desk.wait_for_preview().preview).read_bytes()
    del desk.told[:]
    desk.shop.follow(replace(VISIT, language="en", text_size=TextSize.LARGEST), 200)
    third = Path(desk.wait_for_preview().preview).read_bytes()
    assert len({first, second, third}) == 3


def test_how_much_paper_comes_is_that_of_the_copy_on_its_way(desk: Counter, ipp_printer: IppPrinter) -> None:
    ipp_printer.hold()
    desk.shop.follow(VISIT, 200)
    desk.shop.print_sheet()
    desk.wait_for(PRINTING)
    pages = desk.told[-1].pages
    del desk.told[:]
    desk.shop.follow(replace(VISIT, text_size=TextSize.LARGEST), 200)
    sheet = desk.wait_for_preview()
    ipp_printer.go_on()
    assert sheet == TakeHome(sheet.preview, pages, Stage.WORKING, Message(PRINTING))


def test_another_sheet_can_be_had_at_once(desk: Counter) -> None:
    desk.shop.follow(VISIT, 200)
    desk.shop.print_sheet()
    desk.wait_for(PRINTED)
    desk.shop.follow(replace(VISIT, language="en"), 200)
    desk.shop.print_sheet()
    desk.wait_for(PRINTING)


def test_how_it_ended_is_told_to_somebody_who_was_away(desk: Counter) -> None:
    away = replace(VISIT, page=ChooseLanguage(END))
    desk.shop.follow(VISIT, 200)
    desk.shop.print_sheet()
    desk.wait_for(PRINTING)
    desk.shop.follow(away, 200)
    desk.wait_for(PRINTED)
    del desk.told[:]
    for visit in (VISIT, away, VISIT):
        desk.shop.follow(visit, 200)
    assert [sheet.stage for sheet in desk.told] == [Stage.PRINTED, Stage.READY]


def test_a_printing_process_that_is_stopped_takes_its_job_back(
    desk: Counter, print_service: PrintService, qtbot: QtBot
) -> None:
    print_service.run("cupsdisable", "hall")
    desk.shop.follow(VISIT, 200)
    desk.shop.print_sheet()
    desk.wait_for(Trouble.STOPPED.resident)
    stopped = desk.processes()[0]
    os.kill(stopped, signal.SIGTERM)
    qtbot.waitUntil(lambda: stopped not in desk.processes(), timeout=WAIT_MS)
    assert not print_service.run("lpstat", "-o").strip()


def test_a_printing_process_that_is_killed_leaves_no_files_and_another_makes_the_sheet(
    desk: Counter, qtbot: QtBot
) -> None:
    desk.shop.follow(VISIT, 200)
    preview = Path(desk.wait_for_preview().preview)
    del desk.told[:]
    os.kill(desk.processes()[0], signal.SIGKILL)
    qtbot.waitUntil(lambda: not preview.parent.exists(), timeout=WAIT_MS)
    assert Path(desk.wait_for_preview().preview).parent != preview.parent


def test_a_printing_process_that_dies_at_once_is_begun_less_and_less(
    desk: Counter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    desk.shop.follow(VISIT, 200)
    qtbot.waitUntil(lambda: caplog.text.count("the printing process ended") == 2, timeout=WAIT_MS)
    assert desk.shop.findChildren(QTimer)[0].remainingTime() > 500


def test_who_moves_on_does_not_wait_until_a_lost_printing_process_is_begun_again(
    desk: Counter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(sys, "executable", "/bin/false")
        desk.shop.follow(VISIT_BEFORE, 200)
        qtbot.waitUntil(lambda: caplog.text.count("the printing process ended") == 2, timeout=WAIT_MS)
    desk.shop.follow(VISIT, 200)
    assert desk.shop.findChildren(QTimer)[0].isActive()
    assert desk.processes()


def test_new_content_is_another_sheet(desk: Counter) -> None:
    desk.shop.follow(VISIT, 200)
    first = desk.wait_for_preview()
    del desk.told[:]
    desk.shop.read_again()
    assert desk.wait_for_preview().preview != first.preview


def test_coming_back_to_the_end_shows_the_same_sheet(desk: Counter) -> None:
    desk.shop.follow(VISIT, 200)
    sheet = desk.wait_for_preview()
    del desk.told[:]
    desk.shop.follow(VISIT_BEFORE, 200)
    desk.shop.follow(VISIT, 200)
    assert desk.told == [sheet]


def test_a_service_that_is_away_is_a_sentence(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "no-such-socket"))
    for desk in counter(qtbot, tmp_path, Settings(printer="hall")):
        desk.shop.follow(VISIT, 200)
        desk.shop.print_sheet()
        desk.wait_for(Trouble.NO_SERVICE.resident)


def test_a_printing_process_that_hangs_is_ended(qtbot: QtBot, tmp_path: Path) -> None:
    for desk in counter(qtbot, tmp_path, Settings(), silence_ms=1):
        desk.shop.follow(VISIT, 200)
        desk.shop.print_sheet()
        desk.wait_for(Trouble.NO_ANSWER.resident)


def test_a_printer_that_cannot_be_meant_is_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    for desk in counter(qtbot, tmp_path, Settings(printer="usb:nothing")):
        desk.shop.follow(VISIT, 200)
        desk.shop.print_sheet()
        desk.wait_for(Trouble.NOT_FOUND.resident)


def test_staff_are_told_while_nobody_prints(desk: Counter, ipp_printer: IppPrinter, qtbot: QtBot) -> None:
    said: list[tuple[str, ...]] = []
    desk.shop.printer_told.connect(said.append)
    desk.shop.look_at_printer()
    qtbot.waitUntil(lambda: bool(said), timeout=WAIT_MS)
    ipp_printer.stop()
    desk.shop.look_at_printer()
    qtbot.waitUntil(lambda: len(said) == 2, timeout=WAIT_MS)
    ipp_printer.start()
    assert said[0] == ()
    assert "hall" in said[1][0]
