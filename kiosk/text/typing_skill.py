"""How sure somebody is on the keyboard, which decides how strongly the next key is pointed at."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.text.kana_input import Backspace, Typed
from kiosk.text.typing_guide import Wanted, guidance_strength, next_move


@dataclass(frozen=True)
class TypingSkill:
    """`hits` are right keys in a row since the last miss, `misses` all that there were."""

    hits: int = 0
    misses: int = 0

    @property
    def guidance(self) -> float:
        return guidance_strength(self.hits, self.misses)

    def after(self, before: Typed, now: Typed, wanted: Sequence[Wanted]) -> "TypingSkill":
        """What one key says about it: a miss is a key after which something has to be taken away."""
        was_wrong = isinstance(next_move(before, wanted), Backspace)
        is_wrong = isinstance(next_move(now, wanted), Backspace)
        if is_wrong and not was_wrong:
            return TypingSkill(0, self.misses + 1)
        return self if was_wrong or is_wrong else TypingSkill(self.hits + 1, self.misses)
