"""One receipt on its way: sent strip by strip, and watched until it is really printed."""

import time
from collections import deque
from collections.abc import Callable
from uuid import uuid4

from kiosk.handout.printers.connections import Connection
from kiosk.handout.printers.printer import JobState, Phase
from kiosk.handout.printers.receipt_commands import FILL, ReceiptCommands
from kiosk.handout.printers.receipt_status import Talk
from kiosk.handout.trouble import Trouble

SLICE_S = 2.0
"""So long one look sends; then others have their turn."""


class ReceiptJob:
    """Goes on whenever it is looked at, and closes its connection when it is over.

    Done is what the printer has answered GS r for. One that never answers is believed after the time that a slow
    printer needs, and only if it took every byte; one that answered before and is silent now is not believed.
    A receipt that broke in the middle is not continued: what the printer still holds is thrown away and cut off.
    """

    def __init__(
        self,
        connection: Connection,
        talk: Talk,
        commands: ReceiptCommands,
        after_a_broken_one: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._connection, self._talk, self._commands, self._clock = connection, talk, commands, clock
        clean = FILL + commands.start + commands.end if after_a_broken_one else b""
        self.name = uuid4().hex
        self._left = deque([clean + commands.start, *commands.strips, commands.end])
        self._begun = False
        self._out_at = 0.0
        self.state = JobState(Phase.WAITING)
        self.is_broken = False
        """The connection was lost in the middle of a command, for the rest of which the printer may wait."""

    @property
    def is_over(self) -> bool:
        return self.state.phase in (Phase.DONE, Phase.OVER)

    def look(self) -> JobState:
        if self.is_over:
            return self.state
        try:
            self.state = self._go_on()
        except OSError as error:
            self._break_off(Trouble.NO_ANSWER if isinstance(error, TimeoutError) else Trouble.OFFLINE)
            return self.state
        if self.state.phase is Phase.DONE:
            self._connection.close()
        elif self.state.phase is Phase.OVER:
            self._clean_up()
        return self.state

    def cancel(self) -> None:
        if not self.is_over:
            self.state = JobState(Phase.OVER, Trouble.CANCELLED)
            self._clean_up()

    def _go_on(self) -> JobState:
        if not self._left and self._talk.wait_for_the_end():
            return JobState(Phase.DONE)
        health = self._talk.health() if self._talk.speaks else None
        if health and health.trouble is Trouble.OFFLINE:
            return JobState(self._phase, health.trouble)
        if health and health.trouble:
            return JobState(Phase.OVER, health.trouble)
        if self._left:
            self._send()
        elif self._clock() >= self._out_at and not (health and health.resting):
            silent = self._talk.speaks and health is None
            return JobState(Phase.OVER, Trouble.NO_ANSWER) if silent else JobState(Phase.DONE)
        return JobState(Phase.PRINTING)

    @property
    def _phase(self) -> Phase:
        return Phase.PRINTING if self._begun else Phase.WAITING

    def _send(self) -> None:
        end = self._clock() + SLICE_S
        while self._left and self._clock() < end:
            self._begun = True
            self._talk.send(self._left[0])
            self._left.popleft()
        if not self._left:
            self._talk.ask_for_the_end()
            self._out_at = self._clock() + self._commands.seconds

    def _break_off(self, trouble: Trouble) -> None:
        """What waits on this side must not be printed when the printer comes back."""
        self.state, self.is_broken = JobState(Phase.OVER, trouble), self._begun
        self._connection.close(drop=True)

    def _clean_up(self) -> None:
        """The last answer means that everything has arrived: a socket closed too early takes its bytes with it."""
        try:
            if self._begun:
                self._talk.forget()
                self._talk.send(self._commands.start + self._commands.end)
                self._talk.health()
        except OSError:
            self.is_broken = True
        self._connection.close(drop=self.is_broken)
