"""The printing process: makes sheets ahead, hands them to the printer, and watches until the paper is out.

Whatever a printer or a print service does (hangs, answers slowly, dies), it does it to this process and not
to the window. Wishes come on standard input, news go to standard output (`kiosk.handout.protocol`).
"""

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from kiosk.errors import N_, KioskError, OutputError
from kiosk.handout.paper import Paper
from kiosk.handout.printers.printer import JobState, Phase, Printer
from kiosk.handout.protocol import (
    Accepted,
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
    TakeBack,
    Wish,
    read_wish,
)
from kiosk.handout.trouble import PrintError, Trouble

if TYPE_CHECKING:
    from kiosk.handout.making import SheetMaker

POLL_S = 0.4
LASTING_LOOKS = 4
PATIENCE_S = 90.0
"""So long may a job take, from being accepted to its last page; then it is taken back."""


@dataclass
class _Job:
    name: str
    since: float
    told: JobState | None = None
    left: bool = False
    """Nobody waits for it any more."""
    held: int = 0
    """Looks in a row that found trouble."""
    taken_back: bool = False
    """It shall not be printed; a service that was not there may still have it."""


class Clerk:
    """`maker` loads the content at its first call; `tell` is called for every piece of news; `clock` counts seconds."""

    def __init__(
        self,
        maker: "Callable[[], SheetMaker]",
        printer: Printer,
        paper: Paper,
        folder: Path,
        tell: Callable[[News], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._maker, self._printer, self._paper, self._folder = maker, printer, paper, folder
        self._tell, self._clock = tell, clock
        self._wanted: Prepare | None = None
        self._file: Path | None = None
        self._jobs: list[_Job] = []
        self._pictures = 0

    @property
    def busy(self) -> bool:
        return bool(self._jobs)

    def hear(self, wish: Wish) -> None:
        match wish:
            case Prepare():
                self._prepare(wish)
                self._tell_of_printer()
            case LookAtPrinter():
                self._tell_of_printer()
            case Print():
                self._print()
            case TakeBack(jobs=jobs):
                for name in jobs:
                    self._printer.cancel(name)

    def leave(self) -> None:
        """The visit is over: nobody waits for its jobs any more."""
        for job in self._jobs:
            job.left = True

    def look(self) -> None:
        """See after every job; call it again and again while `busy`."""
        for job in tuple(self._jobs):
            self._follow(job, self._printer.look(job.name))
        self._tell(Alive())

    def _prepare(self, wish: Prepare) -> None:
        self._wanted, self._file = wish, None
        try:
            self._tell(self._make(wish))
        except KioskError as error:
            self._tell(Failed(trouble=Trouble.NO_SHEET.name, detail=str(error)))

    def _make(self, wish: Prepare) -> Prepared:
        """Raises `KioskError` when there can be no such sheet, or no room for it."""
        from kiosk.handout.pdf import write_pdf
        from kiosk.handout.preview import preview_image
        from kiosk.handout.receipt import receipt_image

        maker = self._maker()
        [sheet] = maker.sheets([wish.lesson], wish.language, wish.answers)
        readings, paper = maker.editions.readings, self._paper
        if paper.is_receipt:
            file, pages = self._folder / "sheet.png", 1
            _save(receipt_image(sheet, readings, paper, wish.large), file)
        else:
            file = self._folder / "sheet.pdf"
            pages = write_pdf([sheet], file, readings, paper, wish.large)
        self._pictures += 1
        picture = self._folder / f"preview-{self._pictures}.png"
        _save(preview_image(sheet, readings, paper, wish.large, wish.preview), picture)
        self._file = file
        return Prepared(preview=str(picture), pages=pages)

    def _tell_of_printer(self) -> None:
        """A terminal that never had a printer needs nobody's care."""
        state = self._printer.state()
        set_up = state.trouble not in (Trouble.NO_COMMAND, Trouble.NO_DEFAULT)
        messages = state.tasks(self._printer.name) if set_up else ()
        self._tell(PrinterNow(said=tuple(message.text() for message in messages)))

    def _print(self) -> None:
        try:
            if self._file is None and self._wanted is not None:
                self._make(self._wanted)
        except KioskError as error:
            self._tell(Failed(trouble=Trouble.NO_SHEET.name, detail=str(error)))
            return
        if self._file is None:
            self._tell(Failed(trouble=Trouble.NO_SHEET.name, detail="nothing was prepared"))
            return
        try:
            name = self._printer.submit(self._file)
        except PrintError as error:
            self._tell(Failed(trouble=error.trouble.name, detail=str(error)))
            self._tell_of_printer()
            return
        self._jobs.append(_Job(name, self._clock()))
        self._tell(Accepted(job=name))

    def _follow(self, job: _Job, state: JobState) -> None:
        if job.taken_back:
            self._see_it_gone(job, state)
        elif state.phase is Phase.DONE:
            self._jobs.remove(job)
            self._tell(Printed(job=job.name))
        elif state.phase is Phase.OVER:
            self._printer.cancel(job.name)  # a queue keeps what it could not print
            self._jobs.remove(job)
            self._tell_failed(job, state.trouble or Trouble.UNKNOWN)
        elif self._is_hopeless(job, state):
            job.taken_back = True
            self._printer.cancel(job.name)
            self._tell_failed(job, state.trouble or Trouble.NOTHING_COMES)
        else:
            self._tell_way(job, state)

    def _tell_way(self, job: _Job, state: JobState) -> None:
        """Printers tell of trouble that is over in a moment, such as between two sheets: only what lasts counts."""
        job.held = job.held + 1 if state.trouble else 0
        known = state if job.held >= LASTING_LOOKS else replace(state, trouble=None)
        if known != job.told:
            job.told = known
            trouble = known.trouble.name if known.trouble else ""
            self._tell(Going(job=job.name, phase=known.phase, trouble=trouble))
            if trouble:
                self._tell_of_printer()

    def _is_hopeless(self, job: _Job, state: JobState) -> bool:
        """Too old; or nobody waits for it, and it has not begun or cannot go on."""
        waiting = state.phase is Phase.WAITING or state.trouble is not None
        return self._clock() - job.since > PATIENCE_S or (job.left and waiting)

    def _see_it_gone(self, job: _Job, state: JobState) -> None:
        if state.phase in (Phase.DONE, Phase.OVER) or self._clock() - job.since > 2 * PATIENCE_S:
            self._jobs.remove(job)
        else:
            self._printer.cancel(job.name)

    def _tell_failed(self, job: _Job, trouble: Trouble) -> None:
        self._tell(Failed(trouble=trouble.name, job=job.name))
        self._tell_of_printer()


def _save(image: QImage, file: Path) -> None:
    """Raises `OutputError` when there is no room."""
    if not image.save(str(file)):
        raise OutputError(N_("{file} に書けません。ディスクの空きを確かめてください。"), file=file)


def work(clerk: Clerk, wishes: "SimpleQueue[bytes]") -> None:
    """Until an empty line says that the visit is over, and then until every job has come to its end."""
    visiting = True
    while visiting or clerk.busy:
        try:
            line = wishes.get(timeout=POLL_S if clerk.busy else None)
        except Empty:
            clerk.look()
            continue
        if line:
            clerk.hear(read_wish(line))
        else:
            visiting = False
            clerk.leave()
            clerk.look()


def _listen(wishes: "SimpleQueue[bytes]") -> None:
    # Not sys.stdin: the end of the process would wait for this thread to let go of it.
    with open(0, "rb", closefd=False) as lines:
        for line in lines:
            wishes.put(line)
    wishes.put(b"")


def _tell(news: News) -> None:
    with suppress(BrokenPipeError):  # the kiosk has closed; the jobs are still seen to their end
        sys.stdout.buffer.write(news.line())
        sys.stdout.buffer.flush()


def main(arguments: list[str]) -> int:
    """`PRINTER PAPER DATA-FOLDER CACHE-FOLDER`"""
    from kiosk.handout.making import SheetMaker
    from kiosk.handout.printers.choose import printer_for

    printer_name, paper, root, cache_folder = arguments
    wishes: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(wishes,), daemon=True).start()
    with TemporaryDirectory(prefix="manabi-") as folder:
        kind = Paper(paper)
        work(
            Clerk(
                cache(partial(SheetMaker, Path(root), Path(cache_folder))),
                printer_for(printer_name, kind),
                kind,
                Path(folder),
                _tell,
            ),
            wishes,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
