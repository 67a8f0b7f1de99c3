"""What the practice phone says when somebody asks: its texts, and what can be touched, what it is and how it stands.

The label comes first, then what else stands there, then what it is, in words of daily life: 「チェック欄」, as on a
form, rather than 「チェックボックス」. What stands in a secret field is never said.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.draw.phone.forms import date_text
from kiosk.draw.phone.items import Filled, Item, Layer, PhoneLayout, Silent, Touched
from kiosk.lessons.phone.elements import (
    AppIcon,
    Bubble,
    Button,
    Card,
    CardReader,
    Installing,
    Link,
    PayCode,
    PhoneText,
    Progress,
    Row,
    StoreApp,
)
from kiosk.lessons.phone.forms import CheckBox, DatePicker, DropDown, FieldBox, Option, Switch
from kiosk.lessons.phone.pictures import Camera, Map, Photo, SmallPhoto
from kiosk.lessons.phone.screen import BarButton, DialogButton, Notification, Tab
from kiosk.lessons.phone.shown import ADDRESS, Part, Shown
from kiosk.lessons.phone.touchable import Touchable
from kiosk.text.ruby import RubyText, Segment, plain
from kiosk.ui.wording import Wording


@dataclass(frozen=True)
class Spoken:
    """A label, what else stands there, and what it is; each is a sentence of its own."""

    label: RubyText
    more: tuple[RubyText, ...]
    kind: RubyText

    @property
    def heard(self) -> RubyText:
        return in_lines(self.label, *self.more, self.kind)

    @property
    def description(self) -> str:
        """What a screen reader has to be told beside the label and the role."""
        return plain(in_lines(*self.more))


class PhoneWords(QWidget):
    """Words on the phone that are nobody's button: painted with the phone, heard here, never in a finger's way."""

    def __init__(self, parent: QWidget, item: Item, text: RubyText) -> None:
        super().__init__(parent)
        self.spoken_in = ""
        self.item = item
        self._text = text
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(plain(text))

    def heard_text(self) -> RubyText:
        return self._text


def silent_words(layout: PhoneLayout, words: Wording) -> Iterator[tuple[Item, RubyText]]:
    """The phone's words that cannot be touched and are not hidden, and how they are heard."""
    for item in layout.items:
        if isinstance(item.what, Touchable):
            continue
        if item.layer is not Layer.OVER and layout.covered and item.box.bottom() > layout.band.bottom():
            continue
        said = _said(item.what)
        if said:
            yield item, words.ruby(said)


def _said(what: Silent) -> str:
    match what:
        case PhoneText(text=text):
            return text
        case Progress(label=label) | CardReader(label=label):
            return label
        case _:
            return ""


def in_lines(*texts: RubyText) -> RubyText:
    """Sentences one after the other, never glued together."""
    said: list[Segment] = []
    for text in texts:
        if text:
            said += [Segment("\n"), *text] if said else text
    return tuple(said)


def host(address: str) -> str:
    """Whose page it is: all that is said of an address."""
    return address.partition("://")[2].partition("/")[0] or address.partition("/")[0]


def spoken_words(item: Item, shown: Shown, words: Wording) -> Spoken:
    """What a touchable item says."""
    what = item.what
    assert isinstance(what, Touched)
    label = what.name if isinstance(what, StoreApp) else what.label
    more = tuple(words.ruby(text) for text in _more(what, shown, words) if text)
    return Spoken(words.ruby(label), more, _kind(what, item, words))


def _more(what: Touched, shown: Shown, words: Wording) -> Iterator[str | None]:
    """What stands there beside the label. Of a secret field: nothing."""
    match what:
        case FieldBox():
            yield what.heard_value
        case Row() | Switch():
            yield what.note
        case Card():
            yield from (what.tag, what.text)
        case StoreApp():
            yield from (what.maker, what.tag, _store_word(what))
        case Notification():
            yield from (what.app, what.text)
        case DropDown():
            yield next((one.label for one in what.options if one.id == what.chosen), what.placeholder)
        case DatePicker():
            yield date_text(what.value, words.language)
        case Part() if what.id == ADDRESS and shown.screen.address:
            yield host(shown.screen.address)
        case _:
            pass


def _store_word(app: StoreApp) -> str:
    match app.stage:
        case Installing.NEW:
            return app.label
        case Installing.LOADING:
            return app.loading
        case Installing.READY:
            return app.ready


def _kind(what: Touched, item: Item, words: Wording) -> RubyText:
    """What it is and how it stands, as a whole sentence."""
    if isinstance(what, Filled):
        return _kind_of_filled(what, item, words)
    tr = words.tr
    match what:
        case AppIcon():
            return tr("アプリです。")
        case Button() | BarButton() | DialogButton() | StoreApp() | Part():
            return tr("ボタンです。")
        case Link():
            return tr("リンクです。")
        case Tab() if item.on:
            return tr("切りかえボタンです。今、これが開いています。")
        case Tab():
            return tr("切りかえボタンです。")
        case SmallPhoto() if item.on:
            return tr("写真です。これが選ばれています。")
        case Photo() | SmallPhoto():
            return tr("写真です。")
        case Row() | Card():
            return tr("押せるところです。")
        case Bubble(mine=True):
            return tr("自分が送ったメッセージです。")
        case Bubble():
            return tr("届いたメッセージです。")
        case Notification():
            return tr("お知らせです。")
        case Camera():
            return tr("カメラの画面です。")
        case Map():
            return tr("地図です。")
        case PayCode():
            return tr("支払いに使うコードです。")
        case _:
            assert_never(what)


def _kind_of_filled(what: Filled, item: Item, words: Wording) -> RubyText:
    tr = words.tr
    match what:
        case CheckBox(on=True):
            return tr("チェック欄です。チェックが入っています。")
        case CheckBox():
            return tr("チェック欄です。チェックは入っていません。")
        case Switch(on=True):
            return tr("スイッチです。今はオンです。")
        case Switch():
            return tr("スイッチです。今はオフです。")
        case Option() if item.on:
            return tr("一つだけ選ぶところです。これが選ばれています。")
        case Option():
            return tr("一つだけ選ぶところです。これは選ばれていません。")
        case DropDown():
            return tr("押すと、選ぶものが出てきます。")
        case DatePicker():
            return tr("日付です。押すと、変えられます。")
        case FieldBox(secret=True):
            return tr("人に見せない文字を入れるところです。中身は読み上げません。")
        case FieldBox():
            return tr("文字を入れるところです。")
        case _:
            assert_never(what)
