"""Paper from a print queue of CUPS."""

import re
import time
from pathlib import Path

from kiosk.errors import N_, Message
from kiosk.handout.printers.alerts import notes_of, trouble_of
from kiosk.handout.printers.commands import Commands
from kiosk.handout.printers.job_end import how_it_ended, is_refused
from kiosk.handout.printers.printer import JobState, Phase, PrinterState
from kiosk.handout.printers.queue_report import QueueReport, Reasons, questions, read_report
from kiosk.handout.printers.reach import is_silent
from kiosk.handout.trouble import PrintError, Trouble

JOB_TITLE = "handout"
"""Stands in the queue for everybody to see, so it says nothing about the resident."""

REACH_SECONDS = 2.0

_WAITING_JOBS = N_("{count}件の印刷が待っています。")
_UNREACHABLE = re.compile(
    r"unreachable|not responding|may not exist|become available|[Uu]nable to (locate|connect)"
)
"""What CUPS' own backends say while they go on trying."""


class QueuePrinter:
    """A queue by its name, or the system's default one, which is looked up once."""

    def __init__(
        self,
        queue: str = "",
        *,
        path: str | None = None,
        server: str = "",
        seconds: float = 5.0,
        media: str = "A4",
        patience: float = 5.0,
    ) -> None:
        """`seconds` is for each question; after `patience` a printer that cannot be reached counts as offline."""
        self._queue, self._media, self._patience = queue, media, patience
        self._commands = Commands(path, server, seconds)
        self._silent_since: float | None = None
        self._before_silence: frozenset[int] | None = None
        self._held: set[int] = set()

    @property
    def name(self) -> str:
        """Empty where there is no default."""
        try:
            return self._resolved()
        except PrintError:
            return ""

    def state(self) -> PrinterState:
        try:
            report = self._report()
        except PrintError as error:
            return PrinterState(error.trouble, str(error.message.values["detail"]))
        busy = bool(report.active)
        trouble = trouble_of(report.reasons, busy=busy)
        if trouble is None and self._unreachable(report, busy=busy):
            trouble = Trouble.OFFLINE
        if trouble is None and (report.stopped or not report.accepting):
            trouble = Trouble.STOPPED
        waiting = (Message(_WAITING_JOBS, {"count": len(report.active)}),) if report.active else ()
        notes = tuple(Message(note) for note in notes_of(report.reasons))
        return PrinterState(trouble, _detail(report, trouble), notes, waiting)

    def submit(self, file: Path) -> str:
        queue, before = self._resolved(), self._report()
        self._cancel_strays(before)
        try:
            said = self._commands.run("lp", _lp_arguments(queue, self._media), printer=queue, file=file)
        except PrintError as error:
            if error.trouble is Trouble.NO_ANSWER:
                self._before_silence = frozenset(before.active)
            raise
        if (job := re.search(r"request id is (\S+-\d+)", said)) is None:
            raise PrintError(Trouble.UNKNOWN, queue, said)
        self._silent_since = None
        return job[1]

    def look(self, job: str) -> JobState:
        try:
            report = self._report()
        except PrintError as error:
            gone = error.trouble in (Trouble.NOT_FOUND, Trouble.NO_DEFAULT)
            return JobState(Phase.OVER if gone else Phase.WAITING, error.trouble)
        number = int(job.rpartition("-")[2])
        if number in report.finished or number not in report.active:
            ended = how_it_ended(report.finished.get(number, ()), report.message, held=number in self._held)
            return self._sure(ended, report) if ended.phase is Phase.DONE else ended
        state = self._active(report, report.active[number])
        self._held -= {number}
        if state.trouble in (Trouble.OFFLINE, Trouble.STOPPED):
            self._held |= {number}
        return state

    def cancel(self, job: str) -> None:
        try:
            self._commands.run("cancel", [job])
        except PrintError:
            return

    def _resolved(self) -> str:
        if not self._queue:
            said = self._commands.run("lpstat", ["-r", "-d"])
            if (default := re.search(r"default destination: (\S+)", said)) is None:
                raise PrintError(Trouble.NO_DEFAULT)
            self._queue = default[1]
        return self._queue

    def _report(self) -> QueueReport:
        queue = self._resolved()
        said = self._commands.run("lpstat", questions(queue.partition("/")[0]), printer=queue)
        if (report := read_report(said)) is None:
            raise PrintError(Trouble.NOT_FOUND, queue)
        return report

    def _active(self, report: QueueReport, reasons: Reasons) -> JobState:
        if is_refused(reasons):
            return JobState(Phase.OVER, Trouble.REFUSED)
        phase = Phase.PRINTING if "job-printing" in reasons else Phase.WAITING
        silent = "connecting-to-device" in report.reasons or self._unreachable(report, busy=True)
        if self._lasts(silent):
            return JobState(phase, Trouble.OFFLINE)
        held = report.stopped or any(reason.startswith("job-hold-until") for reason in reasons)
        return JobState(phase, trouble_of(report.reasons, busy=True) or (Trouble.STOPPED if held else None))

    def _sure(self, done: JobState, report: QueueReport) -> JobState:
        """CUPS' ipp backend also takes a job for done whose printer vanishes while it is asked how the job gets on."""
        silent = self._is_silent(report, busy=True)
        if self._lasts(silent):
            return JobState(Phase.OVER, Trouble.OFFLINE)
        return JobState(Phase.PRINTING) if silent else done

    def _lasts(self, silent: bool) -> bool:
        """A printer that is busy, or wakes up, may miss a call or two."""
        if not silent:
            self._silent_since = None
            return False
        self._silent_since = self._silent_since or time.monotonic()
        return time.monotonic() - self._silent_since >= self._patience

    def _unreachable(self, report: QueueReport, *, busy: bool) -> bool:
        return bool(_UNREACHABLE.search(report.message)) or self._is_silent(report, busy=busy)

    def _is_silent(self, report: QueueReport, *, busy: bool) -> bool:
        return is_silent(report.device, min(REACH_SECONDS, self._commands.seconds), busy=busy)

    def _cancel_strays(self, report: QueueReport) -> None:
        """A service that did not answer in time may still have taken the sheet: it must not come out twice."""
        if self._before_silence is not None:
            for number in report.active.keys() - self._before_silence:
                self.cancel(str(number))
            self._before_silence = None


def _lp_arguments(queue: str, media: str) -> list[str]:
    """The file comes on standard input, because CUPS writes down the name of a file.

    Without scaling the modules of a code stay whole printer dots.
    """
    scaling = "print-scaling=none sides=one-sided job-sheets=none"
    options = f"media={media} {scaling} document-format=application/pdf"
    return ["-d", queue, "-n", "1", "-t", JOB_TITLE, "-o", options]


def _detail(report: QueueReport, trouble: Trouble | None) -> str:
    address = report.device if trouble is Trouble.OFFLINE else ""
    return "; ".join(part for part in (", ".join(report.reasons), report.message, address) if part)
