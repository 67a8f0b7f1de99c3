"""The practice phone as data: screens, and the elements on them.

One file `lessons/phone/<app>.yaml` holds the screens of one app; a lesson names a screen as
`<app>/<screen>`. Every element that can be touched has an `id`, which is what a step's `target` and
`wrong` refer to, and a `label`, which is what the kiosk says when it was touched by mistake.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal, assert_never

from pydantic import Field

from kiosk.lessons.base import Content, Name, Text


class Tint(StrEnum):
    """The colour family of an app icon or a shelf; the theme knows the actual colours."""

    BLUE = "blue"
    GREEN = "green"
    ORANGE = "orange"
    PINK = "pink"
    CYAN = "cyan"
    PURPLE = "purple"
    GREY = "grey"
    BLACK = "black"


class AppIcon(Content):
    """One app on a home screen."""

    id: Name
    label: Text
    icon: Name
    tint: Tint = Tint.GREY


class Apps(Content):
    """App icons in rows of three."""

    kind: Literal["apps"]
    apps: Annotated[tuple[AppIcon, ...], Field(min_length=1, max_length=9)]


class TextStyle(StrEnum):
    HEADING = "heading"
    BODY = "body"
    NOTE = "note"


class PhoneText(Content):
    kind: Literal["text"]
    text: Text
    style: TextStyle = TextStyle.BODY


class ButtonStyle(StrEnum):
    MAIN = "main"
    PLAIN = "plain"


class Button(Content):
    kind: Literal["button"]
    id: Name
    label: Text
    icon: Name | None = None
    style: ButtonStyle = ButtonStyle.MAIN


class Link(Content):
    """Underlined text that leads somewhere."""

    kind: Literal["link"]
    id: Name
    label: Text


class FieldBox(Content):
    """A box to type into. `value` is the dummy text in it, `placeholder` the grey hint when it is empty.

    What stands in a `secret` box, such as a PIN, is never spoken: people nearby would hear it.
    """

    kind: Literal["field"]
    id: Name
    label: Text
    value: Text | None = None
    placeholder: Text | None = None
    secret: bool = False

    @property
    def heard_value(self) -> Text | None:
        """What of it may be spoken, beside its label."""
        return None if self.secret else self.value or self.placeholder


class Row(Content):
    """One line of a list."""

    id: Name
    label: Text
    note: Text | None = None
    icon: Name | None = None


class RowList(Content):
    kind: Literal["list"]
    rows: Annotated[tuple[Row, ...], Field(min_length=1, max_length=8)]


class CameraSubject(StrEnum):
    QR_CODE = "qr-code"
    ROOM = "room"
    HOUSE = "house"


class Camera(Content):
    """A camera's view finder: what it sees, and whether the yellow frame round a QR code has appeared."""

    kind: Literal["camera"]
    id: Name
    label: Text
    sees: CameraSubject
    framed: bool = False


class Hazard(StrEnum):
    NONE = "none"
    FLOOD = "flood"
    LANDSLIDE = "landslide"
    STORM_SURGE = "storm-surge"
    TSUNAMI = "tsunami"


class Map(Content):
    """A drawn, made-up map of a coast with a home; a hazard's colours and shelters can be laid over it."""

    kind: Literal["map"]
    id: Name
    label: Text
    hazard: Hazard = Hazard.NONE
    shelters: bool = False


Element = Annotated[
    Apps | PhoneText | Button | Link | FieldBox | RowList | Camera | Map, Field(discriminator="kind")
]


class DialogButton(Content):
    id: Name
    label: Text


class Dialog(Content):
    """A question over the screen; while it is open only its buttons can be touched."""

    title: Text
    text: Text | None = None
    buttons: Annotated[tuple[DialogButton, ...], Field(min_length=1, max_length=3)]


class PhoneScreen(Content):
    """One picture of the practice phone. `bar` is the app bar's title, `address` the browser's address line."""

    bar: Text | None = None
    address: str | None = None
    body: tuple[Element, ...] = ()
    dialog: Dialog | None = None


class PhoneFile(Content):
    """`lessons/phone/<app>.yaml`"""

    format: Literal[1]
    screens: Annotated[dict[Name, PhoneScreen], Field(min_length=1)]


Touchable = AppIcon | Button | Link | FieldBox | Row | Camera | Map | DialogButton
"""Everything a finger can mean."""


def touchables(screen: PhoneScreen) -> Iterator[Touchable]:
    """What can be touched on a screen now, in reading order; a dialog hides what lies behind it."""
    if screen.dialog:
        yield from screen.dialog.buttons
        return
    for element in screen.body:
        match element:
            case Apps():
                yield from element.apps
            case RowList():
                yield from element.rows
            case Button() | Link() | FieldBox() | Camera() | Map():
                yield element
            case PhoneText():
                pass
            case _:
                assert_never(element)
