"""A receipt printer (ESC/POS) as a printer: it gets one job at a time, and its connection only for that long."""

from contextlib import closing
from pathlib import Path

from kiosk.errors import N_, Message
from kiosk.handout.printers.connections import Connection
from kiosk.handout.printers.ports import ReceiptPort
from kiosk.handout.printers.printer import JobState, Phase, PrinterState
from kiosk.handout.printers.receipt_commands import ReceiptCommands, receipt_commands
from kiosk.handout.printers.receipt_job import ReceiptJob
from kiosk.handout.printers.receipt_status import Health, Talk
from kiosk.handout.trouble import PrintError, Trouble

__all__ = ["ReceiptPort", "ReceiptPrinter"]

ANSWER_S = 1.0
"""So long an answer is waited for; printers answer within milliseconds, and one that cannot answer costs this."""

_NEAR_END = N_("プリンター「{printer}」の紙が、残り少なくなっています。新しい紙を用意してください。")
_SILENT = N_("プリンター「{printer}」は返事をしないので、紙が残っているか分かりません。")


class ReceiptPrinter:
    """`submit` only opens the line and asks; every `look` sends and watches for up to about two seconds."""

    def __init__(self, port: ReceiptPort, *, seconds: float = 5.0) -> None:
        """`seconds` is the most that connecting, or a printer that takes no bytes, is waited for."""
        self._port, self._seconds = port, seconds
        self._job: ReceiptJob | None = None
        self._speaks = False

    @property
    def name(self) -> str:
        return self._port.text

    def state(self) -> PrinterState:
        if self._job and not self._job.is_over:
            return PrinterState(self._job.state.trouble)
        try:
            with closing(self._port.open(self._seconds)) as connection:
                health = self._ask(self._talk(connection))
        except PrintError as error:
            return PrinterState(error.trouble, str(error.message.values["detail"]))
        if health is None:
            return PrinterState(remarks=(Message(_SILENT, {"printer": self.name}),))
        near_end = (Message(_NEAR_END, {"printer": self.name}),) if health.near_end else ()
        return PrinterState(health.trouble, health.detail if health.trouble else "", near_end)

    def submit(self, file: Path) -> str:
        if self._job:
            self._job.cancel()
        commands = self._commands(file)
        connection = self._port.open(self._seconds)
        talk = self._talk(connection)
        try:
            health = self._ask(talk)
            if health and health.trouble:
                raise PrintError(health.trouble, self.name, health.detail)
        except PrintError:
            connection.close()
            raise
        broken = self._job is not None and self._job.is_broken
        self._job = ReceiptJob(connection, talk, commands, after_a_broken_one=broken)
        return self._job.name

    def look(self, job: str) -> JobState:
        """A job that is not known was taken back for another one."""
        if self._job and self._job.name == job:
            return self._job.look()
        return JobState(Phase.OVER, Trouble.CANCELLED)

    def cancel(self, job: str) -> None:
        """What is not printed yet; the printer cuts the rest off, so that the next receipt starts on clean paper."""
        if self._job and self._job.name == job:
            self._job.cancel()

    def _talk(self, connection: Connection) -> Talk:
        return Talk(connection, min(self._seconds, ANSWER_S))

    def _ask(self, talk: Talk) -> Health | None:
        """None from a printer that never speaks. One that did, and is silent now, may be busy for another terminal.

        Raises `PrintError`.
        """
        try:
            health = talk.health()
        except TimeoutError as error:
            raise PrintError(Trouble.NO_ANSWER, self.name) from error
        except OSError as error:
            raise PrintError(Trouble.OFFLINE, self.name, error.strerror or error) from error
        if health is None and self._speaks:
            raise PrintError(Trouble.NO_ANSWER, self.name)
        self._speaks = talk.speaks
        return health

    def _commands(self, file: Path) -> ReceiptCommands:
        try:
            return receipt_commands(file)
        except (OSError, SyntaxError, ValueError) as error:
            raise PrintError(Trouble.NO_SHEET, self.name, error) from error
