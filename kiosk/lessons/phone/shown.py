"""The practice phone as it looks now: a screen with the values put in, and everything a finger can mean on it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from kiosk.lessons.base import Text
from kiosk.lessons.phone.elements import (
    Apps,
    Bubbles,
    Button,
    Card,
    CardReader,
    Element,
    HomePages,
    Link,
    PayCode,
    PhoneText,
    Progress,
    RowList,
    StoreApp,
)
from kiosk.lessons.phone.forms import (
    CheckBox,
    DatePicker,
    DropDown,
    FieldBox,
    Keys,
    PinPad,
    RadioButtons,
    Switch,
)
from kiosk.lessons.phone.pictures import Camera, Map, Photo, Photos
from kiosk.lessons.phone.screen import PhoneScreen, Skin, SystemWords
from kiosk.lessons.phone.touchable import Touchable
from kiosk.lessons.phone.values import with_values

BACK, ADDRESS, SHADE_CLOSE, LIST_CLOSE = "back", "address", "shade-close", "list-close"
NAV_BACK, NAV_HOME, NAV_RECENT = "nav-back", "nav-home", "nav-recent"
SYSTEM_IDS = (BACK, ADDRESS, SHADE_CLOSE, LIST_CLOSE, NAV_BACK, NAV_HOME, NAV_RECENT)


class Wheel(StrEnum):
    """What of a date is turned."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class Part(Touchable):
    """Something of the phone itself, or one key of an element."""


@dataclass(frozen=True)
class Shown:
    """Everything a picture of the phone needs.

    `open` is the id of an open drop-down list or date picker, `typing` of the field with the cursor; then the
    keyboard of that field is up.
    """

    screen: PhoneScreen
    words: SystemWords
    skin: Skin = Skin.IPHONE
    open: str = ""
    typing: str = ""
    shade_open: bool = False

    def with_values(self, values: Mapping[str, str]) -> "Shown":
        """The same phone with other states of its elements."""
        return replace(self, screen=with_values(self.screen, values))

    @property
    def keys(self) -> Keys | None:
        """The keyboard that is up."""
        field = self.element(self.typing) if self.typing else None
        return field.keys if isinstance(field, FieldBox) else None

    @property
    def opened(self) -> DropDown | DatePicker | None:
        """The list or date picker that lies over the screen."""
        found = self.element(self.open) if self.open else None
        return found if isinstance(found, DropDown | DatePicker) else None

    def element(self, name: str) -> Element | None:
        """The element of the body with this id."""
        return next((one for one in self.screen.body if getattr(one, "id", None) == name), None)

    def touchables(self) -> Iterator[Touchable]:
        """What can be touched now, in reading order; what lies on top hides the rest."""
        if self.screen.dialog:
            yield from self.screen.dialog.buttons
        elif self.shade_open:
            yield from self.screen.shade
            yield Part(id=SHADE_CLOSE, label=self.words.close)
        elif self.opened:
            yield from _opened_parts(self.opened, self.words)
        else:
            yield from self._on_screen()

    def _on_screen(self) -> Iterator[Touchable]:
        screen, words = self.screen, self.words
        if screen.banner:
            yield screen.banner
        if screen.back:
            yield Part(id=BACK, label=words.back)
        yield from screen.buttons
        if screen.address:
            yield Part(id=ADDRESS, label=words.address)
        for element in screen.body:
            yield from element_parts(element, words)
        if screen.tabs:
            yield from screen.tabs.tabs
        if self.skin is Skin.ANDROID:
            yield Part(id=NAV_BACK, label=words.back)
            yield Part(id=NAV_HOME, label=words.home)
            yield Part(id=NAV_RECENT, label=words.recent)


def element_parts(element: Element, words: SystemWords) -> Iterator[Touchable]:
    """What of one element can be touched."""
    match element:
        case Apps():
            yield from element.apps
        case HomePages():
            yield from element.pages[min(element.page, len(element.pages) - 1)]
            yield from element.dock
        case RowList():
            yield from element.rows
        case RadioButtons():
            yield from element.options
        case Photos():
            yield from element.photos
        case Bubbles():
            yield from element.messages
        case PinPad():
            yield from pin_keys(element, words)
        case (
            Button() | Link() | CheckBox() | Switch() | DropDown() | DatePicker() | FieldBox() | Card()
            | Camera() | Map() | Photo() | StoreApp() | PayCode()
        ):  # fmt: skip
            yield element
        case PhoneText() | Progress() | CardReader():
            pass
        case _:
            assert_never(element)


def pin_keys(pad: PinPad, words: SystemWords) -> Iterator[Part]:
    """The keys of a PIN pad, in the order they stand: 1 to 9, 0, delete."""
    for digit in "1234567890":
        yield Part.model_construct(id=f"{pad.id}.{digit}", label=Text(digit))
    yield Part.model_construct(id=f"{pad.id}.delete", label=words.delete)


def _opened_parts(opened: DropDown | DatePicker, words: SystemWords) -> Iterator[Touchable]:
    if isinstance(opened, DropDown):
        yield from opened.options
        yield Part(id=LIST_CLOSE, label=words.close)
        return
    for wheel in Wheel:
        yield from wheel_turns(opened, wheel, words)
    yield Part.model_construct(id=f"{opened.id}.decide", label=words.decide)


def wheel_turns(picker: DatePicker, wheel: Wheel, words: SystemWords) -> tuple[Part, Part]:
    """The two parts that turn a wheel: on, and back."""
    labels = {
        Wheel.YEAR: (words.year_more, words.year_less),
        Wheel.MONTH: (words.month_more, words.month_less),
        Wheel.DAY: (words.day_more, words.day_less),
    }
    more, less = labels[wheel]
    return (
        Part.model_construct(id=f"{picker.id}.{wheel}-more", label=more),
        Part.model_construct(id=f"{picker.id}.{wheel}-less", label=less),
    )
