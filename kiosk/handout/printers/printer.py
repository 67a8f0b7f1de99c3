"""What both ways to paper can do. Every call may block for seconds and has a time-out of its own."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from kiosk.errors import Message
from kiosk.handout.trouble import Trouble


class Phase(StrEnum):
    """Where a job is. `DONE`: the paper is out; `OVER`: it ended without paper."""

    WAITING = "waiting"
    PRINTING = "printing"
    DONE = "done"
    OVER = "over"


@dataclass(frozen=True)
class JobState:
    """`trouble` is what holds the job up at the moment, or what ended it."""

    phase: Phase
    trouble: Trouble | None = None


@dataclass(frozen=True)
class PrinterState:
    """`notes` are what staff should do soon, such as more paper; `remarks` only say how things are."""

    trouble: Trouble | None = None
    detail: str = ""
    notes: tuple[Message, ...] = ()
    remarks: tuple[Message, ...] = ()

    def tasks(self, printer: str) -> tuple[Message, ...]:
        """Everything that staff should look after, the trouble first."""
        if self.trouble is None:
            return self.notes
        values = {"printer": printer, "detail": self.detail}
        return Message(self.trouble.staff, values), *self.notes


class Printer(Protocol):
    """`name` is how staff call it."""

    @property
    def name(self) -> str: ...

    def state(self) -> PrinterState: ...

    def submit(self, file: Path) -> str:
        """Hand over a file; gives the job's name. Raises `PrintError` if nothing was handed over."""

    def look(self, job: str) -> JobState: ...

    def cancel(self, job: str) -> None:
        """Take a job back if it is still there. A printer that does not answer is left alone."""
