"""Screens with the states and words put in that a step or a touch gives their elements."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any, assert_never

from kiosk.lessons.base import Text
from kiosk.lessons.phone.elements import (
    Apps,
    Bubbles,
    Button,
    Card,
    CardReader,
    Element,
    HomePages,
    Installing,
    Link,
    PayCode,
    PhoneText,
    Progress,
    Reading,
    RowList,
    StoreApp,
)
from kiosk.lessons.phone.forms import CheckBox, DatePicker, DropDown, FieldBox, PinPad, RadioButtons, Switch
from kiosk.lessons.phone.pictures import MOST_ZOOM, Camera, CameraView, Hazard, Map, Photo, Photos
from kiosk.lessons.phone.screen import PhoneScreen
from kiosk.lessons.phone.touchable import OFF, ON, Touchable


def with_values(screen: PhoneScreen, values: Mapping[str, str]) -> PhoneScreen:
    """The screen with the states of its elements put in.

    Values of elements that are not there, or cannot have them, are left out: another app may use the same id.
    """
    if not values:
        return screen
    tabs = screen.tabs
    if tabs and values.get(tabs.id) in {tab.id for tab in tabs.tabs}:
        tabs = tabs.model_copy(update={"chosen": values[tabs.id]})
    body = tuple(_with_value(element, values) for element in screen.body)
    return screen.model_copy(update={"body": body, "tabs": tabs})


def _with_value(element: Element, values: Mapping[str, str]) -> Element:
    changes: dict[str, object] = {}
    for key, field, read in _parts_of(element):
        with suppress(KeyError, ValueError):
            changes[field] = read(values[key])
    return element.model_copy(update=changes) if changes else element


def refuses(screen: PhoneScreen, key: str, value: str) -> bool:
    """Whether an element of the screen, or its tabs, has this part but cannot have this value."""
    if screen.tabs and screen.tabs.id == key:
        return value not in {tab.id for tab in screen.tabs.tabs}
    changes = [one for element in screen.body for one in _parts_of(element) if one[0] == key]
    for _key, _field, read in changes:
        try:
            read(value)
        except ValueError:
            return True
    return False


def has_value(screen: PhoneScreen, key: str) -> bool:
    """Whether an element of the screen, or its tabs, has a value of this name."""
    tabs = screen.tabs is not None and screen.tabs.id == key
    return tabs or any(one[0] == key for element in screen.body for one in _parts_of(element))


def _parts_of(element: Element) -> Iterator[tuple[str, str, "Reader"]]:
    name = getattr(element, "id", None)
    for part, (field, read) in _parts_with_values(element).items():
        if name is not None:
            yield (f"{name}.{part}" if part else name), field, read


Reader = Callable[[str], Any]
"""Raises `ValueError` for what an element cannot have."""


def _parts_with_values(element: Element) -> Mapping[str, tuple[str, Reader]]:
    """The parts of an element that have a value, with the field it is in and how it is read."""
    match element:
        case CheckBox() | Switch():
            return {"": ("on", _is_on)}
        case RadioButtons() | DropDown():
            return {"": ("chosen", _one_of(element.options))}
        case Photos():
            return {"": ("chosen", _one_of(element.photos))}
        case FieldBox():
            return {"": ("value", _text_or_none)}
        case DatePicker():
            return {"": ("value", date.fromisoformat)}
        case Map():
            return {
                "": ("hazard", Hazard),
                "shelters": ("shelters", _is_on),
                "zoom": ("zoom", _up_to(MOST_ZOOM)),
            }
        case Photo():
            return {"zoom": ("zoom", _up_to(MOST_ZOOM))}
        case Camera():
            return {"": ("view", CameraView), "framed": ("framed", _is_on)}
        case HomePages():
            return {"": ("page", _up_to(len(element.pages) - 1))}
        case Progress():
            return {"": ("percent", _up_to(100))}
        case StoreApp():
            return {"": ("stage", Installing), "percent": ("percent", _up_to(100))}
        case PinPad():
            return {"": ("entered", _up_to(element.length))}
        case CardReader():
            return {"": ("stage", Reading)}
        case (
            Apps() | PhoneText() | Button() | Link() | RowList() | Card() | Bubbles() | PayCode()
        ):  # fmt: skip
            return {}
        case _:
            assert_never(element)


def _is_on(value: str) -> bool:
    """Raises `ValueError` for anything but `on` and `off`."""
    return [OFF, ON].index(value) == 1


def _one_of(parts: Sequence[Touchable]) -> Reader:
    """The id of one of them, or None where nothing is chosen."""
    ids = ["", *(part.id for part in parts)]
    return lambda value: ids[ids.index(value)] or None


def _up_to(most: int) -> Reader:
    return [str(number) for number in range(most + 1)].index


def _text_or_none(value: str) -> Text | None:
    return Text(value) if value else None


def with_texts(screen: PhoneScreen, texts: Mapping[str, Text]) -> PhoneScreen:
    """The screen with other words on some of its elements, so that one screen serves many lessons."""
    if not texts:
        return screen
    body = tuple(_with_texts(element, texts) for element in screen.body)
    changes: dict[str, object] = {"body": body}
    if "bar" in texts:
        changes["bar"] = texts["bar"]
    if "address" in texts:
        changes["address"] = str(texts["address"])
    return screen.model_copy(update=changes)


def _with_texts(element: Element, texts: Mapping[str, Text]) -> Element:
    if isinstance(element, PhoneText):
        named = element.id and element.id in texts
        return element.model_copy(update={"text": texts[element.id or ""]}) if named else element
    if isinstance(element, Touchable):
        return element.model_copy(update={"label": texts[element.id]}) if element.id in texts else element
    changes = {
        field: tuple(
            part.model_copy(update={"label": texts[part.id]}) if part.id in texts else part for part in parts
        )
        for field, parts in _inner(element).items()
    }
    return element.model_copy(update=changes) if changes else element


def _inner(element: Element) -> Mapping[str, tuple[Touchable, ...]]:
    match element:
        case Apps():
            return {"apps": element.apps}
        case RowList():
            return {"rows": element.rows}
        case RadioButtons():
            return {"options": element.options}
        case Bubbles():
            return {"messages": element.messages}
        case _:
            return {}
