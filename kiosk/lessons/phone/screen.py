"""A screen of the practice phone: the elements in its body, and what its frame holds.

One file `lessons/phone/<app>.yaml` holds the screens of one app; a lesson names a screen as `<app>/<screen>`. A lesson's
own screens are in `lessons/<lesson>/phone.yaml` and are named `<lesson>/<screen>`.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from kiosk.lessons.base import Content, Name, Text
from kiosk.lessons.phone.elements import Element
from kiosk.lessons.phone.touchable import ScreenName, Touchable


class Skin(StrEnum):
    """Two neutral phones: the resident's answer to 「お使いのスマートフォンは」 chooses one."""

    IPHONE = "iphone"
    ANDROID = "android"


class DialogButton(Touchable):
    pass


class Dialog(Content):
    """A question over the screen; while it is open only its buttons can be touched.

    With an `icon` it asks for a permission, as phones do.
    """

    title: Text
    text: Text | None = None
    icon: Name | None = None
    buttons: Annotated[tuple[DialogButton, ...], Field(min_length=1, max_length=3)]


class BarButton(Touchable):
    """A small button at the right of the app bar."""

    icon: Name


class Tab(Touchable):
    icon: Name


class Tabs(Content):
    """At the bottom of one phone and below the bar of the other."""

    id: Name = "tabs"
    tabs: Annotated[tuple[Tab, ...], Field(min_length=2, max_length=4)]
    chosen: Name


class Notification(Touchable):
    """Its label is its first line; `app` says who sent it."""

    app: Text
    text: Text | None = None
    icon: Name


class PhoneScreen(Content):
    """One screen. `bar` is the app bar's title, `back` where its back arrow leads, `address` the browser's address line."""

    bar: Text | None = None
    back: ScreenName | None = None
    buttons: Annotated[tuple[BarButton, ...], Field(max_length=2)] = ()
    address: str | None = None
    tabs: Tabs | None = None
    body: tuple[Element, ...] = ()
    dialog: Dialog | None = None
    banner: Notification | None = None
    shade: Annotated[tuple[Notification, ...], Field(max_length=3)] = ()
    toast: Text | None = None
    scrolls: bool = False
    """Whether the body may be longer than the phone: then it is scrolled with a finger."""


class PhoneFile(Content):
    """`lessons/phone/<app>.yaml`, or a lesson's own `phone.yaml`."""

    format: Literal[1]
    screens: Annotated[dict[Name, PhoneScreen], Field(min_length=1)]


class SystemWords(Content):
    """`lessons/phone-words.yaml`: what the phone itself says on its own buttons."""

    format: Literal[1]
    practice: Text
    back: Text
    home: Text
    recent: Text
    address: Text
    shade: Text
    close: Text
    delete: Text
    decide: Text
    year: Text
    month: Text
    day: Text
    year_more: Text
    year_less: Text
    month_more: Text
    month_less: Text
    day_more: Text
    day_less: Text
    chosen: Text
    on: Text
    off: Text
