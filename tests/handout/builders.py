"""Lessons, cities and sheets with defaults: a test names only what it is about."""

import gettext
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import zxingcpp

from kiosk.handout.sheet import Sheet, sheet_for
from kiosk.i18n.catalogues import Catalogue
from kiosk.lessons.model import City, Lesson
from kiosk.lessons.phone.screen import PhoneScreen, SystemWords
from kiosk.lessons.place import Place
from tests.builders import PHONE_WORDS as WORDS

TODAY = date(2026, 11, 22)
LINKS = {
    "city-website": "https://www.city.example.jp/",
    "certificate": "https://www.city.example.jp/bamen/syoubou/6147.html",
    "search": "https://www.city.example.jp/search?q=abc&page=2#top",
}

SCREENS: Mapping[str, PhoneScreen] = {
    "home/first": PhoneScreen.model_validate(
        {"body": [{"kind": "apps", "apps": [{"id": "camera", "label": "カメラ", "icon": "photo_camera"}]}]}
    ),
    "camera/ready": PhoneScreen.model_validate(
        {
            "body": [
                {"kind": "camera", "id": "view", "label": "カメラの画面", "sees": "qr-code", "framed": True},
                {"kind": "button", "id": "shutter", "label": "シャッター"},
            ]
        }
    ),
}

PHONE_WORDS = SystemWords.model_validate(WORDS)

Step = dict[str, Any]


def tap(say: str = "「カメラ」を押してください。", **changes: object) -> Step:
    step = {"do": "tap", "say": say, "screen": "home/first", "target": "camera", "hint": "右上です。"}
    return step | changes


def look(say: str = "QRコードが写ったら、少し待ちます。", **changes: object) -> Step:
    return {"do": "look", "say": say, "screen": "camera/ready", "point": "view"} | changes


def done() -> Step:
    return {"do": "done", "say": "おつかれさまでした。"}


def lesson(steps: Sequence[Step] = (), **changes: object) -> Lesson:
    values = {
        "format": 1,
        "title": "QRコードを読み取る",
        "summary": "カメラで紙のQRコードを読み取ります。",
        "shelf": "first-steps",
        "minutes": 8,
        "review_by": "2027-05-01",
        "sources": [
            {"url": "https://www.city.example.jp/", "checked_on": "2026-11-20"},
            {"url": "https://www.example.jp/", "checked_on": "2026-10-01"},
        ],
        "learn": ["カメラで読み取れます。"],
        "prepare": ["スマートフォン", "この紙"],
        "links": ["city-website"],
        "steps": [*(steps or [tap(), look()]), done()],
    }
    return Lesson.model_validate(values | changes)


def city(**help_changes: object) -> City:
    return City.model_validate(
        {
            "format": 1,
            "name": "西海市",
            "help": {"who": "係の人", "how": "声をかけてください。"} | help_changes,
            "hosts": ["www.city.example.jp"],
            "links": {
                name: {"title": f"入口 {name}", "url": url, "owner": "西海市", "checked_on": "2026-11-22"}
                for name, url in LINKS.items()
            },
        }
    )


class Translations(gettext.NullTranslations):
    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__()
        self._texts = texts

    def gettext(self, message: str) -> str:
        return self._texts.get(message, message)


def catalogue(language: str = "ja", texts: Mapping[str, str] | None = None) -> Catalogue:
    return Catalogue(language, Translations(texts or {}), gettext.NullTranslations())


def sheet(
    taught: Lesson | None = None,
    answers: Mapping[str, str] | None = None,
    source: Lesson | None = None,
    language: str = "ja",
    texts: Mapping[str, str] | None = None,
    links: City | None = None,
    folder: Path | None = None,
) -> Sheet:
    taught = taught or lesson()
    place = Place("read-qr-code", taught, answers=answers or {})
    words = catalogue(language, texts)
    screens, source, links = SCREENS.__getitem__, source or taught, links or city()
    return sheet_for(place, source, links, words, TODAY, screens, PHONE_WORDS, folder)


def page_images(file: Path, dpi: int) -> list[memoryview]:
    """Every page in grey, one byte a pixel, rows by columns."""
    with pypdfium2.PdfDocument(file) as document:
        return [_pixels(page.render(scale=dpi / 72, grayscale=True)) for page in document]


def _pixels(bitmap: pypdfium2.PdfBitmap) -> memoryview:
    data, stride = bytes(bitmap.buffer), bitmap.stride
    rows = (data[row * stride : row * stride + bitmap.width] for row in range(bitmap.height))
    return memoryview(b"".join(rows)).cast("B", (bitmap.height, bitmap.width))


def codes(file: Path, dpi: int) -> list[str]:
    """The text of every code that a reader finds on the pages, of any kind of code."""
    return [code.text for image in page_images(file, dpi) for code in zxingcpp.read_barcodes(image)]
