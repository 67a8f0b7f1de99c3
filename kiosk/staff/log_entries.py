"""The log as staff read it: newest first, each entry with its time, how grave it is, and where it comes from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from kiosk.errors import N_
from kiosk.logs import older_files

_FIRST_LINE = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),\d{3} (WARNING|ERROR|CRITICAL) (\S+) (.*)")

SLIPPED = N_("思いがけない問題が起きて、はじめの画面にもどりました。")
_PLAIN = (
    ("kiosk.calm", "unexpected error", SLIPPED),
    ("kiosk", "unexpected error", N_("思いがけない問題が起きました。")),
    ("kiosk", "warning", N_("ソフトの部品から、知らせがありました。")),
    ("kiosk.heartbeat", "the window is open again", N_("キオスクが止まったので、始めなおしました。")),
    ("kiosk.kept_place", "a place", N_("続きから始めるたびに止まったので、続きをあきらめました。")),
    ("kiosk.kept_place", "", N_("練習の続きの場所を、しまえませんでした。")),
    ("kiosk.speech", "the speaking process", N_("読み上げのしくみが止まり、始めなおしました。")),
    ("kiosk.speech", "voice", N_("声が一つ、うまく話せませんでした。")),
    ("kiosk.speech", "recording", N_("録音が一つ、使えませんでした。")),
    ("kiosk.speech", "", N_("読み上げに、うまくいかないところがありました。")),
    ("kiosk.printing", "no sheet", N_("配布シートを用意できませんでした。")),
    ("kiosk.printing", "no paper", N_("印刷できませんでした。")),
    ("kiosk.printing", "the printing process", N_("印刷のしくみが止まり、始めなおしました。")),
    ("kiosk.handout", "", N_("印刷に、うまくいかないところがありました。")),
    ("kiosk.text.word_index", "", N_("漢字変換の辞書がこわれていたので、作りなおしました。")),
    ("kiosk.qt_log", "", N_("画面を描くしくみから、知らせがありました。")),
    ("kiosk.trial", "", N_("ためし刷りが、うまくいきませんでした。")),
    ("kiosk.visit.usage", "", N_("利用の数を、すぐには書けませんでした。")),
    ("kiosk.staff.lockout", "", N_("職員の番号の記録を、書けませんでした。")),
    ("kiosk.visit", "", N_("利用のしくみに、うまくいかないところがありました。")),
    ("kiosk.settings", "", N_("設定に、うまくいかないところがありました。")),
    ("kiosk.another_process", "", N_("時間のかかる準備が、終わりませんでした。")),
    ("kiosk.health", "", N_("端末を調べるしくみに、うまくいかないところがありました。")),
)
"""Who says what in the log, and what that means; the first that fits."""
OTHER = N_("うまくいかないところがありました。")


class Gravity(Enum):
    """A fault is a mistake of the software or something broken; a remark is something it could live with."""

    REMARK = auto()
    FAULT = auto()


@dataclass(frozen=True)
class Entry:
    """`words` is Japanese, the source of its translation; `details` are lines for whoever mends it."""

    when: datetime
    gravity: Gravity
    words: str
    details: tuple[str, ...]


def newest_entries(file: Path, most: int) -> tuple[Entry, ...]:
    """Of a log and what was put aside of it, newest first; none without a file."""
    found: list[Entry] = []
    for path in (file, *older_files(file)):
        if len(found) < most:
            found += reversed(tuple(entries(_lines(path))))
    return tuple(found[:most])


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def entries(lines: Iterable[str]) -> Iterator[Entry]:
    """Oldest first. What stands before the first whole entry is left out: a file may begin anywhere."""
    entry: Entry | None = None
    for line in lines:
        if begun := _begun(line):
            if entry:
                yield entry
            entry = begun
        elif entry:
            entry = replace(entry, details=(*entry.details, line))
    if entry:
        yield entry


def _begun(line: str) -> Entry | None:
    """The entry that begins on this line, if one does."""
    first = _FIRST_LINE.fullmatch(line)
    if first is None:
        return None
    when, gravity, who, what = first.groups()
    grave = Gravity.REMARK if gravity == "WARNING" else Gravity.FAULT
    try:
        return Entry(datetime.fromisoformat(when), grave, _words(who, what), (f"{who}: {what}",))
    except ValueError:
        return None  # the file is damaged: no such day


def _words(who: str, what: str) -> str:
    for name, beginning, words in _PLAIN:
        if f"{who}.".startswith(f"{name}.") and what.startswith(beginning):
            return words
    return OTHER
