"""What a gesture makes of the practice phone when nobody has set a task. Pure: a state goes in, a state comes out."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import assert_never

from kiosk.lessons.phone.elements import HomePages, Installing, StoreApp
from kiosk.lessons.phone.forms import (
    CheckBox,
    DatePicker,
    DropDown,
    FieldBox,
    Option,
    PinPad,
    RadioButtons,
    Switch,
)
from kiosk.lessons.phone.gestures import (
    Aimed,
    Dragged,
    Edge,
    EdgeSwiped,
    Gesture,
    Held,
    HeldOnCard,
    Pinched,
    Scrolled,
    Size,
    Swiped,
    Tapped,
    TappedTwice,
    Waited,
    Way,
)
from kiosk.lessons.phone.pictures import MOST_ZOOM, Map, Photo, Photos, SmallPhoto
from kiosk.lessons.phone.screen import PhoneScreen, Skin, SystemWords, Tab
from kiosk.lessons.phone.shown import (
    BACK,
    LIST_CLOSE,
    NAV_BACK,
    NAV_HOME,
    NAV_RECENT,
    SHADE_CLOSE,
    Shown,
)
from kiosk.lessons.phone.touchable import OFF, ON, Touchable
from kiosk.lessons.phone.values import with_values

HOME = "home/first"
"""Where the home gesture leads."""


@dataclass(frozen=True)
class PhoneState:
    """One phone: the screen it shows, what its elements hold, and the screens it came by."""

    screen: str
    values: Mapping[str, str] = field(default_factory=dict)
    trail: tuple[str, ...] = ()
    open: str = ""
    typing: str = ""
    shade_open: bool = False

    def shown(self, screen: PhoneScreen, words: SystemWords, skin: Skin) -> Shown:
        """How it looks; `screen` is the one that `self.screen` names, in the resident's language."""
        filled = with_values(screen, self.values)
        return Shown(filled, words, skin, self.open, self.typing, self.shade_open)

    def with_value(self, key: str, value: str) -> "PhoneState":
        return replace(self, values={**self.values, key: value})

    def turned_to(self, screen: str) -> "PhoneState":
        """Another screen; what was open closes. Values stay: an app remembers."""
        trail = (*self.trail, self.screen)[-20:]
        return PhoneState(screen, self.values, trail)

    def went_back(self, above: str | None) -> "PhoneState":
        """What lies over the screen closes first; then back the way one came, or to the screen `above` this one."""
        if self.shade_open or self.open or self.typing:
            return replace(self, shade_open=False, open="", typing="")
        if self.trail:
            return PhoneState(self.trail[-1], self.values, self.trail[:-1])
        return PhoneState(above, self.values) if above else self


def react(state: PhoneState, gesture: Gesture, shown: Shown) -> PhoneState:
    """What the phone does by itself. `shown` is the state as it looks; whatever has no meaning changes nothing."""
    match gesture:
        case Tapped(element) | Held(element):
            return _tapped(state, element, shown)
        case TappedTwice(element):
            if isinstance(shown.element(element or ""), Map | Photo):
                return _zoomed(state, element, Size.LARGER, shown)
            return _tapped(state, element, shown)
        case Pinched(element, size):
            return _zoomed(state, element, size, shown)
        case Swiped(way):
            return _swiped(state, way, shown)
        case EdgeSwiped(edge):
            return _edge(state, edge, shown)
        case Scrolled() | Dragged() | Aimed() | HeldOnCard() | Waited():
            return state
        case _:
            assert_never(gesture)


def _edge(state: PhoneState, edge: Edge, shown: Shown) -> PhoneState:
    match edge:
        case Edge.BACK:
            return state.went_back(shown.screen.back)
        case Edge.HOME:
            return PhoneState(HOME, state.values)
        case Edge.NOTIFICATIONS:
            return replace(state, shade_open=True) if shown.screen.shade else state
        case _:
            assert_never(edge)


def _swiped(state: PhoneState, way: Way, shown: Shown) -> PhoneState:
    if state.shade_open:
        return replace(state, shade_open=False) if way is Way.UP else state
    for element in shown.screen.body:
        if isinstance(element, HomePages) and way in {Way.LEFT, Way.RIGHT}:
            page = element.page + (1 if way is Way.LEFT else -1)
            return state.with_value(element.id, str(max(0, min(page, len(element.pages) - 1))))
    return state


def _zoomed(state: PhoneState, name: str | None, size: Size, shown: Shown) -> PhoneState:
    element = shown.element(name) if name else None
    if not isinstance(element, Map | Photo):
        return state
    zoom = element.zoom + (1 if size is Size.LARGER else -1)
    return state.with_value(f"{element.id}.zoom", str(max(0, min(zoom, MOST_ZOOM))))


def _tapped(state: PhoneState, name: str | None, shown: Shown) -> PhoneState:
    if name == BACK and shown.screen.back:
        return PhoneState(shown.screen.back, state.values, state.trail[:-1])
    if name == NAV_BACK:
        return state.went_back(shown.screen.back)
    if name in {NAV_HOME, NAV_RECENT}:
        return PhoneState(HOME, state.values)
    if name in {SHADE_CLOSE, LIST_CLOSE}:
        return replace(state, shade_open=False, open="")
    touched = next((one for one in shown.touchables() if one.id == name), None)
    return _touched(state, touched, shown) if touched else state


def _touched(state: PhoneState, touched: Touchable, shown: Shown) -> PhoneState:
    state = replace(state, values={**state.values, **touched.sets})
    if touched.opens:
        return state.turned_to(touched.opens)
    if isinstance(shown.opened, DatePicker) and "." in touched.id:
        return _turned_wheel(state, shown.opened, touched.id.partition(".")[2])
    match touched:
        case CheckBox() | Switch():
            return state.with_value(touched.id, OFF if touched.on else ON)
        case Option():
            return _chosen(state, touched, shown)
        case SmallPhoto():
            return _picked(state, touched, shown)
        case Tab():
            return state.with_value(shown.screen.tabs.id, touched.id) if shown.screen.tabs else state
        case DropDown() | DatePicker():
            return replace(state, open=touched.id, typing="")
        case FieldBox():
            return replace(state, typing=touched.id)
        case StoreApp():
            return state.with_value(touched.id, Installing.READY)
    return _pressed_key(state, touched.id, shown)


def _chosen(state: PhoneState, option: Option, shown: Shown) -> PhoneState:
    if isinstance(shown.opened, DropDown):
        return replace(state.with_value(shown.opened.id, option.id), open="")
    for element in shown.screen.body:
        if isinstance(element, RadioButtons) and option in element.options:
            return state.with_value(element.id, option.id)
    return state


def _picked(state: PhoneState, photo: SmallPhoto, shown: Shown) -> PhoneState:
    for element in shown.screen.body:
        if isinstance(element, Photos) and photo in element.photos:
            return state.with_value(element.id, photo.id)
    return state


def _pressed_key(state: PhoneState, name: str, shown: Shown) -> PhoneState:
    pad_name, _, key = name.partition(".")
    pad = shown.element(pad_name)
    if not isinstance(pad, PinPad):
        return state
    entered = pad.entered - 1 if key == "delete" else pad.entered + 1
    return state.with_value(pad.id, str(max(0, min(entered, pad.length))))


def _turned_wheel(state: PhoneState, picker: DatePicker, key: str) -> PhoneState:
    if key == "decide":
        return replace(state.with_value(picker.id, picker.value.isoformat()), open="")
    wheel, _, way = key.partition("-")
    return state.with_value(picker.id, turned(picker.value, wheel, 1 if way == "more" else -1).isoformat())


def turned(day: date, wheel: str, by: int) -> date:
    """A date with one of its wheels turned; the day stays within its month."""
    year, month, number = day.year, day.month, day.day
    if wheel == "year":
        year = max(1900, min(year + by, 2100))
    elif wheel == "month":
        month = (month - 1 + by) % 12 + 1
    else:
        number = (number - 1 + by) % monthrange(year, month)[1] + 1
    return date(year, month, min(number, monthrange(year, month)[1]))
