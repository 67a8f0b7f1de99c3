import io
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from kiosk.i18n.extract import extract_content
from kiosk.i18n.texts import texts, translated
from kiosk.lessons.base import Content, Text
from kiosk.lessons.model import City, FreePracticeFile, Lesson, ShelvesFile
from kiosk.lessons.phone.screen import PhoneFile, SystemWords
from kiosk.lessons.yaml_reader import key_text
from tests.builders import CITY, FREE, PHONE, PHONE_WORDS, SHELVES, ask, lesson_values, look, tap
from tests.phone_builders import ALL, DEFAULTS, NOTICE, TABS, practice_values, quiz

FULL = lesson_values(
    look(more="もっと", picture="a.png", alt="え"),
    ask(),
    tap(wrong={"map": "ちがいます。"}, when={"phone": "iphone"}),
    {"do": "check", "say": "じゅんび", "items": ["いち", "に"]},
    prepare=["スマートフォン"],
    sources=[{"url": "https://www.example.jp/", "checked_on": "2026-11-22", "note": "しらべました。"}],
)
KEYS = [
    "title",
    "summary",
    "sources[0].note",
    "learn[0]",
    "prepare[0]",
    "steps[0].say",
    "steps[0].more",
    "steps[0].alt",
    "steps[1].say",
    "steps[1].choices.iphone",
    "steps[1].choices.android",
    "steps[2].say",
    "steps[2].hint",
    "steps[2].wrong.map",
    "steps[3].say",
    "steps[3].items[0]",
    "steps[3].items[1]",
    "steps[4].say",
]


def test_the_walk_finds_every_text_of_a_lesson_in_order() -> None:
    found = [key_text(key) for key, _ in texts(Lesson.model_validate(FULL))]
    assert found == KEYS


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Lesson, FULL),
        (Lesson, lesson_values(*map(practice_values, DEFAULTS), quiz(), tap(texts={"go": "いく"}))),
        (City, CITY),
        (ShelvesFile, SHELVES),
        (PhoneFile, PHONE),
        (PhoneFile, {"format": 1, "screens": {"all": {"body": ALL, "tabs": TABS, "banner": NOTICE}}}),
        (SystemWords, PHONE_WORDS),
        (FreePracticeFile, {"format": 1, "apps": [FREE]}),
    ],
)
def test_every_text_is_replaced_and_nothing_else(model: type[Content], values: dict) -> None:
    source = model.model_validate(values)
    there = translated(source, lambda text: f"<{text}>")
    assert all(text.startswith("<") and isinstance(text, Text) for _, text in texts(there))
    assert translated(there, lambda text: text[1:-1]) == source
    assert there != source


def test_a_phone_screen_has_all_its_words() -> None:
    field = {"kind": "field", "id": "a", "label": "らん", "value": "あたい", "placeholder": "ここ"}
    row = {"kind": "list", "rows": [{"id": "b", "label": "ぎょう", "note": "ちゅう"}]}
    dialog = {"title": "とい", "text": "ほんとう？", "buttons": [{"id": "c", "label": "はい"}]}
    screens = {"one": {"bar": "バー", "address": "www.example.jp", "body": [field, row], "dialog": dialog}}
    found = [str(text) for _, text in texts(PhoneFile.model_validate({"format": 1, "screens": screens}))]
    assert found == ["バー", "らん", "あたい", "ここ", "ぎょう", "ちゅう", "とい", "ほんとう？", "はい"]


def test_a_lesson_and_a_phone_have_the_words_of_every_kind() -> None:
    quizzed = Lesson.model_validate(lesson_values(quiz(), tap(texts={"go": "いく"}, paper="かみで。")))
    keys = {key_text(key) for key, _ in texts(quizzed)}
    assert {"steps[0].because", "steps[0].wrong.pay", "steps[1].texts.go", "steps[1].paper"} <= keys
    there = PhoneFile.model_validate({"format": 1, "screens": {"all": {"body": ALL, "shade": [NOTICE]}}})
    words = {str(text) for _, text in texts(there)}
    assert {"入手", "ひらく", "まつ", "市", "まち", "one", "c", "d", "メール", "見出し", "ねこ"} <= words


LESSON = """\
# a comment
format: 1
title: カメラ
summary: ひらきます。
shelf: first-steps
minutes: 8
review_by: 2027-05-01
sources:
  - {url: https://www.example.jp/, checked_on: 2026-11-20}
learn:
  - ひらけます。
steps:
  - do: look
    say: みます。
  - do: done
    say: おわりです。
"""


class _File(io.BytesIO):
    def __init__(self, name: str, text: str) -> None:
        super().__init__(text.encode())
        self.name = name


def test_the_extractor_gives_lines_texts_and_keys() -> None:
    found = list(extract_content(_File("lessons/x/lesson.yaml", LESSON), [], [], {}))
    assert found == [
        (3, "", "カメラ", ["title"]),
        (4, "", "ひらきます。", ["summary"]),
        (11, "", "ひらけます。", ["learn[0]"]),
        (14, "", "みます。", ["steps[0].say"]),
        (16, "", "おわりです。", ["steps[1].say"]),
    ]


@pytest.mark.parametrize("folder", [Path("lessons/phone"), Path("phone")])
def test_the_extractor_reads_phone_screens(folder: Path) -> None:
    text = "format: 1\nscreens:\n  one:\n    bar: バー\n"
    (found,) = extract_content(_File(str(folder / "home.yaml"), text), [], [], {})
    assert found == (4, "", "バー", ["screens.one.bar"])


def test_babel_knows_the_extractor() -> None:
    (registered,) = entry_points(group="babel.extractors", name="kiosk_content")
    assert registered.load() is extract_content
