"""No probe keeps the others from telling what they found."""

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.errors import ContentError, Message
from kiosk.health.probe import Probe, answers
from kiosk.staff.health import Area, Finding, Mark


def well(_root: Path) -> Iterator[Finding]:
    yield Finding(Area.CLOCK, Message("よい"))


def expected_trouble(_root: Path) -> Iterator[Finding]:
    yield from well(_root)
    raise ContentError("教材「{name}」はありません。", name="camera")


def bug(_root: Path) -> Iterator[Finding]:
    yield from well(_root)
    raise KeyError("text")


def marks(*probes: Probe) -> list[tuple[Area, Mark]]:
    return [(finding.area, finding.mark) for finding in answers(probes, Path())]


def test_findings_come_in_the_order_of_the_probes() -> None:
    late = threading.Event()

    def slow(_root: Path) -> Iterator[Finding]:
        late.wait(10)
        yield Finding(Area.DISK, Message("よい"))

    def quick(_root: Path) -> Iterator[Finding]:
        late.set()
        yield Finding(Area.CLOCK, Message("よい"))

    assert marks(Probe(Area.DISK, slow), Probe(Area.CLOCK, quick)) == [
        (Area.DISK, Mark.WELL),
        (Area.CLOCK, Mark.WELL),
    ]


def test_an_expected_error_is_a_fault_with_its_own_sentence() -> None:
    (finding,) = answers([Probe(Area.CONTENT, expected_trouble)], Path())
    assert finding == Finding(
        Area.CONTENT, Message("教材「{name}」はありません。", {"name": "camera"}), Mark.FAULT
    )


def test_a_bug_is_a_finding_and_the_rest_is_told(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        found = marks(Probe(Area.SCREEN, bug), Probe(Area.CLOCK, well))
    assert found == [(Area.SCREEN, Mark.FAULT), (Area.CLOCK, Mark.WELL)]
    assert "the probe screen failed" in caplog.text


def test_a_probe_that_hangs_is_left_behind() -> None:
    end = threading.Event()

    def hangs(_root: Path) -> Iterator[Finding]:
        end.wait(30)
        yield from well(_root)

    found = answers([Probe(Area.PRINTER, hangs, patience_s=0.05), Probe(Area.CLOCK, well)], Path())
    end.set()
    assert [(finding.area, finding.mark) for finding in found] == [
        (Area.PRINTER, Mark.FAULT),
        (Area.CLOCK, Mark.WELL),
    ]
    assert found[0].message.text().startswith("プリンターを調べていますが、返事がありません。")
