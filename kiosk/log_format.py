"""How an entry of the log reads: where something went wrong, never what somebody typed.

The message of an error may hold a text (`KeyError: '…'`), so an error is told by its kind and its trace. Only what
the system itself says, and our own sentences without their texts, are kept.
"""

import logging
import os
import traceback
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from kiosk.errors import KioskError, Message, fill

MOST_FRAMES, MOST_ERRORS = 30, 12
"""Of one entry: an endless recursion, or errors that led to each other, must not fill the file."""

LEFT_OUT = "…"


class DiscreetFormatter(logging.Formatter):
    """One line `TIME GRAVITY WHO what`, then the trace, each of its lines indented."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        record.message = _one_line(_said(record))
        record.asctime = self.formatTime(record, self.datefmt)
        lines = [self.formatMessage(record)]
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        if error is not None:
            lines += (f"  {line}" for line in trace(error))
        return "\n".join(lines)


def _said(record: logging.LogRecord) -> str:
    """The message of an entry; an error among its parts is told discreetly."""
    match record.args:
        case tuple() as parts if parts:
            return str(record.msg) % tuple(_discreet(part) for part in parts)
        case Mapping() as named:
            return str(record.msg) % {name: _discreet(part) for name, part in named.items()}
        case _:
            return str(_discreet(record.msg))


def _discreet(part: object) -> object:
    if isinstance(part, BaseException):
        return told(part)
    return _sentence(part) if isinstance(part, Message) else part


def _one_line(text: str) -> str:
    """Every entry begins on a line of its own, and nothing else looks like one."""
    return " ".join(text.split())


def told(error: BaseException) -> str:
    """The kind of an error, and what may be said about it."""
    kind = type(error).__name__
    about = _about(error)
    return f"{kind}: {about}" if about else kind


def _about(error: BaseException) -> str:
    import subprocess

    match error:
        case KioskError(message=message):
            return _sentence(message)
        case OSError(errno=int(number)):
            return f"[{number}] {os.strerror(number)}{_file_of(error)}"
        case subprocess.CalledProcessError(returncode=int(code)):
            return f"exit code {code}"
        case subprocess.TimeoutExpired(timeout=float() | int() as seconds):
            return f"no end after {seconds:.0f} s"
        case SystemExit(code=int(code)):
            return f"exit code {code}"
        case _:
            return ""


def _file_of(error: OSError) -> str:
    """Files are named by us, with their whole path; what is not one may be anything."""
    name = error.filename
    return f" {name}" if isinstance(name, str | PurePath) and PurePath(name).is_absolute() else ""


def _sentence(message: Message) -> str:
    return fill(message.template, {name: _harmless(value) for name, value in message.values.items()})


def _harmless(value: object) -> str:
    """A number or a file tells nothing about a person; another text may."""
    match value:
        case Message():
            return _sentence(value)
        case OSError():
            return told(value)
        case bool() | int() | float() | PurePath():
            return str(value)
        case _:
            return LEFT_OUT


def trace(error: BaseException, groups: bool = True) -> Iterator[str]:
    """The errors that led to this one, oldest first, each with file, line, function and source line.

    `groups`: with the members of each group. A group within a group is told like any other error: with its own
    members, their causes and their members in turn, one entry would fill the file.
    """
    led = _led(error)
    for position, one in enumerate(led):
        if position:
            yield "then:"
        frames = traceback.StackSummary.extract(traceback.walk_tb(one.__traceback__), limit=-MOST_FRAMES)
        for part in frames.format():
            yield from part.rstrip("\n").split("\n")
        yield told(one)
        if groups and isinstance(one, BaseExceptionGroup):
            yield from _members(one)


def _led(error: BaseException) -> list[BaseException]:
    """An error and its causes, oldest first; a ring of causes ends where it began."""
    led: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and not any(one is before for before in led) and len(led) < MOST_ERRORS:
        led.append(one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return led[::-1]


def _members(group: BaseExceptionGroup[BaseException]) -> Iterator[str]:
    for one in group.exceptions[:MOST_ERRORS]:
        yield "one of them:"
        yield from (f"  {line}" for line in trace(one, groups=False))
