"""Something the kiosk says, how far it has come, and where its words are marked."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kiosk.text.ruby import RubyText
from kiosk.ui.sentences import Sentence, rest_from, sentence_at

BARELY_BEGUN_S = 1.5
"""Who asks for a sentence again so soon after the next one began means the one before."""


@runtime_checkable
class Marks(Protocol):
    """Whatever can show which of its characters are being read."""

    def set_spoken(self, spoken: tuple[int, int] | None) -> None: ...


def mark_on(marks: Marks | None, spoken: tuple[int, int] | None) -> None:
    """Mark, unless what shows the words is gone."""
    gone = isinstance(marks, QWidget) and not isValid(marks)
    if marks and not gone:
        marks.set_spoken(spoken)


@dataclass(frozen=True)
class OneAfterAnother:
    """Two texts said as one, the first of `length` characters, a line end between them."""

    first: Marks | None
    length: int
    second: Marks | None

    def set_spoken(self, spoken: tuple[int, int] | None) -> None:
        later = spoken is not None and spoken[0] > self.length
        start = self.length + 1
        mark_on(self.first, None if later else spoken)
        mark_on(self.second, (spoken[0] - start, spoken[1] - start) if spoken and later else None)


@dataclass(eq=False)
class Utterance:
    """Places count characters of the plain text, moments are seconds of any clock."""

    text: RubyText
    language: str
    marks: Marks | None
    _heard: int = 0
    _goes_on_at: int = 0
    _began: float = 0.0
    _barely_begun: bool = False

    @property
    def rest(self) -> RubyText:
        """From the sentence that was interrupted to the end; empty when all was said."""
        return rest_from(self.text, self._goes_on_at)

    @property
    def goes_on_at(self) -> int:
        return self._goes_on_at

    @property
    def last_sentence(self) -> Sentence | None:
        """The one to repeat: what was being heard when silence fell."""
        return sentence_at(self.text, self._heard, self._barely_begun)

    def begin(self, start: int, now: float) -> None:
        """It is said from a sentence's start on."""
        self._goes_on_at, self._began, self._barely_begun = start, now, False

    def hear(self, start: int, now: float) -> None:
        """A word begins to be heard."""
        self._heard = start
        found = sentence_at(self.text, start)
        if found and found.start > self._goes_on_at:
            self.begin(found.start, now)

    def fall_silent(self, now: float) -> None:
        """Interrupted by a touch."""
        self._barely_begun = now - self._began < BARELY_BEGUN_S

    def end(self, end: int) -> None:
        """Everything asked for was said, up to a character."""
        self._goes_on_at, self._barely_begun = end, False

    def mark(self, spoken: tuple[int, int] | None) -> None:
        mark_on(self.marks, spoken)
