"""Making sounds before anybody asks for them, in a modest process of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from kiosk.backoff import FORGIVING
from kiosk.speech.child import Child
from kiosk.speech.protocol import IDLE, AllSaid, Answer, CacheTrouble, Make, Stop
from kiosk.text.ruby import RubyText

Wish = tuple[RubyText, str, float]
"""A text, its language and speed."""


class Ahead(QObject):
    """Fills the sound cache while `hold` is not in force. The process ends when there is nothing to do.

    A text that its process cannot make, or dies of, is left out: whoever hears it will be told.
    """

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = (*command, IDLE)
        self._child: Child | None = None
        self._queue: list[Wish] = []
        self._made: set[Wish] = set()
        self._held = False
        self._number = 0
        self._losses = FORGIVING
        self._alive_for = QElapsedTimer()
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self._go_on)

    def add(self, texts: Sequence[RubyText], language: str, speed: float) -> None:
        """Make these before what is still to do."""
        wanted = [(text, language, speed) for text in texts]
        new = [wish for wish in dict.fromkeys(wanted) if wish not in self._made]
        self._queue = new + [wish for wish in self._queue if wish not in set(new)]
        self._go_on()

    def hold(self, held: bool) -> None:
        """Leave the processor to a voice that speaks now; the piece being made is the last."""
        if held == self._held:
            return
        self._held = held
        if not held:
            self._go_on()
        elif self._child:
            self._number += 1
            self._child.send(Stop())

    def close(self) -> None:
        self._queue.clear()
        self._dismiss()

    def _go_on(self) -> None:
        if self._held or self._next.isActive():
            return
        if not self._queue:
            self._dismiss()
            return
        if self._child is None:
            self._alive_for.start()
            self._child = Child(self._command, self)
            self._child.answered.connect(self._on_answer)
            self._child.lost.connect(self._on_lost)
        self._number += 1
        self._child.send(Make(self._number, *self._queue[0]))

    def _on_answer(self, answer: Answer) -> None:
        if isinstance(answer, CacheTrouble):
            self._queue.clear()
            self._dismiss()
        elif answer.number == self._number:
            wish = self._queue.pop(0)
            if isinstance(answer, AllSaid):
                self._made.add(wish)
            self._go_on()

    def _on_lost(self) -> None:
        self._child = None
        if self._queue:
            del self._queue[0]
        self._losses = self._losses.after(self._alive_for.elapsed() / 1000)
        self._next.start(round(1000 * self._losses.wait_s))

    def _dismiss(self) -> None:
        if self._child:
            self._child.kill()
            self._child = None
