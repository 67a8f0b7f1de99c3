"""Which touch panels the kernel knows: the text of /proc/bus/input/devices."""

import re
from collections.abc import Iterator

_NAME = re.compile(r'^N: Name="(.*)"', re.MULTILINE)
_ABSOLUTE = re.compile(r"^B: ABS=([0-9a-f ]+)", re.MULTILINE)
_PROPERTIES = re.compile(r"^B: PROP=([0-9a-f]+)", re.MULTILINE)

INPUT_PROP_DIRECT, ABS_X = 1, 0
"""Bits of linux/input-event-codes.h: a touch where the picture is, not beside it as on a touch pad."""
_PEN = re.compile(r"\b(pen|stylus|tablet)\b", re.IGNORECASE)


def touch_panels(devices: str) -> tuple[str, ...]:
    """Their names, each once, in the kernel's order."""
    return tuple(dict.fromkeys(_panels(devices)))


def _panels(devices: str) -> Iterator[str]:
    for block in devices.split("\n\n"):
        name = _NAME.search(block)
        direct = _bit(_PROPERTIES.search(block), INPUT_PROP_DIRECT)
        if name and direct and _bit(_ABSOLUTE.search(block), ABS_X) and not _PEN.search(name[1]):
            yield name[1]


def _bit(found: re.Match[str] | None, bit: int) -> bool:
    """The kernel writes words of 64 bits, the lowest last; what we ask for is in the lowest."""
    return found is not None and bool(int(found[1].split()[-1], 16) >> bit & 1)
