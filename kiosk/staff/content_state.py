"""What staff should know of the content, as values; their texts are in the language of the staff page."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby


@dataclass(frozen=True)
class ContentProblem:
    """`line` counts from 1, 0 is the file as a whole. `grave`: the file was set aside."""

    file: str
    line: int
    grave: bool
    problem: str
    remedy: str


@dataclass(frozen=True)
class Review:
    """A lesson, the day by which it must be looked at again, and when its oldest source was."""

    title: str
    review_by: date
    checked_on: date

    def days_left(self, today: date) -> int:
        """Negative when it is overdue."""
        return (self.review_by - today).days


@dataclass(frozen=True)
class Drafts:
    """How many texts of a language are translated and read by a person, made by a machine only, missing."""

    language: str
    ready: int
    drafts: int
    missing: int


@dataclass(frozen=True)
class ContentState:
    """Problems by file, the grave ones first; the reviews that are due soonest first."""

    problems: tuple[ContentProblem, ...]
    reviews: tuple[Review, ...]
    drafts: tuple[Drafts, ...]


def by_file(problems: tuple[ContentProblem, ...]) -> tuple[tuple[str, tuple[ContentProblem, ...]], ...]:
    """Problems that follow each other in one file, together."""
    return tuple((file, tuple(group)) for file, group in groupby(problems, key=lambda one: one.file))
