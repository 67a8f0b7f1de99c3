"""Which printer a terminal has, from its settings."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import Message, SettingsError
from kiosk.handout.paper import Paper
from kiosk.handout.printers.printer import JobState, Phase, Printer, PrinterState
from kiosk.handout.trouble import PrintError, Trouble


@dataclass(frozen=True)
class NoPrinter:
    """Stands in for a printer whose name in the settings makes no sense."""

    name: str
    why: Message

    def state(self) -> PrinterState:
        return PrinterState(Trouble.NOT_FOUND, notes=(self.why,))

    def submit(self, file: Path) -> str:
        raise PrintError(Trouble.NOT_FOUND, self.name, self.why.text())

    def look(self, job: str) -> JobState:
        return JobState(Phase.OVER, Trouble.NOT_FOUND)

    def cancel(self, job: str) -> None:
        """There are no jobs."""


def is_receipt_printer(name: str) -> bool:
    return name.startswith(("network:", "usb:", "serial:"))


def paper_for(name: str, paper: Paper) -> Paper:
    """A receipt printer has nothing but its roll, and a queue has no roll."""
    if is_receipt_printer(name):
        return paper if paper.is_receipt else Paper.RECEIPT80
    return Paper.A4 if paper.is_receipt else paper


def printer_for(name: str, paper: Paper) -> Printer:
    """The printer of that name; whether it is there, it says when it is asked."""
    if is_receipt_printer(name):
        from kiosk.handout.printers.receipt import ReceiptPort, ReceiptPrinter

        try:
            return ReceiptPrinter(ReceiptPort.parse(name))
        except SettingsError as error:
            return NoPrinter(name, error.message)
    from kiosk.handout.printers.queue import QueuePrinter

    return QueuePrinter(name, media=paper.name)
