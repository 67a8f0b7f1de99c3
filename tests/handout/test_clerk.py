"""The printing process from the inside: real sheets, and a printer whose state the test sets."""

from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from shutil import copytree

import pytest
from pypdfium2 import PdfDocument

from kiosk.handout.clerk import Clerk
from kiosk.handout.making import SheetMaker
from kiosk.handout.paper import Paper
from kiosk.handout.printers.printer import JobState, Phase, PrinterState
from kiosk.handout.protocol import (
    Alive,
    Failed,
    Going,
    LookAtPrinter,
    News,
    Prepare,
    Prepared,
    Print,
    Printed,
    PrinterNow,
    PrintTrial,
    ReadAgain,
    TakeBack,
)
from kiosk.handout.trouble import PrintError, Trouble
from kiosk.handout.watch import LASTING_LOOKS, PATIENCE_S
from kiosk.handout.worker import work
from kiosk.paths import SHIPPED

WISH = Prepare(lesson="read-qr-code", language="en")


@dataclass
class ListedPrinter:
    """Notes what it gets; each look takes the next state, the last one for good."""

    states: list[JobState] = field(default_factory=lambda: [JobState(Phase.DONE)])
    refuses: Trouble | None = None
    got: list[bytes] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    deaf: bool = False
    """Its service is away, and hears of no cancelling."""
    name: str = "listed"

    def state(self) -> PrinterState:
        return PrinterState(self.refuses)

    def submit(self, file: Path) -> str:
        if self.refuses:
            raise PrintError(self.refuses, self.name)
        self.got.append(file.read_bytes())
        return f"listed-{len(self.got)}"

    def look(self, job: str) -> JobState:
        if job in self.cancelled and not self.deaf:
            return JobState(Phase.OVER, Trouble.CANCELLED)
        return self.states.pop(0) if len(self.states) > 1 else self.states[0]

    def cancel(self, job: str) -> None:
        self.cancelled.append(job)


@pytest.fixture(scope="module")
def maker(tmp_path_factory: pytest.TempPathFactory) -> SheetMaker:
    return SheetMaker(SHIPPED, tmp_path_factory.mktemp("cache"))


@dataclass
class Desk:
    clerk: Clerk
    printer: ListedPrinter
    news: list[News]
    now: list[float]

    def print_and_look(self, times: int) -> list[News]:
        """What is told from the touch on, without the signs of life and what is for staff."""
        self.clerk.hear(WISH)
        self.clerk.make_ahead()
        del self.news[:]
        self.clerk.hear(Print())
        for _ in range(times):
            self.clerk.jobs.look()
        return [one for one in self.news if not isinstance(one, Alive | PrinterNow)]


@pytest.fixture
def desk(maker: SheetMaker, tmp_path: Path) -> Desk:
    printer, news, now = ListedPrinter(), list[News](), [0.0]
    return Desk(
        Clerk(lambda: maker, printer, Paper.A4, tmp_path, news.append, lambda: now[0]), printer, news, now
    )


def test_a_sheet_is_made_ahead_with_its_picture(desk: Desk) -> None:
    desk.clerk.hear(WISH)
    desk.clerk.make_ahead()
    prepared, printer = desk.news
    assert isinstance(prepared, Prepared)
    assert prepared.sheet == WISH
    assert Path(prepared.preview).read_bytes().startswith(b"\x89PNG")
    assert printer == PrinterNow(printer="listed")
    assert desk.printer.got == []


def test_staff_hear_what_keeps_the_printer_from_printing(desk: Desk) -> None:
    desk.printer.refuses = Trouble.PAPER_OUT
    desk.clerk.hear(LookAtPrinter())
    (told,) = desk.news
    assert isinstance(told, PrinterNow)
    assert [task.message.text() for task in told.tasks] == [
        "プリンター「listed」に紙がありません。紙を入れてください。"
    ]


def test_from_the_touch_to_the_paper(desk: Desk) -> None:
    waiting, printing = JobState(Phase.WAITING), JobState(Phase.PRINTING)
    desk.printer.states = [waiting, printing, printing, JobState(Phase.DONE)]
    told = desk.print_and_look(4)
    assert [one.kind for one in told] == ["accepted", "going", "going", "printed"]
    assert [content[:5] for content in desk.printer.got] == [b"%PDF-"]
    assert not desk.clerk.jobs.busy


def test_a_receipt_printer_gets_a_picture(maker: SheetMaker, tmp_path: Path) -> None:
    printer, news = ListedPrinter(), list[News]()
    clerk = Clerk(lambda: maker, printer, Paper.RECEIPT80, tmp_path, news.append)
    for wish in (WISH, Print()):
        clerk.hear(wish)
    assert [content[:4] for content in printer.got] == [b"\x89PNG"]


def test_trouble_is_told_while_the_job_waits_and_again_when_it_ends(desk: Desk) -> None:
    out = JobState(Phase.PRINTING, Trouble.PAPER_OUT)
    desk.printer.states = [*[out] * (LASTING_LOOKS + 2), JobState(Phase.OVER, Trouble.REFUSED)]
    told = desk.print_and_look(LASTING_LOOKS + 3)
    assert told[1:] == [
        Going(job="listed-1", phase=Phase.PRINTING),
        Going(job="listed-1", phase=Phase.PRINTING, trouble="PAPER_OUT"),
        Failed(job="listed-1", trouble="REFUSED"),
    ]


def test_trouble_of_a_moment_is_not_told(desk: Desk) -> None:
    desk.printer.states = [JobState(Phase.PRINTING, Trouble.PAPER_OUT), JobState(Phase.PRINTING)]
    assert desk.print_and_look(3)[1:] == [Going(job="listed-1", phase=Phase.PRINTING)]


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (JobState(Phase.PRINTING), "NOTHING_COMES"),
        (JobState(Phase.WAITING, Trouble.OFFLINE), "OFFLINE"),
    ],
)
def test_a_job_that_never_ends_is_taken_back(desk: Desk, state: JobState, reason: str) -> None:
    desk.printer.states = [state]
    desk.print_and_look(1)
    desk.now[0] = PATIENCE_S + 1
    desk.clerk.jobs.look()
    assert desk.printer.cancelled == ["listed-1"]
    assert Failed(job="listed-1", trouble=reason) in desk.news
    desk.clerk.jobs.look()
    assert not desk.clerk.jobs.busy


def test_a_printer_that_refuses_is_told_at_once(desk: Desk) -> None:
    desk.printer.refuses = Trouble.COVER_OPEN
    [failed] = desk.print_and_look(1)
    assert isinstance(failed, Failed)
    assert isinstance(desk.news[1], PrinterNow)
    assert desk.news[1].tasks
    assert failed.trouble == "COVER_OPEN"


def test_a_lesson_that_is_gone_is_no_sheet(desk: Desk) -> None:
    desk.clerk.hear(Prepare(lesson="gone", language="ja"))
    desk.clerk.make_ahead()
    desk.clerk.make_ahead()
    desk.clerk.hear(Print())
    assert [one.kind for one in desk.news] == ["unprepared", "printer", "failed"]
    assert desk.printer.got == []


def test_a_disk_without_room_is_no_sheet(maker: SheetMaker, tmp_path: Path) -> None:
    news = list[News]()
    clerk = Clerk(lambda: maker, ListedPrinter(), Paper.A4, tmp_path / "no-such-folder", news.append)
    clerk.hear(WISH)
    clerk.hear(Print())
    assert [one.trouble for one in news if isinstance(one, Failed)] == ["NO_SHEET"]


def test_a_touch_before_anything_was_prepared_prints_nothing(desk: Desk) -> None:
    desk.clerk.hear(Print())
    assert [one.kind for one in desk.news] == ["failed"]


@pytest.mark.parametrize(
    ("state", "taken_back"),
    [
        (JobState(Phase.WAITING), True),
        (JobState(Phase.PRINTING, Trouble.PAPER_OUT), True),
        (JobState(Phase.PRINTING), False),
    ],
)
def test_what_waits_when_the_visit_ends_is_taken_back(desk: Desk, state: JobState, taken_back: bool) -> None:
    desk.printer.states = [state]
    desk.print_and_look(1)
    desk.clerk.jobs.leave()
    desk.clerk.jobs.look()
    desk.clerk.jobs.look()
    assert bool(desk.printer.cancelled) is taken_back
    assert desk.clerk.jobs.busy is not taken_back


def test_a_job_is_taken_back_until_it_is_gone(desk: Desk) -> None:
    desk.printer.states = [JobState(Phase.WAITING, Trouble.NO_SERVICE)]
    desk.printer.deaf = True
    desk.print_and_look(1)
    desk.clerk.jobs.leave()
    for _ in range(3):
        desk.clerk.jobs.look()
    assert desk.printer.cancelled == ["listed-1"] * 3
    desk.printer.deaf = False
    desk.clerk.jobs.look()
    assert not desk.clerk.jobs.busy
    assert [one.trouble for one in desk.news if isinstance(one, Failed)] == ["NO_SERVICE"]


def test_jobs_of_a_process_that_was_lost_are_taken_back(desk: Desk) -> None:
    desk.printer.deaf = True
    desk.printer.states = [JobState(Phase.WAITING)]
    desk.clerk.hear(TakeBack(jobs=("listed-7", "listed-8")))
    desk.clerk.jobs.look()
    assert desk.printer.cancelled == ["listed-7", "listed-8"] * 2
    desk.printer.deaf = False
    desk.clerk.jobs.look()
    assert not desk.clerk.jobs.busy


def test_only_the_last_of_many_wishes_is_made(desk: Desk) -> None:
    wishes: SimpleQueue[bytes] = SimpleQueue()
    for line in (WISH.line(), WISH.line(), WISH.line(), Print().line(), b""):
        wishes.put(line)
    work(desk.clerk, wishes)
    assert [one.kind for one in desk.news][:3] == ["prepared", "accepted", "printed"]


def test_new_content_is_printed_and_not_what_was_made_of_the_old_one(tmp_path: Path) -> None:
    root = tmp_path / "data"
    copytree(SHIPPED / "lessons", root / "lessons")
    printer, news = ListedPrinter(), list[News]()
    maker = SheetMaker(root, tmp_path / "cache")
    clerk = Clerk(lambda: maker, printer, Paper.A5, tmp_path, news.append)
    clerk.hear(Prepare(lesson="read-qr-code", language="ja"))
    clerk.make_ahead()
    lesson = root / "lessons" / "read-qr-code" / "lesson.yaml"
    lesson.write_text(lesson.read_text("utf-8").replace("title: ", "title: とても", 1), "utf-8")
    for wish in (ReadAgain(), Print()):
        clerk.hear(wish)
    with PdfDocument(printer.got[0]) as paper:
        assert paper.get_metadata_dict()["Title"].startswith("とても")


def test_the_end_of_the_visit_is_the_end_of_the_work_but_not_of_a_job(desk: Desk) -> None:
    desk.printer.states = [JobState(Phase.PRINTING), JobState(Phase.PRINTING), JobState(Phase.DONE)]
    wishes: SimpleQueue[bytes] = SimpleQueue()
    for line in (WISH.line(), Print().line(), b""):
        wishes.put(line)
    work(desk.clerk, wishes)
    assert Printed(job="listed-1") in desk.news
    assert desk.printer.cancelled == []


def test_a_page_for_staff_needs_no_sheet(desk: Desk) -> None:
    desk.clerk.hear(PrintTrial(language="en"))
    desk.clerk.jobs.look()
    assert [one.kind for one in desk.news if not isinstance(one, Alive)] == ["accepted", "printed"]
    with PdfDocument(desk.printer.got[0]) as paper:
        assert len(paper) == 1


def test_a_terminal_without_any_printer_is_no_care_but_has_its_sentence(desk: Desk) -> None:
    desk.printer.refuses = Trouble.NO_DEFAULT
    desk.clerk.hear(LookAtPrinter())
    (told,) = desk.news
    assert isinstance(told, PrinterNow)
    assert not told.is_set_up
    assert told.tasks[0].message.template == Trouble.NO_DEFAULT.staff
