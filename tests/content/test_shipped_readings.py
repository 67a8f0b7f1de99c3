"""Readings of everything shipped: on the list that people have looked at, and said so by the voice."""

import importlib.util
from pathlib import Path

import pytest

from kiosk.i18n.readings import japanese_texts, load_readings, reader_for, reviewed_file
from kiosk.lessons.library import load_library
from kiosk.paths import SHIPPED
from kiosk.speech.engine_words import with_readings
from kiosk.speech.openjtalk import engine_words
from kiosk.text.analyser import JapaneseAnalyser
from kiosk.text.lexicon import unread
from kiosk.text.reader import Reader, Reading
from kiosk.text.readings import reading_line
from kiosk.text.ruby import GAP

LIBRARY = load_library(SHIPPED)


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    """What comes out today, by text."""
    reader = reader_for(LIBRARY)
    return {text: reader.read(text) for text in japanese_texts(SHIPPED, LIBRARY)}


def test_the_list_of_readings_is_what_comes_out_today(readings, tmp_path: Path) -> None:
    """A change of lexicon, lesson or engine shows here: run `kiosk readings update` and look at the difference."""
    today = [reading_line(text, reading) for text, reading in readings.items()]
    reviewed = reviewed_file(SHIPPED).read_text(encoding="utf-8").splitlines()
    assert [line for line in reviewed if not line.startswith("# ")] == today
    assert load_readings(SHIPPED, LIBRARY, tmp_path).missing(readings) == []


def test_every_kanji_has_a_reading_and_none_is_left_to_chance(readings) -> None:
    assert {text: missing for text, found in readings.items() if (missing := unread(found.segments))} == {}
    without_gaps = [found for text, found in readings.items() if not GAP.search(text)]
    assert {word.text for found in without_gaps for word in found.guessed if word.ambiguous} == set()


@pytest.fixture(scope="module")
def bench():
    path = Path(__file__).parents[1] / "bench" / "bench_readings.py"
    spec = importlib.util.spec_from_file_location("bench_readings", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_voice_says_what_is_read(bench, readings) -> None:
    """Furigana and sound come from one reading: the engine's words, once mended, sound like the list."""
    for text, reading in readings.items():
        if not GAP.search(text):
            places = with_readings(engine_words(reading.segments), reading.segments)
            said = "".join(word["pron"] for place in places for word in place.words)
            assert bench.normalised(said) == bench.normalised(reading.kana), text


def test_the_ita_corpus_is_read_right(bench) -> None:
    """https://github.com/mmorise/ita-corpus, public domain."""
    analyser = JapaneseAnalyser()
    result = bench.count(bench.sentences(bench.ITA), Reader(LIBRARY.lexicon, analyser), analyser)
    assert result.sentences == 424
    assert result.exact / result.sentences >= 0.96
    assert result.exact_spans / result.spans >= 0.98
