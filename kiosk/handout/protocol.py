"""What the window's process and the printing process say to each other: values, one line of JSON each.

There is one printing process a visit; the end of its input is the end of the visit.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from kiosk.errors import Message
from kiosk.handout.printers.printer import Phase
from kiosk.handout.trouble import Trouble


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    def line(self) -> bytes:
        return self.model_dump_json().encode() + b"\n"


class Prepare(_Line):
    """Make this sheet, and a picture of it `preview` pixels wide, before anybody asks for paper."""

    kind: Literal["prepare"] = "prepare"
    lesson: str
    language: str
    answers: Mapping[str, str] = {}
    large: bool = False
    preview: int = 400


class Print(_Line):
    """One copy of the sheet that was prepared last."""

    kind: Literal["print"] = "print"


class TakeBack(_Line):
    """Jobs that a printing process before this one left behind."""

    kind: Literal["take-back"] = "take-back"
    jobs: tuple[str, ...]


class ReadAgain(_Line):
    """The content has changed: what was prepared is made again."""

    kind: Literal["read-again"] = "read-again"


class LookAtPrinter(_Line):
    """Say how the printer is, for staff."""

    kind: Literal["look"] = "look"


class PrintTrial(_Line):
    """A page for staff that shows whether the printer prints well; no sheet needs to be prepared for it."""

    kind: Literal["print-trial"] = "print-trial"
    language: str


Wish = Prepare | Print | TakeBack | ReadAgain | LookAtPrinter | PrintTrial


class Prepared(_Line):
    """The sheet is there; `preview` is the file of its picture. Another one may be wanted by now."""

    kind: Literal["prepared"] = "prepared"
    sheet: Prepare
    preview: str


class Unprepared(_Line):
    """There is no such sheet; nobody has asked for paper yet. `detail` is for the log."""

    kind: Literal["unprepared"] = "unprepared"
    detail: str


class Accepted(_Line):
    """The printer has taken the job."""

    kind: Literal["accepted"] = "accepted"
    job: str
    pages: int


class Going(_Line):
    """Where a job is; `trouble` holds it up at the moment."""

    kind: Literal["going"] = "going"
    job: str
    phase: Phase
    trouble: str = ""


class Printed(_Line):
    """The paper is out."""

    kind: Literal["printed"] = "printed"
    job: str


class Failed(_Line):
    """No paper will come, although somebody asked for it. `trouble` names a `Trouble`; `detail` is for the log."""

    kind: Literal["failed"] = "failed"
    trouble: str
    job: str = ""
    detail: str = ""


class Sentence(_Line):
    """A `Message` on its way: a template in Japanese, and what belongs into it."""

    template: str
    values: Mapping[str, str] = {}

    @staticmethod
    def of(message: Message) -> "Sentence":
        values = {name: str(value) for name, value in message.values.items()}
        return Sentence(template=message.template, values=values)

    @property
    def message(self) -> Message:
        return Message(self.template, self.values)


class PrinterNow(_Line):
    """`tasks` are what staff should look after; none when all is well. `printer` is how they call it.

    `is_set_up`: a terminal that never had a printer has its tasks, too, but needs nobody's care.
    """

    kind: Literal["printer"] = "printer"
    printer: str = ""
    tasks: tuple[Sentence, ...] = ()
    is_set_up: bool = True


class Alive(_Line):
    """A sign of life while jobs are watched."""

    kind: Literal["alive"] = "alive"


News = Prepared | Unprepared | Accepted | Going | Printed | Failed | PrinterNow | Alive

_WISH: TypeAdapter[Wish] = TypeAdapter(Annotated[Wish, Field(discriminator="kind")])
_NEWS: TypeAdapter[News] = TypeAdapter(Annotated[News, Field(discriminator="kind")])


def read_wish(line: bytes) -> Wish:
    """Raises `ValueError` for a line that is none."""
    return _WISH.validate_json(line)


def read_news(line: bytes) -> News | None:
    """None for a line that is none: a library may have written to the same pipe."""
    try:
        return _NEWS.validate_json(line)
    except ValidationError:
        return None


def trouble_of(name: str) -> Trouble | None:
    return Trouble[name] if name else None
