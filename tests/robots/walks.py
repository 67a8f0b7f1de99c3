"""Every lesson walked by the robot that follows instructions, each once, and a table of how its steps were passed."""

from collections import Counter
from dataclasses import dataclass, field

from kiosk.i18n.edition import Editions
from kiosk.shots import ShotPlan, Stage
from kiosk.visit.visit import Front, Visit
from tests.robots.finger import Clock
from tests.robots.follower import Follower, Means, Passed

INCHES = 24.0


@dataclass
class Walks:
    """Walks when it is first asked for a walk. The windows stay, one a language, as in the kiosk."""

    editions: Editions
    clock: Clock
    _stages: dict[str, Stage] = field(default_factory=dict)
    _walked: dict[tuple[str, str, str], list[Passed]] = field(default_factory=dict)

    def of(self, lesson: str, language: str, phone_kind: str) -> list[Passed]:
        """The steps of a lesson for somebody whose phone is known, or ("") is asked; with every answer to be given."""
        walk = lesson, language, phone_kind
        if walk not in self._walked:
            self._walked[walk] = self._walk(*walk)
        return self._walked[walk]

    def _walk(self, lesson: str, language: str, phone_kind: str) -> list[Passed]:
        stage = self._stage(language)
        robot = Follower(stage, self.clock)
        while not robot.passed or robot.curious:
            stage.state.become(Visit(language=language, phone_kind=phone_kind))
            stage.show(Front(lesson))
            robot.walk()
        return robot.passed

    def _stage(self, language: str) -> Stage:
        if language not in self._stages:
            self._stages[language] = Stage(self.editions, ShotPlan(inches=INCHES), language)
        return self._stages[language]

    def table(self) -> str:
        """How the steps of each kind were passed, and the taps that nobody finds by reading."""
        lines = ["", f"{'':10}{'':8}" + "".join(f"{means:>10}" for means in Means)]
        for language in self._stages:
            steps = [step for walk, steps in self._walked.items() if walk[1] == language for step in steps]
            for kind in sorted({step.kind for step in steps}):
                counts = Counter(step.means for step in steps if step.kind == kind)
                lines.append(f"{language:10}{kind:8}" + "".join(f"{counts[means]:10}" for means in Means))
        return "\n".join([*lines, *self._unread()])

    def _unread(self) -> list[str]:
        return sorted(
            {
                f"not by reading: {walk[1]} {step.lesson} {step.number}: {step.said}"
                for walk, steps in self._walked.items()
                for step in steps
                if step.kind == "tap" and step.means is not Means.READING
            }
        )

    def close(self) -> None:
        for stage in self._stages.values():
            stage.shell.close()
            stage.shell.deleteLater()
            stage.settle()
