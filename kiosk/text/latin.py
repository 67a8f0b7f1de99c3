"""Where Latin letters stand in a text: addresses, codes such as A1234, words."""

import re

from kiosk.text.letters import address, known, latin, spelled
from kiosk.text.ruby import RubyText, Segment
from kiosk.text.rules import Found, Rule, rule

ACCENTED = "\u00c0-\u024f\u0300-\u036f"
"""Letters and accents of other languages: such a word is left as it is."""

_LABELS = r"(?:[A-Za-z0-9_-]{1,63}\.){1,8}"
_HOST = rf"{_LABELS}[A-Za-z]{{2,20}}"
_KNOWN_HOST = rf"{_LABELS}(?i:jp|com|net|org|info)(?![\w-]|\.\w)"
_PATH = r"(?::\d{2,5})?(?:[/?#](?:[!-~]*[\w/=&#-])?)?"


def _unchanged(match: Found) -> RubyText:
    return (Segment(match[0]),)


def _address(match: Found) -> RubyText:
    return (Segment(match[0], sound=address(match["host"])),)


def _code(match: Found) -> RubyText:
    letters = re.split(r"\d", match[0], maxsplit=1)[0]
    if known(letters):
        return (Segment(letters, sound=known(letters)),)
    return (Segment(match[0], sound="ノ".join(spelled(part) for part in match[0].split("-"))),)


def _word(match: Found) -> RubyText:
    word = match[0] if known(match[0]) else match[0].partition("-")[0]
    return (Segment(word, sound=latin(word)),)


ADDRESSES: tuple[Rule, ...] = (
    rule(r"\{\w{1,30}\}", _unchanged),  # a place that gettext's texts keep for a value
    rule(rf"https?://(?:www\.)?(?P<host>{_HOST}){_PATH}", _address),
    rule(rf"(?P<host>[\w.+%-]{{1,64}}@{_HOST})", _address),
    rule(rf"(?P<host>www\.{_HOST}|{_KNOWN_HOST}){_PATH}", _address),
)

WORDS: tuple[Rule, ...] = (
    rule(r"(?=[A-Za-z]{1,20}\d|\d{1,20}[A-Za-z])[A-Za-z0-9]++(?:-\d++)*+", _code),
    rule(rf"[A-Za-z]++(?:-[A-Za-z]++)?(?![A-Za-z{ACCENTED}])", _word),
    rule(rf"[A-Za-z{ACCENTED}]++", _unchanged),
)
