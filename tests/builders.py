"""A data folder with defaults, as small as one can be: a test names only what it is about."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Values = dict[str, Any]

CITY: Values = {
    "format": 1,
    "name": "西海市",
    "help": {"who": "係の人", "how": "声をかけてください。", "phone": "0959-00-0000"},
    "hosts": ["www.city.example.jp"],
    "links": {
        "city-website": {
            "title": "ホームページ",
            "url": "https://www.city.example.jp/",
            "owner": "西海市",
            "checked_on": "2026-11-22",
        }
    },
}
SHELVES: Values = {
    "format": 1,
    "shelves": [{"id": "first-steps", "title": "はじめて", "icon": "home", "tint": "blue"}],
}
PHONE_WORDS: Values = {
    "format": 1,
    "practice": "練習です",
    "back": "もどる",
    "home": "ホーム",
    "recent": "使ったアプリ",
    "address": "ページの名前",
    "shade": "お知らせ",
    "close": "とじる",
    "delete": "けす",
    "decide": "きめる",
    "year": "年",
    "month": "月",
    "day": "日",
    "year_more": "年をすすめる",
    "year_less": "年をもどす",
    "month_more": "月をすすめる",
    "month_less": "月をもどす",
    "day_more": "日をすすめる",
    "day_less": "日をもどす",
    "chosen": "えらびました",
    "on": "オン",
    "off": "オフ",
}
PHONE: Values = {
    "format": 1,
    "screens": {
        "first": {
            "body": [
                {
                    "kind": "apps",
                    "apps": [
                        {"id": "camera", "label": "カメラ", "icon": "photo_camera"},
                        {"id": "map", "label": "ちず", "icon": "map"},
                    ],
                }
            ]
        }
    },
}


FREE: Values = {
    "id": "home",
    "title": "ホーム",
    "summary": "みてまわります。",
    "shelf": "first-steps",
    "icon": "home",
    "screen": "home/first",
}


def tap(**changes: object) -> Values:
    step = {
        "do": "tap",
        "say": "おします。",
        "screen": "home/first",
        "target": "camera",
        "hint": "みぎです。",
    }
    return step | changes


def look(**changes: object) -> Values:
    return {"do": "look", "say": "みます。"} | changes


def ask(
    remember: str = "phone", choices: tuple[str, ...] = ("iphone", "android"), **changes: object
) -> Values:
    named = {choice: f"{choice}です" for choice in choices}
    return {"do": "ask", "say": "どちらですか。", "choices": named, "remember": remember} | changes


def done(**changes: object) -> Values:
    return {"do": "done", "say": "おわりです。"} | changes


def lesson_values(*steps: Values, **changes: object) -> Values:
    """A sound lesson as its file says it; the last step, `done`, is added."""
    return {
        "format": 1,
        "title": "カメラ",
        "summary": "カメラをひらきます。",
        "shelf": "first-steps",
        "minutes": 5,
        "review_by": "2099-01-01",
        "sources": [{"url": "https://www.example.jp/", "checked_on": "2026-11-22"}],
        "learn": ["ひらけます。"],
        "steps": [*(steps or (tap(),)), done()],
    } | changes


def write_data(
    root: Path,
    lessons: Mapping[str, Values] | None = None,
    city: Values | None = None,
    readings: Mapping[str, str] | None = None,
    screens: Mapping[str, Values] | None = None,
    free: Sequence[Values] = (),
) -> Path:
    """A whole data folder; JSON is YAML too. `screens` are those of each app, by the app's name."""
    folder = root / "lessons"
    (folder / "phone").mkdir(parents=True)
    _write(folder / "city.yaml", city or CITY)
    _write(folder / "shelves.yaml", SHELVES)
    _write(folder / "phone-words.yaml", PHONE_WORDS)
    _write(folder / "readings.yaml", {"format": 1, "readings": dict(readings or {"係": "かかり"})})
    for app, there in (screens or {"home": PHONE["screens"]}).items():
        _write(folder / "phone" / f"{app}.yaml", {"format": 1, "screens": there})
    if free:
        _write(folder / "free-practice.yaml", {"format": 1, "apps": list(free)})
    for name, values in (lessons or {"camera": lesson_values()}).items():
        (folder / name).mkdir()
        _write(folder / name / "lesson.yaml", values)
    return root


def _write(path: Path, values: Values) -> None:
    path.write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")
