"""The staff page: sections, going in and out, and nothing that is left behind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.text.ruby import plain
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.staff.cover import StaffCover
from kiosk.ui.staff.desk import STAFF_SECONDS
from kiosk.ui.staff.frame import StaffFrame
from kiosk.ui.staff.notice_page import NoticePage
from kiosk.ui.staff.pin_pad import PinPad
from kiosk.ui.staff.pin_setup import PinSetup
from kiosk.ui.staff.security_page import SecurityPage
from kiosk.visit.visit import Attract, Home, TextSize
from tests.ui.measure import faults
from tests.ui.staff_room import PIN, WRONG, StaffRoom
from tests.ui.test_every_screen import DISPLAYS

OTHER_PIN = "916304"


@pytest.fixture
def room(make_stage, editions, tmp_path) -> StaffRoom:
    return StaffRoom(make_stage(), editions, tmp_path)


@pytest.fixture
def inside(room) -> StaffRoom:
    room.come_in()
    return room


@pytest.fixture
def unset(make_stage, editions, tmp_path) -> StaffRoom:
    return StaffRoom(make_stage(), editions, tmp_path, pin="")


def words(cover: QWidget) -> str:
    return "\n".join(one.accessibleName() for one in cover.findChildren(QWidget) if one.isVisible())


def test_only_the_chosen_section_is_built(inside):
    assert len(inside.pages) == 1
    inside.press(inside.cover.choices[1])
    first, second = inside.pages
    assert (first.told, second.told) == (["opened", "closed"], ["opened"])
    assert inside.cover.choices[1].isChecked()
    assert not inside.cover.choices[0].isChecked()


def visit_of_staff(room: StaffRoom) -> QImage:
    """In and out again, and what is to be seen then."""
    room.come_in()
    room.shell.grab()
    room.cover.left.emit()
    room.stage.settle()
    return room.shell.grab().toImage()


def test_finishing_leaves_nothing_behind(room):
    room.shell.screen_now.rest(True)
    visit = room.stage.state.visit
    # Large letters that Qt has in its cache are smoothed a little otherwise than new ones.
    before = visit_of_staff(room)
    assert visit_of_staff(room) == before
    assert room.shell.findChildren(StaffCover) == []
    assert room.stage.state.visit == visit
    assert room.pages[-1].told == ["opened", "closed"]


def test_it_tells_when_staff_are_inside(room):
    told = []
    room.desk.opened.connect(lambda: told.append("opened"))
    room.desk.closed.connect(lambda: told.append("closed"))
    room.gesture()
    room.desk.close()
    assert told == []
    room.come_in()
    room.desk.close()
    assert told == ["opened", "closed"]


def test_it_closes_when_nobody_touches_it_unless_something_goes_on(inside):
    idle = inside.desk.room.idle
    assert idle.interval() == STAFF_SECONDS * 1000
    inside.pages[0].is_busy = True
    idle.timeout.emit()
    assert isinstance(inside.cover, StaffFrame)
    assert idle.isActive()
    inside.pages[0].is_busy = False
    idle.timeout.emit()
    assert inside.cover is None


@pytest.fixture
def left_at_work(inside) -> StaffRoom:
    """Staff have gone while their page makes sounds for hours."""
    inside.pages[0].is_busy = True
    inside.desk.room.idle.timeout.emit()
    return inside


def enter(pad: PinPad, pin: str) -> None:
    for digit in pin:
        pad.keypad.add(digit)
    StaffRoom.press(pad.keypad.decide)


def test_what_works_on_alone_cannot_be_touched_without_the_pin(left_at_work):
    room, frame = left_at_work.desk.room, left_at_work.cover
    assert isinstance(room.front, PinPad)
    assert left_at_work.shell.focusWidget() is room.front
    for button in frame.findChildren(TouchButton):
        at = frame.childAt(button.mapTo(frame, button.rect().center()))
        assert at is room.front or room.front.isAncestorOf(at)
    enter(room.front, WRONG)
    assert isinstance(room.front, PinPad)
    enter(room.front, PIN)
    assert room.front is left_at_work.cover is frame
    assert left_at_work.pages[-1].told == ["opened"]


def test_behind_the_curtain_everything_ends_when_the_work_is_done_or_somebody_leaves(left_at_work):
    room = left_at_work.desk.room
    room.idle.timeout.emit()
    assert isinstance(room.front, PinPad)
    left_at_work.pages[0].is_busy = False
    room.idle.timeout.emit()
    assert room.front is left_at_work.cover is None


def test_leaving_the_curtain_leaves_the_staff_page(left_at_work):
    left_at_work.desk.room.front.leave()
    assert left_at_work.cover is None
    assert left_at_work.pages[-1].told == ["opened", "closed"]


def test_a_touch_begins_the_time_anew_and_opens_nothing(room):
    room.desk.stir()
    assert not room.desk.room.idle.isActive()
    room.come_in()
    room.desk.room.idle.stop()
    room.desk.stir()
    assert room.desk.room.idle.isActive()


def test_language_and_text_size_are_those_of_the_staff_page_only(inside):
    visit = inside.stage.state.visit
    inside.press(inside.cover.choices[1])
    inside.cover.language_asked.emit()
    assert inside.cover.words.language == "en"
    inside.cover.text_size_asked.emit()
    assert inside.cover.theme.text_size is TextSize.LARGE
    assert inside.cover.chosen == 1
    assert inside.stage.state.visit == visit
    inside.cover.language_asked.emit()
    assert inside.cover.words.language == "ja"


def test_the_chosen_section_stays_in_sight_in_a_long_list(make_stage, editions, tmp_path):
    room = StaffRoom(make_stage((1280, 720), inches=15.6), editions, tmp_path, more=10)
    room.come_in()
    room.cover.choose(12)
    room.cover.text_size_asked.emit()
    room.stage.settle()
    last = room.cover.choices[12]
    assert last.visibleRegion().boundingRect() == last.rect()
    assert room.cover.choices[0].visibleRegion().isEmpty()


def test_the_next_time_begins_at_the_first_section_in_the_terminals_language(inside):
    inside.press(inside.cover.choices[1])
    inside.cover.language_asked.emit()
    inside.desk.close()
    inside.come_in()
    assert (inside.cover.chosen, inside.cover.words.language) == (0, "ja")


def test_escape_leads_to_the_list_and_then_out(inside):
    inside.pages[0].first.setFocus()
    QTest.keyClick(inside.pages[0].first, Qt.Key.Key_Escape)
    assert inside.cover.focusWidget() is inside.cover.choices[0]
    QTest.keyClick(inside.cover.choices[0], Qt.Key.Key_Escape)
    assert inside.cover is None


def test_tab_stays_inside(inside):
    seen = set()
    for _ in range(20):
        QTest.keyClick(inside.shell.focusWidget(), Qt.Key.Key_Tab)
        assert inside.cover.isAncestorOf(inside.shell.focusWidget())
        seen.add(inside.shell.focusWidget())
    assert {inside.pages[0].first, *inside.cover.choices} <= seen
    QTest.keyClick(inside.shell.focusWidget(), Qt.Key.Key_Backtab)
    assert inside.cover.isAncestorOf(inside.shell.focusWidget())


def test_what_takes_its_place_over_the_window_stays(inside):
    other = QWidget()
    inside.shell.cover_with(other)
    assert inside.pages[0].told == ["opened", "closed"]
    inside.desk.room.idle.timeout.emit()
    assert inside.shell.cover is other
    inside.shell.lift_cover()
    inside.come_in()
    assert isinstance(inside.cover, StaffFrame)


def test_nothing_opens_over_a_visit_or_over_something_else(room):
    room.late = True
    room.gesture()
    room.stage.show(Home())
    room.work_off()
    assert room.cover is None
    room.stage.show(Attract())
    room.gesture()
    room.shell.cover_with(other := QWidget())
    room.work_off()
    assert room.cover is other


def test_the_section_about_the_pin_counts_wrong_tries(room):
    room.gesture()
    room.enter(WRONG)
    room.enter(WRONG)
    room.enter(PIN)
    room.press(room.cover.choices[-1])
    assert isinstance(room.cover.page, SecurityPage)
    assert "2回" in words(room.cover.page)


def test_staff_change_the_pin(inside):
    inside.press(inside.cover.choices[-1])
    inside.cover.page.change_requested.emit()
    inside.enter(OTHER_PIN)
    inside.enter(OTHER_PIN)
    assert "番号を変えました" in words(inside.cover.page)
    assert inside.door.pins.verify(OTHER_PIN)
    assert not inside.door.pins.verify(PIN)


def test_a_change_can_be_given_up(inside):
    inside.press(inside.cover.choices[-1])
    inside.cover.page.change_requested.emit()
    inside.enter(OTHER_PIN)
    inside.press(inside.cover.leaver)
    assert isinstance(inside.cover.page, SecurityPage)
    assert inside.door.pins.verify(PIN)


def test_a_terminal_without_a_pin_asks_for_one_at_the_start(unset):
    unset.desk.begin(offer_setup=True)
    assert isinstance(unset.cover, PinSetup)
    unset.enter(PIN)
    assert "もう一度" in plain(unset.cover.said.text)
    unset.enter(PIN)
    assert isinstance(unset.cover, NoticePage)
    assert "四すみ" in words(unset.cover)
    assert unset.door.pins.verify(PIN)


@pytest.mark.parametrize(
    ("entered", "answer"), [([PIN, WRONG], "同じではありません"), (["123456"], "すぐに当て")]
)
def test_what_may_not_be_the_pin_is_said_and_asked_again(unset, entered, answer):
    unset.desk.begin(offer_setup=True)
    for pin in entered:
        unset.enter(pin)
    assert answer in plain(unset.cover.said.text)
    assert not unset.door.pins.is_set
    unset.enter(PIN)
    unset.enter(PIN)
    assert unset.door.pins.verify(PIN)


def test_the_pin_can_be_left_for_later(unset):
    unset.desk.begin(offer_setup=True)
    unset.press(unset.cover.leaver)
    assert unset.cover is None
    assert not unset.door.pins.is_set


@pytest.mark.parametrize("offered", [True, False])
def test_with_a_pin_the_start_asks_nothing_and_a_wait_goes_on(room, offered):
    room.gesture()
    for _ in range(3):
        room.enter(WRONG)
    room.desk.close()
    room.desk.begin(offered)
    assert room.cover is None
    assert room.desk.entrance.keeper.isActive()
    room.clock.now += 10
    room.desk.shut_down()
    assert b"50.0" in room.door.lockout.file.read_bytes()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("text_size", list(TextSize))
@pytest.mark.parametrize("display", DISPLAYS)
def test_nothing_is_clipped_or_under_size(make_stage, editions, tmp_path, display, text_size, language):
    size, inches = DISPLAYS[display]
    room = StaffRoom(make_stage(size, text_size, language, inches), editions, tmp_path, pin="")
    found = []

    def look(name: str) -> None:
        room.stage.settle()
        found.extend(f"{name}: {fault}" for fault in faults(room.shell, room.cover.theme))

    room.gesture()
    look("unset")
    room.desk.close()
    room.desk.begin(offer_setup=True)
    look("setup")
    room.enter("123456")
    look("weak")
    room.enter(PIN)
    room.enter(PIN)
    look("how to open")
    room.desk.close()
    room.gesture()
    look("pad")
    for _ in range(3):
        room.enter(WRONG)
        look("wrong")
    room.door.lockout.succeeded()
    room.desk.close()
    room.come_in()
    look("frame")
    room.press(room.cover.choices[-1])
    look("security")
    assert found == []
