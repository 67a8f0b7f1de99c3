"""What is where on a laid-out practice phone. Lengths in pixels."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from kiosk.draw.phone_sizes import PhoneSizes
from kiosk.draw.ruby import RubyBlock
from kiosk.lessons.phone import AppIcon, DialogButton, PhoneText, Touchable


@dataclass(frozen=True)
class Item:
    """One thing on the phone: what it is, where, and its words set to fit."""

    what: Touchable | PhoneText
    box: QRectF
    label: RubyBlock | None = None
    note: RubyBlock | None = None


@dataclass(frozen=True)
class DialogLayout:
    """A question over the screen: its card, its words and its buttons."""

    box: QRectF
    texts: tuple[tuple[RubyBlock, QRectF], ...]
    items: tuple[Item, ...]


@dataclass(frozen=True)
class PhoneLayout:
    """All items of one screen. `overflow` is how far its content reaches beyond the phone's bottom."""

    sizes: PhoneSizes
    icon: float
    frame: QRectF
    glass: QRectF
    band: QRectF
    band_label: RubyBlock
    status: QRectF
    bar: QRectF | None
    bar_label: RubyBlock | None
    address: QRectF | None
    address_label: RubyBlock | None
    items: tuple[Item, ...]
    dialog: DialogLayout | None
    overflow: float

    @property
    def names(self) -> tuple[RubyBlock, ...]:
        """The names of the apps."""
        return tuple(item.label for item in self.items if isinstance(item.what, AppIcon) and item.label)

    @property
    def torn_names(self) -> int:
        """How many names of apps end a line in the middle of a word."""
        return sum(name.torn for name in self.names)

    def touchables(self) -> Iterator[Item]:
        """Items a finger can mean, in reading order; behind a dialog there are none."""
        for item in self.items:
            if not isinstance(item.what, PhoneText) and self.reachable(item):
                yield item

    def reachable(self, item: Item) -> bool:
        return isinstance(item.what, DialogButton) or self.dialog is None
