"""What is filled in on a screen of the practice phone, as data: boxes, switches, answers, dates, fields, PINs."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from kiosk.lessons.base import Content, Name, Text
from kiosk.lessons.phone.touchable import Touchable


class CheckBox(Touchable):
    kind: Literal["check-box"]
    on: bool = False


class Switch(Touchable):
    """Like a row of settings, with a switch at its end."""

    kind: Literal["switch"]
    note: Text | None = None
    icon: Name | None = None
    on: bool = False


class Option(Touchable):
    """One of several answers, of which one can be chosen."""


class RadioButtons(Content):
    """A question with all its answers visible."""

    kind: Literal["radio"]
    id: Name
    label: Text
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=5)]
    chosen: Name | None = None


class DropDown(Touchable):
    """A question whose answers open as a list. `placeholder` stands there until one is chosen."""

    kind: Literal["drop-down"]
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=6)]
    placeholder: Text
    chosen: Name | None = None


class DatePicker(Touchable):
    """A date; a touch opens wheels for year, month and day."""

    kind: Literal["date"]
    value: date


class Keys(StrEnum):
    """The keyboard that rises when a field is touched."""

    KANA = "kana"
    LATIN = "latin"
    DIGITS = "digits"


class FieldBox(Touchable):
    """A box to type into. `value` is the dummy text in it, `placeholder` the grey hint when it is empty.

    What stands in a `secret` box, such as a PIN, is never spoken: people nearby would hear it.
    """

    kind: Literal["field"]
    value: Text | None = None
    placeholder: Text | None = None
    secret: bool = False
    keys: Keys = Keys.KANA

    @property
    def heard_value(self) -> Text | None:
        """What of it may be spoken, beside its label."""
        return None if self.secret else self.value or self.placeholder


class PinPad(Content):
    """Digits to press and dots for those entered; its keys are `<id>.0` to `<id>.9` and `<id>.delete`."""

    kind: Literal["pin-pad"]
    id: Name
    label: Text
    length: Annotated[int, Field(ge=4, le=8)] = 4
    entered: Annotated[int, Field(ge=0, le=8)] = 0
