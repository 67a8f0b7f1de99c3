"""What a picture of the practice phone must keep. Apart from the layout, so that a theme needs no content models."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PhoneSizes:
    """What a phone picture must keep: `text` px of words, `touch` px of a finger's target, `gap` px between.

    Words are `text` px where the phone has room for it, and never less than `least_text`.
    """

    text: int
    least_text: int
    touch: float
    gap: float
    language: str = "ja"
