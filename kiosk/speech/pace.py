"""A voice made faster or slower without changing its pitch.

WSOLA: overlapping frames are taken from places a little off the even pace, where they continue best what was
laid down before. Source: Verhelst and Roelands, "An overlap-add technique based on waveform similarity (WSOLA)
for high quality time-scale modification of speech", ICASSP 1993.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Values = NDArray[np.float64]

_HALF_FRAME_S = 0.015
"""A frame holds two periods of a deep voice."""

_SEARCH_S = 0.008
_COARSE = 4
"""Every fourth sample is enough to find the best place."""


def paced(values: "Values", rate: int, speed: float) -> "Values":
    """The samples at `speed` times their pace, so `1 / speed` times as many, to within a frame."""
    import numpy as np

    half, reach = round(_HALF_FRAME_S * rate), round(_SEARCH_S * rate)
    if speed == 1.0 or len(values) <= 2 * half:
        return values
    window = np.hanning(2 * half + 1)[:-1]
    count = round(len(values) / speed / half)
    padded = np.concatenate(
        [np.zeros(half + reach), values, np.zeros(round(3 * half * max(speed, 1.0)) + 2 * reach)]
    )
    out = np.zeros((count + 2) * half)
    at = reach
    for index in range(count + 1):
        if index:
            wanted = padded[at + half : at + 3 * half]
            at = _best_place(padded, round(index * half * speed) + reach, wanted, reach)
        out[index * half : (index + 2) * half] += padded[at : at + 2 * half] * window
    return out[half : (count + 1) * half]


def _best_place(values: "Values", around: int, wanted: "Values", reach: int) -> int:
    """Where, at most `reach` from a place, the samples are most like those that are wanted."""
    import numpy as np

    near = values[around - reach : around + reach + len(wanted)][::_COARSE]
    likeness = np.correlate(near, wanted[::_COARSE], "valid")
    return around - reach + _COARSE * int(np.argmax(likeness))
