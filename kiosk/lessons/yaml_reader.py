"""A strict YAML 1.2 reader that knows the line of every key.

Built on PyYAML's C parser, one event at a time with our own stack, so that neither deep nesting nor
an alias bomb costs more than the file's own size. Refused with the line and a remedy: duplicate
keys, anchors, aliases, tags, several documents, keys that are not plain text, invalid UTF-8, files
over 1 MiB, nesting over 24 levels. Scalars follow the YAML 1.2 core schema: `no`, `12:30` and dates
stay text.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path, PurePath

import yaml

from kiosk.errors import N_, Message
from kiosk.lessons.problems import Problem

MAX_BYTES = 1 << 20
MAX_DEPTH = 24

Key = tuple[str | int, ...]
"""The way to a value: mapping keys and list positions."""

_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


@dataclass
class Document:
    """A file's value, and the line of every key in it."""

    value: object = None
    lines: dict[Key, int] = field(default_factory=dict)

    def line(self, key: Key) -> int:
        """The line of a key, or of the nearest key around it."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)


class YamlError(Exception):
    """Reading had to stop here; carries the one problem of the file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text())
        self.problem = problem


def key_text(key: Key) -> str:
    """`("steps", 2, "target")` as `steps[2].target`."""
    text = ""
    for part in key:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def read_yaml(path: Path, shown_as: PurePath) -> Document:
    """Read one file. Raises `YamlError` at its first fault."""
    return parse_yaml(read_text(path, shown_as), shown_as)


def parse_yaml(text: str, file: PurePath) -> Document:
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        what = Message(
            N_("YAMLとして読めません（{detail}）。"), {"detail": error.problem or error.context or ""}
        )
        raise YamlError(Problem(file, line, "", what, Message(_INDENT_REMEDY))) from error
    except yaml.YAMLError as error:
        what = Message(N_("YAMLとして読めません（{detail}）。"), {"detail": str(error).splitlines()[0]})
        raise YamlError(Problem(file, 0, "", what, Message(_INDENT_REMEDY))) from error
    return builder.document


_INDENT_REMEDY = N_("字下げ（空白の数）と、記号「: - \" '」の使い方を、ほかの教材と見くらべてください。")


def read_text(path: Path, file: PurePath) -> str:
    """A content file's text. Raises `YamlError` when it cannot be read, is too large or not UTF-8."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        what = Message(N_("ファイルを開けません（{detail}）。"), {"detail": error.strerror or str(error)})
        remedy = Message(N_("ファイルがあるか、読む権限があるかを確かめてください。"))
        raise YamlError(Problem(file, 0, "", what, remedy)) from error
    if len(data) > MAX_BYTES:
        what = Message(N_("ファイルが大きすぎます（1 MiBまで）。"))
        raise YamlError(Problem(file, 0, "", what, Message(N_("教材を二つに分けてください。"))))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        what = Message(N_("文字コードがUTF-8ではありません。"))
        remedy = Message(N_("エディターの「名前を付けて保存」で、文字コードUTF-8を選んでください。"))
        raise YamlError(Problem(file, line, "", what, remedy)) from error


@dataclass
class _Open:
    """A mapping or list whose end has not come yet."""

    value: dict[str, object] | list[object]
    key: Key
    pending: str | None = None


class _Builder:
    def __init__(self, file: PurePath) -> None:
        self.document = Document()
        self._file = file
        self._stack: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._refuse(
                        event, N_("一つのファイルに文書が二つあります。"), N_("「---」の行を消してください。")
                    )
            case yaml.AliasEvent():
                self._refuse(event, N_("別名（*）は使えません。"), N_("同じ内容を、そのまま書いてください。"))
            case yaml.ScalarEvent():
                self._refuse_anchor_and_tag(event)
                self._scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._refuse_anchor_and_tag(event)
                self._open(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._stack.pop()

    def _refuse_anchor_and_tag(
        self, event: yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent
    ) -> None:
        if event.anchor:
            self._refuse(event, N_("目印（&）は使えません。"), N_("「&」と名前を消してください。"))
        if event.tag:
            self._refuse(event, N_("型の指定（!）は使えません。"), N_("「!」と型の名前を消してください。"))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        parent = self._stack[-1] if self._stack else None
        if parent and isinstance(parent.value, dict) and parent.pending is None:
            self._take_key(parent, event)
        else:
            self._put(event.value if event.style else _resolve(event.value), event)

    def _take_key(self, parent: _Open, event: yaml.ScalarEvent) -> None:
        assert isinstance(parent.value, dict)
        if event.value in parent.value:
            self._refuse(
                event,
                N_("「{name}」が二度書かれています。"),
                N_("どちらか一方を消してください。"),
                name=event.value,
            )
        parent.pending = event.value
        self.document.lines[(*parent.key, event.value)] = _line(event)

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if len(self._stack) >= MAX_DEPTH:
            self._refuse(event, N_("入れ子が深すぎます。"), N_("かっこや字下げを減らしてください。"))
        parent = self._stack[-1] if self._stack else None
        if parent and isinstance(parent.value, dict) and parent.pending is None:
            self._refuse(
                event, N_("項目名が文字ではありません。"), N_("項目名は、ひとつの言葉にしてください。")
            )
        value: dict[str, object] | list[object] = {} if isinstance(event, yaml.MappingStartEvent) else []
        key = self._put(value, event)
        self._stack.append(_Open(value, key))

    def _put(self, value: object, event: yaml.Event) -> Key:
        if not self._stack:
            self.document.value = value
            self.document.lines[()] = _line(event)
            return ()
        parent = self._stack[-1]
        if isinstance(parent.value, list):
            key = (*parent.key, len(parent.value))
            parent.value.append(value)
            self.document.lines[key] = _line(event)
        else:
            assert parent.pending is not None
            key = (*parent.key, parent.pending)
            parent.value[parent.pending] = value
            parent.pending = None
        return key

    def _refuse(self, event: yaml.Event, what: str, remedy: str, **values: object) -> None:
        key = key_text(self._stack[-1].key) if self._stack else ""
        raise YamlError(
            Problem(self._file, _line(event), key, Message(what, values), Message(remedy, values))
        )


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _resolve(text: str) -> object:
    """A plain scalar by the YAML 1.2 core schema."""
    if text in {"", "~", "null", "Null", "NULL"}:
        return None
    if text in {"true", "True", "TRUE"}:
        return True
    if text in {"false", "False", "FALSE"}:
        return False
    if _INT.fullmatch(text):
        return int(text) if len(text) < 19 else text
    if _FLOAT.fullmatch(text):
        return float(text)
    return text
