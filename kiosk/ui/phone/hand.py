"""The hand on the phone: follows a finger from press to release and tells what it did."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent

from kiosk.lessons.phone.gestures import HOLD_MS, Dragged, EdgeSwiped, Gesture, Held, Tapped, TappedTwice, Way
from kiosk.ui.phone.expected import Expected
from kiosk.ui.phone.gestures import DROP_MM, NEAR_MM, TWICE_SECONDS, Glass, Tap, Trace, swipe


class Ground(Protocol):
    """What a hand has to know of the phone it touches. Places are in the phone's pixels, but where events tell them."""

    @property
    def glass(self) -> Glass: ...

    def mapFromGlobal(self, at: QPointF, /) -> QPointF: ...

    def element_at(self, at: QPointF, reach_mm: float, beside: str | None = None) -> str | None:
        """What is there, or nearest within reach; never what is `beside` the question."""
        ...

    def scrolls_at(self, at: QPointF) -> bool: ...

    @property
    def scroll_now(self) -> float: ...

    def scroll_to(self, place: float) -> None:
        """Pixels the body is to be up from its beginning; as far as it can."""
        ...


class Doing(Enum):
    """What the finger that is down has turned out to do."""

    UNDECIDED = auto()
    SCROLLING = auto()
    CARRYING = auto()


class Hand(QObject):
    """What it looks out for is `expected` of the present step.

    A thing can be carried without dragging, too: a tap takes it up, a tap on its goal puts it down.
    """

    gestured = Signal(object)
    pressed = Signal(object)
    """The element under the finger; None when the finger lets go of it."""
    settled = Signal()
    """The finger has left what it scrolled."""
    carried = Signal(object, QPointF)
    """An element that follows the finger, and where the finger is."""
    put_down = Signal()
    picked = Signal(object)
    """What a tap has taken up; None when it is put down."""

    def __init__(self, ground: Ground, clock: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._ground, self._clock = ground, clock
        self.expected = Expected()
        self._trace: Trace | None = None
        self._element: str | None = None
        self._doing = Doing.UNDECIDED
        self._scroll_begin = 0.0
        self._picked: str | None = None
        self._first: Tap | None = None
        self.holding = QTimer(self, singleShot=True, interval=HOLD_MS)
        self.holding.timeout.connect(self._hold)
        self.waiting = QTimer(self, singleShot=True, interval=round(TWICE_SECONDS * 1000))
        self.waiting.timeout.connect(self._tell_first)

    @property
    def moves(self) -> bool:
        """Whether the finger that is down does more than to rest."""
        return self._trace is not None and self._trace.moves

    @property
    def touches(self) -> bool:
        return self._trace is not None

    def expect(self, what: Expected) -> None:
        """Something else matters now; what was begun is forgotten."""
        if what != self.expected:
            self.expected, self._first = what, None
            self._pick(None)

    # -- the finger ----------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = self._ground.mapFromGlobal(event.globalPosition())
        self.waiting.stop()
        self._trace = Trace(self._ground.glass, at, self._clock())
        self._element = self._ground.element_at(at, NEAR_MM)
        self._doing, self._scroll_begin = Doing.UNDECIDED, self._ground.scroll_now
        self.pressed.emit(self._element)
        if self.expected.holds and self._element is not None:
            self.holding.start()

    def move(self, event: QMouseEvent) -> None:
        if self._trace is None:
            return
        at = self._ground.mapFromGlobal(event.globalPosition())
        self._trace.go(at)
        if self._doing is Doing.UNDECIDED and self._trace.moves:
            self._decide(self._trace)
        if self._doing is Doing.CARRYING:
            self.carried.emit(self._element, at)
        elif self._doing is Doing.SCROLLING:
            self._ground.scroll_to(self._scroll_begin + self._trace.begin.y() - at.y())

    def release(self, event: QMouseEvent) -> None:
        self.move(event)
        trace, doing = self._trace, self._doing
        self._end()
        if trace is None:
            return
        match doing:
            case Doing.SCROLLING:
                self.settled.emit()
            case Doing.CARRYING:
                self._drop(trace.end)
            case Doing.UNDECIDED if trace.swipes:
                self._tell(swipe(trace, self._element, self.expected.way))
            case Doing.UNDECIDED if trace.taps and self._still_on(trace):
                self._tap(Tap(trace, self._element, self._clock()))
        self._wait_on()

    def give_up(self) -> None:
        """It was no finger, or the phone has changed under it: what it scrolled goes back, nothing is told."""
        if self._doing is Doing.SCROLLING:
            self._ground.scroll_to(self._scroll_begin)
        self._end()
        self._wait_on()

    def _decide(self, trace: Trace) -> None:
        self.holding.stop()
        if self._element in self.expected.draggable:
            self._doing = Doing.CARRYING
            self._pick(None)
        elif self._may_scroll(trace):
            self._doing = Doing.SCROLLING
            self.pressed.emit(None)
        elif trace.swipes:
            self.pressed.emit(None)

    def _may_scroll(self, trace: Trace) -> bool:
        upright = trace.way in {Way.UP, Way.DOWN} and trace.way is not self.expected.way
        at_edge = isinstance(swipe(trace, None), EdgeSwiped)
        return upright and not at_edge and self._ground.scrolls_at(trace.begin)

    def _still_on(self, trace: Trace) -> bool:
        return not trace.moves or self._ground.element_at(trace.end, 0.0) == self._element

    def _drop(self, at: QPointF) -> None:
        assert self._element is not None
        self._tell(Dragged(self._element, self._ground.element_at(at, DROP_MM, beside=self._element)))

    def _end(self) -> None:
        self.holding.stop()
        if self._doing is Doing.CARRYING:
            self.put_down.emit()
        self._trace, self._doing = None, Doing.UNDECIDED
        self.pressed.emit(None)

    # -- taps ----------------------------------------------------------------------------------

    def act(self, gesture: Gesture) -> None:
        """A gesture of the keyboard or of a screen reader."""
        if isinstance(gesture, Tapped | Held):
            self._take(gesture)
        else:
            self._tell(gesture)

    def _hold(self) -> None:
        """Long enough: as on a real phone, it acts while the finger is still down."""
        if self._trace is not None:
            self._trace = None
            self._tell(Held(self._element))

    def _tap(self, tap: Tap) -> None:
        first, self._first = self._first, None
        if not self.expected.double_taps:
            self._take(tap.gesture)
        elif first is not None and first.twice(tap):
            self.gestured.emit(TappedTwice(first.element))
        else:
            if first is not None:
                self._take(first.gesture)
            self._first = tap

    def _wait_on(self) -> None:
        """A first tap still hopes for a second."""
        if self._first is not None and not self.waiting.isActive():
            self.waiting.start()

    def _tell_first(self) -> None:
        """No second tap has come."""
        first, self._first = self._first, None
        if first is not None:
            self._take(first.gesture)

    def _take(self, gesture: Tapped | Held) -> None:
        """A tap on something that can be carried takes it up; the next one says where to."""
        element, picked = gesture.element, self._picked
        if picked is not None and element is not None and element != picked:
            self._pick(None)
            self.gestured.emit(Dragged(picked, element))
        elif element in self.expected.draggable:
            self._pick(None if element == picked else element)
        else:
            self._pick(None)
            self.gestured.emit(gesture)

    def _pick(self, element: str | None) -> None:
        if element != self._picked:
            self._picked = element
            self.picked.emit(element)

    def _tell(self, gesture: Gesture) -> None:
        self._tell_first()
        self.gestured.emit(gesture)
