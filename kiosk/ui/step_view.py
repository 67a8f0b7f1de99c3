"""Everything a step shows, as a value."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.text.ruby import RubyText
from kiosk.ui.answers import Answer
from kiosk.ui.phone.stage import StageView
from kiosk.ui.screens.screen import lines


@dataclass(frozen=True)
class Choice:
    id: str
    label: RubyText
    chosen: bool = False


@dataclass(frozen=True)
class Secret:
    """One of the numbers on the practice card; the one that is `asked` for now stands out."""

    name: RubyText
    number: str
    asked: bool


@dataclass(frozen=True)
class StepView:
    """`choices` are answers to tap, `items` things to tick; at most one of them."""

    chip: RubyText
    chip_icon: str
    say: RubyText
    more: RubyText = ()
    praised: bool = False
    answer: Answer = field(default_factory=Answer)
    stage: StageView | None = None
    """The phone, and what is to be done on it."""
    secrets: tuple[Secret, ...] = ()
    picture: Path | None = None
    alt: RubyText = ()
    choices: Sequence[Choice] = ()
    items: Sequence[RubyText] = ()
    ticked: frozenset[int] = frozenset()

    @property
    def said(self) -> RubyText:
        """What is read aloud when the step opens."""
        answers = [*(choice.label for choice in self.choices), *self.items]
        return lines([self.chip if self.praised else (), self.say, self.more, *answers])
