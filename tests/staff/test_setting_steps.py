"""No number of touches makes settings that the file would refuse."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.settings import Settings
from kiosk.settings_table import ENTRIES, Amount, Entry, fits, hours_agree
from kiosk.staff.setting_steps import chosen, stepped

TOUCHES = st.lists(st.tuples(st.sampled_from(list(ENTRIES.values())), st.booleans()), max_size=60)


@given(TOUCHES)
def test_any_touches_leave_sound_settings(touches: list[tuple[Entry, bool]]) -> None:
    settings = Settings()
    for entry, up in touches:
        settings = replace(settings, **stepped(settings, entry, up))
    assert all(fits(entry, getattr(settings, key)) for key, entry in ENTRIES.items())
    assert hours_agree(settings.wake, settings.sleep)


@pytest.mark.parametrize("entry", [one for one in ENTRIES.values() if isinstance(one.kind, Amount)])
def test_steps_end_at_the_bounds(entry: Entry) -> None:
    assert isinstance(entry.kind, Amount)
    steps = entry.kind.steps
    assert stepped(replace(Settings(), **{entry.key: steps[-1]}), entry, up=True) == {}
    assert stepped(replace(Settings(), **{entry.key: steps[0]}), entry, up=False) == {}
    assert stepped(replace(Settings(), **{entry.key: steps[0]}), entry, up=True) == {entry.key: steps[1]}


@pytest.mark.parametrize(("up", "value"), [(True, 2), (False, 1)])
def test_a_value_between_the_steps_goes_to_the_next(up: bool, value: float) -> None:
    assert stepped(Settings(idle_minutes=1.7), ENTRIES["idle_minutes"], up) == {"idle_minutes": value}


@pytest.mark.parametrize(
    ("wake", "sleep", "up", "changes"),
    [
        ("", "", True, {"wake": "08:30", "sleep": "21:00"}),
        ("08:30", "21:00", True, {"wake": "08:45"}),
        ("08:30", "21:00", False, {"wake": "08:15"}),
        ("00:00", "21:00", False, {"wake": "23:45"}),
        ("08:40", "21:00", True, {"wake": "08:45"}),
        ("08:40", "21:00", False, {"wake": "08:30"}),
        ("20:45", "21:00", True, {"wake": "21:15"}),
    ],
)
def test_hours_go_by_quarters(wake: str, sleep: str, up: bool, changes: dict[str, str]) -> None:
    assert stepped(Settings(wake=wake, sleep=sleep), ENTRIES["wake"], up) == changes


def test_taking_one_hour_away_takes_both() -> None:
    settings = Settings(wake="08:30", sleep="21:00")
    assert chosen(settings, ENTRIES["sleep"], "") == {"sleep": "", "wake": ""}


def test_choosing_what_is_so_changes_nothing() -> None:
    assert chosen(Settings(), ENTRIES["paper"], "a4") == {}
    assert chosen(Settings(), ENTRIES["paper"], "a5") == {"paper": "a5"}
