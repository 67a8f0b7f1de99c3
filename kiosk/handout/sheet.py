"""What stands on the sheet that a resident takes home, worked out without a printer.

The sheet mirrors the resident's own way through the lesson, with the same words and pictures.
Everything on it is in the resident's language, the title also in Japanese.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from babel.dates import format_date

from kiosk.errors import N_, Message, fill
from kiosk.handout.qr import QrCode, qr_if_possible
from kiosk.i18n.catalogues import Catalogue
from kiosk.lessons.model import City, CityLink, Help, Lesson
from kiosk.lessons.phone.screen import SystemWords
from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.place import Place
from kiosk.lessons.scene import Screens, shown_at
from kiosk.lessons.steps import Ask, Check, Done, Look, Practice, Quiz
from kiosk.text.ruby import strip_markup

HANDOUT = N_("持ち帰りシート")


@dataclass(frozen=True)
class PhonePicture:
    """The practice phone as the step finds it, the element to be ringed, if any, and both in words."""

    shown: Shown
    marked: str | None
    alt: str


@dataclass(frozen=True)
class FilePicture:
    """A picture of the lesson, and the words that are printed where its file is gone."""

    path: Path
    alt: str


@dataclass(frozen=True)
class SheetStep:
    """One numbered step; `items` are things to tick off."""

    number: int
    say: str
    items: tuple[str, ...] = ()
    picture: PhonePicture | FilePicture | None = None


@dataclass(frozen=True)
class SheetLink:
    """The entrance to the real procedure. `checked` says whose page it is and when somebody looked.

    Without a code where the address may not become one; `alt` stands for the code where it cannot be seen.
    """

    title: str
    host: str
    note: str
    checked: Message
    code: QrCode | None
    alt: str


@dataclass(frozen=True)
class SheetHelp:
    """Whom to ask. What the city has not given is a ruled line on the sheet, to fill in by hand."""

    heading: str
    who: str
    how: str
    phone_label: str
    phone: str | None
    other_label: str
    other: str | None


@dataclass(frozen=True)
class Sheet:
    """Everything on the sheet, in the order it is read.

    `japanese_title` is empty where the title is Japanese already. Texts may carry ruby markup; a message is in the sheet's language already.
    """

    language: str
    kind: str
    title: str
    japanese_title: str
    date: str
    city: str
    prepare_heading: str
    prepare: tuple[str, ...]
    steps: tuple[SheetStep, ...]
    warnings_heading: str
    warnings: tuple[str, ...]
    links: tuple[SheetLink, ...]
    help: SheetHelp
    notes: tuple[Message, ...]


def sheet_for(
    place: Place,
    source: Lesson,
    city: City,
    catalogue: Catalogue,
    today: date,
    screens: Screens,
    phone_words: SystemWords,
    folder: Path | None = None,
) -> Sheet:
    """The sheet of a resident's way. `source` is the Japanese lesson, everything else is in the sheet's language.

    `folder` holds the lessons with their pictures; without it those are described in words.
    """
    lesson, tr = place.lesson, catalogue.tr
    kind = tr(HANDOUT)
    return Sheet(
        language=catalogue.language,
        kind=kind if kind == HANDOUT else f"{HANDOUT}  {kind}",
        title=lesson.title,
        japanese_title="" if lesson.title == source.title else source.title,
        date=_day(today, catalogue),
        city=city.name,
        prepare_heading=tr("用意するもの"),
        prepare=tuple(lesson.prepare),
        steps=tuple(_without_repeated_pictures(_steps(place, screens, phone_words, catalogue, folder))),
        warnings_heading=tr("気をつけること"),
        warnings=tuple(lesson.warnings),
        links=tuple(_link(link, city.hosts, catalogue) for link in city.entrances(lesson.links)),
        help=_help(city.help, catalogue),
        notes=_notes(lesson, catalogue),
    )


def _steps(
    place: Place, screens: Screens, words: SystemWords, catalogue: Catalogue, folder: Path | None
) -> Iterator[SheetStep]:
    number = 0
    for spot in place.way():
        step = spot.step
        if isinstance(step, Ask | Quiz | Done) or not step.on_paper:
            continue
        number += 1
        items = tuple(step.items) if isinstance(step, Check) else ()
        shown = shown_at(spot, screens, words)
        picture = _phone_picture(shown, _marked(step), catalogue) if shown else _lesson_picture(spot, folder)
        yield SheetStep(number, step.paper or step.say, items, picture)


def _phone_picture(shown: Shown, marked: str | None, catalogue: Catalogue) -> PhonePicture:
    label = next((strip_markup(one.label) for one in shown.touchables() if one.id == marked), None)
    if label is None:
        return PhonePicture(shown, marked, catalogue.tr("スマートフォンの画面です。"))
    template = catalogue.tr("スマートフォンの画面です。「{label}」に丸い印がついています。")
    return PhonePicture(shown, marked, fill(template, {"label": label}))


def _lesson_picture(spot: Place, folder: Path | None) -> FilePicture | None:
    step = spot.step
    if not isinstance(step, Look) or step.picture is None:
        return None
    return FilePicture((folder or Path()) / spot.lesson_id / step.picture, step.alt or "")


def _marked(step: Look | Check | Practice) -> str | None:
    match step:
        case Look():
            return step.point
        case Check():
            return None
        case _:
            return step.target


def _without_repeated_pictures(steps: Iterator[SheetStep]) -> Iterator[SheetStep]:
    """The same picture twice in a row tells nothing new and costs a third of the paper."""
    shown: PhonePicture | FilePicture | None = None
    for step in steps:
        yield replace(step, picture=None) if step.picture == shown else step
        shown = step.picture


def _link(link: CityLink, hosts: Collection[str], catalogue: Catalogue) -> SheetLink:
    template = catalogue.tr("{owner}のページです。{day}に確かめました。")
    checked = Message(template, {"owner": link.owner, "day": _day(link.checked_on, catalogue)})
    code = qr_if_possible(link.url, hosts)
    alt = fill(catalogue.tr("{host} を開くQRコードです。"), {"host": link.host})
    return SheetLink(link.title, link.host, link.note or "", checked, code, alt)


def _help(who: Help, catalogue: Catalogue) -> SheetHelp:
    tr = catalogue.tr
    return SheetHelp(
        tr("困ったとき"), who.who, who.how, tr("電話"), who.phone, tr("窓口・ファクス"), who.other
    )


def _notes(lesson: Lesson, catalogue: Catalogue) -> tuple[Message, ...]:
    """The oldest of the days is the honest one: since then nobody looked at every source."""
    checked = min(source.checked_on for source in lesson.sources)
    template = catalogue.tr(
        "画面は変わることがあります。機種によっても違います。教材 第{version}版。{day}に、出典を確かめました。"
    )
    changes = Message(template, {"version": lesson.version, "day": _day(checked, catalogue)})
    return changes, Message(catalogue.tr("QRコードは株式会社デンソーウェーブの登録商標です。"))


def _day(day: date, catalogue: Catalogue) -> str:
    """As the language writes it, on one line."""
    return format_date(day, format="long", locale=catalogue.language).replace(" ", "\N{NO-BREAK SPACE}")
