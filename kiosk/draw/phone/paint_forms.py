"""Buttons and everything that takes an answer, painted."""

from typing import assert_never

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from kiosk.draw.phone.canvas import Canvas, centred_square
from kiosk.draw.phone.items import Filled, Item, Look, PinDots
from kiosk.lessons.phone.elements import Button, ButtonStyle
from kiosk.lessons.phone.forms import CheckBox, DatePicker, DropDown, FieldBox, Option, Switch


def paint_button(on: Canvas, item: Item, button: Button) -> None:
    main = button.style is ButtonStyle.MAIN
    paint_box_button(on, item, main)
    if button.icon and item.shape:
        on.icon(button.icon, item.shape, on.colours.on_main if main else on.colours.main)


def paint_box_button(on: Canvas, item: Item, main: bool) -> None:
    """Filled when it is the one to press, framed when it is another way."""
    colours = on.colours
    radius = on.radius if on.iphone else item.box.height() / 2
    radius = min(radius, on.sizes.touch / 2)
    if main:
        on.rounded(item.box, colours.main_pressed if on.pressed else colours.main, radius)
    else:
        fill = colours.pressed if on.pressed else colours.surface
        on.rounded(item.box, fill, radius, colours.main, on.thin)
    on.words(item)


def paint_dialog_button(on: Canvas, item: Item) -> None:
    """On one phone words below a hairline, on the other a tinted pill."""
    box, colours = item.box, on.colours
    radius = on.radius if on.iphone else min(box.height(), on.sizes.touch) / 2
    if on.iphone:
        on.line(box.topLeft(), box.topRight(), colours.outline)
    else:
        on.rounded(box, colours.chosen, radius)
    if on.pressed:
        on.rounded(box.adjusted(1, 1, -1, -1), colours.pressed, radius)
        on.press_frame(box.adjusted(1, 1, -1, -1), radius)
    on.words(item)


def paint_link(on: Canvas, item: Item) -> None:
    if on.pressed:
        on.rounded(item.box, on.colours.pressed, on.radius)
    on.words(item)


def paint_filled(on: Canvas, item: Item, what: Filled) -> None:
    match what:
        case CheckBox():
            _paint_check_box(on, item)
        case Switch():
            _paint_switch(on, item, what)
        case Option():
            _paint_option(on, item)
        case DropDown():
            _paint_drop_down(on, item)
        case DatePicker():
            _paint_date(on, item)
        case FieldBox():
            _paint_field(on, item, what)
        case _:
            assert_never(what)


def _paint_check_box(on: Canvas, item: Item) -> None:
    _paint_press(on, item)
    if item.shape:
        colours = on.colours
        fill = colours.main if item.on else colours.surface
        edge = colours.main if item.on else colours.soft_text
        on.rounded(item.shape, fill, item.shape.width() * 0.18, edge, on.thin)
        if item.on:
            on.tick(item.shape, colours.on_main)
    on.words(item)


def _paint_option(on: Canvas, item: Item) -> None:
    """An answer: with a dot in a ring, or in a list with a tick."""
    _paint_press(on, item)
    colours = on.colours
    if item.look is Look.RADIO and item.shape:
        on.disc(item.shape, colours.surface, colours.main if item.on else colours.soft_text, on.thin)
        if item.on:
            on.disc(centred_square(item.shape, item.shape.width() * 0.52), colours.main)
    elif item.shape:
        if item.on and not on.pressed:
            on.rounded(item.box, colours.chosen, on.radius)
        if item.on:
            on.tick(item.shape, colours.main)
        on.line(item.box.bottomLeft(), item.box.bottomRight(), colours.hairline)
    on.words(item)


def _paint_switch(on: Canvas, item: Item, switch: Switch) -> None:
    _paint_press(on, item)
    box = item.shape
    if box:
        _paint_pill(on, box, switch.on)
    if switch.icon and item.words:
        side = on.sizes.text * 1.2
        at = QRectF(item.box.left(), item.box.center().y() - side / 2, side, side)
        on.icon(switch.icon, at, on.colours.main)
    on.line(item.box.bottomLeft(), item.box.bottomRight(), on.colours.hairline)
    on.words(item)


def _paint_pill(on: Canvas, box: QRectF, is_on: bool) -> None:
    """The knob stands right and filled when it is on; the other phone's knob is small and dark when it is off."""
    colours = on.colours
    edge = colours.main if is_on else colours.soft_text
    on.disc(box, colours.main if is_on else colours.surface, edge, on.thin)
    full = box.height() - 4 * on.thin
    side = full if on.iphone or is_on else full * 0.75
    margin = (box.height() - side) / 2
    x = box.right() - margin - side if is_on else box.left() + margin
    knob = QRectF(x, box.center().y() - side / 2, side, side)
    on.disc(knob, colours.on_main if is_on else colours.soft_text)
    if is_on:
        on.tick(centred_square(knob, side * 0.8), colours.main)


def _paint_field(on: Canvas, item: Item, field: FieldBox) -> None:
    _paint_frame(on, item)
    on.words(item)
    if item.on and item.shape:
        value = item.words[1] if len(item.words) > 1 and field.value else None
        x = item.shape.left() + on.sizes.gap - on.thin * 1.5
        middle = item.shape.center().y()
        if value:
            last = value.block.lines[-1]
            x = value.box.left() + last.width + on.thin
            middle = value.box.bottom() - value.block.pitch / 2
        tall = on.sizes.text * 0.6
        on.line(QPointF(x, middle - tall), QPointF(x, middle + tall), on.colours.main, on.thin * 1.4)


def _paint_drop_down(on: Canvas, item: Item) -> None:
    _paint_frame(on, item)
    on.words(item)
    if item.shape:
        on.stroke(_trailing(on, item.shape), ((0.2, 0.38), (0.5, 0.66), (0.8, 0.38)), on.colours.main, 0.12)


def _paint_date(on: Canvas, item: Item) -> None:
    _paint_frame(on, item)
    on.words(item)
    if item.shape:
        _paint_calendar(on, _trailing(on, item.shape), on.colours.main)


def _paint_calendar(on: Canvas, box: QRectF, ink: QColor) -> None:
    unit = box.width() / 12
    on.rounded(box.adjusted(unit, unit * 2, -unit, -unit), None, unit * 1.5, ink, unit)
    on.line(
        QPointF(box.left() + unit, box.top() + unit * 5),
        QPointF(box.right() - unit, box.top() + unit * 5),
        ink,
        unit,
    )
    for x in (4, 8):
        on.line(
            QPointF(box.left() + unit * x, box.top() + unit),
            QPointF(box.left() + unit * x, box.top() + unit * 3.5),
            ink,
            unit * 1.2,
        )
    on.rounded(
        QRectF(box.left() + unit * 6.5, box.top() + unit * 6.8, unit * 2.4, unit * 2.4), ink, unit * 0.4
    )


def _trailing(on: Canvas, frame: QRectF) -> QRectF:
    side = on.sizes.text * 1.2
    return QRectF(frame.right() - side - on.sizes.gap * 0.6, frame.center().y() - side / 2, side, side)


def _paint_frame(on: Canvas, item: Item) -> None:
    if item.shape is None:
        return
    colours = on.colours
    busy = on.pressed or item.on
    edge = colours.main if busy else colours.soft_text
    fill = colours.chosen if on.pressed else colours.surface
    on.rounded(item.shape, fill, on.radius, edge, on.thin * (1.6 if busy else 1.0))


def _paint_press(on: Canvas, item: Item) -> None:
    if on.pressed:
        on.rounded(item.box, on.colours.pressed, on.radius)


def paint_key(on: Canvas, item: Item) -> None:
    """A digit of a PIN pad."""
    colours, box = on.colours, item.box
    fill = colours.tool_pressed if on.pressed else colours.tool
    on.rounded(box, fill, box.height() / 2 if on.iphone else on.radius, colours.outline)
    on.words(item)


def paint_delete(on: Canvas, item: Item) -> None:
    """The word where there is room for it, else the sign of keyboards: an arrow's tail with a cross."""
    colours = on.colours
    radius = item.box.height() / 2 if on.iphone else on.radius
    on.rounded(item.box, colours.pressed if on.pressed else colours.surface, radius, colours.outline)
    if item.words:
        on.words(item)
        return
    box = centred_square(item.box, min(item.box.width(), on.sizes.text * 1.5))
    on.stroke(
        box, ((0.3, 0.2), (0.95, 0.2), (0.95, 0.8), (0.3, 0.8), (0.05, 0.5), (0.3, 0.2)), colours.text, 0.07
    )
    on.stroke(box, ((0.47, 0.37), (0.75, 0.63)), colours.text, 0.07)
    on.stroke(box, ((0.75, 0.37), (0.47, 0.63)), colours.text, 0.07)


def paint_pin_dots(on: Canvas, item: Item, dots: PinDots) -> None:
    """A filled dot for each digit that was entered, a ring for each to come."""
    side = on.sizes.text * 0.62
    step = min(side * 2.2, item.box.width() / dots.length)
    left = item.box.center().x() - step * (dots.length - 1) / 2
    for number in range(dots.length):
        box = QRectF(left + step * number - side / 2, item.box.center().y() - side / 2, side, side)
        entered = number < dots.entered
        on.disc(box, on.colours.text if entered else None, on.colours.text, on.thin)
