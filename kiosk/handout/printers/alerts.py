"""What the keywords mean with which a printer says why it does not print.

Source: RFC 8011, 5.4.12 ("printer-state-reasons"), and PWG 5100.9, which adds the parts of finishers to them.
A keyword ends in "-report", "-warning" or "-error"; one without an end counts as an error.
"""

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from kiosk.errors import N_
from kiosk.handout.trouble import Trouble


class Weight(IntEnum):
    REPORT = 1
    WARNING = 2
    ERROR = 3


class _Reason(NamedTuple):
    """Stops the printer from this weight on: while nothing is printed, and while a job should be."""

    pattern: re.Pattern[str]
    trouble: Trouble
    idle: Weight = Weight.REPORT
    busy: Weight = Weight.REPORT


# The worst first. A printer with two trays warns of the empty one all day, and one with little toner prints on.
_REASONS = (
    _Reason(re.compile(r"offline|shutdown|timed-out|cups-remote-stopped"), Trouble.OFFLINE),
    _Reason(re.compile(r"(.+-)?jam"), Trouble.JAMMED),
    _Reason(re.compile(r"(.+-)?(cover|door|interlock)-open"), Trouble.COVER_OPEN),
    _Reason(
        re.compile(r"media-(empty|needed)|input(-media)?-tray-missing|input-manual-input-request"),
        Trouble.PAPER_OUT,
        Weight.ERROR,
        Weight.WARNING,
    ),
    _Reason(
        re.compile(r"(toner|ink|marker-.*|developer)-(empty|missing)|marker-waste-full|opc-life-over"),
        Trouble.INK_OUT,
        Weight.ERROR,
        Weight.ERROR,
    ),
    _Reason(re.compile(r"output-area-full|output-tray-missing"), Trouble.TRAY_FULL),
    _Reason(re.compile(r"paused|moving-to-paused|stopped-partly|hold-new-jobs"), Trouble.STOPPED),
)

_NOTES = (
    (re.compile(r"media-low"), N_("紙が、残り少なくなっています。")),
    (re.compile(r"media-empty"), N_("紙のないトレイがあります。")),
    (
        re.compile(r"(toner|ink|marker-supply|developer)-(low|empty)|opc-near-eol"),
        N_("インクかトナーが、残り少なくなっています。"),
    ),
    (re.compile(r"marker-waste-almost-full"), N_("廃トナーの入れ物が、もうすぐいっぱいです。")),
    (re.compile(r"output-area-almost-full"), N_("紙の出口が、もうすぐいっぱいです。")),
)

_ENDS = {"-report": Weight.REPORT, "-warning": Weight.WARNING, "-error": Weight.ERROR}


def trouble_of(reasons: Sequence[str], *, busy: bool) -> Trouble | None:
    """The worst of what stops the printer; `busy` when a job should be printing now."""
    split = [_split(reason) for reason in reasons]
    for known in _REASONS:
        least = known.busy if busy else known.idle
        if any(weight >= least and known.pattern.fullmatch(keyword) for keyword, weight in split):
            return known.trouble
    return Trouble.UNKNOWN if any(reason.endswith("-error") for reason in reasons) else None


def notes_of(reasons: Sequence[str]) -> list[str]:
    """What staff should see to some time, as templates."""
    keywords = [_split(reason)[0] for reason in reasons]
    return [note for pattern, note in _NOTES if any(pattern.fullmatch(keyword) for keyword in keywords)]


def _split(reason: str) -> tuple[str, Weight]:
    for end, weight in _ENDS.items():
        if reason.endswith(end):
            return reason.removesuffix(end), weight
    return reason, Weight.ERROR
