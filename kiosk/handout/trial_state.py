"""What staff are told while a trial page is printed."""

from dataclasses import dataclass, replace
from typing import assert_never

from kiosk.errors import N_, Message
from kiosk.handout.protocol import (
    Accepted,
    Alive,
    Failed,
    Going,
    News,
    Prepared,
    Printed,
    PrinterNow,
    Unprepared,
    trouble_of,
)
from kiosk.handout.trouble import Trouble

PREPARING = N_("ためし刷りを用意しています。")
PRINTING = N_("印刷しています。")
PRINTED = N_("印刷が終わりました。出てきた紙のわく、線の長さ、文字、QRコードを見てください。")
READY = N_("プリンター「{printer}」は使えます。")
LOOKING = N_("プリンターを調べています。")


@dataclass(frozen=True)
class TrialState:
    """`printer` tells how the printer is, `job` how the page gets on; `is_well` goes with the former."""

    printer: tuple[Message, ...] = (Message(LOOKING),)
    is_well: bool = True
    job: Message | None = None
    busy: bool = False


def asked(state: TrialState) -> TrialState:
    """Staff want a page."""
    return replace(state, job=Message(PREPARING), busy=True)


def after(state: TrialState, news: News, printer: str) -> TrialState:
    """The state when the printing process has told something; `printer` is its name, as far as it is known."""
    match news:
        case PrinterNow(printer=name, tasks=tasks):
            well = Message(READY, {"printer": name})
            told = tuple(task.message for task in tasks) or (well,)
            return replace(state, printer=told, is_well=not tasks)
        case Accepted():
            return replace(state, job=Message(PRINTING))
        case Going(trouble=trouble):
            held = trouble_of(trouble)
            return replace(state, job=Message(held.resident if held else PRINTING))
        case Printed():
            return replace(state, job=Message(PRINTED), busy=False)
        case Failed(trouble=trouble, detail=detail):
            return lost(state, trouble_of(trouble) or Trouble.UNKNOWN, printer, detail)
        case Prepared() | Unprepared() | Alive():
            return state
        case _:
            assert_never(news)


def lost(state: TrialState, trouble: Trouble, printer: str, detail: str = "") -> TrialState:
    """No page will come."""
    values = {"printer": printer, "detail": detail or "－"}
    return replace(state, job=Message(trouble.staff, values), busy=False)
