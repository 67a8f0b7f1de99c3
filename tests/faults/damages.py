"""How a file may be damaged; what it holds afterwards."""

import random
from collections.abc import Callable

_NOISE = random.Random(6)

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda data: b"",
    "cut short": lambda data: data[: len(data) // 2],
    "noise": lambda data: _NOISE.randbytes(len(data)),
}

FINER_DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    **DAMAGES,
    "without its end": lambda data: data[:-1],
    "noise after its head": lambda data: data[:100] + _NOISE.randbytes(len(data) - 100),
    "zeros at its end": lambda data: data[:-64] + bytes(64),
}
