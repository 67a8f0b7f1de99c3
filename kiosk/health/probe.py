"""Many looks at once, none of which may keep the others waiting."""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import N_, KioskError, Message
from kiosk.staff.health import AREA_NAMES, Area, Finding, Mark

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Probe:
    """`look` is given the folder of the content."""

    area: Area
    look: Callable[[Path], Iterable[Finding]]
    patience_s: float = 10.0


def answers(probes: Sequence[Probe], root: Path) -> tuple[Finding, ...]:
    """What all probes found, in their order. One that fails, or does not answer, is a finding too."""
    began = time.monotonic()
    looks = [_Look(probe, root) for probe in probes]
    return tuple(finding for look in looks for finding in look.findings(began))


class _Look:
    """A probe at work in a thread of its own; one that hangs is left behind."""

    def __init__(self, probe: Probe, root: Path) -> None:
        self._probe, self._root = probe, root
        self._found: tuple[Finding, ...] | None = None
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        try:
            self._found = tuple(self._probe.look(self._root))
        except KioskError as error:
            self._found = (Finding(self._probe.area, error.message, Mark.FAULT),)
        except Exception:  # one probe's bug must not hide what the others found
            log.exception("the probe %s failed", self._probe.area)
            what = N_("{area}を調べられませんでした。くわしいことは「記録」にあります。")
            self._found = (self._about_itself(what),)

    def findings(self, began: float) -> tuple[Finding, ...]:
        self._thread.join(max(0.0, began + self._probe.patience_s - time.monotonic()))
        if self._found is None:
            what = N_(
                "{area}を調べていますが、返事がありません。電源と線を確かめて、もう一度調べてください。"
            )
            return (self._about_itself(what),)
        return self._found

    def _about_itself(self, what: str) -> Finding:
        area = self._probe.area
        return Finding(area, Message(what, {"area": Message(AREA_NAMES[area])}), Mark.FAULT)
