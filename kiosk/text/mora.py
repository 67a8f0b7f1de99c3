"""Kana as it is spelled and as it sounds: katakana, with long vowels written ー, counted in mora."""

import re
from collections.abc import Iterable

_HIRAGANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_KATAKANA = {kata: hira for hira, kata in _HIRAGANA.items()}
_SPEAKABLE = re.compile(r"[ァ-ヺ][ァ-ヺー]*")
_SMALL = "ァィゥェォャュョヮ"
_SAME_SOUND = str.maketrans("ヂヅヲ", "ジズオ")
_ROWS = {
    "ア": "アカサタナハマヤラワガザダバパァャヮ",
    "イ": "イキシチニヒミリギジヂビピィ",
    "ウ": "ウクスツヌフムユルグズヅブプゥュヴ",
    "エ": "エケセテネヘメレゲゼデベペェ",
    "オ": "オコソトノホモヨロヲゴゾドボポォョ",
}
VOWELS = {kana: vowel for vowel, row in _ROWS.items() for kana in row}
"""The vowel that a katakana ends in."""

_DRAWN_OUT = {"ア": "ア", "ウ": "ウ", "エ": "イ", "オ": "ウ"}
_LENGTHENED = {("ア", "ア"), ("ウ", "ウ"), ("エ", "エ"), ("エ", "イ"), ("オ", "オ"), ("オ", "ウ")}


def katakana(kana: str) -> str:
    return kana.translate(_HIRAGANA)


def speakable(reading: str) -> bool:
    """Whether the voice can say this katakana; iteration marks and a leading ー have no sound."""
    return _SPEAKABLE.fullmatch(reading) is not None


def mora_count(reading: str) -> int:
    return sum(kana not in _SMALL for kana in reading)


def pronunciation(parts: Iterable[str]) -> str:
    """Readings in katakana as they sound: オオシマ gives オーシマ, ケイ gives ケー, ヅ gives ズ.

    A long vowel never reaches over the border of two parts: 子（コ）+牛（ウシ）stays コウシ, and the
    verb 思（オモ）+う stays オモウ.
    """
    return "".join(_lengthened(part) for part in parts).translate(_SAME_SOUND)


def _lengthened(reading: str) -> str:
    sound = ""
    for kana in reading:
        long = bool(sound) and (VOWELS.get(sound[-1]), kana) in _LENGTHENED
        sound += "ー" if long else kana
    return sound


def hiragana(kana: str) -> str:
    return kana.translate(_KATAKANA)


def spelled(sound: str, reading: str) -> str:
    """A pronunciation in ordinary spelling again: ロッピャクエン stays, コーカ beside コウカ gives コウカ.

    `reading` is the dictionary's spelling of the same word; it tells which vowel a ー stands for where both are
    equally long, else the commonest one is taken.
    """
    if pronunciation([reading]) == sound:
        return reading
    beside = reading if len(reading) == len(sound) else sound
    written = ""
    for kana, original in zip(sound, beside, strict=True):
        if kana != "ー" or original in {"ー", kana}:
            written += _DRAWN_OUT.get(VOWELS.get(written[-1:], ""), "ー") if kana == "ー" else kana
        else:
            written += original
    return written
