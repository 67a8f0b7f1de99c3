"""How a job ended, from what CUPS still tells when it is over.

Without a history CUPS tells nothing, and before version 2.4.10 it often says only "processing-to-stop-point" of
jobs that were printed, cancelled or aborted. Then what the backend said last is all there is.
"""

import re

from kiosk.handout.printers.printer import JobState, Phase
from kiosk.handout.printers.queue_report import Reasons
from kiosk.handout.trouble import Trouble

_REFUSED = re.compile(
    r"aborted-by-system|job-completed-with-errors|job-stopped|cups-(filter|backend)-crashed|document-.*"
)
_GAVE_UP = re.compile(
    r"cannot print|canceled at printer|too large|filter failed|filter errors", re.IGNORECASE
)


def how_it_ended(reasons: Reasons, message: str, *, held: bool) -> JobState:
    """`message` is the printer's last one; `held` means that nothing could be printed when one looked last."""
    if any(reason.startswith("job-canceled") for reason in reasons):
        return JobState(Phase.OVER, Trouble.CANCELLED)
    if is_refused(reasons):
        return JobState(Phase.OVER, Trouble.REFUSED)
    if "job-completed-successfully" in reasons:
        return JobState(Phase.DONE)
    if _GAVE_UP.search(message):
        return JobState(Phase.OVER, Trouble.REFUSED)
    return JobState(Phase.OVER, Trouble.CANCELLED) if held else JobState(Phase.DONE)


def is_refused(reasons: Reasons) -> bool:
    """Also of a job that still stands in the queue."""
    return any(_REFUSED.fullmatch(reason) for reason in reasons)
