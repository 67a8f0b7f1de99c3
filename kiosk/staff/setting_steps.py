"""What one touch of the staff page makes of the settings. Hours of the day come in pairs."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import datetime, timedelta

from kiosk.settings import Settings
from kiosk.settings_table import Amount, Choice, Entry, HourOfDay, Name, Switch, Value

USUAL_HOURS = {"wake": "08:30", "sleep": "21:00"}
"""Where staff begin to choose; both lie outside the opening hours of most community centres."""

STEP_MINUTES = 15


def stepped(settings: Settings, entry: Entry, up: bool) -> Mapping[str, Value]:
    """The settings that change with one touch on more or less; none at the end of what is offered.

    A value that is none of the steps goes to the next one in that direction. Hours go round the clock.
    """
    value = getattr(settings, entry.key)
    match entry.kind:
        case Amount(steps=steps):
            at = bisect_right(steps, value) if up else bisect_left(steps, value) - 1
            if not 0 <= at < len(steps):
                return {}
            return {entry.key: type(entry.default)(steps[at])}
        case HourOfDay():
            return _with_other_hour(settings, entry.key, _next_hour(settings, entry.key, up))
        case Switch() | Choice() | Name():
            return {}


def chosen(settings: Settings, entry: Entry, value: Value) -> Mapping[str, Value]:
    """The settings that change when staff choose a value, such as the usual one; none if it is that already."""
    if value == getattr(settings, entry.key):
        return {}
    if isinstance(entry.kind, HourOfDay):
        return _with_other_hour(settings, entry.key, str(value))
    return {entry.key: value}


def _with_other_hour(settings: Settings, key: str, hour: str) -> Mapping[str, Value]:
    """An empty hour empties the other one, and an hour needs another one."""
    other = _other(key)
    there: str = getattr(settings, other)
    if bool(hour) == bool(there):
        return {key: hour}
    return {key: hour, other: USUAL_HOURS[other] if hour else ""}


def _next_hour(settings: Settings, key: str, up: bool) -> str:
    hour: str = getattr(settings, key)
    if not hour:
        return USUAL_HOURS[key]
    hour = _moved(hour, up)
    return _moved(hour, up) if hour == getattr(settings, _other(key)) else hour


def _moved(hour: str, up: bool) -> str:
    """To the next quarter of an hour."""
    now = datetime.strptime(hour, "%H:%M")
    beyond = now.minute % STEP_MINUTES
    minutes = STEP_MINUTES - beyond if up else -(beyond or STEP_MINUTES)
    return f"{now + timedelta(minutes=minutes):%H:%M}"


def _other(key: str) -> str:
    return "sleep" if key == "wake" else "wake"
