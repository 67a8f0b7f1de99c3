"""Which sentence is said again."""

import pytest

from kiosk.text.ruby import marked_up, parse_ruby, plain
from kiosk.ui.sentences import rest_from, sentence_at, sentences

PAGE = parse_ruby(
    "{画面|がめん}の「カメラ」を、{押|お}してください。\niPhone\nつぎの{文|ぶん}です。おわりの{文|ぶん}です。"
)


def test_a_text_is_its_sentences_and_lines():
    said = [plain(one.text) for one in sentences(PAGE)]
    assert said == ["画面の「カメラ」を、押してください。", "iPhone", "つぎの文です。", "おわりの文です。"]
    whole = plain(PAGE)
    assert [whole[one.start : one.end] for one in sentences(PAGE)] == said


@pytest.mark.parametrize(
    ("heard", "barely_begun", "start"),
    [
        ("画面", False, "画面"),
        ("カメラ", True, "画面"),
        ("iPhone", False, "iPhone"),
        ("iPhone", True, "画面"),
    ],
)
def test_the_sentence_being_heard_or_the_one_before(heard, barely_begun, start):
    found = sentence_at(PAGE, plain(PAGE).index(heard), barely_begun)
    assert found.start == plain(PAGE).index(start)


def test_nothing_to_say_has_no_sentence():
    assert sentence_at(parse_ruby("…"), 0) is None
    assert rest_from((), 0) == ()


def test_the_rest_keeps_its_readings_and_its_lines():
    start = plain(PAGE).index("つぎ")
    assert marked_up(rest_from(PAGE, start)) == "つぎの{文|ぶん}です。おわりの{文|ぶん}です。"
    assert rest_from(PAGE, len(plain(PAGE))) == ()
