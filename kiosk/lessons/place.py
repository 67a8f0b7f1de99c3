"""A place in a lesson is a value: moves return a new place, nothing else changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from kiosk.lessons.model import Lesson
from kiosk.lessons.steps import Ask, Step


@dataclass(frozen=True)
class Place:
    """Where a resident is in a lesson, and what they answered on the way.

    `index` counts within the lesson's own steps. Steps whose `when` does not fit the answers are
    passed over in both directions.
    """

    lesson_id: str
    lesson: Lesson
    index: int = 0
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def step(self) -> Step:
        return self.lesson.steps[self.index]

    @property
    def at_start(self) -> bool:
        return self.index == self._path()[0]

    @property
    def finished(self) -> bool:
        """At the last step, the one that says "well done"."""
        return self.index == len(self.lesson.steps) - 1

    @property
    def number(self) -> int:
        """This step's number on the resident's own way, from 1."""
        return self._path().index(self.index) + 1

    @property
    def total(self) -> int:
        """Steps on the resident's way, the end not counted; open questions count as their first answer."""
        return len(self._path()) - 1

    @property
    def waits_for_answer(self) -> bool:
        return isinstance(self.step, Ask) and self.step.remember not in self.answers

    @property
    def chosen_steps(self) -> tuple[Step, ...]:
        """The steps on the resident's way, for the sheet that mirrors the lesson."""
        return tuple(self.lesson.steps[index] for index in self._path())

    def way(self) -> "Iterator[Place]":
        """Every place of the resident's way, from the first to the last."""
        return (replace(self, index=index) for index in self._path())

    @property
    def steps_so_far(self) -> tuple[Step, ...]:
        """The steps on the resident's way up to this one."""
        return tuple(self.lesson.steps[index] for index in self._path() if index <= self.index)

    def forward(self) -> "Place":
        """One step on; stays where it is at the end, or while a question is open."""
        later = [index for index in self._path() if index > self.index]
        return replace(self, index=later[0]) if later and not self.waits_for_answer else self

    def back(self) -> "Place":
        earlier = [index for index in self._path() if index < self.index]
        return replace(self, index=earlier[-1]) if earlier else self

    def answer(self, choice: str) -> "Place":
        """Remember the answer to the present question; a later answer replaces an earlier one."""
        if not isinstance(self.step, Ask) or choice not in self.step.choices:
            raise ValueError(f"{choice!r} is no answer to step {self.index}")
        return replace(self, answers={**self.answers, self.step.remember: choice})

    def with_lesson(self, lesson: Lesson) -> "Place":
        """The same place in another language's version of the lesson."""
        return replace(self, lesson=lesson)

    def _path(self) -> list[int]:
        assumed: dict[str, str] = {}
        path: list[int] = []
        for index, step in enumerate(self.lesson.steps):
            if any(assumed.get(question) != answer for question, answer in step.when.items()):
                continue
            path.append(index)
            if isinstance(step, Ask):
                assumed[step.remember] = self.answers.get(step.remember, next(iter(step.choices)))
        return path
