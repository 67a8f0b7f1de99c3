"""Whether everything on the practice phone fits: every screen and step, on both phones, in every language and size.

Laid out for the smallest screen that the kiosk is made for; what fits there fits everywhere.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path, PurePath

from PySide6.QtCore import QRectF, QSize

from kiosk.draw.phone.items import Item, PhoneLayout, is_torn
from kiosk.draw.phone.layout import lay_out_phone
from kiosk.errors import N_, Message
from kiosk.i18n.edition import Edition, Editions
from kiosk.lessons.phone.screen import Skin
from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.place import Place
from kiosk.lessons.problems import Problem
from kiosk.lessons.rehearsal import ways
from kiosk.lessons.scene import PHONE_QUESTION, shown_at
from kiosk.lessons.screen_check import screen_file
from kiosk.settings import cache_folder
from kiosk.shots import ShotPlan, Stage
from kiosk.ui.phone.shape import frame_in, least_size
from kiosk.ui.phone.stage import SHARE, WIDE_SHARE
from kiosk.visit.visit import Home, TextSize

SMALLEST = ShotPlan(1280, 720, inches=15.6)
"""The smallest screen that the kiosk is made for."""

SIZES = {TextSize.LARGEST: Message(N_("いちばん大きい")), TextSize.NORMAL: Message(N_("ふつう"))}
"""The sizes that are tried, as the staff calls them."""

Where = tuple[PurePath, str]
"""A file, and what in it."""


def fitting_problems(root: Path) -> Iterator[Problem]:
    """One problem a screen or step and kind of fault, with the first language and size in which it shows."""
    editions = Editions(root, cache_folder())
    told: set[tuple[Where, str]] = set()
    for language in editions.languages:
        for size, called in SIZES.items():
            stage = Stage(editions, replace(SMALLEST, text_size=size), language.code)
            stage.show(Home())
            rooms = {wide: room(stage, wide) for wide in (False, True)}
            for where, shown in _everything(editions.edition(language.code)):
                frame = frame_in(
                    rooms[bool(shown.keys)],
                    stage.theme,
                    stage.theme.target + stage.theme.touch_gap,
                    shown.screen.scrolls,
                    shown.keys,
                )
                for what, remedy in faults(lay_out_phone(shown, frame, stage.theme.phone)):
                    if (where, what.template) not in told:
                        told.add((where, what.template))
                        values = {**what.values, "language": language.name, "size": called}
                        yield Problem(where[0], 0, where[1], Message(what.template, values), remedy)


def room(stage: Stage, wide: bool) -> QSize:
    """What the real window leaves for the phone beside a step; a keyboard gets more of it."""
    share = WIDE_SHARE if wide else SHARE
    edge = max(4, stage.theme.edge // 2)
    bars = [bar.height() for bar in (stage.shell.top, stage.shell.bottom) if bar]
    height = stage.shell.height() - sum(bars) - 2 * (stage.theme.edge + edge)
    width = max(round(stage.theme.display.width * share), least_size(stage.theme).width() + 2 * edge)
    return QSize(width - 2 * edge, height)


def _everything(edition: Edition) -> Iterator[tuple[Where, Shown]]:
    """Every screen as it is first seen, and every step of every lesson, on both phones; each picture once."""
    library, words = edition.library, edition.phone_words
    for name in library.screens:
        where = screen_file(library.folder, name), f"screens.{name.partition('/')[2]}"
        for skin in Skin:
            yield where, Shown(edition.screen(name), words, skin)
    for name in library.lessons:
        seen: list[tuple[int, Shown]] = []
        for skin in Skin:
            for place in _places(edition, name, skin):
                shown = shown_at(place, edition.screen, words)
                if shown and (place.index, shown) not in seen:
                    seen.append((place.index, shown))
                    yield (PurePath("lessons", name, "lesson.yaml"), f"steps[{place.index}]"), shown


def _places(edition: Edition, name: str, skin: Skin) -> Iterator[Place]:
    lesson = edition.lesson(name)
    for answers in ways(lesson):
        if answers.get(PHONE_QUESTION, skin) == skin:
            yield from Place(name, lesson, answers={**answers, PHONE_QUESTION: skin}).way()


def faults(layout: PhoneLayout) -> Iterator[tuple[Message, Message]]:
    """What is wrong, and what can be done about it; `language` and `size` are still to be put in."""
    if layout.overflow > 1:
        yield Message(_TOO_MUCH, {"px": round(layout.overflow)}), Message(_LESS)
    for item in layout.touchables():
        if min(item.box.width(), item.box.height()) < layout.sizes.touch - 1:
            yield Message(_TOO_SMALL, {"label": _name(item)}), Message(_LESS)
        for words in item.words:
            if words.block.height > words.box.height() + 1 or words.block.width > words.box.width() + 1:
                yield Message(_CUT_OFF, {"label": words.block.text}), Message(_SHORTER)
    for item in filter(is_torn, layout.items):
        yield Message(_TORN, {"label": item.words[0].block.text}), Message(_SHORTER)
    for one, other in _covered(layout):
        yield Message(_COVERED, {"label": _name(one), "other": _name(other)}), Message(_LESS)


def _covered(layout: PhoneLayout) -> Iterator[tuple[Item, Item]]:
    for one, other in combinations(layout.touchables(), 2):
        overlap: QRectF = one.box.intersected(other.box)
        if one.layer is other.layer and overlap.width() > 1 and overlap.height() > 1:
            yield one, other


def _name(item: Item) -> str:
    return str(getattr(item.what, "id", ""))


_TOO_MUCH = N_("言語「{language}」、文字の大きさ「{size}」のとき、画面に入りきりません（{px}ピクセル）。")
_TOO_SMALL = N_("言語「{language}」、文字の大きさ「{size}」のとき、「{label}」が小さすぎて押せません。")
_CUT_OFF = N_("言語「{language}」、文字の大きさ「{size}」のとき、「{label}」が切れます。")
_TORN = N_("言語「{language}」、文字の大きさ「{size}」のとき、「{label}」が言葉の途中で次の行になります。")
_COVERED = N_("言語「{language}」、文字の大きさ「{size}」のとき、「{label}」と「{other}」が重なります。")
_LESS = N_("物を減らすか、言葉を短くするか、「scrolls: true」にしてください。")
_SHORTER = N_("言葉を短くしてください。")
