"""Where everything on the practice phone is: screens as data become rectangles with words.

Used by the phone on the screen, by the pictures on paper and by the checks. Lengths in pixels.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import QRectF

from kiosk.draw.phone_items import DialogLayout, Item, PhoneLayout
from kiosk.draw.phone_sizes import PhoneSizes
from kiosk.draw.ruby import RubyBlock, TextStyle, set_text
from kiosk.lessons.phone import (
    AppIcon,
    Apps,
    Button,
    Camera,
    Dialog,
    Element,
    FieldBox,
    Link,
    Map,
    PhoneScreen,
    PhoneText,
    RowList,
)
from kiosk.lessons.phone import TextStyle as PhoneTextStyle
from kiosk.text.ruby import Segment, strip_markup

ROUNDNESS = 0.09
"""Corner radius of the phone as a share of its width."""

NARROW = 80
"""Width of narrow letters in per cent: for long words of other languages, never for their height."""


def lay_out_phone(screen: PhoneScreen, frame: QRectF, sizes: PhoneSizes, band: str) -> PhoneLayout:
    """Lay out a screen inside the phone's outer `frame`; `band` is the always visible 「練習です」.

    Takes the largest text with which everything fits and no app's name breaks.
    """
    layouts = []
    for text, stretch, tight in _ways_to_fit(sizes):
        layout = _Layout(frame, replace(sizes, text=text), stretch, tight).build(screen, band)
        if not layout.overflow and not layout.torn_names:
            return layout
        layouts.append(layout)
    return min(layouts, key=lambda layout: (layout.overflow, layout.torn_names, -layout.sizes.text))


def _ways_to_fit(sizes: PhoneSizes) -> Iterator[tuple[int, int, bool]]:
    """Text size, width of the letters in per cent, and whether bars are narrow: the best first."""
    step = max(1, (sizes.text - sizes.least_text) // 3)
    for text in (*range(sizes.text, sizes.least_text, -step), sizes.least_text):
        yield text, 100, False
        yield text, NARROW, False
    yield sizes.least_text, 100, True
    yield sizes.least_text, NARROW, True


class _Layout:
    """`tight` does without the status line and with narrow bars, on the smallest screens."""

    def __init__(self, frame: QRectF, sizes: PhoneSizes, stretch: int, tight: bool) -> None:
        self._stretch = stretch
        self._tight = tight
        bezel = max(3.0, frame.width() * 0.025)
        self._frame = frame
        self._glass = frame.adjusted(bezel, bezel, -bezel, -bezel)
        self._sizes = sizes
        self._pad = max(sizes.gap * 0.7, self._glass.width() * 0.035)
        self._y = self._glass.top()

    def build(self, screen: PhoneScreen, band: str) -> PhoneLayout:
        line = self._sizes.text * 1.4
        band_box = self._take(line * (1.0 if self._tight else 1.15))
        status = self._take(0 if self._tight else line * 0.85)
        bar = self._take(line * (1.2 if self._tight else 1.5)) if screen.bar else None
        address = self._take(line * (1.4 if self._tight else 1.7)) if screen.address else None
        bottom = self._glass.bottom() - (line * 0.2 if self._tight else max(line * 0.6, 10))
        items, overflow = self._body(screen.body, bottom)
        dialog = self._dialog(screen.dialog, status.bottom(), bottom) if screen.dialog else None
        if dialog:
            overflow = max(0.0, dialog.box.bottom() - bottom)
        inner = self._glass.width() - 2 * self._pad
        return PhoneLayout(
            sizes=self._sizes,
            icon=self._icon(),
            frame=self._frame,
            glass=self._glass,
            band=band_box,
            band_label=self._set(band, self._glass.width(), bold=True),
            status=status,
            bar=bar,
            bar_label=self._set(screen.bar, inner, bold=True) if screen.bar else None,
            address=address,
            address_label=self._one_line(screen.address, inner - line) if screen.address else None,
            items=(*items, *(dialog.items if dialog else ())),
            dialog=dialog,
            overflow=overflow,
        )

    def _take(self, height: float) -> QRectF:
        box = QRectF(self._glass.left(), self._y, self._glass.width(), height)
        self._y += height
        return box

    def _set(self, text: str, width: float, bold: bool = False, scale: float = 1.0) -> RubyBlock:
        style = TextStyle(
            round(self._sizes.text * scale),
            bold,
            ruby=False,
            spacing=1.35,
            language=self._sizes.language,
            stretch=self._stretch,
        )
        return set_text((Segment(strip_markup(text)),), max(1.0, width), style)

    def _one_line(self, text: str, width: float) -> RubyBlock:
        """An address keeps its beginning, which says whose it is, and loses its end."""
        shown = text
        while len(self._set(shown, width).lines) > 1 and len(shown) > 4:
            shown = shown[:-2].rstrip("…") + "…"
        return self._set(shown, width)

    def _body(self, body: Sequence[Element], bottom: float) -> tuple[list[Item], float]:
        """Stack the elements; camera and map share what height is left."""
        left = self._glass.left() + self._pad
        width = self._glass.width() - 2 * self._pad
        top = self._y + (self._pad / 2 if self._tight else self._pad)
        stretchy = sum(isinstance(element, Camera | Map) for element in body)
        fixed = sum(self._height(element, width) for element in body if not isinstance(element, Camera | Map))
        spare = bottom - top - fixed - self._sizes.gap * max(0, len(body) - 1)
        picture = max(self._sizes.touch, spare / stretchy) if stretchy else 0.0
        items: list[Item] = []
        y = top
        for element in body:
            tall = picture if isinstance(element, Camera | Map) else self._height(element, width)
            items += self._items(element, QRectF(left, y, width, tall))
            y += tall + self._sizes.gap
        return items, max(0.0, y - self._sizes.gap - bottom)

    def _height(self, element: Element, width: float) -> float:
        match element:
            case Apps():
                return sum(self._app_row(row, width) for row in _in_threes(element.apps))
            case PhoneText():
                return self._text(element, width).height
            case Button():
                return self._button_height(element.label, width)
            case Link():
                return max(self._sizes.touch, self._set(element.label, width).height)
            case FieldBox():
                inside = self._inside(element, width)
                tall = inside.height + self._sizes.gap if inside else 0.0
                return self._set(element.label, width).height + max(self._sizes.touch, tall)
            case RowList():
                return sum(self._row_height(row.label, row.note, width) for row in element.rows)
            case Camera() | Map():
                return self._sizes.touch * 2
            case _:
                assert_never(element)

    def _items(self, element: Element, box: QRectF) -> Iterator[Item]:
        match element:
            case Apps():
                yield from self._apps(element, box)
            case PhoneText():
                yield Item(element, box, self._text(element, box.width()))
            case Button():
                yield Item(element, box, self._set(element.label, self._words(box.width()), bold=True))
            case Link():
                yield Item(element, box, self._set(element.label, box.width()))
            case FieldBox():
                label = self._set(element.label, box.width())
                yield Item(element, box, label, self._inside(element, box.width()))
            case RowList():
                yield from self._rows(element, box)
            case Camera() | Map():
                yield Item(element, box)
            case _:
                assert_never(element)

    def _inside(self, field: FieldBox, width: float) -> RubyBlock | None:
        """What stands in a field: its dummy value, or the grey hint."""
        text = field.value or field.placeholder
        return self._set(text, width - 2 * self._pad) if text else None

    def _apps(self, element: Apps, box: QRectF) -> Iterator[Item]:
        cell = box.width() / 3
        y = box.top()
        for row in _in_threes(element.apps):
            tall = self._app_row(row, box.width())
            for column, app in enumerate(row):
                edge = self._sizes.gap / 4
                left, wide = box.left() + column * cell + edge, cell - 2 * edge
                place = QRectF(left, y, wide, tall - self._sizes.gap / 2)
                yield Item(app, place, self._set(app.label, wide))
            y += tall

    def _app_row(self, row: Sequence[AppIcon], width: float) -> float:
        words = max(self._set(app.label, width / 3 - self._sizes.gap / 2).height for app in row)
        return self._icon() + words + self._sizes.gap * (0.6 if self._tight else 1.2)

    def _icon(self) -> float:
        # The name below the icon is part of the target, so on a small screen the icon may be smaller.
        return icon_side(self._glass.width(), self._sizes) * (0.8 if self._tight else 1.0)

    def _rows(self, element: RowList, box: QRectF) -> Iterator[Item]:
        y = box.top()
        for row in element.rows:
            tall = self._row_height(row.label, row.note, box.width())
            words = self._words(box.width())
            note = self._set(row.note, words) if row.note else None
            yield Item(row, QRectF(box.left(), y, box.width(), tall), self._set(row.label, words, True), note)
            y += tall

    def _row_height(self, label: str, note: str | None, width: float) -> float:
        words = self._words(width)
        tall = self._set(label, words, True).height + (self._set(note, words).height if note else 0)
        return max(self._sizes.touch, tall + self._sizes.gap)

    def _words(self, width: float) -> float:
        """What an icon or an arrow at either end leaves for the words."""
        return width - self._sizes.text * 2.4 - self._sizes.gap

    def _button_height(self, label: str, width: float) -> float:
        return max(self._sizes.touch, self._set(label, self._words(width), True).height + self._sizes.gap)

    def _text(self, element: PhoneText, width: float) -> RubyBlock:
        heading = element.style is PhoneTextStyle.HEADING
        return self._set(element.text, width, heading, 1.15 if heading else 1.0)

    def _dialog(self, dialog: Dialog, top: float, bottom: float) -> DialogLayout:
        left, width = self._glass.left() + self._pad, self._glass.width() - 2 * self._pad
        inner = width - 2 * self._pad
        blocks = [self._set(dialog.title, inner, bold=True)]
        if dialog.text:
            blocks.append(self._set(dialog.text, inner))
        heights = [self._button_height(button.label, inner) for button in dialog.buttons]
        gap = self._sizes.gap
        tall = sum(b.height + gap for b in blocks) + sum(h + gap for h in heights) + self._pad * 2 - gap
        y = max(top, top + (bottom - top - tall) / 2)
        box = QRectF(left, y, width, tall)
        y += self._pad
        texts: list[tuple[RubyBlock, QRectF]] = []
        for block in blocks:
            texts.append((block, QRectF(left + self._pad, y, inner, block.height)))
            y += block.height + gap
        items: list[Item] = []
        for button, height in zip(dialog.buttons, heights, strict=True):
            place = QRectF(left + self._pad, y, inner, height)
            items.append(Item(button, place, self._set(button.label, self._words(inner), True)))
            y += height + gap
        return DialogLayout(box, tuple(texts), tuple(items))


def icon_side(glass_width: float, sizes: PhoneSizes) -> float:
    """Side of an app icon: as large as three in a row allow, never under the touch size."""
    return max(sizes.touch, min(sizes.touch * 1.35, glass_width / 3 - sizes.gap * 2.5))


def _in_threes(apps: Sequence[AppIcon]) -> Iterator[Sequence[AppIcon]]:
    for start in range(0, len(apps), 3):
        yield apps[start : start + 3]
