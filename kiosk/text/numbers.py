"""Numbers as they are said: 30 サンジュウ, 0.8 レイテンハチ; and digit by digit, 0959 ゼロキューゴーキュー.

A number is a string of ASCII digits, perhaps with `,` or `、` between thousands and one decimal point.
Forms after NHK ことばのハンドブック: 4 ヨン, 7 ナナ, 9 キュウ unless a counter asks for another.
"""

import re

_ONES = ("", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュウ")
_HUNDREDS = {1: "ヒャク", 3: "サンビャク", 6: "ロッピャク", 8: "ハッピャク"}
_THOUSANDS = {1: "セン", 3: "サンゼン", 8: "ハッセン"}
_MYRIADS = ("", "マン", "オク", "チョウ")
_ALONE = ("ゼロ", "イチ", "ニー", "サン", "ヨン", "ゴー", "ロク", "ナナ", "ハチ", "キュー")
_LAST_MORA = re.compile("(?:チ|ク|(?<=ュ)ウ)$")

KANJI_DIGITS = "〇一二三四五六七八九"
MOST_DIGITS = 16
"""Longer numbers have no name here (千兆 is the greatest place) and are said digit by digit."""


def one_by_one(digits: str) -> str:
    """Each digit by its own name, as codes and telephone numbers are told."""
    return "".join(_ALONE[int(digit)] for digit in digits)


def without_separators(number: str) -> str:
    """`1,000` and `01` as `1000` and `1`; a fraction stays as it is."""
    whole, point, fraction = number.replace(",", "").replace("、", "").partition(".")
    return (whole.lstrip("0") or "0") + point + fraction


def cardinal(number: str) -> str:
    """How a number is said when nothing is counted."""
    whole, _, fraction = without_separators(number).partition(".")
    if fraction:
        return _before_point(whole) + "テン" + _after_point(fraction)
    if whole == "0":
        return "ゼロ"
    if len(whole) > MOST_DIGITS:
        return one_by_one(whole)
    groups = [whole[max(0, end - 4) : end] for end in range(len(whole), 0, -4)]
    said = [_myriad(int(group), _MYRIADS[place]) for place, group in enumerate(groups)]
    return "".join(reversed(said))


def last_place(number: str) -> str:
    """What a number ends in when it is said, as a kanji: 三 of 13, 十 of 20, 百 of 300, 万 of 20000."""
    digits = without_separators(number)
    kept = digits.rstrip("0") if "." not in digits else digits
    zeros = len(digits) - len(kept)
    if not kept:
        return "〇"
    return "十百千万"[min(zeros, 4) - 1] if zeros else KANJI_DIGITS[int(kept[-1])]


def doubled(sound: str) -> str:
    """The end of a number before a counter that doubles its consonant: イチ becomes イッ, ジュウ ジュッ."""
    return _LAST_MORA.sub("ッ", sound)


def _before_point(whole: str) -> str:
    if whole == "0":
        return "レイ"
    return doubled(cardinal(whole)) if last_place(whole) in "一八十" else cardinal(whole)


def _after_point(fraction: str) -> str:
    return cardinal(fraction) if len(fraction) == 1 else one_by_one(fraction)


def _myriad(value: int, unit: str) -> str:
    if not value:
        return ""
    if unit and value == 1000:
        return "イッセン" + unit
    said = _below_myriad(value)
    return (doubled(said) if unit == "チョウ" and last_place(str(value)) in "一八十" else said) + unit


def _below_myriad(value: int) -> str:
    thousands, hundreds, tens, ones = (int(digit) for digit in f"{value:04}")
    return (
        (_THOUSANDS.get(thousands) or (_ONES[thousands] + "セン" if thousands else ""))
        + (_HUNDREDS.get(hundreds) or (_ONES[hundreds] + "ヒャク" if hundreds else ""))
        + ("" if not tens else "ジュウ" if tens == 1 else _ONES[tens] + "ジュウ")
        + _ONES[ones]
    )
