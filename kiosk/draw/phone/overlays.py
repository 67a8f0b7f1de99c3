"""What lies over the screen: questions, notifications, opened lists and date wheels."""

from dataclasses import replace

from PySide6.QtCore import QRectF

from kiosk.draw.phone.forms import date_text, lay_button
from kiosk.draw.phone.items import Item, Laid, Layer, Look, RoundIcon, Surface, stacked
from kiosk.draw.phone.kit import Kit
from kiosk.draw.phone.lists import lay_notification
from kiosk.lessons.base import Text
from kiosk.lessons.phone.elements import PhoneText, TextStyle
from kiosk.lessons.phone.forms import DatePicker, DropDown, Option
from kiosk.lessons.phone.screen import Dialog, Notification
from kiosk.lessons.phone.shown import LIST_CLOSE, SHADE_CLOSE, Part, Shown, Wheel, wheel_turns


def lay_over(kit: Kit, shown: Shown, area: QRectF) -> tuple[tuple[Item, ...], float]:
    """Everything over the screen within `area`, and how far it reaches beyond. Without anything: nothing."""
    scrim = Item(Surface.SCRIM, area)
    if shown.screen.dialog:
        laid = _dialog(kit, shown.screen.dialog, area.width() - 2 * kit.pad)
        top = area.top() + max(0.0, (area.height() - laid.height) / 2)
        items = laid.moved(area.left() + kit.pad, top)
    elif shown.shade_open:
        laid = _shade(kit, shown.screen.shade, area.width(), area.height() * 0.6)
        items = laid.moved(area.left(), area.top())
    elif shown.opened:
        laid = _sheet(kit, shown.opened, area.width())
        items = laid.moved(area.left(), max(area.top(), area.bottom() - laid.height))
    else:
        return (), 0.0
    over = tuple(replace(item, layer=Layer.OVER) for item in (scrim, *items))
    return over, max(0.0, laid.height - area.height())


# -- questions ---------------------------------------------------------------------------------


def _dialog(kit: Kit, dialog: Dialog, width: float) -> Laid:
    """One phone centres its words above buttons between hairlines, the other has text buttons at the right."""
    inset = kit.pad * 1.3
    inner = width - 2 * inset
    parts = [_round_icon(kit, dialog.icon, inner)] if dialog.icon else []
    centred = kit.iphone or dialog.icon is not None
    parts.append(kit.paragraph(dialog.title, inner, TextStyle.HEADING, centred=centred))
    if dialog.text:
        parts.append(kit.paragraph(dialog.text, inner, centred=centred))
    said = stacked(tuple(parts), kit.gap * 0.7)
    top = inset + said.height + kit.gap
    edge = 0.0 if kit.iphone else kit.gap
    buttons = _dialog_buttons(kit, dialog, width - 2 * edge)
    height = top + buttons.height + edge
    card = Item(Surface.DIALOG, QRectF(0, 0, width, height))
    return Laid(height, (card, *said.moved(inset, inset), *buttons.moved(edge, top)))


def _round_icon(kit: Kit, icon: str, width: float) -> Laid:
    side = kit.text * 2.2
    return Laid(side, (Item(RoundIcon(icon), QRectF((width - side) / 2, 0, side, side)),))


def _dialog_buttons(kit: Kit, dialog: Dialog, width: float) -> Laid:
    """Side by side at the right where one phone has room for them; else below each other."""
    wanted = [kit.set(button.label, width, bold=True).width + 3 * kit.gap for button in dialog.buttons]
    widths = [max(kit.touch, wide) for wide in wanted]
    x = width - sum(widths) - kit.gap * (len(widths) - 1)
    if kit.iphone or x < 0:
        stack = tuple(lay_button(kit, button, width, main=False) for button in dialog.buttons)
        return stacked(stack, 0.0 if kit.iphone else kit.gap * 0.5)
    items: list[Item] = []
    for button, wide in zip(dialog.buttons, widths, strict=True):
        items += lay_button(kit, button, wide, main=False).moved(x, 0)
        x += wide + kit.gap
    return Laid(kit.touch, tuple(items))


# -- notifications -----------------------------------------------------------------------------


def _shade(kit: Kit, news: tuple[Notification, ...], width: float, least: float) -> Laid:
    inner = width - 2 * kit.pad
    parts = [kit.paragraph(kit.words.shade, inner, TextStyle.HEADING)]
    parts += [lay_notification(kit, one, inner) for one in news]
    cards = stacked(tuple(parts), kit.gap)
    close = _close(kit, SHADE_CLOSE, inner, Look.HANDLE)
    grip = kit.gap * 1.6
    height = max(least, kit.gap * 2 + cards.height + close.height + grip)
    ground = Item(Surface.SHADE, QRectF(0, 0, width, height))
    handle = close.moved(kit.pad, height - close.height - grip)
    return Laid(height, (ground, *cards.moved(kit.pad, kit.gap), *handle))


def _close(kit: Kit, name: str, width: float, look: Look) -> Laid:
    part = Part.model_construct(id=name, label=kit.words.close)
    return lay_button(kit, part, width, icon=look is Look.CLOSE, main=False, look=look)


# -- sheets ------------------------------------------------------------------------------------


def _sheet(kit: Kit, opened: DropDown | DatePicker, width: float) -> Laid:
    """From the bottom: what is asked, then the answers or the wheels."""
    inner = width - 2 * kit.pad
    title = kit.paragraph(opened.label, inner, TextStyle.HEADING)
    inside = _options(kit, opened, inner) if isinstance(opened, DropDown) else _wheels(kit, opened, inner)
    content = stacked((title, inside), kit.gap * 0.6)
    height = content.height + kit.gap * 3.2
    ground = Item(Surface.SHEET, QRectF(0, 0, width, height))
    return Laid(height, (ground, *content.moved(kit.pad, kit.gap * 2.2)))


def _options(kit: Kit, opened: DropDown, width: float) -> Laid:
    room = width - kit.icon - kit.gap * 1.6
    lines = [_option(kit, option, room, width, option.id == opened.chosen) for option in opened.options]
    return stacked((stacked(tuple(lines)), _close(kit, LIST_CLOSE, width, Look.CLOSE)), kit.gap)


def _option(kit: Kit, option: Option, room: float, width: float, chosen: bool) -> Laid:
    words = (kit.say(option.label, room, bold=chosen),)
    item = kit.line_item(
        option, width, words, lead=kit.icon, inset=kit.gap * 0.4, look=Look.LISTED, on=chosen
    )
    return Laid(item.box.height(), (item,))


def _wheels(kit: Kit, picker: DatePicker, width: float) -> Laid:
    """Three wheels, the year's the widest; below them the whole day and the button that decides."""
    gap = kit.gap
    year = (width - 2 * gap) * 0.4
    other = (width - 2 * gap - year) / 2
    day = picker.value
    wheels = (
        _wheel(kit, picker, Wheel.YEAR, kit.words.year, day.year, year),
        _wheel(kit, picker, Wheel.MONTH, kit.words.month, day.month, other),
        _wheel(kit, picker, Wheel.DAY, kit.words.day, day.day, other),
    )
    places = (0.0, year + gap, year + other + 2 * gap)
    items = [item for wheel, x in zip(wheels, places, strict=True) for item in wheel.moved(x, 0)]
    row = Laid(max(wheel.height for wheel in wheels), tuple(items))
    whole = kit.paragraph(date_text(day, kit.sizes.language), width, centred=True)
    decide = Part.model_construct(id=f"{picker.id}.decide", label=kit.words.decide)
    return stacked((row, whole, lay_button(kit, decide, width, look=Look.DECIDE)), gap)


def _wheel(kit: Kit, picker: DatePicker, wheel: Wheel, word: Text, value: int, wide: float) -> Laid:
    """The name of the wheel, ＋, the value in large digits, －."""
    head = kit.paragraph(word, wide, TextStyle.NOTE, centred=True)
    turns = wheel_turns(picker, wheel, kit.words)
    more, less = (
        _turn(kit, part, wide, look) for part, look in zip(turns, (Look.MORE, Look.LESS), strict=True)
    )
    digits = kit.number(str(value), wide)
    room = max(digits.box.height(), kit.text * 1.35 * 1.35)
    centred = digits.moved(0, (room - digits.box.height()) / 2)
    what = PhoneText.model_construct(kind="text", text=Text(str(value)), style=TextStyle.HEADING)
    shown = Laid(room, (Item(what, centred.box, (centred,)),))
    return stacked((head, more, shown, less), kit.gap * 0.4)


def _turn(kit: Kit, part: Part, wide: float, look: Look) -> Laid:
    side = kit.icon
    shape = QRectF((wide - side) / 2, (kit.touch - side) / 2, side, side)
    return Laid(kit.touch, (Item(part, QRectF(0, 0, wide, kit.touch), shape=shape, look=look),))
