"""What is counted, and where a count belongs."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Measure(StrEnum):
    """What is counted. The values stand in the book and in the published file: they stay as they are."""

    VISIT = "visits"
    VISIT_FINISHED = "visits_finished"
    """Ended by the resident at the end of a lesson."""
    VISIT_STARTED_OVER = "visits_started_over"
    """Ended by the resident anywhere else."""
    VISIT_LEFT = "visits_left"
    """Ended because nobody touched the terminal any more."""
    VISIT_BROKEN = "visits_broken"
    """Ended by an error, or by a restart."""
    LANGUAGE = "languages_chosen"
    LESSON_STARTED = "lessons_started"
    LESSON_FINISHED = "lessons_finished"
    LESSON_STOPPED = "lessons_stopped"
    """Left before its end, at a step."""
    PRINTED = "sheets_printed"
    PRINT_TROUBLE = "print_troubles"
    HELP = "help_calls"
    ERROR = "errors"


ENDINGS = (
    Measure.VISIT_FINISHED,
    Measure.VISIT_STARTED_OVER,
    Measure.VISIT_LEFT,
    Measure.VISIT_BROKEN,
)


@dataclass(frozen=True)
class Count:
    """One thing that happened. Only a measure that is about them has a lesson, a language (BCP 47) or a step.

    `step` counts the lesson's own steps from 1, whatever way the resident took; 0 is none.
    """

    measure: Measure
    lesson: str = ""
    language: str = ""
    step: int = 0


@dataclass(frozen=True)
class Hour:
    """An hour of a day by the clock of the terminal: `hour` 9 is from 9:00 to 9:59."""

    day: date
    hour: int


@dataclass(frozen=True)
class Entry:
    """A line of the book without its number.

    Only a visit has its hour, everything else that of 0: where few people come, the lesson, the language and the end
    of one person would stand together in one hour.
    """

    hour: Hour
    what: Count

    @staticmethod
    def at(moment: datetime, what: Count) -> "Entry":
        return Entry(Hour(moment.date(), moment.hour if what.measure is Measure.VISIT else 0), what)


@dataclass(frozen=True)
class Row:
    """A line of the book: so often was this counted in that hour."""

    entry: Entry
    times: int

    @property
    def day(self) -> date:
        return self.entry.hour.day

    @property
    def what(self) -> Count:
        return self.entry.what
