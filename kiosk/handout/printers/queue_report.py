"""What `lpstat` tells about one queue and its jobs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

Reasons = tuple[str, ...]


@dataclass(frozen=True)
class QueueReport:
    """Jobs by number, with their "job-state-reasons"; finished ones only where CUPS keeps a history.

    `reasons` are the printer's "printer-state-reasons", `device` is its address.
    """

    active: Mapping[int, Reasons]
    finished: Mapping[int, Reasons]
    reasons: Reasons
    message: str
    stopped: bool
    accepting: bool
    device: str


_RUNNING = "scheduler is running\n"


def questions(queue: str) -> list[str]:
    """Arguments for one `lpstat`, in an order that `read_report` relies on."""
    # Without -r it takes a service that is down for a queue that is missing; the second one ends a part.
    waiting, finished = (
        ["-r", "-l", "-W", "not-completed", "-o", queue],
        ["-r", "-W", "completed", "-o", queue],
    )
    return [*waiting, "-p", queue, "-a", queue, "-v", queue, *finished]


# Of a job that is over its reasons often say that it is being stopped, so it counts in which list it stands.
_JOB = re.compile(r"^\S+-(\d+) +\S.*\n((?:\t.*\n)*)", re.MULTILINE)
_PRINTER = re.compile(r"^printer \S+ (.*)\n((?:\t.*\n)*)", re.MULTILINE)
_DEVICE = re.compile(r"^device for \S+: (\S+)", re.MULTILINE)
_REFUSES = re.compile(r"^\S+ not accepting requests", re.MULTILINE)
_REASONS = re.compile(r"^\tAlerts: (.*)", re.MULTILINE)
_MESSAGE = re.compile(r"\t(?!(?:Form mounted|Description):)(.*)")


def read_report(text: str) -> QueueReport | None:
    """What CUPS from 2.2 on says under the C locale; None if it says nothing about the printer."""
    now, _, before = text.removeprefix(_RUNNING).partition(_RUNNING)
    printer, device = _PRINTER.search(now), _DEVICE.search(now)
    if printer is None:
        return None
    message = _MESSAGE.match(printer[2])
    return QueueReport(
        active=_jobs(now),
        finished=_jobs(before),
        reasons=_reasons(printer[2]),
        message=message[1] if message else "",
        stopped=printer[1].startswith("disabled"),
        accepting=not _REFUSES.search(now),
        device=device[1] if device else "",
    )


def _jobs(text: str) -> dict[int, Reasons]:
    return {int(job[1]): _reasons(job[2]) for job in _JOB.finditer(text)}


def _reasons(text: str) -> Reasons:
    found = _REASONS.search(text)
    return tuple(reason for reason in found[1].split() if reason != "none") if found else ()
