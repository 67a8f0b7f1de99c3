"""Apps, rows, cards, photos and other things in rows, laid out. Each function gives its element at (0, 0)."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from kiosk.draw.phone.items import AppTile, Item, Laid, PageDots, Surface, Tag, Tone, Words, stacked
from kiosk.draw.phone.kit import Kit, piled, piled_height
from kiosk.lessons.phone.elements import (
    AppIcon,
    Card,
    HomePages,
    Installing,
    Progress,
    Row,
    RowList,
    StoreApp,
    TextStyle,
)
from kiosk.lessons.phone.pictures import Photos
from kiosk.lessons.phone.screen import Notification


def app_side(kit: Kit) -> float:
    """Side of an app's picture: as large as three in a row allow. Its name is part of the target."""
    side = max(kit.touch, min(kit.touch * 1.35, kit.glass_width / 3 - kit.gap * 2.5))
    return side * (0.72 if kit.tight else 1.0)


def lay_apps(kit: Kit, apps: Sequence[AppIcon], width: float) -> Laid:
    rows = tuple(_app_row(kit, apps[start : start + 3], width) for start in range(0, len(apps), 3))
    return stacked(rows, kit.gap / 2)


def _app_row(kit: Kit, apps: Sequence[AppIcon], width: float) -> Laid:
    cell, side = width / 3, app_side(kit)
    wide = cell - kit.gap / 2
    names = [kit.name(app.label, wide) for app in apps]
    top = side + (0.0 if kit.tight else kit.text * 0.15)
    height = top + max(name.box.height() for name in names)
    items = tuple(
        Item(
            app,
            QRectF(0, 0, wide, height),
            (name.moved(0, top),),
            QRectF((wide - side) / 2, 0, side, side),
        ).moved(column * cell + kit.gap / 4, 0)
        for column, (app, name) in enumerate(zip(apps, names, strict=True))
    )
    return Laid(height, items)


def lay_home(kit: Kit, home: HomePages, width: float, height: float) -> Laid:
    """The apps of the present page at the top; dots and dock at the bottom."""
    page = min(home.page, len(home.pages) - 1)
    apps = lay_apps(kit, home.pages[page], width)
    foot: list[Laid] = []
    if len(home.pages) > 1:
        dots = PageDots(len(home.pages), page)
        foot.append(Laid(kit.text * 0.8, (Item(dots, QRectF(0, 0, width, kit.text * 0.8)),)))
    if home.dock:
        foot.append(_dock(kit, home.dock, width))
    below = stacked(tuple(foot), kit.gap / 2)
    air = kit.gap / 2 if kit.tight else kit.gap
    top = max(apps.height + air, height - below.height)
    return Laid(top + below.height, (*apps.items, *below.moved(0, top)))


def _dock(kit: Kit, apps: Sequence[AppIcon], width: float) -> Laid:
    inside = lay_apps(kit, apps, width)
    edge = kit.gap * (0.3 if kit.tight else 0.6)
    height = inside.height + 2 * edge
    return Laid(height, (Item(Surface.DOCK, QRectF(0, 0, width, height)), *inside.moved(0, edge)))


def lay_rows(kit: Kit, rows: RowList, width: float) -> Laid:
    laid = stacked(tuple(_row(kit, row, width) for row in rows.rows))
    group = Item(Surface.GROUP, QRectF(0, 0, width, laid.height))
    return Laid(laid.height, (group, *laid.items))


def _row(kit: Kit, row: Row, width: float) -> Laid:
    inset = kit.gap * 0.8 if kit.iphone else 0.0
    lead = kit.icon if row.icon else 0.0
    room = width - 2 * inset - kit.icon - (lead + kit.gap * 0.8 if lead else 0.0)
    words = [kit.say(row.label, room, bold=True)]
    words += [kit.say(row.note, room, Tone.SOFT)] if row.note else []
    item = kit.line_item(row, width, words, lead=lead, inset=inset)
    return Laid(item.box.height(), (item,))


def lay_card(kit: Kit, card: Card, width: float) -> Laid:
    """A frame with a small word, a title beside an icon, and a text below both."""
    inset = kit.gap
    inner = width - 2 * inset
    tag = _tag(kit, card.tag, inner) if card.tag else None
    side = kit.text * 1.8 if card.icon else 0.0
    beside = side + kit.gap * 0.8 if side else 0.0
    title = kit.say(card.label, inner - beside, bold=True)
    top = inset + (tag.box.height() + kit.gap / 2 if tag else 0.0)
    head = max(title.box.height(), side)
    words = [title.moved(inset + beside, top + (head - title.box.height()) / 2)]
    bottom = top + head
    if card.text:
        words.append(kit.say(card.text, inner, Tone.SOFT).moved(inset, bottom + kit.gap * 0.2))
        bottom = words[1].box.bottom()
    shape = QRectF(inset, top + (head - side) / 2, side, side) if side else None
    height = max(kit.touch, bottom + inset)
    whole = Item(card, QRectF(0, 0, width, height), tuple(words), shape)
    return Laid(height, (whole, *((tag.moved(inset, inset),) if tag else ())))


def _tag(kit: Kit, text: str, width: float) -> Item:
    """A small word in a frame of its own."""
    edge = kit.gap * 0.5
    words = kit.say(text, width - 2 * edge, bold=True)
    box = QRectF(0, 0, words.block.width + 2 * edge, words.box.height())
    tight = Words(words.block, QRectF(edge, 0, words.block.width, words.box.height()))
    return Item(Tag(text), box, (tight,))


def lay_store_app(kit: Kit, app: StoreApp, width: float) -> Laid:
    """Picture, name, maker and tag to look at; below them the button, which is all that can be touched."""
    side = kit.touch * 1.3
    left = side + kit.gap * 1.2
    room = width - left
    parts = [kit.paragraph(app.name, room, TextStyle.HEADING), kit.paragraph(app.maker, room, TextStyle.NOTE)]
    if app.tag:
        tag = _tag(kit, app.tag, room)
        parts.append(Laid(tag.box.height(), (tag,)))
    beside = stacked(tuple(parts), kit.gap * 0.2)
    height = max(side, beside.height)
    picture = Item(AppTile(app.icon, app.tint), QRectF(0, 0, side, side))
    head = Laid(height, (picture, *beside.moved(left, max(0.0, (side - beside.height) / 2))))
    return stacked((head, _store_button(kit, app, width)), kit.gap)


def _store_button(kit: Kit, app: StoreApp, width: float) -> Laid:
    text = {Installing.NEW: app.label, Installing.LOADING: app.loading, Installing.READY: app.ready}[
        app.stage
    ]
    tone = Tone.PLAIN if app.stage is Installing.LOADING else Tone.ON_MAIN
    words = kit.say(text, width - 2 * kit.gap, tone, bold=True, centred=True)
    bar = kit.text * 0.5 if app.stage is Installing.LOADING else 0.0
    height = max(kit.touch, words.box.height() + bar + kit.gap)
    top = (height - words.box.height() - bar) / 2
    shape = QRectF(kit.gap, top + words.box.height(), width - 2 * kit.gap, bar * 0.8) if bar else None
    item = Item(app, QRectF(0, 0, width, height), (words.moved(kit.gap, top),), shape)
    return Laid(height, (item,))


def lay_progress(kit: Kit, progress: Progress, width: float) -> Laid:
    words = [kit.say(progress.label, width)]
    bar = QRectF(0, words[0].box.height() + kit.gap * 0.3, width, kit.text * 0.7)
    if progress.percent is not None:
        words.append(kit.say(f"{progress.percent}%", width, bold=True, centred=True).moved(0, bar.bottom()))
    height = words[1].box.bottom() if len(words) > 1 else bar.bottom()
    return Laid(height, (Item(progress, QRectF(0, 0, width, height), tuple(words), bar),))


def lay_photos(kit: Kit, photos: Photos, width: float) -> Laid:
    """Squares in rows of three."""
    gap = kit.gap * 0.6
    side = (width - 2 * gap) / 3
    items = tuple(
        Item(photo, QRectF(0, 0, side, side), on=photo.id == photos.chosen).moved(
            (number % 3) * (side + gap), (number // 3) * (side + gap)
        )
        for number, photo in enumerate(photos.photos)
    )
    rows = -(-len(photos.photos) // 3)
    return Laid(rows * (side + gap) - gap, items)


def lay_notification(kit: Kit, news: Notification, width: float) -> Laid:
    """Who sent it, beside an icon; its first line; its text."""
    inset, side = kit.gap, kit.text * 1.5
    left = inset + side + kit.gap * 0.8
    room = width - left - inset
    words = [kit.say(news.label, room, bold=True), kit.say(news.app, room, Tone.SOFT)]
    words += [kit.say(news.text, room)] if news.text else []
    height = max(kit.touch, piled_height(words) + inset * 1.2)
    shown = [words[1], words[0], *words[2:]]
    placed = piled(shown, left, (height - piled_height(words)) / 2)
    ordered = (placed[1], placed[0], *placed[2:])  # the label first, wherever it stands
    shape = QRectF(inset, placed[0].box.top() + kit.text * 0.1, side, side)
    return Laid(height, (Item(news, QRectF(0, 0, width, height), ordered, shape),))
