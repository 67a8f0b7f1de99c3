"""The real engines. Figures are ranges: another version of a voice may differ a little."""

import sys
from ctypes.util import find_library

import pytest

from kiosk.errors import NoVoiceError
from kiosk.speech.mora import mora_count
from kiosk.speech.openjtalk import OpenJTalk
from kiosk.speech.sound import with_pauses
from kiosk.speech.utterance import utterance
from kiosk.speech.voice import ranking_for
from kiosk.text.ruby import parse_ruby

needs_espeak = pytest.mark.skipif(not find_library("espeak-ng"), reason="libespeak-ng is not installed")


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

    said = []
    monkeypatch.setattr(pyopenjtalk, "make_label", lambda words: said.extend(words) or [])
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
    sounds = [spoken.sound for spoken in utterance(parse_ruby(text), OpenJTalk(), 1.0)]
    assert 3.5 < mora_count(kana) / sum(sound.seconds for sound in sounds) < 4.9
    assert all(3_000 < sound.peak < 32_000 for sound in sounds)


def test_speed_shortens_the_sound():
    slow, fast = (OpenJTalk().speak(parse_ruby("カメラを{開|ひら}きます。"), speed) for speed in (0.7, 1.4))
    assert slow.seconds > 1.5 * fast.seconds


@pytest.mark.parametrize("text", ["", "。", "😀", "「」", "　"])
def test_nothing_to_say_is_an_empty_sound(text):
    assert OpenJTalk().speak(parse_ruby(text), 1.0).samples == b""


def test_kanji_without_furigana_are_read_too():
    assert OpenJTalk().speak(parse_ruby("今日は方言を聞く"), 1.0).seconds > 1


@needs_espeak
@pytest.mark.parametrize("speed", [1.0, 1.5, 1.0])
def test_espeak_speaks_english_at_the_rate_asked_for(speed):
    text = "Open the camera and point it at the square code on the paper in front of you."
    sound = with_pauses(ranking_for("en").voices[0].speak(parse_ruby(text), speed), 0, 500, 0)
    words_per_minute = len(text.split()) / sound.seconds * 60
    assert 120 * speed < words_per_minute < 240 * speed
    assert 3_000 < sound.peak <= 32_767


@needs_espeak
def test_espeak_speaks_many_texts_in_turn():
    """The library cancels about one text in a hundred; nobody may notice."""
    voices = [ranking_for(language).voices[0] for language in ("en", "vi", "pt_BR", "zh_Hans", "ne")]
    sounds = [voice.speak(parse_ruby("abc 打开"), 1.0) for _ in range(30) for voice in voices]
    assert all(sound.seconds > 0.3 for sound in sounds)


@needs_espeak
def test_espeak_never_gets_japanese():
    english = ranking_for("en").voices[0]
    assert english.speak(parse_ruby("「カメラ」を{押|お}す"), 1.0).samples == b""
    labelled, bare = (english.speak(parse_ruby(text), 1.0) for text in ("Tap 確認カメラー here", "Tap here"))
    assert abs(labelled.seconds - bare.seconds) < 0.1


@pytest.mark.parametrize("language", ["tlh", "xx_YY", "zzz@easy", ""])
def test_an_unknown_language_has_no_voice(language):
    with pytest.raises(NoVoiceError) as caught:
        ranking_for(language)
    assert language in str(caught.value)


@pytest.mark.parametrize("language", ["ja", "ja@easy", "ja_JP", "JA"])
def test_japanese_without_open_jtalk_has_no_voice_even_if_espeak_is_there(monkeypatch, language):
    monkeypatch.delitem(sys.modules, "kiosk.speech.openjtalk")
    monkeypatch.setitem(sys.modules, "pyopenjtalk", None)
    with pytest.raises(NoVoiceError):
        ranking_for(language)


def test_a_terminal_without_espeak_has_no_english(monkeypatch):
    monkeypatch.delitem(sys.modules, "kiosk.speech.espeak", raising=False)
    monkeypatch.setitem(sys.modules, "pyttsx3", None)
    with pytest.raises(NoVoiceError):
        ranking_for("en")
