import sys

import pytest

from kiosk.errors import SettingsError
from kiosk.text.analyser import JapaneseAnalyser, analyser_version

ANALYSER = JapaneseAnalyser()


@pytest.mark.parametrize(
    ("text", "kana"),
    [
        ("診療所", "シンリョウジョ"),  # one word to Sudachi, two to Open JTalk
        ("資料作り", "シリョウヅクリ"),  # voiced inside a compound: Open JTalk
        ("辛かった", "ツラカッタ"),  # an adjective: Sudachi
        ("塔の中で", "トウノナカデ"),  # no suffix without a word to attach to
        ("配布所", "ハイフジョ"),
        ("発電所", "ハツデンショ"),
        ("相通じる", "アイツウジル"),
        ("三百部", "サンビャクブ"),
        ("日本へ", "ニホンヘ"),
    ],
)
def test_the_better_analyser_is_believed(text: str, kana: str) -> None:
    assert "".join(word.kana for word in ANALYSER.words(text)) == kana


@pytest.mark.parametrize(
    "text", ["西海　花子 さん", "㌢と①とｶﾒﾗ", "12時30分、😀を押す", "\x07\n", "髙橋さんの﨑", "10,000円" * 40]
)
def test_the_words_are_the_text(text: str) -> None:
    assert "".join(word.text for word in ANALYSER.words(text)) == text


def test_particles_are_spelled_and_sounded_apart() -> None:
    [word] = [word for word in ANALYSER.words("これは") if word.text == "は"]
    assert (word.kana, word.sound) == ("ハ", "ワ")


def test_the_version_names_what_readings_come_from() -> None:
    assert "pyopenjtalk-plus" in analyser_version() and "sudachidict-core" in analyser_version()


@pytest.mark.parametrize("missing", ["pyopenjtalk", "sudachipy"])
def test_what_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(SettingsError):
        JapaneseAnalyser().words("窓口")
