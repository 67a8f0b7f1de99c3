"""One table says what each setting is: it knows all of them, and what the staff page offers is allowed."""

from dataclasses import fields

import pytest

from kiosk.settings import PAPERS, Settings
from kiosk.settings_table import ENTRIES, Amount, Choice, Entry, fits, hours_agree, is_hour


def test_every_setting_but_the_voices_is_in_the_table() -> None:
    assert set(ENTRIES) == {field.name for field in fields(Settings)} - {"voices"}


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=list(ENTRIES))
def test_a_default_is_allowed(entry: Entry) -> None:
    assert fits(entry, entry.default)


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=list(ENTRIES))
def test_the_steps_go_up_and_are_allowed_and_the_default_is_one(entry: Entry) -> None:
    if isinstance(entry.kind, Amount):
        steps = entry.kind.steps
        assert sorted(set(steps)) == list(steps)
        assert all(fits(entry, step) for step in steps)
        assert entry.default in steps


def test_no_step_makes_the_kiosk_silent_or_hasty() -> None:
    offered = {key: entry.kind.steps for key, entry in ENTRIES.items() if isinstance(entry.kind, Amount)}
    assert min(offered["volume"]) >= 1
    assert min(offered["idle_minutes"]) * 60 >= 30
    assert min(offered["question_seconds"]) >= 30


@pytest.mark.parametrize("value", [2, 6.9, 121, -10.1])
def test_a_screen_is_no_smaller_than_a_hand_and_no_larger_than_a_wall(value: float) -> None:
    assert not fits(ENTRIES["screen_inches"], value)


@pytest.mark.parametrize("hour", ["00:00", "08:30", "23:59"])
def test_hours(hour: str) -> None:
    assert is_hour(hour)


@pytest.mark.parametrize(
    "text", ["", "8:30", "24:00", "08:60", "08.30", "08:30:00", "0830", "+8:30", "０８:３０"]
)
def test_no_hours(text: str) -> None:
    assert not is_hour(text)


@pytest.mark.parametrize(
    ("wake", "sleep", "agree"),
    [
        ("", "", True),
        ("08:30", "17:15", True),
        ("22:00", "06:00", True),
        ("08:30", "", False),
        ("", "17:15", False),
        ("08:30", "08:30", False),
    ],
)
def test_hours_come_in_pairs(wake: str, sleep: str, agree: bool) -> None:
    assert hours_agree(wake, sleep) is agree


def test_every_paper_has_its_name() -> None:
    kind = ENTRIES["paper"].kind
    assert isinstance(kind, Choice)
    assert tuple(kind.options) == PAPERS
