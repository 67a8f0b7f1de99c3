"""What is well on this terminal and what is not, as values: found by the doctor, shown to staff."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kiosk.errors import N_, KioskError, Message


class Area(StrEnum):
    """What can be looked at; scripts rely on these words."""

    FONTS = "fonts"
    SETTINGS = "settings"
    CONTENT = "content"
    REVIEWS = "reviews"
    VOICES = "voices"
    SOUND = "sound"
    KEPT_SOUNDS = "kept-sounds"
    SCREEN = "screen"
    TOUCH = "touch"
    PRINTER = "printer"
    CLOCK = "clock"
    DISK = "disk"
    LOG = "log"
    WATCH = "watch"
    PIN = "pin"
    USAGE = "usage"
    VERSIONS = "versions"


AREA_NAMES: Mapping[Area, str] = {
    Area.FONTS: N_("書体"),
    Area.SETTINGS: N_("設定"),
    Area.CONTENT: N_("教材"),
    Area.REVIEWS: N_("教材の見なおし"),
    Area.VOICES: N_("声"),
    Area.SOUND: N_("音"),
    Area.KEPT_SOUNDS: N_("作った音"),
    Area.SCREEN: N_("画面"),
    Area.TOUCH: N_("タッチパネル"),
    Area.PRINTER: N_("プリンター"),
    Area.CLOCK: N_("時計"),
    Area.DISK: N_("ディスク"),
    Area.LOG: N_("記録"),
    Area.WATCH: N_("見守り"),
    Area.PIN: N_("職員の番号"),
    Area.USAGE: N_("利用の数"),
    Area.VERSIONS: N_("ソフトの版"),
}


class Mark(StrEnum):
    """A fault must be mended; a lack is something the kiosk can live with."""

    FAULT = "fault"
    LACK = "lack"
    WELL = "well"

    @property
    def sign(self) -> str:
        return {Mark.FAULT: "×", Mark.LACK: "△", Mark.WELL: "○"}[self]


@dataclass(frozen=True)
class Finding:
    """One sentence about one area: what was found, and what to do."""

    area: Area
    message: Message
    mark: Mark = Mark.WELL


class NotExaminedError(KioskError):
    """The doctor did not come to an end."""


def as_json(findings: Iterable[Finding], translate: Callable[[str], str] = str) -> str:
    """For programs: `text` is ready to be read; `template` and `values` are for who translates it again."""
    rows = [
        {
            "area": finding.area,
            "mark": finding.mark,
            "text": finding.message.text(translate),
            **_message_values(finding.message),
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str | bytes) -> tuple[Finding, ...]:
    """Raises `NotExaminedError` for anything that `as_json` did not write."""
    try:
        rows = json.loads(text)
        return tuple(Finding(Area(row["area"]), _message(row), Mark(row["mark"])) for row in rows)
    except (ValueError, TypeError, KeyError) as error:
        raise NotExaminedError(N_("端末を調べられませんでした。もう一度ためしてください。")) from error


def _message_values(message: Message) -> dict[str, object]:
    return {
        "template": message.template,
        "values": {name: _plain(value) for name, value in message.values.items()},
    }


def _plain(value: object) -> object:
    if isinstance(value, Message):
        return _message_values(value)
    return value if isinstance(value, int | float) else str(value)


def _message(row: Mapping[str, object]) -> Message:
    """Raises `KeyError` or `TypeError`."""
    template, values = row["template"], row["values"]
    if not isinstance(template, str) or not isinstance(values, dict):
        raise TypeError
    return Message(
        template,
        {name: _message(value) if isinstance(value, dict) else value for name, value in values.items()},
    )
