from array import array

import pytest

from kiosk.speech.baking import bake
from kiosk.speech.cache import SoundCache
from kiosk.speech.sound import Mark, Sound
from kiosk.speech.utterance import LEAD_IN_MS, Studio, utterance
from kiosk.speech.voice import Ranking, SpeechError
from kiosk.speech.words import with_marks
from kiosk.text.ruby import RubyText, parse_ruby, plain

TEXT = parse_ruby("一行目のはじめ。つづきの文です。\n二行目です。")


class Counting:
    """Half a second for everything; writes down what it was asked."""

    name, version = "counting", "1"

    def __init__(self, whole_lines: bool = False, fails_at: str = "-") -> None:
        self.whole_lines, self._fails_at = whole_lines, fails_at
        self.asked: list[str] = []

    def can_say(self, line: RubyText) -> bool:
        return True

    def speak(self, text: RubyText, speed: float) -> Sound:
        self.asked.append(plain(text))
        if self._fails_at in plain(text):
            raise SpeechError("声が出ません。")
        return Sound(array("h", [900] * 500).tobytes(), 1000)


@pytest.fixture
def cache(tmp_path) -> SoundCache:
    return SoundCache(tmp_path / "sound")


def test_a_voice_of_whole_lines_gets_lines_and_others_chunks():
    whole, parts = Counting(whole_lines=True), Counting()
    for voice in (whole, parts):
        list(utterance(TEXT, Studio("ja", Ranking((voice,))), 1.0))
    assert whole.asked == ["一行目のはじめ。つづきの文です。", "二行目です。"]
    assert parts.asked == ["一行目のはじめ。", "つづきの文です。", "二行目です。"]


def test_a_chunk_is_made_once_wherever_it_stands(cache):
    voice = Counting()
    studio = Studio("ja", Ranking((voice,)), cache)
    for text in (TEXT, parse_ruby("つづきの文です。"), parse_ruby("二行目です。\n一行目のはじめ。")):
        list(utterance(text, studio, 1.0))
    assert len(voice.asked) == 3


def test_it_can_begin_in_the_middle_without_the_long_lead_in():
    studio = Studio("ja", Ranking((Counting(),)))
    whole, rest = (list(utterance(TEXT, studio, 1.0, start)) for start in (0, 8))
    assert [spoken.chunk for spoken in rest] == [spoken.chunk for spoken in whole[1:]]
    assert whole[0].sound.marks[0].ms == LEAD_IN_MS > rest[0].sound.marks[0].ms


def test_where_a_voice_fails_the_next_one_speaks():
    poor, good = Counting(fails_at="つづき"), Counting()
    assert len(list(utterance(TEXT, Studio("ja", Ranking((poor, good))), 1.0))) == 3
    assert good.asked == ["つづきの文です。"]


def test_baking_says_what_was_made_was_there_and_failed(cache):
    told: list[tuple[int, int]] = []
    texts = [TEXT, parse_ruby("二行目です。"), parse_ruby("これは駄目です。")]
    ranking = Ranking((Counting(fails_at="駄目"),))
    baked = bake(texts, "ja", 1.0, cache, ranking, lambda done, of: told.append((done, of)))
    assert (baked.made, baked.skipped, baked.failed) == (3, 1, (texts[2],))
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert bake(texts[:2], "ja", 1.0, cache, ranking, lambda done, of: None).skipped == 4


def test_words_share_the_time_by_their_letters():
    sound = Sound(array("h", [900] * 1000).tobytes(), 1000)
    marks = with_marks(sound, parse_ruby("Tap - the «map».")).marks
    assert [(mark.start, mark.end, round(mark.ms)) for mark in marks] == [
        (0, 3, 0),
        (6, 9, 333),
        (10, 16, 667),
    ]


def test_a_voices_own_marks_stay():
    sound = Sound(b"\0\0", 1000, (Mark(0, 1, 0.5),))
    assert with_marks(sound, parse_ruby("a b")) == sound
