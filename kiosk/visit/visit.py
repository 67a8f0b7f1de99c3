"""The present visit as one value, and the one place that holds it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.errors import Message

if TYPE_CHECKING:
    from kiosk.lessons.phone.state import PhoneState
    from kiosk.lessons.place import Place
    from kiosk.lessons.practice import Nearly
    from kiosk.text.kana_input import Typed


class TextSize(StrEnum):
    NORMAL = "normal"
    LARGE = "large"
    LARGEST = "largest"


class Contrast(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    YELLOW = "yellow"


class Speed(StrEnum):
    """How fast the voice speaks to this resident."""

    SLOW = "slow"
    NORMAL = "normal"
    FAST = "fast"

    @property
    def factor(self) -> float:
        """Times the terminal's own pace (`speech_speed` of the settings)."""
        return {Speed.SLOW: 0.8, Speed.NORMAL: 1.0, Speed.FAST: 1.25}[self]


VOLUMES = range(1, 6)
"""Steps of loudness; the highest is all that the terminal's loudspeaker gives."""

E = TypeVar("E", TextSize, Contrast)


def following(value: E) -> E:
    """The next member of a small enumeration, round and round."""
    members = list(type(value))
    return members[(members.index(value) + 1) % len(members)]


@dataclass(frozen=True)
class Attract:
    """Nobody is here yet."""


@dataclass(frozen=True)
class Home:
    """The shelves; `greeted` is true right after a language was chosen."""

    greeted: bool = False


@dataclass(frozen=True)
class OnShelf:
    shelf: str


@dataclass(frozen=True)
class Front:
    """A lesson's front page, and the shelf to go back to."""

    lesson_id: str
    shelf: str = ""


@dataclass(frozen=True)
class Missed:
    """Something else than the target was touched; None is a bare place on the phone.

    `times` counts touches in a row, so that the same touch again is answered again.
    """

    element: str | None
    times: int = 1


@dataclass(frozen=True)
class OnlyLooking:
    """The phone was touched where there is nothing to practise."""

    times: int = 1


@dataclass(frozen=True)
class AnswerFirst:
    """「つぎへ」 was pressed before a question was answered."""

    times: int = 1


@dataclass(frozen=True)
class NearlyRight:
    """The right thing was touched, but not yet as asked."""

    what: "Nearly"
    times: int = 1


@dataclass(frozen=True)
class PinMissed:
    """Other digits than those on the practice card; `left` tries remain before a real card locks."""

    left: int
    times: int = 1


@dataclass(frozen=True)
class PinLocked:
    """The last try was a miss: what a real card does now, and what to do next."""

    times: int = 1


@dataclass(frozen=True)
class PinWasRight:
    """The right digits, where a miss was to be practised."""

    times: int = 1


@dataclass(frozen=True)
class QuizAnswered:
    choice: str
    right: bool
    times: int = 1


Feedback = (
    Missed | OnlyLooking | AnswerFirst | NearlyRight | PinMissed | PinLocked | PinWasRight | QuizAnswered
)


class Stage(StrEnum):
    """How far the sheet to take home has come."""

    READY = "ready"
    WORKING = "working"
    PRINTED = "printed"
    TROUBLE = "trouble"
    ENOUGH = "enough"
    """As much as one visit, or one hour, may print."""


@dataclass(frozen=True)
class TakeHome:
    """The sheet at the end of a lesson: the file of its picture once there is one, and what the printer says."""

    preview: str = ""
    pages: int = 0
    stage: Stage = Stage.READY
    message: Message | None = None


@dataclass(frozen=True)
class InLesson:
    """A step, or the end, of a lesson. `praised`: the step before was just done right.

    `accomplished` is a step that was done and stays, because there is something to read before going on.
    """

    place: "Place"
    feedback: Feedback | None = None
    praised: bool = False
    accomplished: bool = False
    ticked: frozenset[int] = field(default_factory=frozenset)
    typed: "Typed | None" = None
    """What stands on the keyboard of a step that is typed."""
    entered: str = ""
    """The digits on a PIN pad: dummies of the practice card."""
    misses: int = 0
    sheet: TakeHome = TakeHome()
    """At the end of a lesson."""

    @property
    def unanswered(self) -> bool:
        """An open question, which 「つぎへ」 does not pass silently."""
        return self.place.waits_for_answer or (self.place.step.do == "quiz" and not self.accomplished)


@dataclass(frozen=True)
class Exploring:
    """An app of the phone with no task, and the shelf to go back to."""

    app: str
    phone: "PhoneState"
    shelf: str = ""
    skin: str = "iphone"
    typed: "Typed | None" = None
    """What stands on the keyboard, while one is up."""


@dataclass(frozen=True)
class ChooseLanguage:
    """`then` is where the resident came from and goes on."""

    then: "Home | OnShelf | Front | InLesson | Exploring | None" = None


Page = Attract | ChooseLanguage | Home | OnShelf | Front | InLesson | Exploring
"""What the resident is looking at."""


@dataclass(frozen=True)
class Visit:
    """Everything that belongs to one resident. A new visit is `Visit()`: nothing carries over."""

    page: Page = field(default_factory=Attract)
    language: str = "ja"
    text_size: TextSize = TextSize.NORMAL
    contrast: Contrast = Contrast.LIGHT
    furigana: bool = True
    read_aloud: bool = True
    speed: Speed = Speed.NORMAL
    volume: int = 3
    """Of the voice, one of `VOLUMES`."""
    low_reach: bool = False
    """Everything to be touched lies in the lower half of the screen."""
    left_handed: bool = False
    phone_kind: str = ""
    """The resident's answer to 「お使いのスマートフォンは」: the practice phone looks like theirs from then on."""
    typing_hits: int = 0
    typing_misses: int = 0
    """Right keys in a row since the last miss, and all misses: how strongly the next key is pointed at."""
    touch_to_hear: bool = False
    """A touch reads aloud what it touches, and presses nothing."""


class VisitState(QObject):
    """Holds the present visit; swaps it first, then tells, and only if something changed."""

    changed = Signal(object, object)
    """The visit before and the visit now."""

    def __init__(self, fresh: Visit) -> None:
        super().__init__()
        self._fresh = fresh
        self._visit = fresh

    @property
    def visit(self) -> Visit:
        return self._visit

    @property
    def fresh(self) -> Visit:
        """What every visit is before its first touch."""
        return self._fresh

    def begin_as(self, fresh: Visit) -> None:
        """From now on visits begin so; the present one goes on as it is."""
        self._fresh = fresh

    def become(self, visit: Visit) -> None:
        self._swap(visit)

    def start_over(self) -> None:
        """End the visit: everything is as it was before the first touch."""
        self._swap(self._fresh)

    def _swap(self, visit: Visit) -> None:
        before, self._visit = self._visit, visit
        if before != visit:
            self.changed.emit(before, visit)
