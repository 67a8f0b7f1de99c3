"""What an ESC/POS printer says about itself.

Source: Epson ESC/POS command reference, DLE EOT and GS r,
https://download4.epson.biz/sec_pubs/pos/reference_en/escpos/dle_eot.html and gs_lr.html
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kiosk.handout.printers.connections import Connection
from kiosk.handout.trouble import Trouble

PAPER_QUESTION = b"\x1dr\x01"
"""GS r 1 waits its turn behind all bytes before it: its answer means that these are printed."""

CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
"""DLE DC4 8: forget everything that is not printed yet. For others it is control characters, which print nothing."""

PRINTER, CAUSE, ERROR, PAPER = 1, 2, 3, 4
"""The questions of DLE EOT, which a printer answers at once, also in the middle of its work."""

CHUNK = 1024
"""Bytes that even 9600 baud carries well within a time-out."""


@dataclass(frozen=True)
class Health:
    """`trouble` OFFLINE may pass by itself; every other needs a person."""

    trouble: Trouble | None = None
    near_end: bool = False
    resting: bool = False
    """A hot print head cools down, and the printer calls itself offline."""
    detail: str = field(default="", compare=False)
    """The answers as they came."""


def read_health(answers: Mapping[int, int]) -> Health:
    """From the answers to DLE EOT, by question; one may be missing."""
    printer, cause, error, paper = (answers.get(question, 0) for question in (PRINTER, CAUSE, ERROR, PAPER))
    return Health(
        _trouble(printer, cause, error, paper),
        near_end=bool(paper & 0x0C),
        resting=bool(error & 0x40),
        detail=" ".join(f"{question}:{answer:02X}" for question, answer in answers.items()),
    )


def _trouble(printer: int, cause: int, error: int, paper: int) -> Trouble | None:
    if cause & 0x04:
        return Trouble.COVER_OPEN
    if cause & 0x20 or paper & 0x60:
        return Trouble.PAPER_OUT
    if error & 0x08:
        return Trouble.JAMMED
    if error & 0x20:
        return Trouble.REFUSED
    return Trouble.OFFLINE if (printer | cause) & 0x08 and not error & 0x40 else None


def is_status(byte: int) -> bool:
    """Bits 1 and 4 are always on, 0 and 7 always off in an answer to DLE EOT."""
    return byte & 0b1001_0011 == 0b0001_0010


def is_paper_answer(byte: int) -> bool:
    """Bits 4 and 7 are always off in an answer to GS r."""
    return byte & 0b1001_0000 == 0


class Talk:
    """Questions to a printer, and what came back. `speaks` once it has answered anything."""

    def __init__(
        self, connection: Connection, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`seconds` is how long an answer may take."""
        self._connection, self._seconds, self._clock = connection, seconds, clock
        self._waits_for_paper = False
        self.speaks = False
        self.has_printed = False

    def send(self, data: bytes) -> None:
        for start in range(0, len(data), CHUNK):
            self._connection.write(data[start : start + CHUNK])

    def forget(self) -> None:
        """What is not printed yet. Nothing may be sent until the printer has answered, or could have."""
        self.send(CLEAR)
        self._hear(self._seconds)

    def ask_for_the_end(self) -> None:
        """From now on `has_printed` turns true when everything sent so far is printed."""
        self._hear(0)
        self._waits_for_paper = True
        self.send(PAPER_QUESTION)

    def wait_for_the_end(self) -> bool:
        end = self._clock() + self._seconds
        while not self.has_printed and (left := end - self._clock()) > 0:
            self._hear(left)
        return self.has_printed

    def health(self) -> Health | None:
        """None from a printer that does not answer."""
        answers: dict[int, int] = {}
        self._hear(0)
        for question in (PRINTER, CAUSE, ERROR, PAPER):
            answer = self._ask(question)
            if answer is None:
                break
            answers[question] = answer
        return read_health(answers) if answers else None

    def _ask(self, question: int) -> int | None:
        self.send(bytes((0x10, 0x04, question)))
        end = self._clock() + self._seconds
        while (left := end - self._clock()) > 0:
            if answers := self._hear(left):
                self.speaks = True
                return answers[-1]
        return None

    def _hear(self, seconds: float) -> bytes:
        """Only what looks like an answer to DLE EOT; an answer to GS r is remembered, the rest is noise."""
        said = self._connection.read(seconds)
        if self._waits_for_paper and any(map(is_paper_answer, said)):
            self.has_printed = True
        return bytes(byte for byte in said if is_status(byte))
