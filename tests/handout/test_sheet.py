from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.handout.sheet import FilePicture

from .builders import LINKS, SCREENS, city, lesson, look, sheet, tap

ASK = {
    "do": "ask",
    "say": "どちらですか。",
    "choices": {"iphone": "iPhone", "android": "Android"},
    "remember": "phone",
}


def test_steps_are_the_residents_own_way_numbered_without_questions_and_end() -> None:
    taught = lesson(
        [
            tap("ひとつ目。"),
            ASK,
            look("iPhoneです。", when={"phone": "iphone"}),
            look("Androidです。", when={"phone": "android"}),
        ]
    )
    printed = sheet(taught, answers={"phone": "android"}).steps
    assert [(step.number, step.say) for step in printed] == [(1, "ひとつ目。"), (2, "Androidです。")]


def test_pictures_mark_the_target_or_the_point() -> None:
    printed = sheet(lesson([tap(), look(), look(screen=None, point=None)])).steps
    pictures = [(step.picture.shown.screen, step.picture.marked) for step in printed if step.picture]
    assert pictures == [(SCREENS["home/first"], "camera"), (SCREENS["camera/ready"], "view")]
    assert printed[-1].picture is None


def test_a_picture_is_not_repeated_in_the_next_step() -> None:
    printed = sheet(lesson([tap(), tap(), look(), tap()])).steps
    assert [step.picture is not None for step in printed] == [True, False, True, True]


def test_things_to_check_are_boxes_to_tick() -> None:
    taught = lesson([{"do": "check", "say": "用意します。", "items": ["カード", "写真"]}])
    assert sheet(taught).steps[0].items == ("カード", "写真")


def test_a_japanese_sheet_has_one_title_a_translated_one_two() -> None:
    japanese = lesson()
    english = lesson(title="Read a QR code")
    assert (sheet(japanese).title, sheet(japanese).japanese_title) == (japanese.title, "")
    printed = sheet(english, source=japanese, language="en")
    assert (printed.title, printed.japanese_title) == ("Read a QR code", japanese.title)


def test_words_come_from_the_catalogue() -> None:
    words = {"持ち帰りシート": "Handout", "電話": "Phone"}
    printed = sheet(language="en", texts=words)
    assert (printed.kind, printed.help.phone_label) == ("持ち帰りシート  Handout", "Phone")


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("ja", "2026年11月22日"),
        ("ja@easy", "2026年11月22日"),
        ("en", "November\N{NO-BREAK SPACE}22,\N{NO-BREAK SPACE}2026"),
    ],
)
def test_the_day_is_written_as_the_language_writes_it_on_one_line(language: str, day: str) -> None:
    assert sheet(language=language).date == day


def test_notes_name_version_oldest_check_and_trademark() -> None:
    notes = "".join(note.text() for note in sheet(lesson(version=3)).notes)
    assert "第3版" in notes
    assert "2026年10月1日" in notes
    assert "QRコードは株式会社デンソーウェーブの登録商標です。" in notes


def test_links_carry_a_code_and_their_host() -> None:
    printed = sheet(lesson(links=list(LINKS))).links
    assert [link.code.url for link in printed if link.code] == list(LINKS.values())
    assert {link.host for link in printed} == {"www.city.example.jp"}


def test_a_doubtful_link_stands_without_a_code() -> None:
    good = city()
    bad = good.links["city-website"].model_copy(update={"url": "https://city@evil.jp/"})
    (link,) = sheet(links=good.model_copy(update={"links": {"city-website": bad}})).links
    assert (link.title, link.host, link.code) == ("入口 city-website", "evil.jp", None)


def test_a_link_that_is_not_there_is_left_out() -> None:
    assert sheet(links=city().model_copy(update={"links": {}})).links == ()


def test_a_sheet_is_a_value() -> None:
    assert sheet() == replace(sheet())


def test_warnings_stand_under_their_heading() -> None:
    printed = sheet(lesson(warnings=["だれにも教えません。"]), texts={"気をつけること": "Be careful"})
    assert (printed.warnings_heading, printed.warnings) == ("Be careful", ("だれにも教えません。",))


def test_a_picture_of_the_lesson_is_looked_for_beside_it() -> None:
    step = look(screen=None, point=None, picture="map.png", alt="地図です。")
    (printed,) = sheet(lesson([step]), folder=Path("/data")).steps
    assert printed.picture == FilePicture(Path("/data/read-qr-code/map.png"), "地図です。")
