"""What the printing process does: makes a sheet before anybody asks, hands it to the printer, tells of both."""

import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.errors import KioskError
from kiosk.handout.paper import Paper
from kiosk.handout.picture_file import write_picture
from kiosk.handout.printers.printer import Printer
from kiosk.handout.protocol import (
    Accepted,
    Failed,
    LookAtPrinter,
    News,
    Prepare,
    Prepared,
    Print,
    PrinterNow,
    PrintTrial,
    ReadAgain,
    Sentence,
    TakeBack,
    Unprepared,
    Wish,
)
from kiosk.handout.trouble import PrintError, Trouble
from kiosk.handout.watch import Watch

if TYPE_CHECKING:
    from kiosk.handout.making import SheetMaker


class _Sheet(NamedTuple):
    file: Path
    pages: int


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
        self._tell = tell
        self.jobs = Watch(printer, tell, self._tell_of_printer, clock)
        self._wanted: Prepare | None = None
        self._is_new = False
        """Nobody has tried to make it yet."""
        self._sheet: _Sheet | None = None
        self._pictures = 0

    def hear(self, wish: Wish) -> None:
        match wish:
            case Prepare():
                self._wanted, self._is_new, self._sheet = wish, True, None
            case ReadAgain():
                self._maker().read_again()
                self._is_new, self._sheet = True, None
            case LookAtPrinter():
                self._tell_of_printer()
            case Print():
                self._print()
            case PrintTrial(language=language):
                self._hand_over(partial(self._make_trial, language))
            case TakeBack(jobs=jobs):
                for name in jobs:
                    self.jobs.take_back(name)

    def make_ahead(self) -> None:
        """The sheet that was wanted last, when nothing else is asked for."""
        if not self._is_new or self._wanted is None:
            return
        try:
            self._make(self._wanted)
        except KioskError as error:
            self._tell(Unprepared(detail=str(error)))
        self._tell_of_printer()

    def _make(self, wish: Prepare) -> _Sheet:
        """Raises `KioskError` when there can be no such sheet, or no room for it."""
        from kiosk.handout.pdf import write_pdf
        from kiosk.handout.preview import preview_image
        from kiosk.handout.receipt import receipt_image

        self._is_new = False
        maker = self._maker()
        [sheet] = maker.sheets([wish.lesson], wish.language, wish.answers)
        readings, paper = maker.editions.readings, self._paper
        if paper.is_receipt:
            file, pages = self._folder / "sheet.png", 1
            write_picture(receipt_image(sheet, readings, paper, wish.large), file)
        else:
            file = self._folder / "sheet.pdf"
            pages = write_pdf([sheet], file, readings, paper, wish.large)
        self._pictures += 1
        picture = self._folder / f"preview-{self._pictures}.png"
        write_picture(preview_image(sheet, readings, paper, wish.large, wish.preview), picture)
        self._sheet = _Sheet(file, pages)
        self._tell(Prepared(sheet=wish, preview=str(picture)))
        return self._sheet

    def _tell_of_printer(self) -> None:
        state, name = self._printer.state(), self._printer.name
        tasks = tuple(Sentence.of(message) for message in state.tasks(name))
        is_set_up = state.trouble not in (Trouble.NO_COMMAND, Trouble.NO_DEFAULT)
        self._tell(PrinterNow(printer=name, tasks=tasks, is_set_up=is_set_up))

    def _make_trial(self, language: str) -> _Sheet:
        """Raises `KioskError` for a language that is not there, or without room."""
        from kiosk.handout.trial import write_trial

        editions = self._maker().editions
        edition = editions.edition(editions.language(language).code)
        file = self._folder / ("trial.png" if self._paper.is_receipt else "trial.pdf")
        write_trial(edition, self._paper, self._printer.name, date.today(), file)
        return _Sheet(file, 1)

    def _print(self) -> None:
        if self._wanted is None:
            self._tell(Failed(trouble=Trouble.NO_SHEET.name, detail="nothing was prepared"))
        else:
            wanted = self._wanted
            self._hand_over(lambda: self._sheet or self._make(wanted))

    def _hand_over(self, made: Callable[[], _Sheet]) -> None:
        try:
            sheet = made()
        except KioskError as error:
            self._tell(Failed(trouble=Trouble.NO_SHEET.name, detail=str(error)))
            return
        try:
            name = self._printer.submit(sheet.file)
        except PrintError as error:
            self._tell(Failed(trouble=error.trouble.name, detail=str(error.message.values["detail"])))
            self._tell_of_printer()
            return
        self.jobs.add(name)
        self._tell(Accepted(job=name, pages=sheet.pages))
