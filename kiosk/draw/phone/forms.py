"""Buttons, links and everything that takes an answer, laid out. Each function gives its element at (0, 0)."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QRectF

from kiosk.draw.phone.items import Item, Laid, Look, PinDots, Tone, Touched, Words, stacked
from kiosk.draw.phone.kit import Kit, piled_height
from kiosk.lessons.phone.elements import Button, ButtonStyle, Link, TextStyle
from kiosk.lessons.phone.forms import CheckBox, DatePicker, DropDown, FieldBox, PinPad, RadioButtons, Switch
from kiosk.lessons.phone.screen import DialogButton
from kiosk.lessons.phone.shown import Part, pin_keys

MOST_KEY = 1.5
"""Height of a PIN key in targets, where there is room."""


def lay_button(
    kit: Kit,
    button: Button | DialogButton | Part,
    width: float,
    text: str = "",
    *,
    icon: bool = False,
    main: bool = True,
    look: Look = Look.PLAIN,
) -> Laid:
    """A filled or framed box; icon and words stand together in its middle."""
    tone = Tone.ON_MAIN if main else Tone.MAIN
    beside = kit.icon + kit.gap * 0.7 if icon else 0.0
    words = kit.say(text or button.label, width - beside - 2 * kit.gap, tone, bold=True)
    height = max(kit.touch, words.box.height() + kit.gap)
    left = (width - beside - words.block.width) / 2
    place = QRectF(left + beside, (height - words.box.height()) / 2, words.block.width, words.box.height())
    shape = QRectF(left, (height - kit.icon) / 2, kit.icon, kit.icon) if icon else None
    placed = Words(words.block, place, tone, centred=True)
    return Laid(height, (Item(button, QRectF(0, 0, width, height), (placed,), shape, look),))


def lay_plain_button(kit: Kit, button: Button, width: float) -> Laid:
    return lay_button(kit, button, width, icon=button.icon is not None, main=button.style is ButtonStyle.MAIN)


def lay_link(kit: Kit, link: Link, width: float) -> Laid:
    return _line(kit.line_item(link, width, (kit.say(link.label, width, Tone.MAIN, underlined=True),)))


def lay_check_box(kit: Kit, box: CheckBox, width: float) -> Laid:
    words = kit.say(box.label, width - kit.icon - kit.gap * 0.8)
    return _line(kit.line_item(box, width, (words,), lead=kit.icon, on=box.on))


def lay_switch(kit: Kit, switch: Switch, width: float) -> Laid:
    """Words at the left; at the right the switch, and below it the word for its state."""
    state = kit.words.on if switch.on else kit.words.off
    wide, tall = kit.text * 2.1, kit.text * 1.15
    word = max(kit.set(one, width).width for one in (kit.words.on, kit.words.off))
    column = max(wide, word) + 1
    lead = kit.icon if switch.icon else 0.0
    room = width - column - kit.gap - (lead + kit.gap * 0.8 if lead else 0.0)
    words = [kit.say(switch.label, room, bold=True)]
    words += [kit.say(switch.note, room, Tone.SOFT)] if switch.note else []
    below = kit.say(state, column, Tone.SOFT, centred=True)
    top = -(tall + below.box.height()) / 2
    left = width - column
    shape = QRectF(left + (column - wide) / 2, top, wide, tall)
    extra = (below.moved(left, top + tall),)
    return _line(kit.line_item(switch, width, words, lead=lead, shape=shape, extra=extra, on=switch.on))


def lay_radio(kit: Kit, radio: RadioButtons, width: float) -> Laid:
    room = width - kit.icon - kit.gap * 0.8
    question = kit.paragraph(radio.label, width)
    lines = tuple(
        _line(
            kit.line_item(
                option,
                width,
                (kit.say(option.label, room),),
                lead=kit.icon,
                look=Look.RADIO,
                on=option.id == radio.chosen,
            )
        )
        for option in radio.options
    )
    return stacked((question, *lines))


def lay_field(kit: Kit, field: FieldBox, width: float, typing: bool) -> Laid:
    value = "●" * len(field.value) if field.secret and field.value else field.value
    return _boxed(kit, field, width, value, field.placeholder, kit.gap, typing)


def lay_drop_down(kit: Kit, box: DropDown, width: float) -> Laid:
    chosen = next((option.label for option in box.options if option.id == box.chosen), None)
    return _boxed(kit, box, width, chosen, box.placeholder, kit.icon + kit.gap * 1.2)


def lay_date(kit: Kit, picker: DatePicker, width: float) -> Laid:
    return _boxed(
        kit, picker, width, date_text(picker.value, kit.sizes.language), None, kit.icon + kit.gap * 1.2
    )


def date_text(day: date, language: str) -> str:
    """A day as people of this language write it, with the digits of the wheels."""
    pattern = "yyyy年M月d日" if language[:2] in {"ja", "zh"} else "d MMM yyyy"
    return QLocale(language).toString(QDate(day.year, day.month, day.day), pattern)


def _boxed(
    kit: Kit, what: Touched, width: float, value: str | None, hint: str | None, trail: float, on: bool = False
) -> Laid:
    """A label, and below it a frame with a value or a hint; `trail` is kept free at the frame's right."""
    assert isinstance(what, FieldBox | DropDown | DatePicker)
    label = kit.say(what.label, width)
    words = [label]
    inside = 0.0
    if text := value or hint:
        tone = Tone.PLAIN if value else Tone.SOFT
        set_in = kit.say(text, width - kit.gap - trail, tone)
        inside = set_in.box.height()
    frame = QRectF(0, label.box.height(), width, max(kit.touch, inside + kit.gap))
    if text:
        words.append(set_in.moved(kit.gap, frame.center().y() - inside / 2))
    box = QRectF(0, 0, width, frame.bottom())
    return Laid(box.height(), (Item(what, box, tuple(words), frame, on=on),))


def lay_pin_pad(kit: Kit, pad: PinPad, width: float, height: float) -> Laid:
    """Which number is asked for, a dot for each digit, and keys as large as there is room."""
    head = stacked((kit.paragraph(pad.label, width, TextStyle.HEADING, centred=True), _dots(kit, pad, width)))
    gap = kit.gap / 2 if kit.tight else kit.gap
    tall = (height - head.height - 4 * gap) / 4
    tall = max(kit.touch, min(tall, kit.touch * MOST_KEY))
    wide = min((width - 2 * gap) / 3, tall * 2)
    left = (width - 3 * wide - 2 * gap) / 2
    items: list[Item] = []
    for number, part in enumerate(pin_keys(pad, kit.words)):
        place = number + 1 if number >= 9 else number  # the place below 7 stays free, as on phones
        row, column = divmod(place, 3)
        corner = (left + column * (wide + gap), head.height + gap + row * (tall + gap))
        items.append(_key(kit, part, wide, tall).moved(*corner))
    return Laid(head.height + 4 * (tall + gap), (*head.items, *items))


def _dots(kit: Kit, pad: PinPad, width: float) -> Laid:
    height = kit.text * 1.3
    return Laid(height, (Item(PinDots(pad.length, pad.entered), QRectF(0, 0, width, height)),))


def _key(kit: Kit, part: Part, wide: float, tall: float) -> Item:
    box = QRectF(0, 0, wide, tall)
    if part.id.endswith(".delete"):
        words = (kit.say(part.label, wide, centred=True),) if kit.fits(part.label, wide - kit.gap) else ()
        look = Look.DELETE
    else:
        words = (kit.say(part.label, wide, bold=True, centred=True, scale=1.3),)
        look = Look.KEY
    top = (tall - piled_height(words)) / 2
    return Item(part, box, tuple(one.moved(0, top) for one in words), look=look)


def _line(item: Item) -> Laid:
    return Laid(item.box.height(), (item,))
