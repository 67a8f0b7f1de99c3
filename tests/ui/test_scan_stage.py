"""The phone is held over a code: by a finger, by buttons, by keys, by itself; and what its camera then sees."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from kiosk.lessons.phone.gestures import Aimed, Tapped
from kiosk.lessons.phone.pictures import Camera, CameraSubject, CameraView
from kiosk.lessons.phone.screen import Skin
from kiosk.ui.phone.pose import STEP, Pose, pose_for
from kiosk.ui.phone.scan_stage import ScanStage
from kiosk.visit.visit import TextSize
from tests.ui.table import TERMINALS, Finger, make_theme, make_words, stage_size

RIGHT, NEAR, FAR = CameraView.RIGHT, CameraView.NEAR, CameraView.FAR
SHADOW, OUTSIDE = CameraView.SHADOW, CameraView.OUTSIDE


@pytest.fixture
def make_scan(qtbot):
    def make(
        start: CameraView = OUTSIDE,
        steady_ms: int = 0,
        terminal: str = "24 inch",
        text_size: TextSize = TextSize.NORMAL,
        sees: CameraSubject = CameraSubject.QR_CODE,
        long_winded: bool = False,
        animations: bool = False,
    ) -> ScanStage:
        camera = Camera(kind="camera", id="camera", label="カメラ", sees=sees)
        theme = make_theme(terminal, text_size, animations)
        stage = ScanStage(theme, make_words(long_winded), camera, Skin.ANDROID, start, steady_ms)
        qtbot.addWidget(stage)
        stage.resize(stage_size(terminal))
        stage.done = []
        stage.gestured.connect(stage.done.append)
        stage.show()
        return stage

    return make


@pytest.mark.parametrize(
    ("aside", "height", "view"),
    [
        (0, 0.5, RIGHT),
        (18, 0.5, RIGHT),
        (-18, 0.3, RIGHT),
        (0, 0.72, RIGHT),
        (0, 0.0, NEAR),
        (17, 0.27, NEAR),
        (0, 1.0, FAR),
        (-17, 0.73, FAR),
        (-19, 0.5, SHADOW),
        (-27, 0.0, SHADOW),
        (-28, 0.5, OUTSIDE),
        (19, 0.5, OUTSIDE),
        (90, 1.0, OUTSIDE),
    ],
)
def test_what_is_seen_from_where(aside, height, view):
    assert Pose(aside, height).view is view


@pytest.mark.parametrize("view", CameraView)
def test_every_sight_has_a_pose(view):
    assert pose_for(view).view is view


@pytest.mark.parametrize(("start", "by"), [(NEAR, STEP), (FAR, -STEP)])
def test_one_press_mends_too_near_and_too_far(start, by):
    assert pose_for(start).higher(by).view is RIGHT


@pytest.mark.parametrize("terminal", TERMINALS)
@pytest.mark.parametrize("start", CameraView)
def test_it_begins_as_the_step_says(make_scan, start, terminal):
    stage = make_scan(start, terminal=terminal)
    assert stage.pose.view is start and stage.done == []


@pytest.mark.parametrize("terminal", TERMINALS)
def test_a_trembling_finger_carries_the_phone_over_the_code(make_scan, qtbot, terminal):
    for seed in range(5):
        stage = make_scan(OUTSIDE, terminal=terminal)
        way = stage.how_to()[0]
        finger = Finger(stage, make_theme(terminal), 5.0, seed)
        finger.carry(way.start.center(), way.end.center() + finger.mm(seed * 3 - 6, seed - 2))
        qtbot.waitUntil(lambda done=stage.done: done[-1:] == [Aimed(RIGHT)])
        assert stage.framed


def test_the_paper_can_be_carried_instead(make_scan, qtbot):
    stage = make_scan(OUTSIDE)
    paper, phone = stage.place_of("paper").center(), stage.place_of("phone").center()
    Finger(stage, make_theme()).carry(paper, QPoint(phone.x(), paper.y()))
    qtbot.waitUntil(lambda: stage.done[-1:] == [Aimed(RIGHT)])


@pytest.mark.parametrize(("start", "dy"), [(NEAR, -22), (FAR, 22)])
def test_up_is_farther_and_down_is_nearer(make_scan, start, dy):
    stage = make_scan(start)
    finger, phone = Finger(stage, make_theme()), stage.place_of("phone").center()
    finger.carry(phone, phone + finger.mm(0, dy))
    assert stage.pose.view is RIGHT


@pytest.mark.parametrize(("start", "name"), [(NEAR, "farther"), (FAR, "nearer")])
def test_a_button_moves_it(make_scan, qtbot, start, name):
    stage = make_scan(start)
    Finger(stage, make_theme()).tap(stage.place_of(name).center())
    qtbot.waitUntil(lambda: stage.done == [Aimed(RIGHT)])


def test_two_taps_bring_it_over_the_code(make_scan, qtbot):
    stage = make_scan(SHADOW)
    for thing in (stage.phone, stage.paper):
        QTest.mouseClick(thing, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stage.done == [Aimed(RIGHT)])


def test_keys_bring_it_over_the_code(make_scan, qtbot):
    stage = make_scan(OUTSIDE, steady_ms=60_000)
    stage.first_button().setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(stage.phone, key)
    assert stage.pose.view is RIGHT


def test_the_paper_alone_is_only_a_touch(make_scan):
    stage = make_scan()
    QTest.mouseClick(stage.paper, Qt.MouseButton.LeftButton)
    assert stage.done == [Tapped("paper")]


def test_what_stays_is_told_once(make_scan, qtbot):
    stage = make_scan(FAR)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(stage.phone, key)
        qtbot.waitUntil(lambda: bool(stage.done) and not stage._steady.isActive())
    assert stage.done == [Aimed(FAR)]


def test_what_passes_is_not_told(make_scan):
    stage = make_scan(OUTSIDE, steady_ms=60_000)
    finger, phone = Finger(stage, make_theme()), stage.place_of("phone").center()
    finger.carry(phone, phone + finger.mm(-80))
    assert stage.done == []


def test_a_payment_code_is_aimed_at_but_never_framed(make_scan, qtbot):
    stage = make_scan(OUTSIDE, sees=CameraSubject.PAYMENT_CODE)
    stage.solve()
    qtbot.waitUntil(lambda: stage.done == [Aimed(RIGHT)])
    assert not stage.framed


def test_with_animations_it_is_seen_on_its_way(make_scan, qtbot):
    stage = make_scan(FAR, animations=True)
    far = stage.place_of("phone")
    stage.solve()
    stage._glide.setCurrentTime(450)
    halfway = stage.place_of("phone")
    stage._glide.setCurrentTime(stage._glide.duration())
    assert far.top() < halfway.top() < stage.place_of("phone").top()
    qtbot.waitUntil(lambda: stage.done == [Aimed(RIGHT)])


def test_reset_begins_anew(make_scan, qtbot):
    stage = make_scan(NEAR)
    stage.solve()
    qtbot.waitUntil(lambda: stage.framed)
    stage.reset()
    assert stage.pose.view is NEAR and not stage.framed and not stage._steady.isActive()


@pytest.mark.parametrize("start", CameraView)
def test_what_the_hand_shows_is_right(make_scan, qtbot, start):
    stage = make_scan(start)
    for move in stage.how_to():
        way = (move.start, move.end) if hasattr(move, "start") else (move.rect, move.rect)
        Finger(stage, make_theme()).carry(way[0].center(), way[1].center())
    assert stage.pose.view is RIGHT


@pytest.mark.parametrize("long_winded", [False, True])
@pytest.mark.parametrize("text_size", TextSize)
@pytest.mark.parametrize("terminal", TERMINALS)
def test_everything_has_room(make_scan, terminal, text_size, long_winded):
    stage = make_scan(OUTSIDE, 0, terminal, text_size, long_winded=long_winded)
    theme, inside = make_theme(terminal, text_size), QRect(QPoint(), stage.size())
    for name in ("phone", "paper", "nearer", "farther"):
        place = stage.place_of(name)
        assert inside.contains(place) and min(place.width(), place.height()) >= theme.target
    assert stage.phone.height() - stage.phone.band_height >= theme.target
    for button in (stage.nearer, stage.farther):
        words = button.block(button.width())
        assert words.width <= button.width() and words.height <= button.height() and not words.torn


def test_everything_has_a_name(make_scan):
    stage = make_scan()
    things = (stage.phone, stage.paper, stage.nearer, stage.farther)
    assert all(thing.accessibleName() for thing in things)
    assert stage.phone.accessibleDescription() == "コードが、うつっていません。"
