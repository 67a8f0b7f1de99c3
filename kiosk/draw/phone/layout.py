"""Where everything on the practice phone is: screens as data become rectangles with words.

Used by the phone on the screen, by the pictures on paper and by the checks. Lengths in pixels.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF

from kiosk.draw.phone.body import lay_body
from kiosk.draw.phone.frame import in_frame, lay_band, lay_foot, lay_head, lay_status, lay_toast
from kiosk.draw.phone.items import Item, Layer, PhoneLayout, Surface
from kiosk.draw.phone.kit import NARROW, Kit
from kiosk.draw.phone.overlays import lay_over
from kiosk.draw.phone_sizes import PhoneSizes
from kiosk.lessons.phone.elements import HomePages
from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.phone.touchable import Touchable

KEYBOARD = (0.48, 0.55)
"""Least and most height of a keyboard, with what stands below it, as a share of the glass."""

KEY_ROWS = 5.6
"""Height of a keyboard in targets, where there is room: four rows of keys, and the words it offers."""

LEAST_VIEW = 1.6
"""Height of a body that is scrolled, in targets, below which nobody finds anything in it."""


def lay_out_phone(shown: Shown, frame: QRectF, sizes: PhoneSizes) -> PhoneLayout:
    """Lay out what the phone shows inside its outer `frame`.

    Takes the largest text with which everything fits and no word is torn.
    """
    glass = glass_of(frame)
    layouts = []
    for text, stretch, tight in _ways_to_fit(sizes):
        kit = Kit(
            replace(sizes, text=text), shown.skin, shown.words, glass.width(), stretch=stretch, tight=tight
        )
        layout = _laid_out(shown, kit, frame, glass)
        if not layout.overflow and not layout.torn_names:
            return layout
        layouts.append(layout)
    return min(layouts, key=lambda layout: (layout.overflow, layout.torn_names, -layout.sizes.text))


def glass_of(frame: QRectF) -> QRectF:
    """The part of a phone that shows something."""
    bezel = max(3.0, frame.width() * 0.025)
    return frame.adjusted(bezel, bezel, -bezel, -bezel)


def _ways_to_fit(sizes: PhoneSizes) -> Iterator[tuple[int, int, bool]]:
    """Text size, width of the letters in per cent, and whether bars are narrow: the best first."""
    step = max(1, (sizes.text - sizes.least_text) // 3)
    for text in (*range(sizes.text, sizes.least_text, -step), sizes.least_text):
        yield text, 100, False
        yield text, NARROW, False
    yield sizes.least_text, 100, True
    yield sizes.least_text, NARROW, True


def _laid_out(shown: Shown, kit: Kit, frame: QRectF, glass: QRectF) -> PhoneLayout:
    """Everything with one size of text."""
    around = _around(shown, kit, glass)
    body, beyond = _body(shown, kit, around.view)
    area = QRectF(around.band.bottomLeft(), glass.bottomRight())
    over, overflow = lay_over(kit, shown, area)
    rolls = shown.screen.scrolls or around.keyboard is not None
    too_low = max(0.0, kit.touch * LEAST_VIEW - around.view.height())
    return PhoneLayout(
        sizes=kit.sizes,
        skin=kit.skin,
        frame=frame,
        glass=glass,
        band=around.band,
        status=around.status,
        body=around.view,
        keyboard=around.keyboard,
        items=(*around.above, *body, *around.below, *over),
        scroll_room=beyond,
        shift=_shift(body, shown.typing, around.view, beyond, kit.gap),
        overflow=max(overflow, too_low if rolls else beyond),
    )


@dataclass(frozen=True)
class _Around:
    """What stands round the body, and what it leaves."""

    band: QRectF
    status: QRectF
    view: QRectF
    keyboard: QRectF | None
    above: tuple[Item, ...]
    below: tuple[Item, ...]


def _around(shown: Shown, kit: Kit, glass: QRectF) -> _Around:
    screen, width, left = shown.screen, glass.width(), glass.left()
    typing = shown.keys is not None
    above: list[Item] = []
    y, boxes = glass.top(), []
    for laid in (lay_band(kit, width), lay_status(kit, width), lay_head(kit, screen, width)):
        above += laid.moved(left, y)
        boxes.append(QRectF(left, y, width, laid.height))
        y += laid.height
    if any(isinstance(element, HomePages) for element in screen.body):
        above.insert(0, Item(Surface.WALLPAPER, QRectF(boxes[0].bottomLeft(), glass.bottomRight())))
    foot = lay_foot(kit, screen, width, typing)
    bottom = glass.bottom() - foot.height
    below = [*foot.moved(left, bottom)]
    keyboard = None
    if typing:
        tall = min(max(kit.touch * KEY_ROWS, glass.height() * KEYBOARD[0]), glass.height() * KEYBOARD[1])
        keyboard = QRectF(QPointF(left, glass.bottom() - tall), QPointF(glass.right(), bottom))
        bottom = keyboard.top()
    if screen.toast:
        toast = lay_toast(kit, screen.toast, width)
        bottom -= toast.height + kit.gap
        below = [*toast.moved(left, bottom + kit.gap / 2), *below]
    view = QRectF(left, y, width, max(0.0, bottom - y))
    return _Around(boxes[0], boxes[1], view, keyboard, in_frame(above), in_frame(below))


def _body(shown: Shown, kit: Kit, view: QRectF) -> tuple[tuple[Item, ...], float]:
    """The items of the body, and how far they reach beyond its view."""
    top = kit.pad / 2 if kit.tight else kit.pad
    bottom = kit.gap * 0.4
    laid = lay_body(kit, shown, view.width() - 2 * kit.pad, view.height() - top - bottom)
    beyond = max(0.0, top + laid.height + bottom - view.height())
    return laid.moved(view.left() + kit.pad, view.top() + top), beyond


def _shift(items: tuple[Item, ...], typing: str, view: QRectF, room: float, gap: float) -> float:
    """How far the body moves up so that the field with the cursor is seen whole."""
    for item in items:
        if isinstance(item.what, Touchable) and item.what.id == typing and item.layer is Layer.BODY:
            return min(room, max(0.0, item.box.bottom() + gap - view.bottom()))
    return 0.0
