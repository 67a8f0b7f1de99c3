"""Findings as values, and as scripts get them."""

import json

import pytest

from kiosk.errors import Message
from kiosk.staff.health import (
    AREA_NAMES,
    Area,
    Finding,
    Mark,
    NotExaminedError,
    as_json,
    from_json,
)

WELL = Finding(Area.DISK, Message("空きは {megabytes} MB です。", {"megabytes": 300}))
LACK = Finding(Area.PRINTER, Message("{AREA}", {"AREA": Message("printer")}), Mark.LACK)
FAULT = Finding(Area.CLOCK, Message("日付を合わせてください。"), Mark.FAULT)


def test_every_area_has_a_name() -> None:
    assert set(AREA_NAMES) == set(Area)


def test_scripts_get_area_mark_and_text() -> None:
    (row,) = json.loads(as_json([LACK], str.upper))
    assert (row["area"], row["mark"], row["text"]) == ("printer", "lack", "PRINTER")


def test_what_is_written_can_be_read_again() -> None:
    assert from_json(as_json([WELL, LACK, FAULT])) == (WELL, LACK, FAULT)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}x",
        "[1]",
        '[{"area": "fonts"}]',
        '[{"area": "?", "mark": "well", "template": "", "values": {}}]',
        "3",
    ],
)
def test_anything_else_is_a_sentence(text: str) -> None:
    with pytest.raises(NotExaminedError):
        from_json(text)
