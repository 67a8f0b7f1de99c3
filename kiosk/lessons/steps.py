"""The kinds of step of a lesson, as values.

A kind of step is a class; where steps are handled, `match` with `assert_never` makes mypy list every
place that a new kind needs.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from kiosk.lessons.base import Content, Name, Text
from kiosk.lessons.phone.gestures import Edge, Size, Way
from kiosk.lessons.phone.pictures import CameraView
from kiosk.lessons.phone.touchable import ScreenName, ValueKey, Values


class _Step(Content):
    """What all steps share. `when` names answers: the step is shown only to residents who gave them.

    The sheet to take home prints `say`; `paper` is printed instead where the practice differs from the
    real thing, and `on_paper: false` leaves out what is only about the practice.
    """

    say: Text
    more: Text | None = None
    paper: Text | None = None
    on_paper: bool = True
    when: dict[Name, Name] = Field(default_factory=dict)


class _WithPhone(_Step):
    """A step beside the phone. `sets` and `texts` put states and words on the elements of a shared screen."""

    sets: Values = Field(default_factory=dict)
    texts: dict[Name, Text] = Field(default_factory=dict)


class Look(_WithPhone):
    """Something to understand, with a phone screen or a picture; `point` marks one element of the screen."""

    do: Literal["look"]
    screen: ScreenName | None = None
    point: ValueKey | None = None
    picture: str | None = None
    alt: Text | None = None


class Ask(_Step):
    """A choice that later steps may depend on."""

    do: Literal["ask"]
    choices: Annotated[dict[Name, Text], Field(min_length=2, max_length=4)]
    remember: Name


class _Practice(_WithPhone):
    """Something to do on the phone. `hint` says where to look; `wrong` answers touches on other elements."""

    screen: ScreenName
    hint: Text
    wrong: dict[ValueKey, Text] = Field(default_factory=dict)


class Tap(_Practice):
    """Touch one element of the phone, once or twice."""

    do: Literal["tap"]
    target: ValueKey
    times: Literal[1, 2] = 1


class Hold(_Practice):
    """Press one element until something happens."""

    do: Literal["hold"]
    target: ValueKey


class Swipe(_Practice):
    """Move a finger over the phone, or in from its edge; `target` is what is to be moved, if it matters."""

    do: Literal["swipe"]
    way: Way | Edge
    target: ValueKey | None = None


class Scroll(_Practice):
    """Move the page until `target` can be seen."""

    do: Literal["scroll"]
    target: ValueKey


class Drag(_Practice):
    """Move one element onto another."""

    do: Literal["drag"]
    target: ValueKey
    onto: ValueKey


class Pinch(_Practice):
    """Make a map or a photo larger or smaller: with two fingers, or with one that touches twice."""

    do: Literal["pinch"]
    target: ValueKey
    size: Size


class Type(_Practice):
    """Type `text` into a field. `reading` is its kana, which is what is typed; it need not be said of a text in kana."""

    do: Literal["type"]
    target: ValueKey
    text: Annotated[str, Field(min_length=1, max_length=40)]
    reading: Annotated[str, Field(max_length=60)] = ""


class Credential(StrEnum):
    """The three secrets of a My Number card; a step always names which one is asked for (procedures.md, 3.2)."""

    LOGIN = "login"
    ENTRY = "entry"
    SIGN = "sign"

    @property
    def dummy(self) -> str:
        """What is printed on the practice card."""
        return {Credential.LOGIN: "1234", Credential.ENTRY: "5678", Credential.SIGN: "ABC123"}[self]

    @property
    def tries(self) -> int:
        """After so many misses in a row the real card locks."""
        return 5 if self is Credential.SIGN else 3


class PinGoal(StrEnum):
    """What is practised: to get in, to miss once and see what is said, or to see the card lock."""

    RIGHT = "right"
    MISS = "miss"
    LOCK = "lock"


class Pin(_Practice):
    """Enter a secret printed on the practice card. `target` is a PIN pad, or a secret field for the one with letters."""

    do: Literal["pin"]
    target: ValueKey
    which: Credential
    goal: PinGoal = PinGoal.RIGHT


class CardStep(_Practice):
    """Hold the phone on the card until it is read. `target` is the card reader of the screen."""

    do: Literal["card"]
    target: ValueKey


class Scan(_Practice):
    """Move the phone over a code until the frame turns. `target` is the camera of the screen.

    `show` is how the code is first seen: a mistake to put right.
    """

    do: Literal["scan"]
    target: ValueKey
    show: CameraView = CameraView.OUTSIDE


class Wait(_Practice):
    """Wait until the phone has done something, such as installing an app. `target` is what is filling."""

    do: Literal["wait"]
    target: ValueKey
    seconds: Annotated[int, Field(ge=1, le=8)] = 4


class Quiz(_Step):
    """A question with one right answer; `because` explains it, `wrong` answers the others kindly."""

    do: Literal["quiz"]
    choices: Annotated[dict[Name, Text], Field(min_length=2, max_length=4)]
    right: Name
    because: Text
    wrong: dict[Name, Text] = Field(default_factory=dict)


class Check(_Step):
    """A list of things to have ready, ticked off one by one."""

    do: Literal["check"]
    items: Annotated[tuple[Text, ...], Field(min_length=1, max_length=5)]


class Done(_Step):
    """The end: what was learnt and what to do next for real. Always the last step, and only there."""

    do: Literal["done"]


Practice = Tap | Hold | Swipe | Scroll | Drag | Pinch | Type | Pin | CardStep | Scan | Wait
"""The steps that are done on the phone."""

Step = Annotated[Look | Ask | Practice | Quiz | Check | Done, Field(discriminator="do")]
