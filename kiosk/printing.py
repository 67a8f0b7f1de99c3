"""One touch prints: the window's side of the printing process (`kiosk.handout.worker`).

Nothing here waits. A printing process that is silent for too long is ended, and the next one takes back
what it left with the printer.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.backoff import FORGIVING
from kiosk.errors import N_, Message
from kiosk.handout.clerk_process import ClerkProcess, arguments_for
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
    ReadAgain,
    TakeBack,
    Unprepared,
    trouble_of,
)
from kiosk.handout.trouble import Trouble
from kiosk.lessons.place import Place
from kiosk.settings import Settings
from kiosk.visit.allowance import Allowance, Refusal
from kiosk.visit.visit import InLesson, Stage, TakeHome, TextSize, Visit

log = logging.getLogger(__name__)

NEAR = 1
"""Steps that may lie between this one and the last, when the sheet is begun: it takes a second or two."""

SILENCE_MS = 30_000
"""Longer than any single call of the printing process may take."""

IDLE_LOOK_MS, TROUBLED_LOOK_MS = 600_000, 60_000
REST_S, PAUSE_S = 8.0, 2.0
"""After a sheet came out, touches that were meant for it change nothing: for a while, and until they pause."""

PREPARING = N_("紙を用意しています。少しお待ちください。")
PRINTING = N_("印刷しています。少しお待ちください。")
PRINTED = N_("印刷が終わりました。出てきた紙を、お持ちください。紙がないときは、係の人に声をかけてください。")
ENOUGH_FOR_VISIT = N_("印刷できるのは、一人{count}回までです。もっといるときは、係の人に声をかけてください。")
ENOUGH_FOR_HOUR = N_(
    "たくさん印刷したので、{minutes}{分|ふん}ほどお休みします。お急ぎのときは、係の人に声をかけてください。"
)


class PrintShop(QObject):
    """One copy at a time: touches while a copy is on its way change nothing."""

    told = Signal(object)
    """A `TakeHome`: what the end of the lesson shows of the sheet."""

    printed = Signal()
    """A copy came out, whoever still waits for it."""
    troubled = Signal()
    """A copy does not come out, or not now."""

    printer_told = Signal(tuple)
    """Sentences for staff; none when all is well."""

    def __init__(
        self,
        root: Path,
        cache: Path,
        settings: Settings,
        parent: QObject | None = None,
        *,
        silence_ms: int = SILENCE_MS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._arguments = arguments_for(settings, root, cache)
        self._silent_ms = silence_ms
        self._clock = clock
        self._allowance = Allowance(settings.prints_per_visit, settings.prints_per_hour)
        self._clerk: ClerkProcess | None = None
        self._wanted: Prepare | None = None
        self._sheet = TakeHome()
        self._asked: Prepare | None = None
        """A copy is on its way, and somebody waits for it."""
        self._at_end = False
        self._missed = False
        """The last copy came to its end while another page was shown."""
        self._rest_until = 0.0
        self._jobs: set[str] = set()
        self._losses, self._hired_at = FORGIVING, 0.0
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._hire_again)
        self._idle = QTimer(self, interval=TROUBLED_LOOK_MS)  # soon after the start, too
        self._idle.timeout.connect(self.look_at_printer)
        self._idle.start()

    @property
    def working(self) -> bool:
        """Whether a copy is on its way, whatever page is shown; a printer in trouble keeps nobody waiting."""
        return self._sheet.stage is Stage.WORKING

    # -- wishes --------------------------------------------------------------------------------

    def follow(self, visit: Visit, preview_px: int) -> None:
        """Near the end of a lesson, make the sheet before anybody asks for it."""
        page, was_at_end = visit.page, self._at_end
        self._at_end = isinstance(page, InLesson) and page.place.finished
        if not isinstance(page, InLesson) or page.place.total - page.place.number > NEAR:
            return
        wanted = _sheet_of(visit, page.place, preview_px)
        if wanted != self._wanted:
            self._begin_again()
            self._wanted, self._rest_until = wanted, 0.0
            self._sheet = replace(self._sheet, preview="")
            self._clerk.send(wanted) if self._clerk else self._hire()
            return
        # A lost one is begun again later and later; a hand that moves on need not wait for that.
        if self._clerk is None and self._again.isActive():
            self._hire()
        if self._at_end and (not was_at_end or page.sheet == TakeHome()):
            self._begin_again()
            self._show(self._sheet)

    def _begin_again(self) -> None:
        """Of a copy before this one only what is not known yet is still told."""
        if not self._asked and not self._missed:
            self._sheet = replace(self._sheet, stage=Stage.READY, message=None)
        self._missed = False

    def read_again(self) -> None:
        """The content has changed."""
        if self._clerk and self._wanted:
            self._clerk.send(ReadAgain())

    def print_sheet(self) -> None:
        """The resident's one touch."""
        now = self._clock()
        if self._asked or self._wanted is None:
            return
        if now < self._rest_until:
            self._rest_until = max(self._rest_until, now + PAUSE_S)
            return
        match self._allowance.refuses(now):
            case Refusal.THIS_VISIT:
                count = self._allowance.per_visit
                self._tell(Stage.ENOUGH, Message(ENOUGH_FOR_VISIT, {"count": count}))
            case Refusal.THIS_HOUR:
                minutes = self._allowance.minutes_left(now)
                self._tell(Stage.ENOUGH, Message(ENOUGH_FOR_HOUR, {"minutes": minutes}))
            case None:
                self._asked = self._wanted
                self._show(replace(self._sheet, stage=Stage.WORKING, pages=0, message=Message(PREPARING)))
                clerk = self._clerk or self._hire()
                clerk.expecting = True
                clerk.send(Print())

    def leave(self) -> None:
        """The visit is over: what waits is taken back, what is being printed comes out."""
        if self._jobs and self._clerk is None:
            self._hire()  # one before it was lost, and left them behind
        self._wanted, self._sheet = None, TakeHome()
        self._part_if_idle()
        self._asked, self._at_end, self._missed, self._rest_until = None, False, False, 0.0
        self._jobs.clear()
        self._allowance = self._allowance.for_next_visit()

    def look_at_printer(self) -> None:
        """While nobody is at the end of a lesson: what staff should know."""
        if self._clerk is None and self._wanted is None:
            self._hire().send(LookAtPrinter())

    def close(self) -> None:
        """The kiosk ends."""
        self._idle.stop()
        self._again.stop()
        self._clerk = None
        for clerk in self.findChildren(ClerkProcess):
            clerk.close()

    # -- the printing process ------------------------------------------------------------------

    def _hire(self) -> ClerkProcess:
        """A new printing process, told what the one before it knew."""
        self._hired_at = self._clock()
        self._clerk = clerk = ClerkProcess(self._arguments, self._silent_ms, self)
        clerk.told.connect(self._hear)
        clerk.printed_late.connect(self.printed)
        clerk.lost.connect(self._lost)
        if self._jobs:
            clerk.send(TakeBack(jobs=tuple(sorted(self._jobs))))
            self._jobs.clear()
        if self._wanted:
            clerk.send(self._wanted)
        return clerk

    def _hear(self, news: News) -> None:
        match news:
            case Prepared(sheet=sheet, preview=preview):
                if sheet == self._wanted:
                    self._show(replace(self._sheet, preview=preview))
            case Unprepared(detail=detail):
                log.warning("no sheet: %s", detail)
                self._show(self._sheet)
            case Accepted(job=job, pages=pages):
                self._jobs.add(job)
                self._allowance = self._allowance.after_one(self._clock())
                self._show(replace(self._sheet, stage=Stage.WORKING, pages=pages, message=Message(PRINTING)))
            case Going(trouble=name):
                if self._asked:
                    self._tell_waiting(trouble_of(name))
            case Printed(job=job):
                self._jobs.discard(job)
                self.printed.emit()
                if self._asked == self._wanted:
                    self._rest_until = self._clock() + REST_S
                self._finish(Stage.PRINTED, Message(PRINTED))
            case Failed(trouble=name, job=job, detail=detail):
                log.warning("no paper: %s %s", name, detail)
                if job in self._jobs:
                    self._jobs.discard(job)
                    self._allowance = self._allowance.one_back()
                self._finish(Stage.TROUBLE, Message((trouble_of(name) or Trouble.UNKNOWN).resident))
            case PrinterNow(tasks=tasks, is_set_up=is_set_up):
                said = tuple(task.message.text() for task in tasks) if is_set_up else ()
                self.printer_told.emit(said)
                self._idle.setInterval(TROUBLED_LOOK_MS if said else IDLE_LOOK_MS)
                self._part_if_idle()
            case Alive():
                pass

    def _part_if_idle(self) -> None:
        if self._clerk and self._wanted is None:
            self._clerk.part()
            self._clerk = None

    def _tell_waiting(self, trouble: Trouble | None) -> None:
        if trouble:
            self._tell(Stage.TROUBLE, Message(trouble.resident))
        else:
            self._tell(Stage.WORKING, Message(PRINTING))

    def _finish(self, stage: Stage, message: Message) -> None:
        if self._clerk:
            self._clerk.expecting = bool(self._jobs)
        if self._asked:
            self._asked, self._missed = None, not self._at_end
            self._tell(stage, message)

    def _lost(self) -> None:
        self._clerk = None
        log.error("the printing process ended")
        self._finish(Stage.TROUBLE, Message(Trouble.NO_ANSWER.resident))
        self._show(replace(self._sheet, preview=""))
        self._losses = self._losses.after(self._clock() - self._hired_at)
        self._again.start(round(1000 * self._losses.wait_s))

    def _hire_again(self) -> None:
        """Whoever is near the end of a lesson finds the sheet ready all the same."""
        if self._clerk is None and self._wanted:
            self._hire()

    def _tell(self, stage: Stage, message: Message) -> None:
        self._show(replace(self._sheet, stage=stage, message=message))

    def _show(self, sheet: TakeHome) -> None:
        before, self._sheet = self._sheet.stage, sheet
        if sheet.stage is Stage.TROUBLE and before is not Stage.TROUBLE:
            self.troubled.emit()
        self.told.emit(sheet)


def _sheet_of(visit: Visit, place: Place, preview_px: int) -> Prepare:
    return Prepare(
        lesson=place.lesson_id,
        language=visit.language,
        answers=dict(place.answers),
        large=visit.text_size is not TextSize.NORMAL,
        preview=preview_px,
    )
