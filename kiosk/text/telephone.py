"""Digits joined by hyphens or brackets: 0959-37-0011 digit by digit, 1-2-3 number by number, 3-5人 a range."""

import re

from kiosk.text.counting import COUNTER
from kiosk.text.numbers import cardinal, one_by_one
from kiosk.text.ruby import RubyText, Segment
from kiosk.text.rules import Found, Rule, before, rule

_TOLD = "番号|パスワード|コード|電話|内線|℡|☎|〒|ダイヤル|ホットライン|ファックス|PIN|TEL|FAX|Tel"
_TOLD_BEFORE = re.compile(rf"(?:{_TOLD})[はがを:.\s「『(]{{0,3}}$")
_NUMBERED = ("号", "番", "丁", "区")
"""Counters of places in an address: まなび町3-5号 is no range."""


def is_told_digit_by_digit(text_before: str) -> bool:
    """Whether the text before a number announces a code or a telephone number: 暗証番号は."""
    return _TOLD_BEFORE.search(text_before) is not None


def _one_by_one(match: Found) -> RubyText:
    """Digits by their names; what stands between them is heard as ノ, a space is silent."""
    segments: list[Segment] = []
    for part in filter(None, re.split(r"(\d+)", match[0])):
        between = "ノ" if segments and part.strip() else "プラス" if part == "+" else ""
        segments.append(Segment(part, sound=one_by_one(part) if part.isdigit() else between))
    return tuple(segments)


def _joined(match: Found) -> RubyText:
    if _is_told(match):
        return _one_by_one(match)
    groups, unit, joint = re.split("[-ー ]", match[0]), match["unit"], match["joint"]
    if joint == " " or match[0].startswith("+"):
        return ()
    if len(groups) == 2 and int(groups[0]) < int(groups[1]) and unit and not unit.startswith(_NUMBERED):
        return (Segment(groups[0], sound=cardinal(groups[0])), Segment(joint, sound="カラ"))
    return tuple(Segment(part, sound=_heard(part)) for part in re.split(f"({joint})", match[0]))


def _heard(part: str) -> str:
    if not part.isdigit():
        return "ノ"
    return one_by_one(part) if part[0] == "0" else cardinal(part)


def _is_told(match: Found) -> bool:
    """A telephone number, a postal code (3-4), four digits each as on cards, or what the text before announces."""
    lengths = [len(group) for group in re.findall(r"\d+", match[0])]
    is_card = lengths in ([4, 4, 4], [4, 4, 4, 4])
    if match["joint"] == " ":
        return is_card or (match[0][0] == "0" and sum(lengths) in (10, 11))
    if is_card or lengths == [3, 4]:
        return not match["unit"]
    begins = match[0][0] == "+" or (match[0][0] == "0" and sum(lengths) >= 6)
    return begins or is_told_digit_by_digit(before(match))


def _emergency(match: Found) -> RubyText:
    sound = "ヒャクトオ" if match[1] == "110" else cardinal(match[1])
    return (Segment(match[1], sound=sound), *([Segment("番", "ばん")] if match[2] else []))


def _short(match: Found) -> RubyText:
    return (Segment(match[0], sound=("シャープ" if match[1] else "") + one_by_one(match[2])),)


_CALLED = "(?:へ|に(?:電話|通報|かけ|相談))"

RULES: tuple[Rule, ...] = (
    rule(r"(?:0\d{1,4}\(\d{1,4}\)|\(0\d{1,4}\) ?\d{1,4}-)\d{3,4}(?!\d)", _one_by_one),
    rule(
        r"\+?\d{1,8}+(?P<joint>[-ー ])\d{1,8}+(?:(?P=joint)\d{1,8}+){0,4}(?![-\d]|\.\d)"
        rf"(?=(?P<unit>{COUNTER})?)",
        _joined,
    ),
    rule(rf"(11[089])(?:(番)(?![地号組])|(?={_CALLED}))", _emergency),
    rule(r"(#)(\d{4})(?!\d)", _short),
    rule(rf"()(1\d\d)(?=番?{_CALLED})", _short),
)
