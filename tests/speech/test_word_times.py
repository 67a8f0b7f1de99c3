"""Which word is heard when, with the real engine."""

import struct

import pytest

from kiosk.speech.durations import DurationModel
from kiosk.speech.openjtalk import OpenJTalk
from kiosk.text.ruby import parse_ruby, plain


def heard(text: str) -> list[str]:
    segments = parse_ruby(text)
    marks = OpenJTalk().speak(segments, 1.0).marks
    assert [mark.ms for mark in marks] == sorted({mark.ms for mark in marks})
    return [plain(segments)[mark.start : mark.end] for mark in marks]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "{画面|がめん}の「カメラ」を{押|お}してください。",
            ["画面の", "「カメラ」を", "押して", "ください"],
        ),
        ("{3回||さんかい}、{QR||キューアール}コードです。", ["3回", "QRコードです"]),
        ("12{時|じ}30{分|ぷん}に{確|たし}かめましょう。", ["12時", "30分に", "確かめましょう"]),
        ("{西海|さいかい}{市|し}へ　{行|い}く。😀", ["西海市へ", "行く"]),
        ("\x00カメラ\x1b", ["カメラ"]),
    ],
)
def test_marks_stand_on_the_words_one_sees(text, words):
    assert heard(text) == words


def test_a_name_in_brackets_is_not_torn_from_its_particle():
    bare, named = (OpenJTalk().speak(parse_ruby(text), 1.0) for text in ("カメラを押す", "「カメラ」を押す"))
    assert abs(bare.seconds - named.seconds) < 0.1


VOICE = (
    b"NUM_STATES:2\nDURATION_PDF:0-35\nDURATION_TREE:36-400\n[DATA]\n"
    + struct.pack("<I8f", 2, 10, 20, 1, 0, 5, 5, 0, 0)
    + b'QS is_a { "*-a+*","*-A+*" }\n\n{*}[2]\n{\n 0 is_a "dur_s2_2" "dur_s2_1" \n}\n'
)


@pytest.mark.parametrize(("whole", "lengths"), [(40, (30, 10)), (45, (35, 10)), (80, (70, 10))])
def test_a_passage_is_stretched_where_the_voice_varies(whole, lengths):
    assert DurationModel(VOICE).lengths(["x-a+k", "a-k+x"], whole) == pytest.approx(lengths)


@pytest.mark.parametrize("voice", [b"", b"RIFF", VOICE.replace(b"DURATION_TREE", b"OTHER")])
def test_what_is_no_voice_is_refused(voice):
    with pytest.raises(ValueError, match="voice"):
        DurationModel(voice)
