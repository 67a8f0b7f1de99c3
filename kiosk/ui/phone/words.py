"""What the practice phone says when somebody asks: its texts, its title, whose page it is, and what can be touched."""

from collections.abc import Iterator
from typing import assert_never

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from kiosk.draw.phone_items import PhoneLayout
from kiosk.lessons.phone import (
    AppIcon,
    Button,
    Camera,
    DialogButton,
    FieldBox,
    Link,
    Map,
    PhoneScreen,
    PhoneText,
    Row,
    Touchable,
)
from kiosk.text.ruby import RubyText, Segment, plain
from kiosk.ui.wording import Wording


class PhoneWords(QWidget):
    """Words on the phone that are nobody's button: painted with the phone, heard here. Touches go on to the phone."""

    def __init__(self, phone: QWidget, box: QRectF, text: RubyText) -> None:
        super().__init__(phone)
        self.spoken_in = ""
        self._text = text
        self.setAccessibleName(plain(text))
        self.setGeometry(box.toAlignedRect())

    def heard_text(self) -> RubyText:
        return self._text


def silent_words(
    screen: PhoneScreen, layout: PhoneLayout, band: RubyText, words: Wording
) -> Iterator[tuple[QRectF, RubyText]]:
    """Where the phone's words are that cannot be touched, and how they are heard."""
    yield layout.band, band
    if layout.bar and screen.bar:
        yield layout.bar, words.ruby(screen.bar)
    if layout.address and screen.address:
        yield layout.address, words.ruby(host(screen.address))
    if layout.dialog and screen.dialog:
        said = (screen.dialog.title, screen.dialog.text or "")
        for text, (_block, box) in zip(said, layout.dialog.texts, strict=False):
            yield box, words.ruby(text)
        return
    for item in layout.items:
        if isinstance(item.what, PhoneText):
            yield item.box, words.ruby(item.what.text)


def host(address: str) -> str:
    """Whose page it is: all that is said of an address."""
    return address.partition("://")[2].partition("/")[0] or address.partition("/")[0]


def touchable_words(what: Touchable, words: Wording) -> RubyText:
    """What a touchable element says: its label, then what else stands in it. Secret digits are never said."""
    match what:
        case FieldBox():
            more = what.heard_value
        case Row():
            more = what.note
        case AppIcon() | Button() | Link() | Camera() | Map() | DialogButton():
            more = None
        case _:
            assert_never(what)
    label = words.ruby(what.label)
    return (*label, Segment("\n"), *words.ruby(more)) if more else label
