"""Signs that are heard: 〜 between times カラ, ① イチ, 〒 ユウビンバンゴウ. The others (※ → ・ emoji) are silent."""

import re
import unicodedata

from kiosk.text.numbers import cardinal
from kiosk.text.ruby import RubyText, Segment
from kiosk.text.rules import Found, Rule, rule

_SOUNDS = {
    **{
        "&": "アンド",
        "+": "プラス",
        "=": "イコール",
        "%": "パーセント",
        "℃": "ド",
        "×": "バツ",
        "@": "アットマーク",
    },
    **{"〒": "ユウビンバンゴウ", "℡": "デンワ", "☎": "デンワ", "№": "ナンバー", "±": "プラスマイナス"},
}
_NUMERALS = "①-⒛❶-➓Ⅰ-Ⅻⅰ-ⅻ㉑-㉟㊱-㊿"
_FRACTIONS = "¼-¾⅐-⅞"

BEGINNINGS = f"0-9〜~{_NUMERALS}{_FRACTIONS}{re.escape(''.join(_SOUNDS))}\\-"
"""What a sign of these rules can begin with, as it stands in a character class."""


def _sign(match: Found) -> RubyText:
    return (Segment(match[0], sound=_SOUNDS[match[0]]),)


def _numeral(match: Found) -> RubyText:
    return (Segment(match[0], sound=cardinal(str(int(unicodedata.numeric(match[0][0]))))),)


def _fraction(match: Found) -> RubyText:
    upper, lower = unicodedata.normalize("NFKC", match[0]).split("⁄")
    return (Segment(match[0], sound=f"{cardinal(lower)}ブンノ{cardinal(upper)}"),)


def _heard_as(sound: str, pattern: str) -> Rule:
    return rule(pattern, lambda match: (Segment(match[0], sound=sound),))


RULES: tuple[Rule, ...] = (
    rule("[0-9]\ufe0f?\u20e3", _numeral),
    _heard_as("マイナス", r"(?:(?<![^\s(「『、。:=はが〜])|^)-(?=\d)"),
    _heard_as("カラ", r"(?<=:\d\d)-(?=\d{1,2}:)|(?<=[年月日時分円])-(?=\d)"),
    _heard_as("カラ", r"(?<=[\dA-Za-z一-鿿%)])[〜~](?=[\dA-Za-z¥一-鿿])"),
    _heard_as("ナンバー", r"N[oO]\.? ?(?=\d)"),
    rule(f"[{_NUMERALS}]", _numeral),
    rule(f"[{_FRACTIONS}]", _fraction),
    rule(f"[{re.escape(''.join(_SOUNDS))}]", _sign),
)
