"""The phone is laid on the card: by a finger, by taps, by keys, by itself; and is moved away too early."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from kiosk.draw.ruby import set_text
from kiosk.lessons.phone.elements import Reading
from kiosk.lessons.phone.gestures import HeldOnCard, Tapped
from kiosk.lessons.phone.screen import Skin
from kiosk.ui.phone.card_stage import CardStage, Pace
from kiosk.ui.phone.movable import NUDGE_MM
from kiosk.ui.touch import TouchGuard
from kiosk.visit.visit import TextSize
from tests.ui.table import TERMINALS, Finger, make_theme, make_words, stage_size

AT_ONCE, FOR_EVER = Pace(rest=60_000, read=0), Pace(rest=60_000, read=60_000)


@pytest.fixture
def make_card(qtbot):
    def make(
        pace: Pace = AT_ONCE,
        terminal: str = "24 inch",
        text_size: TextSize = TextSize.NORMAL,
        skin: Skin = Skin.IPHONE,
        long_winded: bool = False,
        animations: bool = False,
    ) -> CardStage:
        stage = CardStage(make_theme(terminal, text_size, animations), make_words(long_winded), skin, pace)
        qtbot.addWidget(stage)
        stage.resize(stage_size(terminal))
        stage.done = []
        stage.gestured.connect(stage.done.append)
        stage.show()
        return stage

    return make


def finger_on(stage: CardStage, tremble: float = 0.0, seed: int = 1) -> Finger:
    return Finger(stage, make_theme(), tremble, seed)


def way_to_card(stage: CardStage) -> tuple[QPoint, QPoint]:
    """From the phone's middle to where its middle is when it lies right."""
    end = stage.how_to()[0].end.center()
    return stage.place_of("phone").center(), end


def test_laid_on_the_card_and_let_go_it_reads(make_card):
    stage = make_card()
    finger_on(stage).carry(*way_to_card(stage))
    assert stage.done == [HeldOnCard(still=True)]
    assert stage.stage_now is Reading.DONE


@pytest.mark.parametrize("skin", Skin)
@pytest.mark.parametrize("terminal", TERMINALS)
def test_a_trembling_hand_lays_it_roughly(make_card, terminal, skin):
    for seed in range(20):
        stage = make_card(terminal=terminal, skin=skin)
        finger = Finger(stage, make_theme(terminal), 5.0, seed)
        start, end = way_to_card(stage)
        finger.carry(start, end + finger.mm(-9 + seed % 19, 8 - seed % 9))
        assert stage.done == [HeldOnCard(still=True)]


def test_a_finger_that_rests_on_the_card_need_not_lift(make_card, qtbot):
    stage = make_card(Pace(rest=0, read=0))
    start, end = way_to_card(stage)
    finger = finger_on(stage)
    finger.press(start)
    finger.go(end)
    qtbot.waitUntil(lambda: stage.done == [HeldOnCard(still=True)])


def test_a_phone_on_its_way_over_the_card_does_not_read(make_card):
    stage = make_card(FOR_EVER)
    start, end = way_to_card(stage)
    finger = finger_on(stage)
    finger.press(start)
    finger.go(end, steps=30)
    assert stage.stage_now is Reading.WAITING


def test_beside_the_card_nothing_is_read(make_card):
    stage = make_card()
    start, end = way_to_card(stage)
    finger = finger_on(stage)
    finger.carry(start, end + finger.mm(0, -29))
    assert stage.done == [] and stage.stage_now is Reading.WAITING


def test_drifting_by_5_mm_while_it_reads_is_still(make_card):
    stage = make_card(FOR_EVER)
    finger = finger_on(stage)
    finger.carry(*way_to_card(stage))
    lying = stage.place_of("phone")
    finger.press(lying.center())
    finger.go(lying.center() + finger.mm(4, 3))
    finger.go(lying.center() + finger.mm(-4, 2))
    assert stage.stage_now is Reading.READING and stage.place_of("phone") == lying


def test_moved_too_early_is_told_and_can_be_tried_again(make_card):
    stage = make_card(FOR_EVER)
    finger = finger_on(stage)
    finger.carry(*way_to_card(stage))
    lying = stage.place_of("phone").center()
    finger.press(lying)
    finger.go(lying + finger.mm(0, -40))
    assert stage.done == [HeldOnCard(still=False)] and stage.stage_now is Reading.MOVED
    finger.go(lying)
    finger.lift()
    assert stage.stage_now is Reading.READING


def test_resting_and_then_pulled_away_in_one_touch(make_card, qtbot):
    stage = make_card(Pace(rest=0, read=60_000))
    start, end = way_to_card(stage)
    finger = finger_on(stage)
    finger.press(start)
    finger.go(end, steps=1)
    qtbot.waitUntil(lambda: stage.stage_now is Reading.READING)
    finger.go(end + finger.mm(12), steps=1)
    assert stage.done == [HeldOnCard(still=False)]


def test_a_finger_that_went_too_far_may_tremble_there(make_card, qtbot):
    stage = make_card(Pace(rest=0, read=60_000))
    start, end = way_to_card(stage)
    finger = finger_on(stage)
    finger.press(start)
    finger.go(end + finger.mm(0, 40), steps=1)
    qtbot.waitUntil(lambda: stage.stage_now is Reading.READING)
    finger.go(end + finger.mm(3, 37))
    assert stage.done == [] and stage.stage_now is Reading.READING


def test_a_slow_finger_may_go_on_to_the_middle_while_it_reads(make_card, qtbot):
    stage = make_card(Pace(rest=0, read=60_000))
    start, end = way_to_card(stage)
    finger = finger_on(stage)
    finger.press(start)
    finger.go(end + finger.mm(0, -20), steps=1)
    qtbot.waitUntil(lambda: stage.stage_now is Reading.READING)
    finger.go(end + finger.mm(0, 9))
    assert stage.done == [] and stage.stage_now is Reading.READING


def test_the_window_lets_a_slow_drag_pass(make_card):
    stage, now = make_card(), [0.0]
    guard = TouchGuard(stage, clock=lambda: now[0])
    guard.install()
    start, end = way_to_card(stage)
    finger = finger_on(stage)
    finger.press(start)
    finger.go(end)
    now[0] = 9.0
    finger.lift()
    assert stage.done == [HeldOnCard(still=True)]


def test_without_dragging_two_taps_lay_it(make_card):
    stage = make_card()
    finger = finger_on(stage)
    finger.tap(stage.place_of("phone").center())
    assert stage.phone.pointed and stage.card.pointed
    finger.tap(stage.place_of("card").center())
    assert stage.done == [HeldOnCard(still=True)]


def test_without_a_finger_two_keys_lay_it(make_card):
    stage = make_card()
    for thing in (stage.first_button(), stage.card):
        thing.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(thing, Qt.Key.Key_Return)
    assert stage.done == [HeldOnCard(still=True)]


def test_arrow_keys_carry_it_too(make_card, qtbot):
    stage = make_card(Pace(rest=0, read=0))
    start, end = way_to_card(stage)
    way_mm = (end - start).y() / make_theme().display.px_per_mm
    for _ in range(round(way_mm / NUDGE_MM)):
        QTest.keyClick(stage.phone, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: stage.done == [HeldOnCard(still=True)])


def test_the_card_alone_is_only_a_touch(make_card):
    stage = make_card()
    QTest.mouseClick(stage.card, Qt.MouseButton.LeftButton)
    assert stage.done == [Tapped("card")]


def test_with_animations_it_is_seen_on_its_way(make_card):
    stage = make_card(animations=True)
    home = stage.place_of("phone")
    stage.lay()
    stage._glide.setCurrentTime(450)
    halfway = stage.place_of("phone")
    stage._glide.setCurrentTime(stage._glide.duration())
    assert home.top() < halfway.top() < stage.place_of("phone").top()
    assert stage.done == [HeldOnCard(still=True)]


def test_a_change_of_size_does_not_stop_it(make_card):
    stage = make_card(animations=True)
    stage.lay()
    stage.resize(500, 600)
    stage._glide.setCurrentTime(stage._glide.duration())
    assert stage.done == [HeldOnCard(still=True)]


def test_reset_begins_anew(make_card):
    stage = make_card()
    home = stage.place_of("phone")
    stage.lay()
    stage.reset()
    assert stage.place_of("phone") == home and stage.stage_now is Reading.WAITING


@pytest.mark.parametrize("long_winded", [False, True])
@pytest.mark.parametrize("text_size", TextSize)
@pytest.mark.parametrize("terminal", TERMINALS)
def test_everything_has_room(make_card, terminal, text_size, long_winded):
    stage = make_card(AT_ONCE, terminal, text_size, long_winded=long_winded)
    theme = make_theme(terminal, text_size)
    inside = QRect(QPoint(), stage.size())
    for name in ("phone", "card"):
        assert inside.contains(stage.place_of(name)) and stage.place_of(name).height() >= theme.target
    stage.lay()
    assert inside.contains(stage.place_of("phone"))
    assert stage.phone.height() - stage.phone.band_height >= theme.target
    caption = stage._caption
    words = set_text(caption.text, caption.width(), theme.text_style(caption.px, True))
    assert words.height <= caption.height() and words.width <= caption.width()
    assert caption.px >= theme.least_label


def test_everything_has_a_name(make_card):
    stage = make_card()
    assert stage.phone.accessibleName() and stage.card.accessibleName()
    assert stage.phone.accessibleDescription() == "カードに重ねます"
