"""What can stand on a screen of the practice phone, as data.

Everything that can be touched has an `id`, which is what a step's `target` and `wrong` refer to, a `label`, which is
what the kiosk says when it was touched by mistake, and perhaps `what`, which says what it is for.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from kiosk.lessons.base import Content, Name, Text
from kiosk.lessons.phone.forms import CheckBox, DatePicker, DropDown, FieldBox, PinPad, RadioButtons, Switch
from kiosk.lessons.phone.pictures import Camera, Map, Photo, Photos
from kiosk.lessons.phone.touchable import Tint, Touchable


class AppIcon(Touchable):
    """One app on a home screen."""

    icon: Name
    tint: Tint = Tint.GREY


class Apps(Content):
    """App icons in rows of three."""

    kind: Literal["apps"]
    apps: Annotated[tuple[AppIcon, ...], Field(min_length=1, max_length=9)]


class HomePages(Content):
    """A home screen: pages to swipe between, and a dock that stays."""

    kind: Literal["home"]
    id: Name = "home"
    pages: Annotated[
        tuple[Annotated[tuple[AppIcon, ...], Field(min_length=1, max_length=9)], ...],
        Field(min_length=1, max_length=4),
    ]
    dock: Annotated[tuple[AppIcon, ...], Field(max_length=3)] = ()
    page: Annotated[int, Field(ge=0, le=3)] = 0


class TextStyle(StrEnum):
    HEADING = "heading"
    BODY = "body"
    NOTE = "note"


class PhoneText(Content):
    """Words that cannot be touched. With an `id` a step can put other words in their place."""

    kind: Literal["text"]
    text: Text
    style: TextStyle = TextStyle.BODY
    id: Name | None = None


class ButtonStyle(StrEnum):
    MAIN = "main"
    PLAIN = "plain"


class Button(Touchable):
    kind: Literal["button"]
    icon: Name | None = None
    style: ButtonStyle = ButtonStyle.MAIN


class Link(Touchable):
    """Underlined text that leads somewhere."""

    kind: Literal["link"]


class Row(Touchable):
    """One line of a list."""

    note: Text | None = None
    icon: Name | None = None


class RowList(Content):
    kind: Literal["list"]
    rows: Annotated[tuple[Row, ...], Field(min_length=1, max_length=8)]


class Card(Touchable):
    """A block that is one target, such as a search result or a news item; `tag` is a small word such as 「広告」."""

    kind: Literal["card"]
    text: Text | None = None
    tag: Text | None = None
    icon: Name | None = None
    tint: Tint = Tint.GREY


class Progress(Content):
    """A bar that fills; without `percent` it only says that something is going on."""

    kind: Literal["progress"]
    id: Name
    label: Text
    percent: Annotated[int, Field(ge=0, le=100)] | None = None


class Installing(StrEnum):
    NEW = "new"
    LOADING = "loading"
    READY = "ready"


class StoreApp(Touchable):
    """An app's page in a store; its `label` is the button's word, which changes when the app is there.

    `tag` is a small word such as 「広告」, `maker` who provides it: the two things to look at first.
    """

    kind: Literal["store-app"]
    name: Text
    maker: Text
    icon: Name
    tint: Tint = Tint.GREY
    tag: Text | None = None
    ready: Text
    loading: Text
    stage: Installing = Installing.NEW
    percent: Annotated[int, Field(ge=0, le=100)] = 0


class Bubble(Touchable):
    """One message; its label is its words. A `link` in it is underlined."""

    mine: bool = False
    link: Text | None = None


class Bubbles(Content):
    """A conversation; `sender` stands above the messages of others."""

    kind: Literal["bubbles"]
    sender: Text | None = None
    messages: Annotated[tuple[Bubble, ...], Field(min_length=1, max_length=6)]


class PayCode(Touchable):
    """A payment code as a shop reads it: drawn so that no reader takes it."""

    kind: Literal["pay-code"]


class Reading(StrEnum):
    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    MOVED = "moved"


class CardReader(Content):
    """The place that says: hold the phone on the card."""

    kind: Literal["card-reader"]
    id: Name
    label: Text
    stage: Reading = Reading.WAITING


Element = Annotated[
    Apps
    | HomePages
    | PhoneText
    | Button
    | Link
    | CheckBox
    | Switch
    | RadioButtons
    | DropDown
    | DatePicker
    | FieldBox
    | RowList
    | Card
    | Camera
    | Map
    | Photo
    | Photos
    | Progress
    | StoreApp
    | Bubbles
    | PayCode
    | PinPad
    | CardReader,
    Field(discriminator="kind"),
]
