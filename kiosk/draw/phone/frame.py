"""What stands round the body: the practice band, the status line, bars, tabs and navigation, laid out at (0, 0)."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QRectF

from kiosk.draw.phone.items import Item, Laid, Layer, Look, Surface, Tone, What, Words, stacked
from kiosk.draw.phone.kit import Kit
from kiosk.draw.phone.lists import lay_notification
from kiosk.lessons.phone.elements import TextStyle
from kiosk.lessons.phone.screen import BarButton, PhoneScreen, Tabs
from kiosk.lessons.phone.shown import ADDRESS, BACK, NAV_BACK, NAV_HOME, NAV_RECENT, Part


def lay_band(kit: Kit, width: float) -> Laid:
    """「練習です」, which is always there."""
    words = kit.paragraph(kit.words.practice, width, TextStyle.HEADING, centred=True, tone=Tone.PRACTICE)
    height = max(kit.line * (1.0 if kit.tight else 1.15), words.height)
    band = Item(Surface.BAND, QRectF(0, 0, width, height))
    return Laid(height, (band, *words.moved(0, (height - words.height) / 2)))


def lay_status(kit: Kit, width: float) -> Laid:
    if kit.tight:
        return Laid(0.0)
    height = kit.sizes.least_text * 1.3
    return Laid(height, (Item(Surface.STATUS, QRectF(0, 0, width, height)),))


def lay_head(kit: Kit, screen: PhoneScreen, width: float) -> Laid:
    """From the notification banner to the tabs of the phone that has them at the top."""
    parts: list[Laid] = []
    if screen.banner:
        news = lay_notification(kit, screen.banner, width - kit.gap)
        parts.append(Laid(news.height + kit.gap * 0.6, news.moved(kit.gap / 2, kit.gap * 0.2)))
    if screen.bar or screen.back or screen.buttons:
        parts.append(_bar(kit, screen, width))
    if screen.address:
        parts.append(_address(kit, screen.address, width))
    if screen.tabs and not kit.iphone:
        parts.append(lay_tabs(kit, screen.tabs, width))
    return stacked(tuple(parts))


def _bar(kit: Kit, screen: PhoneScreen, width: float) -> Laid:
    """The title, the way back at its left and small buttons at its right."""
    right = width - len(screen.buttons) * kit.touch
    title = screen.bar or ""
    back = _back(kit, title, right) if screen.back else None
    left = back.box.right() if back else kit.pad
    words = kit.title(title, right - left - (0 if screen.buttons else kit.pad)) if title else None
    height = max(
        kit.touch if back or screen.buttons else 0.0,
        kit.line * (1.2 if kit.tight else 1.5),
        words.box.height() + kit.gap * 0.3 if words else 0.0,
    )
    items = [Item(Surface.BAR, QRectF(0, 0, width, height))]
    if back:
        items.append(_stretched(back, height))
    if words:
        items.append(_title(kit, title, words, left, right, width, height))
    for number, button in enumerate(screen.buttons):
        items.append(_bar_button(kit, button, height).moved(right + number * kit.touch, 0))
    return Laid(height, tuple(items))


def _back(kit: Kit, title: str, right: float) -> Item:
    """One phone has an arrow; the other a chevron, and its word where the title leaves room for it."""
    part = Part.model_construct(id=BACK, label=kit.words.back)
    side = kit.icon
    word = kit.say(part.label, right / 2, Tone.MAIN)
    wide = side + word.block.width + kit.gap * 1.4
    spacious = len(word.block.lines) == 1 and kit.fits(title, right - wide - kit.gap, bold=True)
    if not kit.iphone or not spacious:
        shape = QRectF((kit.touch - side) / 2, -side / 2, side, side)
        return Item(part, QRectF(0, 0, kit.touch, kit.touch), shape=shape, look=Look.BACK)
    shape = QRectF(kit.gap * 0.4, -side / 2, side, side)
    words = (Words(word.block, QRectF(shape.right(), 0, word.block.width, word.box.height()), Tone.MAIN),)
    return Item(part, QRectF(0, 0, max(wide, kit.touch), kit.touch), words, shape, Look.BACK)


def _stretched(item: Item, height: float) -> Item:
    """As tall as its bar, everything in it in the middle; the shape stood round y = 0."""
    box = QRectF(item.box.left(), 0, item.box.width(), height)
    words = tuple(one.moved(0, height / 2 - one.box.center().y()) for one in item.words)
    shape = item.shape.translated(0, height / 2) if item.shape else None
    return replace(item, box=box, words=words, shape=shape)


def _title(
    kit: Kit, title: str, words: Words, left: float, right: float, width: float, height: float
) -> Item:
    """In the middle of the phone, or of what is left there; the other phone has it at the left."""
    block = words.block
    x = left
    if kit.iphone:
        x = (width - block.width) / 2
        if x < left or x + block.width > right:
            x = left + max(0.0, (right - left - block.width) / 2)
    box = QRectF(x, (height - words.box.height()) / 2, block.width, words.box.height())
    what = kit.paragraph(title, width).items[0].what
    return Item(what, box, (Words(block, box, Tone.PLAIN, kit.iphone),))


def _bar_button(kit: Kit, button: BarButton, height: float) -> Item:
    side = kit.icon
    shape = QRectF((kit.touch - side) / 2, (height - side) / 2, side, side)
    return Item(button, QRectF(0, 0, kit.touch, height), shape=shape)


def _address(kit: Kit, address: str, width: float) -> Laid:
    """A lock and whose page it is, in a pill."""
    part = Part.model_construct(id=ADDRESS, label=kit.words.address)
    edge = kit.gap * 0.5
    side = kit.text * 0.9
    left = kit.pad + edge + side + kit.gap * 0.5
    words = kit.address(address, width - left - kit.pad - edge)
    height = max(kit.touch, kit.line * (1.4 if kit.tight else 1.7))
    box = QRectF(0, 0, width, height)
    shape = QRectF(kit.pad + edge, (height - side) / 2, side, side)
    placed = words.moved(left, (height - words.box.height()) / 2)
    return Laid(height, (Item(part, box, (placed,), shape, Look.ADDRESS),))


def lay_tabs(kit: Kit, tabs: Tabs, width: float) -> Laid:
    cell = width / len(tabs.tabs)
    names = [kit.name(tab.label, cell - kit.gap * 0.4, bold=True) for tab in tabs.tabs]
    side, edge = kit.icon, 0.0 if kit.tight else kit.gap * 0.5
    height = max(kit.touch, side + max(name.box.height() for name in names) + 2 * edge)
    items = [Item(Surface.TAB_BAR, QRectF(0, 0, width, height))]
    for number, (tab, name) in enumerate(zip(tabs.tabs, names, strict=True)):
        on = tab.id == tabs.chosen
        tone = Tone.MAIN if on else Tone.SOFT
        words = replace(name, tone=tone).moved(kit.gap * 0.2, edge + side)
        shape = QRectF((cell - side) / 2, edge, side, side)
        items.append(Item(tab, QRectF(0, 0, cell, height), (words,), shape, on=on).moved(number * cell, 0))
    return Laid(height, tuple(items))


def lay_foot(kit: Kit, screen: PhoneScreen, width: float, keyboard: bool) -> Laid:
    """Tabs of the phone that has them at the bottom, then its line or its three buttons. A keyboard hides the tabs."""
    parts: list[Laid] = []
    if screen.tabs and kit.iphone and not keyboard:
        parts.append(lay_tabs(kit, screen.tabs, width))
    parts.append(_home_line(kit, width) if kit.iphone else _navigation(kit, width))
    return stacked(tuple(parts))


def _home_line(kit: Kit, width: float) -> Laid:
    height = kit.glass_width * (0.04 if kit.tight else 0.05)  # above the round corners
    return Laid(height, (Item(Surface.HOME_LINE, QRectF(0, 0, width, height)),))


def _navigation(kit: Kit, width: float) -> Laid:
    height, cell, side = kit.touch, width / 3, kit.sizes.least_text * 0.9
    found = (
        (NAV_BACK, kit.words.back, Look.NAV_BACK),
        (NAV_HOME, kit.words.home, Look.NAV_HOME),
        (NAV_RECENT, kit.words.recent, Look.NAV_RECENT),
    )
    items = [Item(Surface.NAVIGATION, QRectF(0, 0, width, height))]
    for number, (name, label, look) in enumerate(found):
        part: What = Part.model_construct(id=name, label=label)
        shape = QRectF((cell - side) / 2, (height - side) / 2, side, side)
        item = Item(part, QRectF(0, 0, cell, height), shape=shape, look=look)
        items.append(item.moved(number * cell, 0))
    return Laid(height, tuple(items))


def lay_toast(kit: Kit, text: str, width: float) -> Laid:
    """A short notice on a dark pill."""
    words = kit.say(text, width - 2 * kit.pad - 2 * kit.gap, Tone.REVERSED, centred=True)
    height = words.box.height() + kit.gap
    box = QRectF(kit.pad, 0, width - 2 * kit.pad, height)
    what = kit.paragraph(text, width).items[0].what
    placed = words.moved(kit.pad + kit.gap, kit.gap / 2)
    return Laid(height, (Item(Surface.TOAST, box), Item(what, placed.box, (placed,))))


def in_frame(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(replace(item, layer=Layer.FRAME) for item in items)
