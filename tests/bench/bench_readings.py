"""How well Japanese is read: a corpus of sentences with the reading of each kanji and the kana of the whole.

    .venv/bin/python tests/bench/bench_readings.py [FILE…]

Without files it reads the ITA corpus (tests/data/ita, 424 sentences). ROHAN (4,600 sentences, CC0,
https://github.com/mmorise/rohan4600) has the same form; the analyser's rules were found on it. Every difference is listed with its cause. One normalisation before comparing kana, on both sides:
only kana count (no punctuation, no spaces), long vowels are all ー (コウカ and コーカ are one sound, ケイ and ケー
too), ヂ ヅ ヲ are ジ ズ オ, and いう is ユー, as everybody says it.
Furigana are compared by the longest run of kanji: 世界中（せかいじゅう）, however it is divided.
"""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.lessons.lexicon_files import load_lexicon
from kiosk.paths import SHIPPED
from kiosk.text.analyser import JapaneseAnalyser, Word
from kiosk.text.mora import VOWELS, hiragana, katakana
from kiosk.text.reader import Reader, word_segments
from kiosk.text.ruby import RubyText

ITA = sorted((Path(__file__).parents[1] / "data" / "ita").glob("*_transcript_*.txt"))

_MARKED = re.compile(r"([一-鿿㐀-䶿々〆ヶ0-9]+)\(([^)]+)\)")
_RUNS = re.compile(r"[一-鿿㐀-䶿々〆ヶ]+")
_NUMERALS = "一二三四五六七八九十百千万億兆"
_VOICELESS = str.maketrans(
    "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ", "かきくけこさしすせそたちつてとはひふへほはひふへほ"
)


_SAME_SOUND = str.maketrans("ヂヅヲ", "ジズオ")
_DRAWN_OUT = {("エ", "イ"), ("オ", "ウ")}


def voiceless(kana: str) -> str:
    return kana.translate(_VOICELESS)


@dataclass(frozen=True)
class Sentence:
    """`spans`: start, end and hiragana of every stretch with furigana in the plain text."""

    name: str
    text: str
    spans: tuple[tuple[int, int, str], ...]
    kana: str


def sentences(files: Iterable[Path]) -> Iterator[Sentence]:
    for file in files:
        for line in file.read_text(encoding="utf-8-sig").splitlines():
            name, _, rest = line.partition(":")
            marked, _, kana = rest.rpartition(",")
            if marked:
                yield Sentence(name, *_plain_and_spans(marked), kana)


def _plain_and_spans(marked: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    text, spans, end = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[end : match.start()]
        spans.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        end = match.end()
    return text + marked[end:], tuple(spans)


def normalised(kana: str) -> str:
    letters = re.sub(r"[^ァ-ヺー]", "", unicodedata.normalize("NFKC", katakana(kana))).translate(_SAME_SOUND)
    heard = ""
    for letter in letters.replace("イウ", "ユウ"):
        vowel = VOWELS.get(heard[-1:], "")
        heard += vowel if letter == "ー" or (vowel, letter) in _DRAWN_OUT else letter
    return heard


def by_runs(text: str, spans: Iterable[tuple[int, int, str]]) -> dict[tuple[int, int], str]:
    """The reading of every longest run of kanji that the spans cover wholly."""
    found: dict[tuple[int, int], str] = {}
    spans = list(spans)
    for run in _RUNS.finditer(text):
        inside = [span for span in spans if run.start() <= span[0] and span[1] <= run.end()]
        if sum(end - start for start, end, _ in inside) == run.end() - run.start():
            found[run.start(), run.end()] = "".join(reading for *_, reading in inside)
    return found


def furigana_spans(segments: RubyText) -> Iterator[tuple[int, int, str]]:
    start = 0
    for segment in segments:
        if segment.reading:
            yield start, start + len(segment.base), hiragana(segment.reading)
        start += len(segment.base)


@dataclass
class Count:
    sentences: int = 0
    exact: int = 0
    spans: int = 0
    exact_spans: int = 0
    differences: list[str] = field(default_factory=list)


def count(corpus: Iterable[Sentence], reader: Reader, analyser: JapaneseAnalyser) -> Count:
    result = Count()
    for sentence in corpus:
        reading = reader.read(sentence.text)
        truth = by_runs(sentence.text, sentence.spans)
        ours = by_runs(sentence.text, furigana_spans(reading.segments))
        wrong = {place: kana for place, kana in truth.items() if ours.get(place) != kana}
        same = normalised(reading.kana) == normalised(sentence.kana)
        result.sentences += 1
        result.exact += same
        result.spans += len(truth)
        result.exact_spans += len(truth) - len(wrong)
        if not same or wrong:
            result.differences.append(_difference(sentence, ours, wrong, reading.kana, analyser))
    return result


def _difference(
    sentence: Sentence,
    ours: dict[tuple[int, int], str],
    wrong: dict[tuple[int, int], str],
    kana: str,
    analyser: JapaneseAnalyser,
) -> str:
    lines = [f"{sentence.name}: {sentence.text}"]
    for (start, end), truth in wrong.items():
        word, said = sentence.text[start:end], ours.get((start, end), "—")
        lines.append(
            f"    {word}: {truth}, here {said}   {_cause(sentence.text, start, end, truth, said, analyser)}"
        )
    if not wrong:
        lines += [f"    {normalised(sentence.kana)}", f"    {normalised(kana)}   sound only"]
    return "\n".join(lines)


def _cause(text: str, start: int, end: int, truth: str, said: str, analyser: JapaneseAnalyser) -> str:
    """Who knew better, as far as the analysers tell it."""
    opinions = {
        name: by_runs(text, _spans(words)).get((start, end), "—")
        for name, words in analyser.opinions(text).items()
    }
    told = ", ".join(f"{name} {kana}" for name, kana in opinions.items())
    if voiceless(truth) == voiceless(said):
        return f"voicing inside a compound ({told})"
    if any(char in _NUMERALS for char in text[start:end]):
        return f"number or idiom with numerals ({told})"
    right = [name for name, kana in opinions.items() if kana == truth]
    return (
        f"{right[0]} was right and not believed ({told})" if right else f"no analyser knows it here ({told})"
    )


def _spans(words: Iterable[Word]) -> Iterator[tuple[int, int, str]]:
    for_the_eye = [segment for word in words for segment in word_segments(word)]
    yield from furigana_spans(tuple(for_the_eye))


def main() -> None:
    files = [Path(name) for name in sys.argv[1:] if not name.startswith("--")] or ITA
    analyser = JapaneseAnalyser()
    lexicon, _ = load_lexicon(SHIPPED / "lessons")
    result = count(sentences(files), Reader(lexicon, analyser), analyser)
    print("\n".join(result.differences))
    print(
        f"sentences  {result.exact} of {result.sentences} exact   {result.exact / result.sentences:.1%}   (at least 96 %)"
    )
    print(
        f"furigana   {result.exact_spans} of {result.spans} exact   {result.exact_spans / result.spans:.1%}   (at least 98 %)"
    )


if __name__ == "__main__":
    main()
