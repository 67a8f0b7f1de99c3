"""One item of the practice phone painted: every kind of thing has its own way."""

from typing import assert_never

from kiosk.draw.illustrations.camera import paint_camera
from kiosk.draw.illustrations.card import paint_card_reader
from kiosk.draw.illustrations.codes import paint_pay_code
from kiosk.draw.illustrations.map import paint_map
from kiosk.draw.illustrations.photos import paint_photo
from kiosk.draw.phone.canvas import Canvas
from kiosk.draw.phone.items import (
    AppTile,
    Filled,
    Item,
    Look,
    PageDots,
    PhoneLayout,
    PinDots,
    RoundIcon,
    Silent,
    Surface,
    Tag,
    Touched,
)
from kiosk.draw.phone.paint_forms import (
    paint_box_button,
    paint_button,
    paint_delete,
    paint_dialog_button,
    paint_filled,
    paint_key,
    paint_link,
    paint_pin_dots,
)
from kiosk.draw.phone.paint_frame import (
    paint_address,
    paint_back,
    paint_bar_button,
    paint_navigation,
    paint_round_icon,
    paint_surface,
    paint_tab,
    paint_turn,
)
from kiosk.draw.phone.paint_lists import (
    paint_app,
    paint_bubble,
    paint_card,
    paint_notification,
    paint_page_dots,
    paint_progress,
    paint_row,
    paint_small_photo,
    paint_store_button,
    paint_tag,
)
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
from kiosk.lessons.phone.pictures import Camera, Map, Photo, SmallPhoto
from kiosk.lessons.phone.screen import BarButton, DialogButton, Notification, Tab
from kiosk.lessons.phone.shown import Part


def paint_touchable(on: Canvas, item: Item, what: Touched) -> None:
    if isinstance(what, Filled):
        paint_filled(on, item, what)
        return
    match what:
        case AppIcon():
            paint_app(on, item, what)
        case Button():
            paint_button(on, item, what)
        case Link():
            paint_link(on, item)
        case Row():
            paint_row(on, item, what)
        case Card():
            paint_card(on, item, what)
        case Camera() | Map() | Photo() | PayCode():
            _paint_picture(on, item, what)
        case SmallPhoto():
            paint_small_photo(on, item, what)
        case StoreApp():
            paint_store_button(on, item, what)
        case Bubble():
            paint_bubble(on, item, what)
        case DialogButton():
            paint_dialog_button(on, item)
        case BarButton():
            paint_bar_button(on, item, what)
        case Tab():
            paint_tab(on, item, what)
        case Notification():
            paint_notification(on, item, what)
        case Part():
            _paint_part(on, item)
        case _:
            assert_never(what)


def _paint_picture(on: Canvas, item: Item, what: Camera | Map | Photo | PayCode) -> None:
    """A drawn picture; under a finger it gets a frame."""
    match what:
        case Camera():
            paint_camera(on.painter, item.box, what)
        case Map():
            paint_map(on.painter, item.box, what)
        case Photo():
            paint_photo(on.painter, item.box, what.shows, what.zoom)
        case PayCode():
            paint_pay_code(on.painter, item.box)
        case _:
            assert_never(what)
    on.press_frame(item.box)


def paint_silent(on: Canvas, item: Item, what: Silent, layout: PhoneLayout) -> None:
    match what:
        case PhoneText():
            on.words(item)
        case Progress():
            paint_progress(on, item, what)
        case CardReader():
            on.words(item)
            paint_card_reader(on.painter, item.shape or item.box, what.stage)
        case Surface():
            paint_surface(on, item, what, layout)
        case AppTile():
            on.tile(what.icon, what.tint, item.box)
        case RoundIcon():
            paint_round_icon(on, item, what)
        case Tag():
            paint_tag(on, item)
        case PinDots():
            paint_pin_dots(on, item, what)
        case PageDots():
            paint_page_dots(on, item, what)
        case _:
            assert_never(what)


def _paint_part(on: Canvas, item: Item) -> None:
    """What belongs to the phone itself, and single keys."""
    match item.look:
        case Look.BACK:
            paint_back(on, item)
        case Look.ADDRESS:
            paint_address(on, item)
        case Look.NAV_BACK | Look.NAV_HOME | Look.NAV_RECENT:
            paint_navigation(on, item)
        case Look.KEY:
            paint_key(on, item)
        case Look.DELETE:
            paint_delete(on, item)
        case Look.MORE | Look.LESS:
            paint_turn(on, item)
        case Look.DECIDE:
            paint_box_button(on, item, True)
        case Look.CLOSE | Look.HANDLE | Look.PLAIN | Look.LISTED | Look.RADIO:
            paint_box_button(on, item, False)
            if item.look is Look.CLOSE and item.shape:
                on.stroke(item.shape, ((0.2, 0.2), (0.8, 0.8)), on.colours.main, 0.11)
                on.stroke(item.shape, ((0.8, 0.2), (0.2, 0.8)), on.colours.main, 0.11)
        case _:
            assert_never(item.look)
