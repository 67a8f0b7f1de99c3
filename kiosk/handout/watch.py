"""What the printing process does after a sheet was handed over: look after the job until it has come to its end."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.handout.printers.printer import JobState, Phase, Printer
from kiosk.handout.protocol import Alive, Failed, Going, News, Printed
from kiosk.handout.trouble import Trouble

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


class Watch:
    """`tell` is called for every piece of news, `troubled` when the printer needs somebody; `clock` counts seconds."""

    def __init__(
        self,
        printer: Printer,
        tell: Callable[[News], None],
        troubled: Callable[[], object],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._printer, self._tell, self._troubled, self._clock = printer, tell, troubled, clock
        self._jobs: list[_Job] = []

    @property
    def busy(self) -> bool:
        return bool(self._jobs)

    def add(self, job: str) -> None:
        """Somebody waits for this one."""
        self._jobs.append(_Job(job, self._clock()))

    def take_back(self, job: str) -> None:
        """Nobody waits for this one, and nobody shall find it."""
        self._printer.cancel(job)
        self._jobs.append(_Job(job, self._clock(), taken_back=True))

    def leave(self) -> None:
        """The visit is over: nobody waits for its jobs any more."""
        for job in self._jobs:
            job.left = True

    def look(self) -> None:
        """See after every job; call it again and again while `busy`."""
        for job in tuple(self._jobs):
            self._follow(job, self._printer.look(job.name))
        self._tell(Alive())

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
                self._troubled()

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
        self._troubled()
