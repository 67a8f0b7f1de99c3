"""The real engines. Figures are ranges: another version of a voice may differ a little."""

import pytest

from kiosk.speech.openjtalk import OpenJTalk
from kiosk.speech.utterance import Studio, utterance
from kiosk.speech.voice import Ranking
from kiosk.text.mora import mora_count
from kiosk.text.ruby import parse_ruby

JAPANESE = Studio("ja", Ranking((OpenJTalk(),)))


@pytest.mark.parametrize(
    ("text", "prons"),
    [
        ("{西海|さいかい}{市|し}の{大島町|おおしまちょう}", ["サイカイ", "シ", "ノ", "オーシマチョー"]),
        ("{私|わたくし}は{市|し}へ", ["ワタクシ", "ワ", "シ", "エ"]),
        ("{明日|あす}、12{時|じ}", ["アス", "、", "ジュー", "ニ", "ジ"]),
        ("{人気|ひとけ}がない", ["ヒトケ", "ガ", "ナイ"]),
    ],
)
def test_open_jtalk_says_the_furigana(monkeypatch, text, prons):
    import pyopenjtalk

    said, make_label = [], pyopenjtalk.make_label
    monkeypatch.setattr(pyopenjtalk, "make_label", lambda words: said.extend(words) or make_label(words))
    OpenJTalk().speak(parse_ruby(text), 1.0)
    assert [word["pron"].replace("’", "") for word in said] == prons


@pytest.mark.parametrize(
    ("text", "kana"),
    [
        ("カメラを{開|ひら}きます。", "カメラヲヒラキマス"),
        (
            "この{教材|きょうざい}では、{市役所|しやくしょ}の{手続|てつづ}きを{練習|れんしゅう}します。",
            "コノキョウザイデハシヤクショノテツヅキヲレンシュウシマス",
        ),
        ("{下|した}の「つぎへ」を{押|お}してください。", "シタノツギヘヲオシテクダサイ"),
    ],
)
def test_japanese_is_unhurried_audible_and_never_clips(text, kana):
    sounds = [spoken.sound for spoken in utterance(parse_ruby(text), JAPANESE, 1.0)]
    assert 4.0 < mora_count(kana) / sum(sound.seconds for sound in sounds) < 5.2
    assert all(3_000 < sound.peak < 32_000 for sound in sounds)


def test_speed_shortens_the_sound():
    slow, fast = (OpenJTalk().speak(parse_ruby("カメラを{開|ひら}きます。"), speed) for speed in (0.7, 1.4))
    assert slow.seconds > 1.5 * fast.seconds


@pytest.mark.parametrize("text", ["", "。", "😀", "「」", "　"])
def test_nothing_to_say_is_an_empty_sound(text):
    assert OpenJTalk().speak(parse_ruby(text), 1.0).samples == b""


def test_kanji_without_furigana_are_read_too():
    assert OpenJTalk().speak(parse_ruby("今日は方言を聞く"), 1.0).seconds > 1
