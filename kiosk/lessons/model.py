"""Lessons, shelves and city data as values. The YAML files are these models, nothing else."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from kiosk.lessons.base import Content, Name, Text
from kiosk.lessons.phone.touchable import ScreenName, Tint
from kiosk.lessons.steps import Step


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
    warnings: Annotated[tuple[Text, ...], Field(max_length=3)] = ()
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


class FreeApp(Content):
    """An app of the phone to explore with no task; it begins on `screen`."""

    id: Name
    title: Text
    summary: Text
    shelf: Name
    icon: Name
    screen: ScreenName


class FreePracticeFile(Content):
    """`lessons/free-practice.yaml`: what can be explored, in the order of its shelves."""

    format: Literal[1]
    apps: tuple[FreeApp, ...]


class Plan(Content):
    """Lessons that a class goes through in this order."""

    id: Name
    title: Text
    lessons: Annotated[tuple[Name, ...], Field(min_length=1, max_length=20)]


class PlansFile(Content):
    """`lessons/plans.yaml`: the plans of classes."""

    format: Literal[1]
    plans: tuple[Plan, ...]


class CityLink(Content):
    """The entrance to a real procedure or site. `kiosk.lessons.address` judges the address."""

    title: Text
    url: str
    owner: Text
    checked_on: date
    note: Text | None = None

    @property
    def host(self) -> str:
        """The readable part of the address, printed beside its QR code."""
        return urlsplit(self.url).hostname or ""


def _blank_is_none(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


class Help(Content):
    """Whom a resident can ask. What the city has not filled in is left out, never invented."""

    who: Text
    how: Text
    phone: Annotated[str | None, BeforeValidator(_blank_is_none)] = None
    other: Annotated[Text | None, BeforeValidator(_blank_is_none)] = None


class City(Content):
    """`lessons/city.yaml`: what differs from city to city. Links lead to `hosts` only: exact hosts, ".lg.jp", ".go.jp"."""

    format: Literal[1]
    name: Text
    help: Help
    hosts: Annotated[tuple[str, ...], Field(min_length=1)]
    links: dict[Name, CityLink]

    def entrances(self, names: Iterable[Name]) -> tuple[CityLink, ...]:
        """The links of these names, in their order, without those that do not exist or were set aside."""
        return tuple(self.links[name] for name in names if name in self.links)
