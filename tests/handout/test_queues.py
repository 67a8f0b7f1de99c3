from pathlib import Path

import pytest

from kiosk.handout.printers.queues import queue_names
from tests.print_service import PrintService


@pytest.mark.usefixtures("hall_port")
def test_the_queues_of_the_service(print_service: PrintService) -> None:
    assert queue_names(server=print_service.server) == ("hall",)


def test_without_a_service_or_its_commands_there_are_none(tmp_path: Path) -> None:
    assert queue_names(server=str(tmp_path / "nothing.sock")) == ()
    assert queue_names(path=str(tmp_path)) == ()
