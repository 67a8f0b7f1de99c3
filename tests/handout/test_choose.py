"""A printer that the settings name in a way that means nothing."""

from kiosk.handout.paper import Paper
from kiosk.handout.printers.choose import printer_for
from kiosk.settings import PAPERS


def test_staff_are_told_how_a_printer_is_written() -> None:
    printer = printer_for("usb:nothing", Paper.RECEIPT80)
    not_found, how = [message.text() for message in printer.state().tasks(printer.name)]
    assert "usb:nothing" in not_found
    assert "usb:04b8:0e15" in how


def test_every_paper_can_be_set() -> None:
    assert tuple(Paper) == PAPERS
