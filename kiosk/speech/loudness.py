"""How loud each step of the resident's volume is."""

from kiosk.visit.visit import VOLUMES

STEP_DB = 5.0
"""Between two steps. Every 10 dB sounds about twice as loud (S. S. Stevens, the sone), so two steps do."""


def gain(volume: int) -> float:
    """What samples are multiplied with, up to 1.0 at the highest of `VOLUMES`, which is all the device gives."""
    steps: int = volume - VOLUMES[-1]
    return float(10 ** (STEP_DB * steps / 20))
