"""How Japanese words are read that neither their text nor the lexicon gives a reading.

Two analysers look at a text: Open JTalk's front end (pyopenjtalk-plus) and SudachiPy. Where they differ, the
rules of `_trusted` decide. They were found by counting who is right on the 4,600 sentences of ROHAN
(https://github.com/mmorise/rohan4600, CC0) and checked on ITA (`tests/bench/bench_readings.py` counts again). Three
rules that ROHAN has no case of came from looking at what was still wrong on ITA: names of countries, the suffix 所
and the prefix 相. Both analysers are heavy: make one only where somebody waits for it.
"""

import contextlib
import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Protocol

from kiosk.errors import N_, SettingsError
from kiosk.text.alignment import common_borders, folded
from kiosk.text.heteronyms import READINGS, SUDACHI_KNOWS
from kiosk.text.mora import pronunciation, speakable, spelled
from kiosk.text.ruby import kanji_runs

if TYPE_CHECKING:
    from pyopenjtalk.types import NJDFeature
    from sudachipy import Morpheme, Tokenizer

_NOT_INSTALLED = N_("日本語の読みを調べる {name} がありません。入れなおしてください。")
_DEVOICED = "’"
_ONLY_NUMERALS = re.compile(r"[〇一二三四五六七八九十百千万億兆0-9０-９]+")
_SPELLED_OTHERWISE = (("イウ", "ユウ"), ("ハ", "ワ"), ("ヘ", "エ"))
_ATTACHES = re.compile(r"[一-鿿々ァ-ヺー0-9０-９A-Za-zＡ-Ｚａ-ｚ]")
_UNVOICED = str.maketrans(
    "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポ", "カキクケコサシスセソタチツテトハヒフヘホハヒフヘホ"
)


BOUND = frozenset({"接尾", "接頭詞", "数"})
"""Kinds of words that are part of something longer: 勉強中, 各自, 数百."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: `kana` as it is spelled (は, コウカ), `sound` as it is heard (ワ, コーカ), in katakana.

    Both are empty for what has no sound. `name`: a proper name.
    """

    text: str
    kana: str = ""
    sound: str = ""
    kind: str = ""
    name: bool = False

    @property
    def ambiguous(self) -> bool:
        """Whether it has several common readings; as a part of something longer (勉強中, 数百) one."""
        return self.text in READINGS and self.kind not in BOUND


_NOTHING = Word("")


class Analyser(Protocol):
    """Cuts a text into words with readings. Raises `SettingsError` where it is not installed."""

    def words(self, text: str) -> tuple[Word, ...]:
        """The words of a plain text; joined, their texts are the text."""


def analyser_version() -> str:
    """What readings come from, without loading it; changes whenever they might."""
    from importlib.metadata import version

    return (
        " ".join(f"{name} {version(name)}" for name in ("pyopenjtalk-plus", "SudachiPy", "sudachidict-core"))
        + " 1"
    )


class JapaneseAnalyser:
    """Open JTalk and Sudachi. Loads 250 MB when first asked; about 5 ms a sentence."""

    def words(self, text: str) -> tuple[Word, ...]:
        from_jtalk = _placed(text, _jtalk_words(text))
        if not kanji_runs(text):
            return tuple(from_jtalk)
        found: list[Word] = []
        for stretch, beside in _side_by_side(from_jtalk, self._sudachi_words(text)):
            last = found[-1] if found else _NOTHING
            if _trusted(stretch, beside, last):
                found += beside
            elif len(beside) < len(stretch):  # a dictionary knows the whole
                found += stretch
            else:
                found += _with_place(stretch, last)
        return tuple(_with_prefix(found))

    def opinions(self, text: str) -> dict[str, tuple[Word, ...]]:
        """What each of the two says by itself, by its name; for measuring."""
        return {
            "Open JTalk": tuple(_placed(text, _jtalk_words(text))),
            "Sudachi": tuple(self._sudachi_words(text)),
        }

    def _sudachi_words(self, text: str) -> list[Word]:
        return [_from_sudachi(morpheme) for morpheme in self._tokenizer.tokenize(text)]

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        try:
            from sudachipy import Dictionary, SplitMode
        except ImportError as error:
            raise SettingsError(_NOT_INSTALLED, name="SudachiPy") from error
        return Dictionary().tokenizer(SplitMode.C)


def _trusted(jtalk: list[Word], sudachi: list[Word], before: Word) -> bool:
    """Whether to believe Sudachi about a stretch of text that both cut at the same ends.

    In brackets how often, on ROHAN, Sudachi was right and how often Open JTalk, where they differed.
    """
    text = "".join(word.text for word in jtalk)
    if len(sudachi) > 1 or not kanji_runs(text) or not speakable(sudachi[0].kana):
        return False
    one = sudachi[0]
    if _sound(jtalk) == one.sound or _ONLY_NUMERALS.fullmatch(text):
        return False
    if len(jtalk) > 1:
        return True  # it knows as one word what the other pieces together (31 : 2)
    if _sound(jtalk).translate(_UNVOICED) == one.sound.translate(_UNVOICED):
        return False  # it does not know of voicing inside compounds: 資料作り (0 : 60)
    if text in SUDACHI_KNOWS or one.kind == "形容詞":
        return True  # (6 : 3)
    if one.name and (jtalk[0].name or one.kind == "国"):
        return True  # (3 : 0); no country but 日本 is read differently there
    # A suffix with nothing to attach to is no suffix: 塔の中, いい風 (5 : 2)
    return jtalk[0].kind == "接尾" and not _ATTACHES.search(before.text[-1:])


def _with_place(words: list[Word], before: Word) -> list[Word]:
    """The suffix 所 is じょ behind what is done there (蒸留所)."""
    first = words[0]
    if first.text == "所" and first.kind == "接尾" and before.kind == "サ変接続":
        return [replace(first, kana="ジョ", sound="ジョ"), *words[1:]]
    return words


def _with_prefix(words: list[Word]) -> Iterator[Word]:
    """The prefix 相 is あい in front of a verb: 相通じる."""
    for word, behind in zip(words, [*words[1:], _NOTHING], strict=True):
        prefix = word.text == "相" and behind.kind == "動詞"
        yield replace(word, kana="アイ", sound="アイ") if prefix else word


def _sound(words: list[Word]) -> str:
    return "".join(word.sound for word in words)


def _jtalk_words(text: str) -> "list[NJDFeature]":
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # it prints that a model we do not use is missing
            import pyopenjtalk
    except ImportError as error:
        raise SettingsError(_NOT_INSTALLED, name="pyopenjtalk-plus") from error

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return pyopenjtalk.run_frontend(
            text, use_sudachi_kanji_yomi=False, predict_nani=False, iu_pronunciation="YuuBase"
        )


def _placed(text: str, features: "list[NJDFeature]") -> list[Word]:
    """Open JTalk's words over the text's own characters; where it changed them, the smallest stretch that fits."""
    letters = [(index, letter) for index, raw in enumerate(text) for letter in folded(raw)]
    strings = [folded(feature["string"]) for feature in features]
    word_at = {end: index for index, end in enumerate(accumulate(map(len, strings), initial=0))}
    common = common_borders("".join(strings), "".join(letter for _, letter in letters))
    found: list[Word] = []
    done = 0
    for (one, other), (next_one, next_other) in pairwise(
        (one, other) for one, other in common if one in word_at and _between_letters(letters, other)
    ):
        start, end = letters[other][0], letters[next_other - 1][0] + 1
        found += [Word(text[done:start])] if done < start else []
        found.append(_from_jtalk(text[start:end], features[word_at[one] : word_at[next_one]]))
        done = end
    return [*found, Word(text[done:])] if done < len(text) else found


def _between_letters(letters: list[tuple[int, str]], at: int) -> bool:
    """Whether a place in the folded text is not in the middle of what is one character of the text."""
    return at in {0, len(letters)} or letters[at - 1][0] != letters[at][0]


def _from_jtalk(text: str, features: "list[NJDFeature]") -> Word:
    spoken = [feature for feature in features if feature["mora_size"]]
    if not spoken:
        return Word(text)
    sounds = [feature["pron"].replace(_DEVOICED, "") for feature in spoken]
    kana = [_kana(feature, sound) for feature, sound in zip(spoken, sounds, strict=True)]
    first = spoken[0]
    kind = first["pos_group1"] if first["pos_group1"] in {"接尾", "数", "サ変接続"} else first["pos"]
    return Word(text, "".join(kana), "".join(sounds), kind, first["pos_group1"] == "固有名詞")


def _kana(feature: "NJDFeature", sound: str) -> str:
    """Particles, alone or in a word (又は), and 言う are spelled otherwise than they sound."""
    read = feature["read"]
    said_so = sound in {pronunciation([read.replace(*change)]) for change in _SPELLED_OTHERWISE}
    return read if said_so or feature["pos"] == "助詞" else spelled(sound, read)


def _from_sudachi(morpheme: "Morpheme") -> Word:
    # 日本 is にほん to everybody (60 : 0 on ROHAN and its likes); Sudachi always says ニッポン.
    kana = morpheme.reading_form().replace("ニッポン", "ニホン")
    part_of_speech = morpheme.part_of_speech()
    sound = pronunciation([kana]) if speakable(kana) else ""
    kind = part_of_speech[3] if part_of_speech[3] == "国" else part_of_speech[0]
    return Word(morpheme.surface(), kana, sound, kind, part_of_speech[1] == "固有名詞")


def _side_by_side(one: list[Word], other: list[Word]) -> Iterator[tuple[list[Word], list[Word]]]:
    """The smallest stretches that both cut at the same ends."""
    ends = {end: index for index, end in enumerate(accumulate((len(word.text) for word in one), initial=0))}
    others = {
        end: index for index, end in enumerate(accumulate((len(word.text) for word in other), initial=0))
    }
    for start, end in pairwise(sorted(ends.keys() & others.keys())):
        yield one[ends[start] : ends[end]], other[others[start] : others[end]]
