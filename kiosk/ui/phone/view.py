"""The practice phone on the screen: what can be touched is a real button over the picture."""

from collections.abc import Callable
from itertools import pairwise
from time import monotonic

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.draw.phone.items import Layer, PhoneLayout
from kiosk.draw.phone.layout import lay_out_phone
from kiosk.draw.phone.paint import PhonePainter
from kiosk.lessons.phone.elements import HomePages, PhoneText
from kiosk.lessons.phone.gestures import Pinched, Scrolled, Size
from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.phone.touchable import Touchable
from kiosk.lessons.steps import Practice
from kiosk.ui.controls.press import TakesPresses
from kiosk.ui.phone.accessible import tell_roles
from kiosk.ui.phone.board import Board
from kiosk.ui.phone.buttons import PhoneButton, Surface
from kiosk.ui.phone.expected import Expected, expected, explored
from kiosk.ui.phone.gestures import Glass
from kiosk.ui.phone.hand import Hand
from kiosk.ui.phone.keys import PAGES, key_gesture
from kiosk.ui.phone.marks import Marks
from kiosk.ui.phone.picture import Picture
from kiosk.ui.phone.pinching import Pinching
from kiosk.ui.phone.shape import frame_in, least_size, usual_size
from kiosk.ui.phone.tools import Arrows, Zooming
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

PAGE_SHARE = 0.7
"""How much of what is seen a page moves on: some of it stays, so that nobody gets lost."""


class PhoneView(Surface):
    """Shows the phone as it looks now; `marked` is the element that gets the orange ring."""

    gestured = Signal(object)
    keyboard_moved = Signal()

    def __init__(
        self,
        theme: Theme,
        shown: Shown,
        words: Wording,
        marked: str | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        tell_roles()
        self._theme, self._shown = theme, shown
        self._explores = False
        self.hand = Hand(self, clock, self)
        self._picture = Picture(self, theme.transition_ms)
        self._board = Board(self, theme, words, self.hand, self._picture)
        self.marks = Marks(self, theme, self._board, self._picture, marked)
        self._arrows, self._zooming = Arrows(self, theme, words), Zooming(self, theme, words)
        self._pinching = Pinching(self, self.hand, theme.display.px_per_mm)
        self._connect()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _connect(self) -> None:
        hand = self.hand
        hand.gestured.connect(self.gestured)
        hand.pressed.connect(self._board.show_pressed)
        hand.settled.connect(self._tell_seen)
        hand.carried.connect(self.marks.carry)
        self._board.moved.connect(self._follow_scroll)
        self._board.focus_moved.connect(self.marks.follow_focus)
        hand.put_down.connect(self.marks.put_down)
        hand.picked.connect(self.marks.show_picked)
        self._arrows.turned.connect(self._turn_page)
        self._zooming.zoomed.connect(lambda size: hand.act(Pinched(hand.expected.zoomable, size)))
        self._pinching.pinched.connect(self._pinch)

    # -- what it shows -------------------------------------------------------------------------

    @property
    def layout_now(self) -> PhoneLayout | None:
        return self._board.layout

    @property
    def buttons(self) -> list[PhoneButton]:
        """What can be touched on the phone, in reading order."""
        return self._board.buttons

    @property
    def keyboard_box(self) -> QRect | None:
        """Where the keyboard of the field with the cursor belongs."""
        layout = self._board.layout
        box = layout.keyboard if layout else None
        return box.toAlignedRect() if box else None

    def first_button(self) -> QWidget | None:
        return self.buttons[0] if self.buttons else None

    def show_phone(self, shown: Shown) -> None:
        """The phone has changed."""
        self._shown = shown
        if self._board.layout:
            self._lay_out()

    def expect(self, step: Practice | None) -> None:
        """What the present step waits for; None where nothing is to be done."""
        self._explores = False
        self._look_out_for(expected(step) if step else Expected())

    def explore(self) -> None:
        """No task is set: everything may be tried."""
        self._explores = True
        self._look_out_for(explored(self._shown))

    def _look_out_for(self, what: Expected) -> None:
        self.hand.expect(what)
        takers: list[TakesPresses] = [self, self._board.body, *self.buttons]
        for taker in takers:
            taker.takes_repeats = what.double_taps
        self._place_tools()

    def _lay_out(self) -> None:
        before, keyboard = self.layout_now, self.keyboard_box
        frame = frame_in(
            self.size(), self._theme, self._arrows.room, self._shown.screen.scrolls, self._shown.keys
        )
        layout = lay_out_phone(self._shown, frame, self._theme.phone)
        turned = before is None or _face(before) != _face(layout)
        if turned:
            self.hand.give_up()
        self._picture.become(PhonePainter(layout, self._theme.colours), turned and before is not None)
        at = layout.shift if turned or layout.keyboard else self._board.scrolled
        self._become(layout, at)
        self._order_focus()
        if self._explores:
            self.explore()
        self._place_tools()
        self.marks.place()
        if self.keyboard_box != keyboard:
            self.keyboard_moved.emit()

    def _become(self, layout: PhoneLayout, scrolled: float) -> None:
        """Other buttons. Hiding the one with the focus would pass it on as if somebody had pressed Tab."""
        focused = self._board.focused
        reason = focused.focus_reason if focused else Qt.FocusReason.OtherFocusReason
        if focused:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._board.become(layout, self._shown, scrolled)
        if focused and self.buttons:
            (focused if focused in self.buttons else self.buttons[0]).setFocus(reason)

    def _order_focus(self) -> None:
        order = [self, *self.buttons, *self._zooming.buttons, *self._arrows.buttons]
        for one, other in pairwise(order):
            self.setTabOrder(one, other)

    # -- pointing ------------------------------------------------------------------------------

    def place_of(self, element: str) -> QRect | None:
        """Where an element is, in this widget's pixels, after the body was scrolled to show it."""
        place = self._board.place_of(element)
        if place is None:
            return None
        self._board.bring_into_view(place)
        return self._board.seen_box(place)

    def _follow_scroll(self) -> None:
        self._place_tools()
        self.marks.place()
        self.update()

    def _place_tools(self) -> None:
        layout, board = self._board.layout, self._board
        if layout is None:
            return
        self._zooming.show_over(board.seen_box(board.place_of(self.hand.expected.zoomable)))
        if self._shown.screen.scrolls and layout.scroll_room and not layout.covered:
            corner = QPointF(layout.frame.right() + self._theme.touch_gap, layout.body.bottom())
            self._arrows.show_at(corner.toPoint())
            self._arrows.enable(board.scrolled > 0, board.scrolled < layout.scroll_room - 1)
        else:
            self._arrows.hide()

    # -- what the hand asks of it --------------------------------------------------------------

    @property
    def glass(self) -> Glass:
        layout = self._board.layout
        assert layout is not None
        sides = not any(isinstance(one, HomePages) for one in self._shown.screen.body)
        return Glass(layout.glass, layout.status.bottom(), self._theme.display.px_per_mm, sides)

    def element_at(self, at: QPointF, reach_mm: float, beside: str | None = None) -> str | None:
        return self._board.nearest(at, reach_mm * self._theme.display.px_per_mm, beside)

    def scrolls_at(self, at: QPointF) -> bool:
        layout = self._board.layout
        return bool(layout and layout.scroll_room and not layout.covered and layout.body.contains(at))

    @property
    def scroll_now(self) -> float:
        return self._board.scrolled

    def scroll_to(self, place: float) -> None:
        self._board.scroll_to(place)

    def scroll_share(self) -> float:
        """How far it is scrolled: 0.0 at the top, 1.0 at the end."""
        room = self._board.layout.scroll_room if self._board.layout else 0.0
        return self.scroll_now / room if room else 0.0

    def scroll_to_share(self, share: float) -> None:
        if self._board.layout and share:
            self.scroll_to(share * self._board.layout.scroll_room)

    def _turn_page(self, pages: int) -> None:
        layout = self._board.layout
        if layout and layout.scroll_room:
            self.scroll_to(self.scroll_now + pages * layout.body.height() * PAGE_SHARE)
            self._tell_seen()

    def _tell_seen(self) -> None:
        self.gestured.emit(Scrolled(frozenset(self._board.seen())))

    def _pinch(self, at: QPointF, size: Size) -> None:
        self.hand.act(Pinched(self.element_at(at, 0.0), size))

    # -- events --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, focused = event.key(), self._board.focused
        element = focused.element if focused else None
        zoomable = self.hand.expected.zoomable or explored(self._shown).zoomable
        gesture = key_gesture(key, event.modifiers(), element, zoomable)
        if gesture:
            self.hand.act(gesture)
        elif key in PAGES:
            self._turn_page(PAGES[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.scroll_to(self.scroll_now - event.angleDelta().y())
        self._tell_seen()

    def showEvent(self, event: QShowEvent) -> None:
        self._pinching.watch(self.window().windowHandle())

    def hideEvent(self, event: QHideEvent) -> None:
        self._pinching.watch(None)
        self.hand.give_up()
        self._picture.let_go()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._board.layout = None
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._picture.paint(QPainter(self), event.rect(), self.scroll_now)

    def sizeHint(self) -> QSize:
        return usual_size(self._theme)

    def minimumSizeHint(self) -> QSize:
        return least_size(self._theme)


def _face(layout: PhoneLayout) -> list[str]:
    """What tells one screen from another, whatever has been chosen or typed on it."""
    below = [item for item in layout.items if item.layer is not Layer.OVER]
    return [
        *(item.what.id for item in layout.touchables() if isinstance(item.what, Touchable)),
        *(item.what.text for item in below if isinstance(item.what, PhoneText)),
    ]
