"""What can stand on a screen of the practice phone, as data.

Everything that can be touched has an `id`, which is what a step's `target` and `wrong` refer to, a `label`, which is
what the kiosk says when it was touched by mistake, and perhaps `what`, which says what it is for.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kiosk.lessons.base import Content, Name, Text

ScreenName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
"""A practice-phone screen: `<app>/<screen>`."""

ValueKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}(\.[a-z0-9-]+)?$")]
"""What a value belongs to: an element's id, or a part of it such as `map.shelters`."""

Values = dict[ValueKey, str]
"""States of elements: `on`/`off`, the id of an option, a layer of a map, typed text."""

ON, OFF = "on", "off"


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


class Touchable(Content):
    """What a finger can mean. In free practice a touch `opens` a screen and `sets` what other elements show."""

    id: Name
    label: Text
    what: Text | None = None
    opens: ScreenName | None = None
    sets: Values = Field(default_factory=dict)


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


class CameraSubject(StrEnum):
    QR_CODE = "qr-code"
    PAYMENT_CODE = "payment-code"
    ROOM = "room"
    HOUSE = "house"


class CameraView(StrEnum):
    """How a code lies in the view finder."""

    RIGHT = "right"
    NEAR = "near"
    FAR = "far"
    SHADOW = "shadow"
    OUTSIDE = "outside"


class Camera(Touchable):
    """A camera's view finder: what it sees and how, and whether the yellow frame round a code has appeared."""

    kind: Literal["camera"]
    sees: CameraSubject
    view: CameraView = CameraView.RIGHT
    framed: bool = False


class Hazard(StrEnum):
    NONE = "none"
    FLOOD = "flood"
    LANDSLIDE = "landslide"
    STORM_SURGE = "storm-surge"
    TSUNAMI = "tsunami"


MOST_ZOOM = 2
Zoom = Annotated[int, Field(ge=0, le=MOST_ZOOM)]
"""How often a map or a photo was made larger; each time doubles it."""


class Map(Touchable):
    """A drawn, made-up map of a coast with a home; a hazard's colours and shelters can be laid over it."""

    kind: Literal["map"]
    hazard: Hazard = Hazard.NONE
    shelters: bool = False
    zoom: Zoom = 0


class PhotoSubject(StrEnum):
    HOUSE = "house"
    ROOM = "room"
    FLOWERS = "flowers"
    SEA = "sea"
    CAT = "cat"
    LETTER = "letter"


class Photo(Touchable):
    """One drawn photo, as large as there is room."""

    kind: Literal["photo"]
    shows: PhotoSubject
    zoom: Zoom = 0


class SmallPhoto(Touchable):
    shows: PhotoSubject


class Photos(Content):
    """Photos in rows of three, as in an album; the chosen one bears a tick."""

    kind: Literal["photos"]
    id: Name = "photos"
    photos: Annotated[tuple[SmallPhoto, ...], Field(min_length=1, max_length=6)]
    chosen: Name | None = None


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


class PinPad(Content):
    """Digits to press and dots for those entered; its keys are `<id>.0` to `<id>.9` and `<id>.delete`."""

    kind: Literal["pin-pad"]
    id: Name
    label: Text
    length: Annotated[int, Field(ge=4, le=8)] = 4
    entered: Annotated[int, Field(ge=0, le=8)] = 0


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
