"""The keypad as staff, and people who guess, meet it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.staff.tries import wait_after
from kiosk.text.ruby import plain
from kiosk.ui.staff.entrance import PAD_SECONDS
from kiosk.ui.staff.frame import StaffFrame
from kiosk.ui.staff.keypad import IN_ORDER, key_order
from kiosk.ui.staff.notice_page import NoticePage
from kiosk.ui.staff.pin_pad import PinPad
from kiosk.ui.touch import TouchGuard
from kiosk.visit.visit import Attract
from tests.ui.staff_room import PIN, WRONG, StaffRoom


@pytest.fixture
def room(make_stage, editions, tmp_path) -> StaffRoom:
    return StaffRoom(make_stage(), editions, tmp_path)


@pytest.fixture
def at_pad(room) -> StaffRoom:
    room.gesture()
    return room


def said(room: StaffRoom) -> str:
    return plain(room.cover.said.text)


def fail(room: StaffRoom, times: int) -> None:
    for _ in range(times):
        room.enter(WRONG)


def wait(room: StaffRoom, seconds: float) -> None:
    room.clock.now += seconds
    room.desk.entrance.second.timeout.emit()


def test_the_right_pin_opens(at_pad):
    at_pad.enter(PIN)
    assert isinstance(at_pad.cover, StaffFrame)
    assert isinstance(at_pad.stage.state.visit.page, Attract)


def test_a_wrong_pin_says_how_many_tries_are_left(at_pad):
    fail(at_pad, 1)
    assert "番号がちがいます" in said(at_pad)
    assert "2回" in said(at_pad)
    assert isinstance(at_pad.cover, PinPad)


def test_a_wait_is_counted_down_and_ends(at_pad):
    fail(at_pad, 4 - 1)
    assert "あと1分" in said(at_pad)
    wait(at_pad, 60)
    fail(at_pad, 1)
    assert "あと5分" in said(at_pad)
    wait(at_pad, 61)
    assert "あと4分" in said(at_pad)
    wait(at_pad, 240)
    assert at_pad.cover.keypad.isEnabled()
    at_pad.enter(PIN)
    assert isinstance(at_pad.cover, StaffFrame)


def test_during_a_wait_no_digit_is_taken_but_one_can_leave(at_pad):
    fail(at_pad, 3)
    at_pad.enter(PIN)
    QTest.keyClicks(at_pad.cover, PIN)
    QTest.keyClick(at_pad.cover, Qt.Key.Key_Return)
    assert isinstance(at_pad.cover, PinPad)
    assert "kiosk pin reset" in plain(at_pad.cover.added.text)
    at_pad.press(at_pad.cover.leaver)
    assert at_pad.cover is None


def test_leaving_and_coming_back_does_not_help(at_pad):
    fail(at_pad, 3)
    at_pad.press(at_pad.cover.leaver)
    at_pad.gesture()
    assert "あと1分" in said(at_pad)
    assert not at_pad.cover.keypad.isEnabled()


def test_many_guesses_through_the_screen_take_as_long_as_the_sum_of_their_waits(at_pad):
    began, guesses = at_pad.clock.now, 25
    for _ in range(guesses):
        wait(at_pad, at_pad.door.lockout.now.wait)
        fail(at_pad, 1)
    assert at_pad.door.lockout.now.failed == guesses
    assert at_pad.clock.now - began == sum(wait_after(failed) for failed in range(1, guesses))


def test_while_a_pin_is_looked_at_no_other_is_taken(at_pad):
    at_pad.late = True
    at_pad.enter(WRONG)
    at_pad.enter(PIN)
    at_pad.work_off()
    assert at_pad.door.lockout.now.failed == 1
    assert isinstance(at_pad.cover, PinPad)


def test_an_answer_that_comes_after_leaving_opens_nothing(at_pad):
    at_pad.late = True
    at_pad.enter(PIN)
    at_pad.press(at_pad.cover.leaver)
    at_pad.work_off()
    assert at_pad.cover is None


def test_a_usb_keyboard_works(at_pad):
    QTest.keyClicks(at_pad.cover, PIN + "1")
    QTest.keyClick(at_pad.cover, Qt.Key.Key_Backspace)
    QTest.keyClick(at_pad.cover, Qt.Key.Key_Return)
    assert isinstance(at_pad.cover, StaffFrame)


def test_escape_leaves(at_pad):
    QTest.keyClick(at_pad.cover, Qt.Key.Key_Escape)
    assert at_pad.cover is None


def test_it_leaves_by_itself_when_nobody_touches_it(at_pad):
    idle = at_pad.desk.room.idle
    assert idle.isActive()
    assert idle.interval() == PAD_SECONDS * 1000
    idle.timeout.emit()
    assert at_pad.cover is None
    assert not idle.isActive()
    wait(at_pad, 1)
    assert not at_pad.desk.entrance.second.isActive()


def test_five_digits_are_not_enough_and_a_mistake_can_be_taken_back(at_pad):
    pad = at_pad.cover
    for digit in PIN[:5] + "0":
        at_pad.press(pad.keypad.keys[digit])
    at_pad.press(pad.keypad.delete)
    assert not pad.keypad.decide.isEnabled()
    at_pad.press(pad.keypad.keys[PIN[5]])
    at_pad.press(pad.keypad.decide)
    assert isinstance(at_pad.cover, StaffFrame)


def accessible(widget: QWidget) -> list[tuple[str, ...]]:
    """All that a screen reader can learn of what is shown."""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    found = [QAccessible.queryAccessibleInterface(one) for one in (widget, *widget.findChildren(QWidget))]
    return [tuple(one.text(kind) for kind in kinds) for one in found if one]


def test_no_screen_reader_learns_what_is_entered_nor_how_much(at_pad):
    before = accessible(at_pad.cover)
    for digit in PIN[:4]:
        at_pad.press(at_pad.cover.keypad.keys[digit])
    assert accessible(at_pad.cover) == before
    assert not any(PIN[:2] in text for texts in before for text in texts)


def test_quick_hands_are_heard(at_pad):
    guard = TouchGuard(at_pad.shell, lambda: 0.0)
    guard.install()
    at_pad.door.change("447219")
    at_pad.enter("447219")
    guard.remove()
    assert isinstance(at_pad.cover, StaffFrame)


def test_the_keys_lie_as_on_a_telephone_unless_they_are_shuffled(make_stage, editions, tmp_path):
    room = StaffRoom(make_stage(), editions, tmp_path, shuffled=True)
    orders = set()
    for _ in range(5):
        room.gesture()
        orders.add(tuple(room.cover.keypad.keys))
        room.desk.close()
    assert tuple(key_order(False)) == IN_ORDER
    assert len(orders) > 1
    assert {tuple(sorted(order)) for order in orders} == {tuple(sorted(IN_ORDER))}


def test_the_wait_is_written_down_while_nobody_is_at_the_pad(at_pad):
    fail(at_pad, 3)
    at_pad.desk.close()
    at_pad.clock.now += 30
    at_pad.desk.entrance.keeper.timeout.emit()
    assert b"30.0" in at_pad.door.lockout.file.read_bytes()


def test_a_damaged_pin_says_so_and_takes_nothing(room):
    room.door.pins.file.write_bytes(b"")
    room.gesture()
    assert "こわれて" in said(room)
    assert not room.cover.keypad.isEnabled()


def test_a_disk_that_cannot_be_written_is_named(at_pad):
    at_pad.door.lockout.file.unlink()
    at_pad.door.lockout.file.mkdir()
    at_pad.enter(PIN)
    assert str(at_pad.door.lockout.file) in said(at_pad)


def test_without_a_pin_the_gesture_says_how_to_set_one(make_stage, editions, tmp_path):
    room = StaffRoom(make_stage(), editions, tmp_path, pin="")
    room.gesture()
    assert isinstance(room.cover, NoticePage)
    room.press(room.cover.closer)
    assert room.cover is None
