"""The body of a screen: its elements below each other, pictures as tall as there is room."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from kiosk.draw.phone.forms import (
    lay_check_box,
    lay_date,
    lay_drop_down,
    lay_field,
    lay_link,
    lay_pin_pad,
    lay_plain_button,
    lay_radio,
    lay_switch,
)
from kiosk.draw.phone.items import Laid, stacked
from kiosk.draw.phone.kit import Kit
from kiosk.draw.phone.lists import (
    lay_apps,
    lay_card,
    lay_home,
    lay_photos,
    lay_progress,
    lay_rows,
    lay_store_app,
)
from kiosk.draw.phone.talk import lay_bubbles, lay_card_reader, lay_picture
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
from kiosk.lessons.phone.forms import CheckBox, DatePicker, DropDown, FieldBox, PinPad, RadioButtons, Switch
from kiosk.lessons.phone.pictures import Camera, Map, Photo, Photos
from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.phone.touchable import Touchable

Tall = HomePages | Camera | Map | Photo | PayCode | PinPad | CardReader
"""Elements that take what height is left."""

ROOMY = 0.7
"""Height of a picture as a share of its width, on a screen that scrolls."""


def lay_body(kit: Kit, shown: Shown, width: float, height: float) -> Laid:
    """All elements, `width` px wide; in `height` px if they fit."""
    body = shown.screen.body
    parts = [lay_element(kit, element, shown, width, 0.0) for element in body]
    tall = [index for index, element in enumerate(body) if isinstance(element, Tall)]
    if tall:
        needed = _stack(kit, parts, height).height
        spare = max(0.0, height - needed) / len(tall)
        least = width * ROOMY if shown.screen.scrolls else 0.0
        for index in tall:
            wanted = max(parts[index].height + spare, least)
            parts[index] = lay_element(kit, body[index], shown, width, wanted)
    return _stack(kit, parts, height)


def _stack(kit: Kit, parts: Sequence[Laid], height: float) -> Laid:
    """One below the other; where it is too tight for that only targets keep their distance."""
    loose = stacked(tuple(parts), kit.gap)
    if not kit.tight or loose.height <= height + 0.5:
        return loose
    groups: list[Laid] = []
    for part in parts:
        if groups and not (_ends_touched(groups[-1]) and _begins_touched(part)):
            groups[-1] = stacked((groups[-1], part), kit.gap * 0.3)
        else:
            groups.append(part)
    return stacked(tuple(groups), kit.gap)


def _ends_touched(laid: Laid) -> bool:
    return any(
        isinstance(item.what, Touchable) and item.box.bottom() > laid.height - 1 for item in laid.items
    )


def _begins_touched(laid: Laid) -> bool:
    return any(isinstance(item.what, Touchable) and item.box.top() < 1 for item in laid.items)


def lay_element(kit: Kit, element: Element, shown: Shown, width: float, height: float) -> Laid:
    """One element at (0, 0); `height` is what it may take if it is a tall one."""
    if isinstance(element, Tall):
        return _lay_tall(kit, element, width, height)
    match element:
        case Apps():
            return lay_apps(kit, element.apps, width)
        case PhoneText():
            return _text(kit, element, width)
        case Button():
            return lay_plain_button(kit, element, width)
        case Link():
            return lay_link(kit, element, width)
        case CheckBox():
            return lay_check_box(kit, element, width)
        case Switch():
            return lay_switch(kit, element, width)
        case RadioButtons():
            return lay_radio(kit, element, width)
        case DropDown():
            return lay_drop_down(kit, element, width)
        case DatePicker():
            return lay_date(kit, element, width)
        case FieldBox():
            return lay_field(kit, element, width, element.id == shown.typing)
        case RowList():
            return lay_rows(kit, element, width)
        case Card():
            return lay_card(kit, element, width)
        case Photos():
            return lay_photos(kit, element, width)
        case Progress():
            return lay_progress(kit, element, width)
        case StoreApp():
            return lay_store_app(kit, element, width)
        case Bubbles():
            return lay_bubbles(kit, element, width)
        case _:
            assert_never(element)


def _lay_tall(kit: Kit, element: Tall, width: float, height: float) -> Laid:
    match element:
        case HomePages():
            return lay_home(kit, element, width, height)
        case Camera() | Map() | Photo() | PayCode():
            return lay_picture(kit, element, width, height)
        case PinPad():
            return lay_pin_pad(kit, element, width, height)
        case CardReader():
            return lay_card_reader(kit, element, width, height)
        case _:
            assert_never(element)


def _text(kit: Kit, text: PhoneText, width: float) -> Laid:
    """Its own element, so that a step can find it by its id."""
    laid = kit.paragraph(text.text, width, text.style)
    return Laid(laid.height, tuple(replace(item, what=text) for item in laid.items))
