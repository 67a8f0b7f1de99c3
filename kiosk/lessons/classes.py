"""The dates of coming classes, which the first screen shows. `lessons/classes.yaml` need not be there."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from pathlib import Path, PurePath
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from kiosk.errors import N_
from kiosk.lessons.base import Content, Text
from kiosk.lessons.file_problems import FileProblems
from kiosk.lessons.files import CLASSES
from kiosk.lessons.loader import load_file
from kiosk.lessons.problems import Problem, Severity

_SHOWN_AS = PurePath("lessons", CLASSES)
_HOUR = r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$"


def _hour(written: object) -> time:
    if not isinstance(written, str) or not re.match(_HOUR, written):
        raise PydanticCustomError("hour", "not HH:MM")
    hour, _, minute = written.partition(":")
    return time(int(hour), int(minute))


Hour = Annotated[time, BeforeValidator(_hour), WithJsonSchema({"type": "string", "pattern": _HOUR})]


class ClassDate(Content):
    """One class, on one day."""

    title: Text
    date: date
    begin: Annotated[Hour, Field(alias="from")]
    until: Hour
    place: Text | None = None
    note: Text | None = None

    @property
    def end(self) -> datetime:
        """In local time, as the file is written."""
        return datetime.combine(self.date, self.until)


class ClassesFile(Content):
    """`lessons/classes.yaml`, in any order."""

    format: Literal[1]
    classes: tuple[ClassDate, ...]


def coming(classes: Iterable[ClassDate], now: datetime) -> tuple[ClassDate, ...]:
    """Those that have not ended at `now` (local time), the next first."""
    return tuple(sorted((one for one in classes if one.end > now), key=lambda one: (one.date, one.begin)))


def load_classes(folder: Path, today: date) -> tuple[tuple[ClassDate, ...], list[Problem]]:
    """The classes, and what is wrong with the file. One that would end before it begins is set aside."""
    path = folder / CLASSES
    if not path.exists():
        return (), []
    file, document, problems = load_file(path, ClassesFile, _SHOWN_AS)
    if file is None:
        return (), list(problems)
    found = FileProblems(_SHOWN_AS, document)
    _check(file.classes, today, found)
    return tuple(one for one in file.classes if one.begin < one.until), found.problems


def _check(classes: Sequence[ClassDate], today: date, file: FileProblems) -> None:
    for index, one in enumerate(classes):
        if one.begin >= one.until:
            what = N_("終わりの時刻が、始まりの時刻より後ではありません。")
            file.add(("classes", index, "until"), what, N_("until に、from より後の時刻を書いてください。"))
        if one.date < today:
            what = N_("教室の日（{day}）を過ぎています。")
            remedy = N_("終わった教室は、消してください。画面には出ません。")
            day = one.date.isoformat()
            file.add(("classes", index, "date"), what, remedy, Severity.WARNING, day=day)
