"""What fingers do on the practice phone, as touch events, and which gestures it makes of that."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.lessons.phone.gestures import (
    Dragged,
    Edge,
    EdgeSwiped,
    Held,
    Pinched,
    Scrolled,
    Size,
    Swiped,
    Tapped,
    TappedTwice,
    Way,
)
from kiosk.lessons.steps import Tap
from kiosk.ui.phone.expected import Expected
from tests.ui.old_hands import Hand
from tests.ui.phones import APPS, BUTTONS, LONG, MAP, Phone, shown, theme

MM = theme().display.px_per_mm
DRAGGING = Expected(draggable=frozenset({"app-0"}))


@pytest.fixture
def phone(qtbot) -> Phone:
    return make(qtbot, shown(*BUTTONS, bar="名前"))


def make(qtbot, screen) -> Phone:
    phone = Phone(screen)
    qtbot.addWidget(phone)
    return phone


def hand(phone: Phone) -> Hand:
    return Hand(phone, MM, phone.now)


def middle(phone: Phone, element: str) -> QPointF:
    return QPointF(phone.place_of(element).center())


def press(phone: Phone, element: str, seconds: float, away_mm: float = 0.0) -> None:
    """A touch of an element, sliding to the right."""
    at = middle(phone, element)
    phone.now.now += 5.0
    hand(phone).trace([at, at + QPointF(away_mm * MM, 0)], seconds * 2)


def expect_double_taps(phone: Phone) -> None:
    phone.expect(Tap(do="tap", say="二回", screen="a/b", hint="ここ", target="button-1", times=2))


def tap_twice(phone: Phone, one: str, other: str, pause: float) -> None:
    phone.now.now += 5.0
    hand(phone).trace([middle(phone, one)] * 2, 0.2)
    phone.now.now += pause
    hand(phone).trace([middle(phone, other)] * 2, 0.2)


def drag(phone: Phone, begin: QPointF, end: QPointF) -> None:
    phone.now.now += 5.0
    hand(phone).trace([begin, (begin + end) / 2, end])


@pytest.mark.parametrize(("seconds", "done"), [(0.1, Tapped), (0.5, Tapped), (0.7, Held), (3.0, Held)])
def test_a_touch_is_short_or_long(phone: Phone, seconds: float, done: type) -> None:
    press(phone, "button-1", seconds, away_mm=4.5)
    assert phone.done == [done("button-1")]


def test_a_hold_acts_while_the_finger_is_still_down(phone: Phone) -> None:
    phone.hand.expected = Expected(holds=True)
    QTest.mousePress(phone.button("button-1"), Qt.MouseButton.LeftButton)
    phone.hand.holding.timeout.emit()
    assert phone.done == [Held("button-1")]
    QTest.mouseRelease(phone.button("button-1"), Qt.MouseButton.LeftButton)
    assert phone.done == [Held("button-1")] and not phone.button("button-1").isDown()


def test_a_touch_just_beside_a_thing_means_it_and_far_away_means_nothing(phone: Phone) -> None:
    box = phone.place_of("button-4")
    for below in (3.0, 20.0):
        at = QPointF(box.center().x(), box.bottom() + below * MM)
        phone.now.now += 5.0
        hand(phone).trace([at, at], 0.2)
    assert phone.done == [Tapped("button-4"), Tapped(None)]


@pytest.mark.parametrize("way", Way)
def test_a_swipe_may_begin_on_a_button_which_lets_go(phone: Phone, way: Way) -> None:
    hand(phone).swipe(way, middle(phone, "button-2"), 30, askew=30)
    assert phone.done == [Swiped(way, "button-2")]
    assert not any(button.isDown() for button in phone.buttons)


def test_a_finger_that_comes_back_means_nothing(phone: Phone) -> None:
    at = middle(phone, "button-2")
    hand(phone).trace([at, at + QPointF(25 * MM, 0), at])
    assert phone.done == []


@pytest.mark.parametrize(
    ("way", "across", "down", "edge"),
    [
        (Way.RIGHT, 0.03, 0.5, Edge.BACK),
        (Way.LEFT, 0.97, 0.5, Edge.BACK),
        (Way.UP, 0.5, 0.98, Edge.HOME),
        (Way.DOWN, 0.5, 0.03, Edge.NOTIFICATIONS),
    ],
)
def test_swipes_from_the_edges_belong_to_the_phone(phone: Phone, way, across, down, edge) -> None:
    glass = phone.layout_now.glass
    begin = QPointF(glass.left() + glass.width() * across, glass.top() + glass.height() * down)
    hand(phone).swipe(way, begin, 40)
    assert phone.done == [EdgeSwiped(edge)]


def test_a_home_screen_has_no_way_back_at_its_sides(qtbot) -> None:
    phone = make(qtbot, shown(APPS))
    hand(phone).swipe(Way.LEFT, QPointF(phone.layout_now.glass.right() - 5, 500), 40)
    assert [one.way for one in phone.done] == [Way.LEFT]


@pytest.mark.parametrize("pause", [0.1, 0.8])
def test_two_taps_are_one_double_tap_where_one_is_wanted(phone: Phone, pause: float) -> None:
    expect_double_taps(phone)
    tap_twice(phone, "button-1", "button-1", pause)
    assert phone.done == [TappedTwice("button-1")]


def test_a_single_tap_is_told_when_no_second_comes(phone: Phone) -> None:
    expect_double_taps(phone)
    press(phone, "button-1", 0.2)
    assert phone.done == []
    phone.hand.waiting.timeout.emit()
    assert phone.done == [Tapped("button-1")]


def test_a_first_tap_is_told_though_the_finger_then_goes_astray(phone: Phone) -> None:
    expect_double_taps(phone)
    press(phone, "button-1", 0.2)
    at = middle(phone, "button-2")
    hand(phone).trace([at, at + QPointF(25 * MM, 0), at])
    assert phone.done == [] and phone.hand.waiting.isActive()
    phone.hand.waiting.timeout.emit()
    assert phone.done == [Tapped("button-1")]


def test_what_was_taken_up_is_forgotten_with_the_step(qtbot) -> None:
    phone = make(qtbot, shown(APPS))
    phone.hand.expect(DRAGGING)
    press(phone, "app-0", 0.2)
    phone.expect(None)
    assert not phone.marks.picked_ring.isVisible()
    press(phone, "bin", 0.2)
    assert phone.done == [Tapped("bin")]


def test_taps_far_apart_or_late_are_two(phone: Phone) -> None:
    expect_double_taps(phone)
    tap_twice(phone, "button-0", "button-4", 0.2)
    phone.hand.waiting.timeout.emit()
    tap_twice(phone, "button-1", "button-1", 1.0)
    phone.hand.waiting.timeout.emit()
    assert phone.done == [Tapped(f"button-{number}") for number in (0, 4, 1, 1)]


def test_a_second_hit_counts_once_where_no_double_tap_is_wanted(phone: Phone) -> None:
    tap_twice(phone, "button-1", "button-1", 0.2)
    assert phone.done == [Tapped("button-1")]


def test_a_thing_is_dragged_onto_another(qtbot) -> None:
    phone = make(qtbot, shown(APPS))
    phone.hand.expected = DRAGGING
    drag(phone, middle(phone, "app-0"), middle(phone, "bin"))
    assert phone.done == [Dragged("app-0", "bin")]


def test_a_thing_dropped_close_to_its_goal_is_on_it(qtbot) -> None:
    phone = make(qtbot, shown(APPS))
    phone.hand.expected = DRAGGING
    goal = phone.place_of("bin")
    drag(phone, middle(phone, "app-0"), QPointF(goal.center().x(), goal.top() - 6 * MM))
    drag(phone, middle(phone, "app-0"), QPointF(goal.right() + 40 * MM, goal.top() - 30 * MM))
    assert phone.done == [Dragged("app-0", "bin"), Dragged("app-0", None)]


def test_what_is_dragged_follows_the_finger(qtbot) -> None:
    phone = make(qtbot, shown(APPS))
    phone.hand.expected = DRAGGING
    button = phone.button("app-0")
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    QTest.mouseMove(button, button.rect().center() + QPoint(0, 200))
    assert phone.marks.ghost.isVisible()
    assert phone.marks.ghost.geometry().center() == phone.place_of("app-0").center() + QPoint(0, 200)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=QPoint(0, 200))
    assert not phone.marks.ghost.isVisible()


def test_carrying_may_take_longer_than_a_hand_may_rest(qtbot) -> None:
    phone = make(qtbot, shown(APPS))
    phone.hand.expected = DRAGGING
    begin, end = middle(phone, "app-0"), middle(phone, "bin")
    hand(phone).trace([begin, (begin + end) / 2, end], seconds=12.0)
    assert phone.done == [Dragged("app-0", "bin")]


def test_dragging_is_possible_with_two_taps(qtbot) -> None:
    phone = make(qtbot, shown(APPS))
    phone.hand.expected = DRAGGING
    press(phone, "app-0", 0.2)
    assert phone.done == [] and phone.marks.picked_ring.isVisible()
    press(phone, "bin", 0.2)
    assert phone.done == [Dragged("app-0", "bin")] and not phone.marks.picked_ring.isVisible()


def test_a_second_tap_on_what_was_taken_up_puts_it_down(qtbot) -> None:
    phone = make(qtbot, shown(APPS))
    phone.hand.expected = DRAGGING
    for element in ("app-0", "app-0", "bin"):
        press(phone, element, 0.2)
    assert phone.done == [Tapped("bin")]


@pytest.mark.parametrize("at_once", [False, True])
@pytest.mark.parametrize(("begin", "end", "size"), [(20, 50, Size.LARGER), (50, 20, Size.SMALLER)])
def test_two_fingers_pinch(qtbot, begin: float, end: float, size: Size, at_once: bool) -> None:
    phone = make(qtbot, shown(MAP))
    hand(phone).pinch(phone.place_of("map").center(), begin, end, at_once)
    assert phone.done == [Pinched("map", size)]


def test_two_fingers_that_only_tremble_do_not_pinch(qtbot) -> None:
    phone = make(qtbot, shown(MAP))
    hand(phone).pinch(phone.place_of("map").center(), 30, 35)
    assert [type(one) for one in phone.done] == [Tapped]


def test_one_finger_has_buttons_for_larger_and_smaller(qtbot) -> None:
    phone = make(qtbot, shown(MAP))
    phone.explore()
    for button in phone._zooming.buttons:
        assert button.isVisible() and phone.place_of("map").contains(button.geometry())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        phone.now.now += 1.0
    assert phone.done == [Pinched("map", Size.LARGER), Pinched("map", Size.SMALLER)]


def test_a_finger_scrolls_the_body_as_far_as_it_goes(qtbot) -> None:
    phone = make(qtbot, shown(*LONG, scrolls=True))
    at = middle(phone, "row-4")
    hand(phone).trace([at, at - QPointF(0, 100), at - QPointF(0, 250)])
    assert phone.scroll_now == 250
    assert isinstance(phone.done[0], Scrolled) and len(phone.done) == 1
    assert "row-0" not in phone.done[0].seen and "row-8" in phone.done[0].seen
    drag(phone, at, at + QPointF(0, 400))
    assert phone.scroll_now == 0


def test_a_palm_takes_back_what_it_scrolled(qtbot) -> None:
    phone = make(qtbot, shown(*LONG, scrolls=True))
    button = phone.button("row-4")
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    QTest.mouseMove(button, button.rect().center() - QPoint(0, 100))
    assert phone.scroll_now > 0
    phone.give_up()
    assert phone.scroll_now == 0 and phone.done == []


def test_a_swipe_across_does_not_scroll(qtbot) -> None:
    phone = make(qtbot, shown(*LONG, scrolls=True))
    hand(phone).swipe(Way.LEFT, middle(phone, "row-4"), 40, askew=20)
    assert phone.done == [Swiped(Way.LEFT, "row-4")] and phone.scroll_now == 0


def test_a_touch_that_the_screen_takes_back_means_nothing(phone: Phone) -> None:
    screen, at = QTest.createTouchDevice(), middle(phone, "button-1").toPoint()
    QTest.touchEvent(phone, screen, False).press(0, at, phone).commit()
    assert phone.button("button-1").isDown()
    QApplication.sendEvent(phone.windowHandle(), QTouchEvent(QEvent.Type.TouchCancel, screen))
    QTest.touchEvent(phone, screen, False).release(0, at, phone).commit()
    assert phone.done == [] and not phone.button("button-1").isDown()
