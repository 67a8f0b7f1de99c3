"""Messages and pictures, laid out. Each function gives its element at (0, 0)."""

from dataclasses import replace

from PySide6.QtCore import QRectF

from kiosk.draw.phone.items import Item, Laid, Tone, Words, stacked
from kiosk.draw.phone.kit import Kit, piled, piled_height
from kiosk.lessons.phone.elements import Bubble, Bubbles, CardReader, PayCode, TextStyle
from kiosk.lessons.phone.pictures import Camera, Map, Photo

WIDEST_BUBBLE = 0.86
"""A bubble leaves a margin at the other side, which tells whose it is."""

LEAST_PICTURE, TIGHT_PICTURE = 2.0, 1.5
"""Height of a picture in targets, where there is no room for more."""


def lay_bubbles(kit: Kit, bubbles: Bubbles, width: float) -> Laid:
    parts: list[Laid] = []
    mine = True
    for bubble in bubbles.messages:
        if bubbles.sender and mine and not bubble.mine:
            parts.append(kit.paragraph(bubbles.sender, width, TextStyle.NOTE))
        parts.append(_bubble(kit, bubble, width))
        mine = bubble.mine
    return stacked(tuple(parts), kit.gap * 0.7)


def _bubble(kit: Kit, bubble: Bubble, width: float) -> Laid:
    inset = kit.gap * 0.9
    room = width * WIDEST_BUBBLE - 2 * inset
    tone = Tone.ON_MAIN if bubble.mine else Tone.PLAIN
    said = str(bubble.label)
    words = []
    if bubble.link:
        said = said.replace(bubble.link, "").strip()
        words = [kit.say(bubble.link, room, Tone.ON_MAIN if bubble.mine else Tone.MAIN, underlined=True)]
    words = [*([kit.say(said, room, tone)] if said else []), *words]
    wide = max(kit.touch, max(one.block.width for one in words) + 2 * inset)
    tall = max(kit.touch, piled_height(words) + inset)
    box = QRectF(width - wide if bubble.mine else 0.0, 0, wide, tall)
    placed = piled([_shrunk(one) for one in words], box.left() + inset, (tall - piled_height(words)) / 2)
    return Laid(tall, (Item(bubble, box, placed, on=bubble.mine),))


def _shrunk(words: Words) -> Words:
    """No wider than the words are."""
    return replace(words, box=QRectF(0, 0, words.block.width, words.box.height()))


def lay_picture(kit: Kit, picture: Camera | Map | Photo | PayCode, width: float, height: float) -> Laid:
    tall = max(height, _least_picture(kit))
    return Laid(tall, (Item(picture, QRectF(0, 0, width, tall)),))


def _least_picture(kit: Kit) -> float:
    return kit.touch * (TIGHT_PICTURE if kit.tight else LEAST_PICTURE)


def lay_card_reader(kit: Kit, reader: CardReader, width: float, height: float) -> Laid:
    """What to do with the card, and the drawing of the phone and the card below it."""
    words = kit.say(reader.label, width, bold=True, centred=True)
    top = words.box.height() + kit.gap * 0.6
    tall = max(height - top, _least_picture(kit))
    box = QRectF(0, 0, width, top + tall)
    return Laid(box.height(), (Item(reader, box, (words,), QRectF(0, top, width, tall)),))
