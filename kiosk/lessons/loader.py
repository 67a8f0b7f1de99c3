"""From a YAML file to a model, or to the list of everything that is wrong with it."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kiosk.errors import N_, Message
from kiosk.lessons.base import Content
from kiosk.lessons.problems import Problem
from kiosk.lessons.yaml_reader import Document, Key, YamlError, key_text, read_yaml

M = TypeVar("M", bound=Content)


def load_file(
    path: Path, model: type[M], shown_as: PurePath
) -> tuple[M | None, Document, tuple[Problem, ...]]:
    """Read one file as `model`. Without a value there is at least one problem."""
    try:
        document = read_yaml(path, shown_as)
    except YamlError as stop:
        return None, Document(), (stop.problem,)
    try:
        return model.model_validate(document.value), document, ()
    except ValidationError as error:
        return None, document, problems_of(error, document, shown_as)


def problems_of(error: ValidationError, document: Document, shown_as: PurePath) -> tuple[Problem, ...]:
    """Everything that a model found wrong with a document, with lines and remedies."""
    return tuple(_problem(detail, document, shown_as) for detail in _causes(error))


def _causes(error: ValidationError) -> Iterator[ErrorDetails]:
    """Without "too short" for a list whose entries are wrong themselves: one mistake, one problem."""
    details = error.errors(include_url=False)
    for detail in details:
        loc = detail["loc"]
        inside = any(len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in details)
        if not (detail["type"] == "too_short" and inside):
            yield detail


_SENTENCES: Mapping[str, tuple[str, str]] = {
    "missing": (N_("「{name}」がありません。"), N_("「{name}:」の行を書きたしてください。")),
    "extra_forbidden": (
        N_("「{name}」という項目はありません。"),
        N_("つづりを確かめるか、行を消してください。"),
    ),
    "string_type": (N_("「{name}」が文字ではありません。"), N_('値を「" "」で囲んでください。')),
    "int_type": (N_("「{name}」が整数ではありません。"), N_("数字だけを書いてください。")),
    "int_parsing": (N_("「{name}」が整数ではありません。"), N_("数字だけを書いてください。")),
    "bool_type": (N_("「{name}」が true か false ではありません。"), N_("true か false を書いてください。")),
    "list_type": (N_("「{name}」が一覧ではありません。"), N_("一行に一つずつ「- 」で書いてください。")),
    "tuple_type": (N_("「{name}」が一覧ではありません。"), N_("一行に一つずつ「- 」で書いてください。")),
    "dict_type": (
        N_("「{name}」が「項目: 値」の形ではありません。"),
        N_("「項目: 値」の形で書いてください。"),
    ),
    "model_type": (
        N_("「{name}」が「項目: 値」の形ではありません。"),
        N_("「項目: 値」の形で書いてください。"),
    ),
    "model_attributes_type": (
        N_("「{name}」が「項目: 値」の形ではありません。"),
        N_("「項目: 値」の形で書いてください。"),
    ),
    "date_from_datetime_parsing": (
        N_("「{name}」が日付ではありません。"),
        N_("2026-11-22 のように書いてください。"),
    ),
    "date_parsing": (N_("「{name}」が日付ではありません。"), N_("2026-11-22 のように書いてください。")),
    "date_type": (N_("「{name}」が日付ではありません。"), N_("2026-11-22 のように書いてください。")),
    "literal_error": (N_("「{name}」に使えるのは {expected} だけです。"), N_("書きなおしてください。")),
    "enum": (N_("「{name}」に使えるのは {expected} だけです。"), N_("書きなおしてください。")),
    "union_tag_invalid": (
        N_("「{tag}」という種類はありません。"),
        N_("{expected_tags} のどれかにしてください。"),
    ),
    "union_tag_not_found": (
        N_("種類が書かれていません。"),
        N_("{discriminator} の行を書きたしてください。"),
    ),
    "string_pattern_mismatch": (
        N_("「{name}」に使えない文字があります（{input}）。"),
        N_("形 {pattern} に合わせてください。"),
    ),
    "string_too_short": (N_("「{name}」が空です。"), N_("文を書いてください。")),
    "string_too_long": (
        N_("「{name}」が長すぎます（{max_length}字まで）。"),
        N_("二つの手順に分けてください。"),
    ),
    "too_short": (N_("「{name}」が足りません（{min_length}個から）。"), N_("書きたしてください。")),
    "too_long": (N_("「{name}」が多すぎます（{max_length}個まで）。"), N_("減らしてください。")),
    "greater_than_equal": (N_("「{name}」が小さすぎます（{ge}から）。"), N_("数を大きくしてください。")),
    "less_than_equal": (N_("「{name}」が大きすぎます（{le}まで）。"), N_("数を小さくしてください。")),
    "hour": (N_("「{name}」が時刻ではありません（{input}）。"), N_("10:30 のように書いてください。")),
    "ruby_markup": (
        N_("ふりがなの書きかたが正しくありません（{markup}）。"),
        N_("{漢字|かんじ} の形で、読みはかなで書いてください。"),
    ),
    "https_only": (
        N_("「{name}」に使えるのは https:// で始まるアドレスだけです（{input}）。"),
        N_("正しいアドレスを写してください。"),
    ),
}


def _problem(detail: ErrorDetails, document: Document, file: PurePath) -> Problem:
    key = _real_key(detail["loc"], document.value)
    fallback = (N_("「{name}」が正しくありません（{msg}）。"), N_("ほかの教材と見くらべてください。"))
    what, remedy = _SENTENCES.get(detail["type"], fallback)
    name = next((str(part) for part in reversed(key) if isinstance(part, str)), str(file))
    values = {"name": name, "input": _short(detail["input"]), "msg": detail["msg"]} | detail.get("ctx", {})
    # A missing key has no line of its own: its parent's line is where it belongs.
    line_key = key[:-1] if detail["type"] == "missing" else key
    return Problem(
        file, document.line(line_key), key_text(key), Message(what, values), Message(remedy, values)
    )


def _real_key(loc: tuple[str | int, ...], value: object) -> Key:
    """pydantic's path without the parts that are names of union members or of "[key]"."""
    key: list[str | int] = []
    for index, part in enumerate(loc):
        last = index == len(loc) - 1
        if isinstance(part, int) and isinstance(value, list):
            value = value[part] if part < len(value) else None
            key.append(part)
        elif isinstance(part, str) and isinstance(value, dict) and (part in value or last):
            if part != "[key]":
                key.append(part)
                value = value.get(part)
        elif last and part != "[key]" and not isinstance(value, dict | list):
            continue
    return tuple(key)


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"
