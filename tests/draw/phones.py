"""Screens of the practice phone with every kind of thing on them: a test names only what it is about."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QRectF

from kiosk.draw.phone.items import PhoneLayout
from kiosk.draw.phone.layout import lay_out_phone
from kiosk.draw.phone_sizes import PhoneSizes
from kiosk.lessons.phone.screen import PhoneScreen, Skin, SystemWords
from kiosk.lessons.phone.shown import Shown
from tests.builders import PHONE_WORDS

Values = dict[str, Any]

WORDS = SystemWords.model_validate(PHONE_WORDS)
FRAME = QRectF(0, 0, 450, 850)
"""A phone on a 24 inch Full HD screen."""
SIZES = {
    name: PhoneSizes(text=text, least_text=23, touch=58, gap=11)
    for name, text in (("normal", 23), ("large", 29), ("largest", 35))
}
"""16 mm to touch and 3 mm between, on that screen."""


def app(name: str, label: str, icon: str = "call") -> Values:
    return {"id": name, "label": label, "icon": icon, "tint": "blue"}


def field(name: str = "name", **changes: object) -> Values:
    return {"kind": "field", "id": name, "label": "名前", "placeholder": "例 西海 花子"} | changes


APPS = [app("phone", "電話"), app("mail", "メール"), app("camera", "カメラ"), app("map", "地図")]
FAMILY: Values = {
    "kind": "drop-down",
    "id": "family",
    "label": "続柄",
    "placeholder": "選んでください",
    "options": [{"id": "self", "label": "本人"}, {"id": "agent", "label": "代理人（委任状が必要です）"}],
}
DAY: Values = {"kind": "date", "id": "day", "label": "被害があった日", "value": "2026-11-22"}
STORE: Values = {
    "kind": "store-app",
    "id": "app",
    "label": "インストール",
    "name": "マイナポータル",
    "maker": "デジタル庁",
    "icon": "badge",
    "ready": "開く",
    "loading": "入れています",
}
ROWS = [{"id": "wifi", "label": "Wi-Fi", "icon": "wifi"}, {"id": "scan", "label": "QRコード", "note": "オフ"}]
QUESTION: Values = {
    "title": "カメラに写真の撮影を許可しますか",
    "text": "あとで変えられます。",
    "buttons": [{"id": "yes", "label": "許可する"}, {"id": "no", "label": "許可しない"}],
}
NEWS: Values = {
    "id": "news",
    "label": "避難指示が出ました",
    "app": "防災",
    "text": "大島町",
    "icon": "shield",
}
TABS: Values = {
    "chosen": "home",
    "tabs": [
        {"id": "home", "label": "ホーム", "icon": "home"},
        {"id": "find", "label": "さがす", "icon": "search"},
    ],
}

BODIES: Mapping[str, Sequence[Values]] = {
    "apps": [{"kind": "apps", "apps": APPS}],
    "home": [{"kind": "home", "pages": [APPS, APPS[:1]], "dock": [app("browser", "ネット")]}],
    "text": [
        {"kind": "text", "text": "西海市の手続き", "style": style} for style in ("heading", "body", "note")
    ],
    "button": [
        {"kind": "button", "id": "next", "label": "次へ"},
        {"kind": "button", "id": "add", "label": "写真を選ぶ", "icon": "add_a_photo", "style": "plain"},
    ],
    "link": [{"kind": "link", "id": "guide", "label": "使い方のページを見る"}],
    "check-box": [{"kind": "check-box", "id": "agree", "label": "利用規約に同意します", "on": True}],
    "switch": [{"kind": "switch", "id": "scan", "label": "QRコード", "note": "読みます", "icon": "wifi"}],
    "radio": [
        {"kind": "radio", "id": "card", "label": "カード", "chosen": "self", "options": FAMILY["options"]}
    ],
    "drop-down": [FAMILY],
    "date": [DAY],
    "field": [field(), field("pin", secret=True, value="1234")],
    "list": [{"kind": "list", "rows": ROWS}],
    "card": [{"kind": "card", "id": "ad", "label": "かんたん代行", "text": "www.example.com", "tag": "広告"}],
    "camera": [{"kind": "camera", "id": "view", "label": "カメラの画面", "sees": "qr-code", "framed": True}],
    "map": [{"kind": "map", "id": "map", "label": "地図", "hazard": "flood", "shelters": True}],
    "photo": [{"kind": "photo", "id": "photo", "label": "写真", "shows": "house", "zoom": 1}],
    "photos": [
        {
            "kind": "photos",
            "chosen": "sea",
            "photos": [{"id": one, "label": one, "shows": one} for one in ("house", "room", "sea", "cat")],
        }
    ],
    "progress": [
        {"kind": "progress", "id": "load", "label": "送っています", "percent": 60},
        {"kind": "progress", "id": "wait", "label": "お待ちください"},
    ],
    "store-app": [STORE | {"tag": "広告"}, STORE | {"id": "other", "stage": "loading", "percent": 40}],
    "bubbles": [
        {
            "kind": "bubbles",
            "sender": "宅配のお知らせ",
            "messages": [
                {
                    "id": "scam",
                    "label": "お荷物をお届けしましたが、お留守でした。",
                    "link": "http://xx.example",
                },
                {"id": "answer", "label": "どの荷物ですか", "mine": True},
            ],
        }
    ],
    "pay-code": [{"kind": "pay-code", "id": "pay", "label": "支払いのコード"}],
    "pin-pad": [{"kind": "pin-pad", "id": "pin", "label": "利用者証明用", "entered": 2}],
    "card-reader": [{"kind": "card-reader", "id": "reader", "label": "カードの上に置いてください"}],
}
FRAMED: Values = {
    "bar": "申請",
    "back": "home/first",
    "buttons": [{"id": "find", "label": "さがす", "icon": "search"}],
    "address": "www.city.saikai.nagasaki.jp",
    "tabs": TABS | {"id": "places"},
    "banner": NEWS,
    "toast": "保存しました",
    "body": [{"kind": "text", "text": "うしろ"}],
}


def shown(skin: Skin = Skin.IPHONE, **changes: Any) -> Shown:
    """A phone; what is not part of the screen (`open`, `typing`, `shade_open`) goes to what is shown of it."""
    state = {key: changes.pop(key) for key in ("open", "typing", "shade_open") if key in changes}
    return Shown(PhoneScreen.model_validate(changes), WORDS, skin, **state)


EVERYTHING: Mapping[str, Values] = {
    **{name: {"body": body} for name, body in BODIES.items()},
    "frame": FRAMED | {"buttons": [{"id": "more", "label": "メニュー", "icon": "layers"}]},
    "dialog": {"body": BODIES["apps"], "dialog": QUESTION},
    "permission": {"body": BODIES["camera"], "dialog": QUESTION | {"icon": "photo_camera"}},
    "shade": {"body": BODIES["apps"], "shade": [NEWS, NEWS | {"id": "other"}], "shade_open": True},
    "opened list": {"body": [FAMILY], "open": "family"},
    "opened date": {"body": [DAY], "open": "day"},
    "keyboard": {"body": [field(), field("other")], "typing": "other"},
    "long": {"body": [field(f"field-{number}") for number in range(9)], "scrolls": True},
}
"""Every kind of element, everything of the frame, and everything that can lie over it."""


def laid_out(what: Shown, size: str = "normal", frame: QRectF = FRAME) -> PhoneLayout:
    return lay_out_phone(what, frame, SIZES[size])


SMALL_SIZES = PhoneSizes(text=36, least_text=24, touch=60, gap=12, language="en")
SMALL_FRAME = QRectF(0, 0, 376, 508)
"""The largest text on a phone of the smallest screen, 1280x720 of 15.6 inch."""


def laid_out_small(what: Shown, language: str = "en") -> PhoneLayout:
    return lay_out_phone(what, SMALL_FRAME, replace(SMALL_SIZES, language=language))


def ids(layout: PhoneLayout) -> list[str]:
    return [item.what.id for item in layout.touchables()]
