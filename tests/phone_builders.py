"""Practice phones and practice steps with defaults: a test names only what it is about."""

from typing import Any

from pydantic import TypeAdapter

from kiosk.lessons.model import Lesson
from kiosk.lessons.phone.screen import PhoneScreen, Skin, SystemWords
from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.place import Place
from kiosk.lessons.steps import Practice, Step
from tests.builders import PHONE_WORDS, Values, lesson_values

WORDS = SystemWords.model_validate(PHONE_WORDS)


def apps(*names: str) -> list[Values]:
    return [{"id": name, "label": name, "icon": "home"} for name in names]


def options(*names: str) -> list[Values]:
    return [{"id": name, "label": name} for name in names]


def button(name: str = "go", **changes: object) -> Values:
    return {"kind": "button", "id": name, "label": f"{name}です"} | changes


def field(name: str = "field", **changes: object) -> Values:
    return {"kind": "field", "id": name, "label": "なまえ"} | changes


BUTTON, FIELD = button(), field()
SECRET = field("secret", secret=True, keys="latin")
HOME = {"kind": "home", "pages": [apps("a", "b"), apps("c")], "dock": apps("d")}
CHECK_BOX = {"kind": "check-box", "id": "agree", "label": "はい"}
SWITCH = {"kind": "switch", "id": "wifi", "label": "ワイファイ"}
RADIO = {"kind": "radio", "id": "sex", "label": "どちら", "options": options("man", "woman")}
LIST = {"kind": "drop-down", "id": "town", "label": "町", "placeholder": "まち", "options": options("x", "y")}
DATE = {"kind": "date", "id": "born", "label": "誕生日", "value": "1950-01-31"}
PAD = {"kind": "pin-pad", "id": "pad", "label": "番号"}
MAP = {"kind": "map", "id": "map", "label": "地図"}
PHOTO = {"kind": "photo", "id": "photo", "label": "写真", "shows": "cat"}
PHOTOS = {
    "kind": "photos",
    "id": "album",
    "photos": [{"id": "cat", "label": "ねこ", "shows": "cat"}, {"id": "sea", "label": "海", "shows": "sea"}],
}
CAMERA = {"kind": "camera", "id": "camera", "label": "カメラ", "sees": "qr-code"}
READER = {"kind": "card-reader", "id": "reader", "label": "カード"}
PROGRESS = {"kind": "progress", "id": "bar", "label": "待つ", "percent": 0}
STORE = {
    "kind": "store-app",
    "id": "store",
    "label": "入手",
    "name": "アプリ",
    "maker": "市",
    "icon": "home",
    "ready": "ひらく",
    "loading": "まつ",
}
HEADING = {"kind": "text", "id": "heading", "text": "見出し"}
ROWS = {"kind": "list", "rows": options("row-1", "row-2")}
BUBBLES = {"kind": "bubbles", "messages": options("one", "two")}
TABS = {"tabs": apps("first", "second"), "chosen": "first"}
DIALOG = {"title": "よいですか", "buttons": options("yes", "no")}
NOTICE = {"id": "notice", "label": "おしらせ", "app": "メール", "icon": "mail"}
"""Values for files and models."""

ALL = (
    BUTTON, FIELD, SECRET, HOME, CHECK_BOX, SWITCH, RADIO, LIST, DATE, PAD, MAP, PHOTO, PHOTOS, CAMERA, READER,
    PROGRESS, STORE, HEADING, ROWS, BUBBLES,
)  # fmt: skip
"""One of each kind that has something to test; no two share an id."""


def screen(*body: Values, **changes: Any) -> PhoneScreen:
    return PhoneScreen.model_validate({"body": body} | changes)


def shown(
    *body: Values, skin: Skin = Skin.IPHONE, typing: str = "", opened: str = "", **changes: Any
) -> Shown:
    return Shown(screen(*body, **changes), WORDS, skin, opened, typing)


STEP: TypeAdapter[Any] = TypeAdapter(Step)
DEFAULTS: dict[str, Values] = {
    "tap": {"target": "go"},
    "hold": {"target": "go"},
    "swipe": {"way": "left"},
    "scroll": {"target": "go"},
    "drag": {"target": "go", "onto": "bin"},
    "pinch": {"target": "map", "size": "larger"},
    "type": {"target": "field", "text": "さとう"},
    "pin": {"target": "pad", "which": "login"},
    "card": {"target": "reader"},
    "scan": {"target": "camera"},
    "wait": {"target": "bar"},
}


def practice_values(do: str, **changes: object) -> Values:
    return {"do": do, "say": "します。", "screen": "app/all", "hint": "みぎです。"} | DEFAULTS[do] | changes


def practice(do: str, **changes: object) -> Practice:
    return STEP.validate_python(practice_values(do, **changes))


def quiz(**changes: object) -> Values:
    step = {
        "do": "quiz",
        "say": "どちらですか。",
        "choices": {"call": "電話する", "wait": "待つ", "pay": "払う"},
        "right": "call",
        "because": "安心です。",
        "wrong": {"pay": "払いません。"},
    }
    return step | changes


def place(*steps: Values, index: int = 0, **answers: str) -> Place:
    return Place("x", Lesson.model_validate(lesson_values(*steps)), index, answers)
