"""What is where on a laid-out practice phone. Lengths in pixels."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QRectF

from kiosk.draw.phone_sizes import PhoneSizes
from kiosk.draw.ruby import RubyBlock
from kiosk.lessons.phone.elements import (
    AppIcon,
    Bubble,
    Button,
    Card,
    CardReader,
    Link,
    PayCode,
    PhoneText,
    Progress,
    Row,
    StoreApp,
)
from kiosk.lessons.phone.forms import CheckBox, DatePicker, DropDown, FieldBox, Option, Switch
from kiosk.lessons.phone.pictures import Camera, Map, Photo, SmallPhoto
from kiosk.lessons.phone.screen import BarButton, DialogButton, Notification, Skin, Tab
from kiosk.lessons.phone.shown import Part
from kiosk.lessons.phone.touchable import Tint, Touchable
from kiosk.text.linebreak import Break


class Surface(Enum):
    """What lies behind other things, and what the phone draws for itself."""

    WALLPAPER = auto()
    BAND = auto()
    STATUS = auto()
    BAR = auto()
    TAB_BAR = auto()
    NAVIGATION = auto()
    HOME_LINE = auto()
    GROUP = auto()
    DOCK = auto()
    TOAST = auto()
    SCRIM = auto()
    DIALOG = auto()
    SHEET = auto()
    SHADE = auto()


@dataclass(frozen=True)
class AppTile:
    """An app's picture that is no button."""

    icon: str
    tint: Tint


@dataclass(frozen=True)
class RoundIcon:
    """The icon of a permission prompt, in a circle."""

    icon: str


@dataclass(frozen=True)
class Tag:
    """A small word in a frame, such as 「広告」."""

    text: str


@dataclass(frozen=True)
class PinDots:
    length: int
    entered: int


@dataclass(frozen=True)
class PageDots:
    pages: int
    page: int


Silent = PhoneText | Progress | CardReader | Surface | AppTile | RoundIcon | Tag | PinDots | PageDots
"""What a finger cannot mean."""

Filled = CheckBox | Switch | Option | DropDown | DatePicker | FieldBox
"""What a finger fills in."""

Touched = (
    AppIcon
    | Button
    | Link
    | Filled
    | Row
    | Card
    | Camera
    | Map
    | Photo
    | SmallPhoto
    | StoreApp
    | Bubble
    | PayCode
    | DialogButton
    | BarButton
    | Tab
    | Notification
    | Part
)

What = Touched | Silent


class Look(Enum):
    """How a thing is drawn that comes in several looks."""

    PLAIN = auto()
    LISTED = auto()
    RADIO = auto()
    BACK = auto()
    ADDRESS = auto()
    NAV_BACK = auto()
    NAV_HOME = auto()
    NAV_RECENT = auto()
    HANDLE = auto()
    CLOSE = auto()
    KEY = auto()
    DELETE = auto()
    MORE = auto()
    LESS = auto()
    DECIDE = auto()


class Tone(Enum):
    """What the colour of words says; the painter knows the colour."""

    PLAIN = auto()
    SOFT = auto()
    MAIN = auto()
    ON_MAIN = auto()
    PRACTICE = auto()
    REVERSED = auto()


class Layer(Enum):
    """The frame stays, the body may be scrolled under it, what is over covers both."""

    FRAME = auto()
    BODY = auto()
    OVER = auto()


@dataclass(frozen=True)
class Words:
    """Words set to fit, in their place."""

    block: RubyBlock
    box: QRectF
    tone: Tone = Tone.PLAIN
    centred: bool = False
    underlined: bool = False

    def moved(self, x: float, y: float) -> "Words":
        return replace(self, box=self.box.translated(x, y))


@dataclass(frozen=True)
class Item:
    """One thing on the phone: what it is, where, and its words.

    `shape` is where its picture or its control is: a field's frame, an icon, a switch. `on` says that it is chosen,
    ticked, or where the cursor stands.
    """

    what: What
    box: QRectF
    words: tuple[Words, ...] = ()
    shape: QRectF | None = None
    look: Look = Look.PLAIN
    on: bool = False
    layer: Layer = Layer.BODY

    @property
    def label(self) -> RubyBlock | None:
        """Its first words."""
        return self.words[0].block if self.words else None

    @property
    def note(self) -> RubyBlock | None:
        """What stands in or below it."""
        return self.words[1].block if len(self.words) > 1 else None

    @property
    def scrolls(self) -> bool:
        """Whether it moves with the body."""
        return self.layer is Layer.BODY

    def moved(self, x: float, y: float) -> "Item":
        return replace(
            self,
            box=self.box.translated(x, y),
            words=tuple(words.moved(x, y) for words in self.words),
            shape=self.shape.translated(x, y) if self.shape else None,
        )


@dataclass(frozen=True)
class Laid:
    """Things laid out below each other from a corner of their own at (0, 0)."""

    height: float
    items: tuple[Item, ...] = ()

    def moved(self, x: float, y: float) -> tuple[Item, ...]:
        return tuple(item.moved(x, y) for item in self.items)


def stacked(parts: tuple[Laid, ...], gap: float = 0.0) -> Laid:
    """One below the other."""
    items: list[Item] = []
    y = 0.0
    for part in parts:
        items += part.moved(0, y)
        y += part.height + gap
    return Laid(max(0.0, y - gap), tuple(items))


@dataclass(frozen=True)
class PhoneLayout:
    """All items of one screen, in reading order and so that later ones lie above earlier ones.

    `body` is where the body is seen. Its items stand where they are before anything was scrolled; it is `scroll_room`
    taller than its view, and should be `shift` further up from the beginning, so that the field with the cursor is
    seen. `keyboard` is kept free while a keyboard is up. `overflow` is how far the content reaches beyond the phone
    although its screen does not say that it scrolls: a fault of the screen, even if everything can be reached.
    """

    sizes: PhoneSizes
    skin: Skin
    frame: QRectF
    glass: QRectF
    band: QRectF
    status: QRectF
    body: QRectF
    keyboard: QRectF | None
    items: tuple[Item, ...]
    scroll_room: float = 0.0
    shift: float = 0.0
    overflow: float = 0.0

    @property
    def covered(self) -> bool:
        """Whether a question, a list or the notifications lie over everything else."""
        return any(item.layer is Layer.OVER for item in self.items)

    @property
    def torn_names(self) -> int:
        """How many things have words torn at a line's end; the names of apps and tabs keep their phrases too."""
        return sum(is_torn(item) for item in self.items)

    def touchables(self) -> Iterator[Item]:
        """Items a finger can mean, in reading order; what lies over the others hides them."""
        covered = self.covered
        for item in self.items:
            if isinstance(item.what, Touchable) and (item.layer is Layer.OVER or not covered):
                yield item

    def reachable(self, item: Item) -> bool:
        return item.layer is Layer.OVER or not self.covered

    def seen_box(self, item: Item, scrolled: float = 0.0) -> QRectF:
        """Where an item is seen when the body was moved up; empty if it is out of sight."""
        if not item.scrolls:
            return item.box
        return item.box.translated(0, -scrolled).intersected(self.body)


def is_torn(item: Item) -> bool:
    """Whether a line ends where nothing ends, because no line could hold the word."""
    worst = min((words.block.worst_break for words in item.words), default=Break.PHRASE)
    return worst is Break.CHARACTER or (isinstance(item.what, AppIcon | Tab) and worst < Break.PHRASE)
