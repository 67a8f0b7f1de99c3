"""Old hands on large buttons: 3.4 mm of spread, sliding by up to 5 mm, sometimes a second finger.

Spread of older users' touches: see the figures the kiosk is designed by; a fixed seed makes every run the same.
"""

import math
import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSize, QSizeF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.text.ruby import parse_ruby
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.theme import Display, Theme
from kiosk.ui.touch import TouchGuard

SPREAD_MM, SLIDE_MM, SECOND_FINGER = 3.4, 5.0, 0.1
TAPS = 1_000


class Board(QWidget):
    """Nine main buttons; writes down which one acted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.acted: list[int] = []
        self.now = 0.0
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


@pytest.fixture
def theme() -> Theme:
    size = QSize(1920, 1080)
    display = Display.of(size, size, 24.0, QSizeF(531, 299), 500.0)
    return Theme(display, "normal", "light", "ja", True, False)


@pytest.fixture
def board(qtbot, theme: Theme) -> Iterator[Board]:
    board = Board(theme)
    qtbot.addWidget(board)
    board.guard = TouchGuard(board, clock=lambda: board.now)
    board.guard.install()
    board.show()
    yield board


class Hand:
    """Touches near the middle of a button."""

    def __init__(self, board: Board, theme: Theme, seed: int) -> None:
        self._board, self._px_per_mm = board, theme.display.px_per_mm
        self._random = random.Random(seed)
        self._screen = QTest.createTouchDevice()

    def tap(self, button: TouchButton) -> None:
        self._board.now += 5.0
        middle = button.mapTo(self._board, button.rect().center())
        down = middle + QPoint(*(round(self._random.gauss(0, SPREAD_MM * self._px_per_mm)) for _ in "xy"))
        up = down + self._slide()
        second = self._random.random() < SECOND_FINGER
        held = self._random.uniform(0.1, 3.0)
        self._touch().press(0, down, self._board).commit()
        if second:
            self._touch().stationary(0).press(1, self._anywhere(), self._board).commit()
        moving = self._touch().move(0, (down + up) / 2, self._board)
        (moving.stationary(1) if second else moving).commit()
        self._board.now += held
        leaving = self._touch().release(0, up, self._board)
        (leaving.release(1, self._anywhere(), self._board) if second else leaving).commit()

    def rest(self, button: TouchButton) -> None:
        """A palm: three to six points one after the other, which leave in any order."""
        self._board.now += 5.0
        middle = button.mapTo(self._board, button.rect().center())
        points = {0: middle}
        self._touch().press(0, middle, self._board).commit()
        for number in range(1, self._random.randint(3, 6)):
            points[number] = middle + self._slide() * 3
            self._with(points, number).press(number, points[number], self._board).commit()
        leaving = self._random.sample(sorted(points), len(points))
        for number in leaving:
            at = points.pop(number)
            self._with(points).release(number, at, self._board).commit()

    def _with(self, points: dict[int, QPoint], new: int = -1) -> QTest.QTouchEventSequence:
        touch = self._touch()
        for number in points:
            if number != new:
                touch.stationary(number)
        return touch

    def _touch(self) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(self._board, self._screen, False)

    def _slide(self) -> QPoint:
        length, angle = self._random.uniform(0, SLIDE_MM * self._px_per_mm), self._random.uniform(0, math.tau)
        return QPoint(int(length * math.cos(angle)), int(length * math.sin(angle)))

    def _anywhere(self) -> QPoint:
        return QPoint(
            self._random.randrange(self._board.width()), self._random.randrange(self._board.height())
        )


def test_a_trembling_tap_means_the_button_it_came_down_on(board: Board, theme: Theme) -> None:
    hand = Hand(board, theme, seed=4)
    meant = wrong = 0
    for number in (tap % 9 for tap in range(TAPS)):
        board.acted.clear()
        hand.tap(board.buttons[number])
        meant += board.acted == [number]
        wrong += bool(set(board.acted) - {number})
    assert meant >= 0.995 * TAPS
    assert wrong <= 0.001 * TAPS


def test_a_palm_that_rests_on_the_screen_does_nothing(board: Board, theme: Theme) -> None:
    hand = Hand(board, theme, seed=5)
    for number in range(TAPS):
        hand.rest(board.buttons[number % 9])
    assert board.acted == []
    hand.tap(board.buttons[4])
    assert board.acted == [4]


def test_a_hand_that_leans_on_a_button_does_not_act(board: Board, theme: Theme) -> None:
    middle = board.buttons[0].mapTo(board, board.buttons[0].rect().center())
    screen = QTest.createTouchDevice()
    QTest.touchEvent(board, screen, False).press(0, middle, board).commit()
    board.now += 4.5
    QTest.touchEvent(board, screen, False).release(0, middle, board).commit()
    assert board.acted == [] and not board.buttons[0].isDown()


def test_a_finger_that_goes_away_does_not_act(board: Board, theme: Theme) -> None:
    button = board.buttons[0]
    middle = button.mapTo(board, button.rect().center())
    far = QPoint(round(30 * theme.display.px_per_mm), 0)
    screen = QTest.createTouchDevice()
    QTest.touchEvent(board, screen, False).press(0, middle, board).commit()
    QTest.touchEvent(board, screen, False).move(0, middle + far, board).commit()
    QTest.touchEvent(board, screen, False).release(0, middle + far, board).commit()
    assert board.acted == []
