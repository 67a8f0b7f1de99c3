"""The buttons and the words of the screen that the phone shows now."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QLineF, QObject, QPoint, QPointF, QRect, QRectF, Signal
from PySide6.QtWidgets import QWidget

from kiosk.draw.phone.items import Item, PhoneLayout
from kiosk.lessons.phone.gestures import Tapped
from kiosk.lessons.phone.shown import Shown, element_parts
from kiosk.lessons.phone.touchable import Touchable
from kiosk.ui.phone.accessible import tell_change
from kiosk.ui.phone.buttons import Body, PhoneButton
from kiosk.ui.phone.hand import Hand
from kiosk.ui.phone.picture import Picture
from kiosk.ui.phone.words import PhoneWords, silent_words, spoken_words
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


class Board(QObject):
    """Knows where everything is, also after its body was scrolled.

    A button whose element stays on the next screen stays, too, with the focus it may have.
    """

    moved = Signal()
    """The body was scrolled."""
    focus_moved = Signal()

    def __init__(self, phone: QWidget, theme: Theme, words: Wording, hand: Hand, picture: Picture) -> None:
        super().__init__(phone)
        self._phone, self._theme, self._words = phone, theme, words
        self._shown: Shown
        self._hand, self._picture = hand, picture
        self.body = Body(phone, hand)
        self.body.lower()
        self.layout: PhoneLayout | None = None
        self.scrolled = 0
        """Pixels the body is up from its beginning."""
        self.buttons: list[PhoneButton] = []
        self.texts: list[PhoneWords] = []

    def become(self, layout: PhoneLayout, shown: Shown, scrolled: float) -> None:
        self.layout, self._shown = layout, shown
        self.scrolled = round(min(scrolled, layout.scroll_room))
        self.body.setGeometry(layout.body.toAlignedRect())
        before = {(button.element, button.parentWidget()): button for button in self.buttons}
        order = {what.id: place for place, what in enumerate(shown.touchables())}
        items = sorted(layout.touchables(), key=lambda item: order.get(_name(item), len(order)))
        self.buttons = [self._button(item, shown, before) for item in items]
        for button in before.values():
            button.hide()
            button.deleteLater()
        for text in self.texts:
            text.deleteLater()
        found = silent_words(layout, self._words)
        self.texts = [PhoneWords(self._parent(item), item, said) for item, said in found]
        self._place()
        for widget in self._widgets():
            widget.show()

    def _place(self) -> None:
        for widget in self._widgets():
            box = widget.item.box
            corner = box.translated(0, -self.scrolled).topLeft() if widget.item.scrolls else box.topLeft()
            origin = self.body.pos() if widget.item.scrolls else QPoint(0, 0)
            widget.move(QRectF(corner, box.size()).toAlignedRect().topLeft() - origin)

    def _widgets(self) -> "list[PhoneWords | PhoneButton]":
        return [*self.texts, *self.buttons]

    @property
    def focused(self) -> PhoneButton | None:
        at = self._phone.window().focusWidget()
        return next((button for button in self.buttons if button is at), None)

    def button(self, element: str | None) -> PhoneButton | None:
        return next((one for one in self.buttons if one.element == element), None)

    def nearest(self, at: QPointF, reach: float, beside: str | None) -> str | None:
        """The element at a place, or the nearest within `reach` pixels; of those on each other the upper one."""
        found: tuple[float, str] | None = None
        for item, name in self._touchables(beside):
            assert self.layout is not None
            box = self.layout.seen_box(item, self.scrolled)
            far = _distance(box, at)
            if not box.isEmpty() and far <= reach and (found is None or far <= found[0]):
                found = far, name
        return found[1] if found else None

    def show_pressed(self, element: str | None) -> None:
        for button in self.buttons:
            button.setDown(button.element == element)

    def place_of(self, element: str | None) -> Item | None:
        """Where an element stands, as one item; of a group, such as answers or the keys of a PIN pad, all of it."""
        layout = self.layout
        if layout is None or element is None:
            return None
        names = {element, element.partition(".")[0]}
        for name in (element, *sorted(names - {element})):
            parts = _parts(name, self._shown)
            found = [one for one in layout.items if getattr(one.what, "id", None) in parts]
            reached = [one for one in found if layout.reachable(one)]
            if reached:
                box = reached[0].box
                for one in reached[1:]:
                    box = box.united(one.box)
                return replace(reached[0], box=box)
        return None

    def seen_box(self, item: Item | None) -> QRect:
        """The part of an item that can be seen now."""
        box = self.layout.seen_box(item, self.scrolled) if item and self.layout else QRectF()
        return QRect() if box.isEmpty() else box.toAlignedRect()

    def scroll_to(self, place: float) -> None:
        """Pixels the body is to be up from its beginning; as far as it can."""
        room = self.layout.scroll_room if self.layout else 0.0
        to = round(max(0.0, min(place, room)))
        if to != self.scrolled:
            self.scrolled = to
            self._place()
            self.moved.emit()

    def bring_into_view(self, item: Item) -> None:
        if item.scrolls and self.layout:
            body, gap = self.layout.body, self._theme.touch_gap
            below, above = item.box.bottom() + gap - body.bottom(), item.box.top() - gap - body.top()
            self.scroll_to(min(max(self.scrolled, below), above))

    def seen(self) -> Iterator[str]:
        """The ids of what is to be seen, at least by half of its height."""
        if self.layout is None:
            return
        for item in self.layout.items:
            name = getattr(item.what, "id", None)
            if name and self.layout.seen_box(item, self.scrolled).height() * 2 >= item.box.height():
                yield name

    def _touchables(self, beside: str | None) -> Iterator[tuple[Item, str]]:
        for button in self.buttons:
            if button.element != beside:
                yield button.item, button.element

    def _button(
        self, item: Item, shown: Shown, before: dict[tuple[str, QWidget | None], PhoneButton]
    ) -> PhoneButton:
        assert isinstance(item.what, Touchable)
        spoken = spoken_words(item, shown, self._words)
        button = before.pop((item.what.id, self._parent(item)), None)
        if button is not None:
            changed = button.item.on is not item.on
            button.become(item, spoken)
            if changed:
                tell_change(button)
            return button
        button = PhoneButton(self._parent(item), self._theme, self._hand, self._picture, item, spoken)
        button.clicked.connect(lambda: self._hand.act(Tapped(button.element)))
        button.focus_moved.connect(self.focus_moved)
        button.takes_repeats = self._hand.expected.double_taps
        return button

    def _parent(self, item: Item) -> QWidget:
        return self.body if item.scrolls else self._phone


def _name(item: Item) -> str:
    return item.what.id if isinstance(item.what, Touchable) else ""


def _parts(name: str, shown: Shown) -> frozenset[str]:
    """The ids that an element's name stands for: its own, and those of its parts."""
    element = shown.element(name)
    inner = element_parts(element, shown.words) if element else ()
    return frozenset({name, *(part.id for part in inner)})


def _distance(box: QRectF, at: QPointF) -> float:
    """How far a place is from a box; zero within it."""
    across = max(box.left() - at.x(), at.x() - box.right(), 0.0)
    down = max(box.top() - at.y(), at.y() - box.bottom(), 0.0)
    return QLineF(0, 0, across, down).length()
