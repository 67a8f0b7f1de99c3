"""eSpeak NG itself, and how the voices of any system are matched. Figures are ranges: another version may differ."""

from ctypes.util import find_library
from pathlib import Path

import pytest
from pyttsx3.voice import Voice

from kiosk.settings import Settings
from kiosk.speech.convert import RATE
from kiosk.speech.ranking import rankings
from kiosk.speech.system_voice import is_whole, matching
from kiosk.speech.voice import Ranking, subtags
from kiosk.text.ruby import parse_ruby
from tests.wavs import aiff_bytes, tone, wav_bytes

needs_espeak = pytest.mark.skipif(not find_library("espeak-ng"), reason="libespeak-ng is not installed")


def ranking(language: str) -> Ranking:
    return rankings(Settings(), Path("no lessons"))(language)


@needs_espeak
@pytest.mark.parametrize("speed", [1.0, 1.5, 1.0])
def test_espeak_speaks_english_at_the_rate_asked_for(speed: float) -> None:
    text = "Open the camera and point it at the square code on the paper in front of you."
    sound = ranking("en").speak(parse_ruby(text), speed)
    words_per_minute = len(text.split()) / sound.seconds * 60
    assert 120 * speed < words_per_minute < 240 * speed
    assert (sound.rate, 3_000 < sound.peak <= 32_767) == (RATE, True)


@needs_espeak
def test_espeak_speaks_many_texts_in_turn() -> None:
    """The library cancels about one text in a hundred; nobody may notice."""
    voices = [ranking(language).voices[0] for language in ("en", "vi", "pt_BR", "zh_Hans", "ne")]
    sounds = [voice.speak(parse_ruby("abc 打开"), 1.0) for _ in range(30) for voice in voices]
    assert all(sound.seconds > 0.3 for sound in sounds)


@needs_espeak
def test_espeak_never_gets_japanese() -> None:
    english = ranking("en").voices[0]
    assert english.speak(parse_ruby("「カメラ」を{押|お}す"), 1.0).samples == b""
    labelled, bare = (english.speak(parse_ruby(text), 1.0) for text in ("Tap 確認カメラー here", "Tap here"))
    assert abs(labelled.seconds - bare.seconds) < 0.1


def voices(*languages: object, ids: tuple[str, ...] = ()) -> list[Voice]:
    """A voice for each, named by its place."""
    return [
        Voice(ids[index] if ids else "id", str(index), [] if language is None else [language])
        for index, language in enumerate(languages)
    ]


ESPEAK = ("af", "en-gb", "en-us", "cmn", "yue", "pt", "pt-br", "fr-fr", "fr-be", "es", "es-419", "vi")
WINDOWS = ("ja-JP", "en-GB", "en-US", "zh-TW", "zh-CN", "Unknown Locale: 4096", "pt-BR")
MACOS = ("en_GB", "en_US", "pt_PT", "pt_BR", "zh_TW", "zh_CN", "id_ID", "fil_PH", "es_MX")


@pytest.mark.parametrize(
    ("system", "language", "found"),
    [
        (ESPEAK, "en", "en-us"),
        (ESPEAK, "pt", "pt-br"),
        (ESPEAK, "pt_PT", "pt"),
        (ESPEAK, "zh_Hans", "cmn"),
        (ESPEAK, "zh_Hant", "cmn"),
        (ESPEAK, "fr", "fr-fr"),
        (ESPEAK, "es", "es-419"),
        (ESPEAK, "vi", "vi"),
        (WINDOWS, "en", "en-US"),
        (WINDOWS, "en_GB", "en-GB"),
        (WINDOWS, "zh_Hans", "zh-CN"),
        (WINDOWS, "zh_Hant", "zh-TW"),
        (MACOS, "en", "en_US"),
        (MACOS, "pt", "pt_BR"),
        (MACOS, "zh_Hant", "zh_TW"),
        (MACOS, "id", "id_ID"),
        (MACOS, "fil", "fil_PH"),
        (MACOS, "es", "es_MX"),
    ],
)
def test_the_voice_that_most_residents_would_expect(system: tuple[str], language: str, found: str) -> None:
    assert matching(voices(*system), subtags(language)).languages == [found]


@pytest.mark.parametrize("language", ["fil", "my", "tlh", ""])
def test_a_language_nobody_speaks(language: str) -> None:
    with pytest.raises(LookupError):
        matching(voices(*WINDOWS, None, b"", 1, "de"), subtags(language))


@pytest.mark.parametrize("given", ["vi-VN", "vi_vn", b"\x05vi", b"\x02vi-vn", 0x042A, "42A", " VI "])
def test_every_way_to_name_a_language(given: object) -> None:
    assert matching(voices("en-US", given), ("vi",)).name == "1"


@pytest.mark.parametrize(
    ("voice_id", "language"),
    [
        (r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Speech\Voices\Tokens\TTS_MS_EN-US_DAVID_11.0", "en"),
        ("com.apple.voice.compact.en-US.Samantha", "en_US"),
        ("com.apple.speech.synthesis.voice.pt_BR", "pt"),
    ],
)
def test_a_voice_that_names_its_language_only_in_its_id(voice_id: str, language: str) -> None:
    assert matching(voices("ja-JP", None, ids=("", voice_id)), subtags(language)).name == "1"


@pytest.mark.parametrize(
    ("data", "whole"),
    [(wav_bytes(), True), (aiff_bytes(tone()), True), (wav_bytes()[:-9], False), (b"", False)],
)
def test_a_whole_file(tmp_path: Path, data: bytes, whole: bool) -> None:
    file = tmp_path / "x.wav"
    file.write_bytes(data)
    assert is_whole(file) is whole
    assert not is_whole(tmp_path / "nothing.wav")
