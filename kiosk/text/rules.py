"""A rule of `spoken`: a pattern, and what is heard where it matches."""

import re
from collections.abc import Callable

from kiosk.text.ruby import RubyText

Found = re.Match[str]
Rule = tuple[re.Pattern[str], Callable[[Found], RubyText]]
"""The meaning gives segments from the match's beginning on, or none if it means nothing after all."""

NEAR = 20
"""Characters of the surrounding text that can matter."""


def rule(pattern: str, meaning: Callable[[Found], RubyText]) -> Rule:
    r"""`\d` and `\w` are ASCII: full-width signs have become ASCII before rules are asked."""
    return re.compile(pattern, re.ASCII), meaning


def before(match: Found) -> str:
    """The last characters of the text before a match."""
    return match.string[max(0, match.start() - NEAR) : match.start()]
