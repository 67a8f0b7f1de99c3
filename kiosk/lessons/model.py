"""Lessons, shelves and city data as values. The YAML files are these models, nothing else.

A kind of step is a class; where steps are handled, `match` with `assert_never` makes mypy list every
place that a new kind needs.
"""

from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from kiosk.lessons.base import Content, Name, Text
from kiosk.lessons.phone import Tint

ScreenName = Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
"""A practice-phone screen: `<app>/<screen>`."""


def _https(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or "@" in parts.netloc or not url.isascii():
        raise PydanticCustomError("https_only", "only https addresses")
    return url


WebAddress = Annotated[str, Field(max_length=400), AfterValidator(_https)]


class Source(Content):
    """Where a lesson's facts come from, and the day somebody looked."""

    url: WebAddress
    checked_on: date
    note: Text | None = None


class _Step(Content):
    """What all steps share. `when` names answers: the step is shown only to residents who gave them.

    The sheet to take home prints `say`; `paper` is printed instead where the practice differs from the
    real thing, and `on_paper: false` leaves out what is only about the practice.
    """

    say: Text
    more: Text | None = None
    paper: Text | None = None
    on_paper: bool = True
    when: dict[Name, Name] = Field(default_factory=dict)


class Look(_Step):
    """Something to understand, with a phone screen or a picture; `point` marks one element of the screen."""

    do: Literal["look"]
    screen: ScreenName | None = None
    point: Name | None = None
    picture: str | None = None
    alt: Text | None = None


class Ask(_Step):
    """A choice that later steps may depend on."""

    do: Literal["ask"]
    choices: Annotated[dict[Name, Text], Field(min_length=2, max_length=4)]
    remember: Name


class Tap(_Step):
    """Practice: touch one element of the phone. `wrong` answers touches on other elements."""

    do: Literal["tap"]
    screen: ScreenName
    target: Name
    hint: Text
    wrong: dict[Name, Text] = Field(default_factory=dict)


class Check(_Step):
    """A list of things to have ready, ticked off one by one."""

    do: Literal["check"]
    items: Annotated[tuple[Text, ...], Field(min_length=1, max_length=5)]


class Done(_Step):
    """The end: what was learnt and what to do next for real. Always the last step, and only there."""

    do: Literal["done"]


Step = Annotated[Look | Ask | Tap | Check | Done, Field(discriminator="do")]


class Lesson(Content):
    """`lessons/<id>/lesson.yaml`; the id is the folder's name."""

    format: Literal[1]
    version: Annotated[int, Field(ge=1)] = 1
    title: Text
    summary: Text
    shelf: Name
    minutes: Annotated[int, Field(ge=1, le=90)]
    review_by: date
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    learn: Annotated[tuple[Text, ...], Field(min_length=1, max_length=4)]
    prepare: Annotated[tuple[Text, ...], Field(max_length=4)] = ()
    links: tuple[Name, ...] = ()
    steps: Annotated[tuple[Step, ...], Field(min_length=2, max_length=60)]


class Shelf(Content):
    id: Name
    title: Text
    icon: Name
    tint: Tint


class ShelvesFile(Content):
    """`lessons/shelves.yaml`, in the order of the home screen."""

    format: Literal[1]
    shelves: Annotated[tuple[Shelf, ...], Field(min_length=1)]


class CityLink(Content):
    """The entrance to a real procedure or site."""

    title: Text
    url: WebAddress
    owner: Text
    checked_on: date
    note: Text | None = None

    @property
    def host(self) -> str:
        """The readable part of the address, printed beside its QR code."""
        return urlsplit(self.url).hostname or ""


class Help(Content):
    """Whom a resident can ask. What the city has not filled in is left out, never invented."""

    who: Text
    how: Text
    phone: str | None = None
    other: Text | None = None


class City(Content):
    """`lessons/city.yaml`: what differs from city to city."""

    format: Literal[1]
    name: Text
    help: Help
    links: dict[Name, CityLink]
