"""The order of the sound test, and what staff should look at when they hear nothing."""

from dataclasses import dataclass, replace

from kiosk.errors import N_


@dataclass(frozen=True)
class OneSide:
    """A tone from one loudspeaker."""

    left: bool


@dataclass(frozen=True)
class OneVoice:
    """A sentence in a language, by its own name."""

    language: str
    name: str


Check = OneSide | OneVoice

LOOK = (
    N_("スピーカーの電源と、線がささっているかを、見てください。見たら「もう一度」をさわります。"),
    N_("スピーカーと端末の、音量のつまみを上げてください。上げたら「もう一度」をさわります。"),
    N_("音は「{device}」に出しています。ほかから出したいときは、端末の音の設定で、出口を選んでください。"),
    N_("それでも聞こえないときは、ほかのスピーカーをつないで、もう一度ためしてください。"),
)
"""From what is quickest to look at; it begins again after the last."""


@dataclass(frozen=True)
class SoundCheck:
    """A place in the test. `looked` counts what staff were asked to look at for this sound."""

    checks: tuple[Check, ...]
    at: int = 0
    looked: int = 0
    unheard: tuple[Check, ...] = ()
    """Passed over, though nobody heard them."""

    @property
    def now(self) -> Check | None:
        """None at the end."""
        return self.checks[self.at] if self.at < len(self.checks) else None

    @property
    def hint(self) -> str:
        """What to look at now; empty before anybody missed this sound."""
        return LOOK[(self.looked - 1) % len(LOOK)] if self.looked else ""

    def heard(self) -> "SoundCheck":
        return replace(self, at=self.at + 1, looked=0)

    def not_heard(self) -> "SoundCheck":
        return replace(self, looked=self.looked + 1)

    def passed_over(self) -> "SoundCheck":
        if self.now is None:
            return self
        return replace(self.heard(), unheard=(*self.unheard, self.now))
