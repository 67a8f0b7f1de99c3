"""Old hands on large buttons and on the practice phone: what they mean is what is done."""

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.lessons.phone.gestures import Swiped, Way
from kiosk.text.ruby import parse_ruby
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.phone.expected import Expected
from kiosk.ui.theme import Theme
from kiosk.ui.touch import TouchGuard
from tests.ui.old_hands import PROFILES, Hand, Profile
from tests.ui.phones import APPS, BUTTONS, MAP, Clock, Phone, shown, theme

TAPS, SWIPES = 1_000, 500
TAKEN, TAKEN_SWIPES, WRONG = 0.995, 0.98, 0.001


class Board(QWidget):
    """Nine main buttons; writes down which one acted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.acted: list[int] = []
        grid = QGridLayout(self)
        grid.setSpacing(theme.touch_gap)
        self.buttons = [self._button(theme, number) for number in range(9)]
        for number, button in enumerate(self.buttons):
            grid.addWidget(button, number // 3, number % 3)

    def _button(self, theme: Theme, number: int) -> TouchButton:
        def act(*_checked: object) -> None:
            self.acted.append(number)

        button = TouchButton(parse_ruby("はい"), theme, act, height=theme.main_button)
        button.setFixedSize(theme.main_button, theme.main_button)
        return button

    def place(self, number: int) -> QRect:
        button = self.buttons[number]
        return QRect(button.mapTo(self, QPoint(0, 0)), button.size())


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def board(qtbot, clock: Clock) -> Iterator[Board]:
    board = Board(theme())
    qtbot.addWidget(board)
    board.guard = TouchGuard(board, clock)
    board.guard.install()
    board.show()
    yield board


def hand_on(window: QWidget, clock: Clock, spread_mm: float = 3.4) -> Hand:
    return Hand(window, theme().display.px_per_mm, clock, spread_mm, seed=4)


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.age)
def test_a_trembling_tap_means_the_button_it_came_down_on(
    board: Board, clock: Clock, profile: Profile
) -> None:
    hand = hand_on(board, clock, profile.spread_mm)
    meant = wrong = 0
    for number in (tap % 9 for tap in range(TAPS)):
        board.acted.clear()
        hand.tap(board.place(number))
        meant += board.acted == [number]
        wrong += bool(set(board.acted) - {number})
    print(f"\nmain buttons, {profile.age}: {meant / TAPS:.1%} as meant, {wrong / TAPS:.1%} another")
    assert meant >= TAKEN * TAPS
    assert wrong <= WRONG * TAPS


PHONES = {"buttons": shown(*BUTTONS, bar="名前"), "apps": shown(APPS)}


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.age)
@pytest.mark.parametrize("name", PHONES)
def test_a_trembling_tap_means_what_it_came_down_on_on_the_phone(
    qtbot, clock: Clock, profile: Profile, name: str
) -> None:
    phone = Phone(PHONES[name], clock)
    qtbot.addWidget(phone)
    hand = hand_on(phone, clock, profile.spread_mm)
    meant = 0
    for number in range(TAPS):
        button = phone.buttons[number % len(phone.buttons)]
        phone.done.clear()
        hand.tap(phone.place_of(button.element))
        meant += [getattr(one, "element", None) for one in phone.done] == [button.element]
    print(f"\nphone's {name}, {profile.age}: {meant / TAPS:.1%} as meant")
    assert meant >= TAKEN * TAPS


def test_a_crooked_swipe_means_its_way(qtbot, clock: Clock) -> None:
    phone = Phone(shown(APPS), clock)
    qtbot.addWidget(phone)
    hand, chance, meant = hand_on(phone, clock), random.Random(6), 0
    glass = phone.layout_now.glass
    for number in range(SWIPES):
        way = list(Way)[number % 4]
        phone.hand.expected = Expected(way=way)
        phone.done.clear()
        begin = QPointF(
            chance.uniform(glass.left(), glass.right()), chance.uniform(glass.top(), glass.bottom())
        )
        hand.swipe(way, begin, chance.uniform(15, 60), chance.uniform(-35, 35), chance.uniform(0.2, 3.0))
        meant += [one.way for one in phone.done if isinstance(one, Swiped)] == [way]
    print(f"\nswipes: {meant / SWIPES:.1%} as meant")
    assert meant >= TAKEN_SWIPES * SWIPES


@pytest.mark.parametrize("at_once", [False, True])
def test_a_palm_that_rests_on_the_screen_does_nothing(board: Board, clock: Clock, at_once: bool) -> None:
    hand = hand_on(board, clock)
    for number in range(TAPS):
        hand.rest(board.place(number % 9).center(), at_once)
    assert board.acted == []
    hand.tap(board.place(4))
    assert board.acted == [4]


@pytest.mark.parametrize("at_once", [False, True])
def test_a_palm_that_rests_on_the_phone_does_nothing(qtbot, clock: Clock, at_once: bool) -> None:
    phone = Phone(shown(MAP, *BUTTONS[:2]), clock)
    qtbot.addWidget(phone)
    phone.explore()
    hand = hand_on(phone, clock)
    for number in range(TAPS):
        hand.rest(phone.place_of(phone.buttons[number % 3].element).center(), at_once)
    assert phone.done == []
    hand.tap(phone.place_of("button-0"))
    phone.hand.waiting.timeout.emit()
    assert [one.element for one in phone.done] == ["button-0"]


def test_a_hand_that_leans_on_a_button_does_not_act(board: Board, clock: Clock) -> None:
    hand = hand_on(board, clock)
    middle = QPointF(board.place(0).center())
    hand.trace([middle, middle + QPointF(1, 1)], seconds=10.0)
    assert board.acted == [] and not board.buttons[0].isDown()


def test_a_finger_that_goes_away_does_not_act(board: Board, clock: Clock) -> None:
    middle = QPointF(board.place(0).center())
    far = QPointF(30 * theme().display.px_per_mm, 0)
    hand_on(board, clock).trace([middle, middle + far])
    assert board.acted == []
