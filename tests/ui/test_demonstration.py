"""The animated hand: where it is and when it presses, and that any touch ends it."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from kiosk.ui.phone.demonstration import Demonstration
from kiosk.ui.phone.hand_moves import (
    GO_MS,
    PRESS_MS,
    STILL_MS,
    Carry,
    HoldAt,
    PinchAt,
    Stroke,
    TapAt,
    TypeKey,
    phase_at,
    phases,
)
from tests.ui.table import Finger, make_theme

DOOR = QPointF(900, 900)
BOX, OTHER = QRect(100, 100, 50, 50), QRect(300, 100, 50, 50)
MIDDLE, OTHER_MIDDLE = QRectF(BOX).center(), QRectF(OTHER).center()
MOVES = (
    TapAt(BOX),
    HoldAt(BOX),
    Stroke(QPoint(1, 2), QPoint(3, 4)),
    Carry(BOX, OTHER),
    PinchAt(BOX, larger=True),
    TypeKey(BOX, QPoint(0, -40)),
)


class Told:
    """What a demonstration said."""

    def __init__(self, demonstration: Demonstration) -> None:
        self.pressed: list[int] = []
        self.ends: list[str] = []
        demonstration.pressed.connect(self.pressed.append)
        demonstration.finished.connect(lambda: self.ends.append("finished"))
        demonstration.stopped.connect(lambda: self.ends.append("stopped"))


@pytest.fixture
def stage(qtbot) -> QWidget:
    stage = QWidget()
    stage.resize(600, 600)
    stage.button = QPushButton(stage)
    stage.button.setGeometry(BOX)
    qtbot.addWidget(stage)
    stage.show()
    return stage


def make(stage: QWidget, animations: bool = True) -> tuple[Demonstration, Told]:
    demonstration = Demonstration(stage, make_theme(animations=animations))
    return demonstration, Told(demonstration)


@pytest.mark.parametrize("gliding", [True, False])
def test_each_move_presses_once_in_order(gliding):
    played = phases(MOVES, DOOR, gliding)
    assert [one.presses for one in played if one.presses is not None] == list(range(len(MOVES)))
    assert all(one.down for one in played if one.presses is not None)


def test_the_hand_never_jumps():
    played = phases(MOVES, DOOR, gliding=True)
    assert played[0].start == played[-1].end == DOOR
    assert all(one.end == other.start for one, other in pairwise(played))


def test_a_double_tap_touches_twice():
    touches = [one for one in phases([TapAt(BOX, 2)], DOOR, gliding=True) if one.down]
    assert [one.start for one in touches] == [MIDDLE, MIDDLE]


def test_what_is_carried_goes_from_middle_to_middle():
    (touch,) = (one for one in phases([Carry(BOX, OTHER)], DOOR, gliding=True) if one.down)
    assert (touch.start, touch.end) == (MIDDLE, OTHER_MIDDLE)


def test_a_flick_leaves_its_key():
    (touch,) = (one for one in phases([TypeKey(BOX, QPoint(0, -40))], DOOR, gliding=True) if one.down)
    assert touch.end - touch.start == QPointF(0, -40)


@pytest.mark.parametrize("larger", [True, False])
def test_two_fingers_go_apart_or_together(larger):
    (touch,) = (one for one in phases([PinchAt(BOX, larger)], DOOR, gliding=True) if one.down)
    assert (touch.second[0] < touch.second[1]) is larger


def test_without_animations_there_are_only_still_pictures():
    played = phases(MOVES, DOOR, gliding=False)
    assert all(one.start == one.end and one.ms == STILL_MS for one in played)
    assert [one.second for one in played if one.second] == [(4, 4), (15, 15)]


def test_a_moment_is_found():
    played = phases([TapAt(BOX)], DOOR, gliding=True)
    assert phase_at(played, 0) == (0, 0.0)
    assert phase_at(played, GO_MS + PRESS_MS // 2) == (1, 0.5)
    assert phase_at(played, 10**6) == (len(played) - 1, 1.0)


@pytest.mark.parametrize("animations", [True, False])
def test_it_presses_when_it_is_there_and_ends(stage, animations):
    demonstration, told = make(stage, animations)
    demonstration.play([TapAt(BOX), TapAt(OTHER)])
    demonstration.motion.setCurrentTime(GO_MS - 10 if animations else 0)
    before = list(told.pressed)
    demonstration.motion.setCurrentTime(demonstration.motion.duration())
    assert before == ([] if animations else [0])
    assert told.pressed == [0, 1] and told.ends == ["finished"] and not demonstration.playing


def test_a_touch_ends_it_and_goes_no_farther(stage):
    pushed = []
    stage.button.clicked.connect(lambda: pushed.append(1))
    demonstration, told = make(stage)
    demonstration.play([TapAt(BOX)])
    Finger(stage, make_theme()).tap(BOX.center())
    assert told.ends == ["stopped"] and not demonstration.playing and pushed == []
    QTest.mouseClick(stage.button, Qt.MouseButton.LeftButton)
    assert pushed == [1]


def test_it_can_be_played_again_from_the_first(stage):
    demonstration, told = make(stage)
    for _ in range(2):
        demonstration.play([TapAt(BOX)])
        demonstration.motion.setCurrentTime(GO_MS + 100)
    demonstration.stop()
    assert told.pressed == [0, 0] and told.ends == ["stopped"]


def test_nothing_to_show_is_shown_at_once(stage):
    demonstration, told = make(stage)
    demonstration.play([])
    assert told.ends == ["finished"] and not demonstration.playing


def test_it_covers_the_whole_stage_whatever_its_size(stage):
    demonstration, _ = make(stage)
    demonstration.play([TapAt(BOX)])
    stage.resize(700, 500)
    assert demonstration.geometry() == stage.rect()


@pytest.mark.parametrize("move", [TapAt(BOX), HoldAt(BOX), Carry(BOX, OTHER), PinchAt(BOX, larger=False)])
@pytest.mark.parametrize("animations", [True, False])
def test_the_hand_is_seen_where_it_presses(stage, animations, move):
    empty = stage.grab().toImage()
    demonstration, _ = make(stage, animations)
    demonstration.play([move])
    demonstration.motion.setCurrentTime(GO_MS + 100 if animations else 100)
    seen = stage.grab().toImage()
    assert seen.copy(BOX) != empty.copy(BOX)
    assert seen.copy(0, 400, 600, 200) == empty.copy(0, 400, 600, 200)
