"""What staff should know of the voices, as values; their texts are in the language of the staff page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class VoicesOfLanguage:
    """`voices` best first, `lacks` says why others cannot speak here; `kept` of `lessons` have all their sounds."""

    code: str
    name: str
    voices: tuple[str, ...]
    lacks: tuple[str, ...]
    kept: int
    lessons: int


@dataclass(frozen=True)
class VoicesState:
    """`megabytes` of sounds are kept."""

    languages: tuple[VoicesOfLanguage, ...]
    megabytes: int
