import pytest

from kiosk.text.mora import katakana, mora_count, pronunciation, speakable


@pytest.mark.parametrize(
    ("reading", "sound"),
    [
        ("オオシマチョウ", "オーシマチョー"),
        ("ケイエイ", "ケーエー"),
        ("ユウビン", "ユービン"),
        ("オネエサン", "オネーサン"),
        ("ツヅキ", "ツズキ"),
        ("チイキ", "チイキ"),
        ("スーパー", "スーパー"),
        ("アオイ", "アオイ"),
    ],
)
def test_pronunciation_writes_long_vowels_as_the_engine_does(reading, sound):
    assert pronunciation([reading]) == sound


def test_a_long_vowel_stays_within_its_part():
    assert pronunciation(["コ", "ウシ"]) == "コウシ"


@pytest.mark.parametrize(
    ("reading", "count"), [("", 0), ("シヤクショ", 4), ("キャッシュ", 3), ("コーヒー", 4)]
)
def test_mora_count(reading, count):
    assert mora_count(reading) == count


def test_katakana_and_what_can_be_said():
    assert katakana("ゔぁいおりん") == "ヴァイオリン"
    assert [speakable(reading) for reading in ("カナ", "ーカ", "いゝ", "")] == [True, False, False, False]
