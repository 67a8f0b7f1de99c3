"""The practice phone for keyboards, screen readers and eyes: roles, names, words, focus, ring, and how it changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from kiosk.lessons.phone.gestures import (
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
from kiosk.lessons.phone.screen import Skin
from kiosk.lessons.phone.shown import Shown
from kiosk.text.ruby import plain
from kiosk.ui.hearing import heard_text
from tests.ui.phones import BUTTONS, LONG, MAP, Phone, shown, wording

OPTIONS = [{"id": "yes", "label": "はい"}, {"id": "no", "label": "いいえ"}]
CHECK = {"kind": "check-box", "id": "one", "label": "同意します", "on": True}
SWITCH = {"kind": "switch", "id": "one", "label": "Wi-Fi", "note": "近くの電波"}
RADIO = {"kind": "radio", "id": "which", "label": "どちら", "options": OPTIONS, "chosen": "yes"}
LIST = {
    "kind": "drop-down",
    "id": "one",
    "label": "地区",
    "options": OPTIONS,
    "placeholder": "選んでください",
}
DATE = {"kind": "date", "id": "one", "label": "生年月日", "value": "1950-04-01"}
FIELD = {"kind": "field", "id": "one", "label": "名前", "value": "見本"}
SECRET = {"kind": "field", "id": "one", "label": "暗証番号", "value": "4321", "secret": True}
ROWS = {"kind": "list", "rows": [{"id": "one", "label": "予約", "note": "3件"}]}
CARD = {"kind": "card", "id": "one", "label": "べんり", "tag": "広告", "text": "今すぐ"}
LINK = {"kind": "link", "id": "one", "label": "くわしく"}
TABS = {"chosen": "one", "tabs": [{"id": name, "label": name, "icon": "home"} for name in ("one", "two")]}
STORE = {
    "kind": "store-app",
    "id": "one",
    "label": "入手",
    "name": "地図",
    "maker": "見本市",
    "icon": "map",
    "ready": "開く",
    "loading": "入れています",
}
TALK = {"kind": "bubbles", "sender": "市役所", "messages": [{"id": "one", "label": "こんにちは"}]}
PIN = {"kind": "pin-pad", "id": "pin", "label": "利用者証明用の暗証番号"}

Role = QAccessible.Role


@pytest.fixture
def make(qtbot):
    def make(screen: Shown, animations: bool = False) -> Phone:
        phone = Phone(screen, animations=animations)
        qtbot.addWidget(phone)
        return phone

    return make


def interface(phone: Phone, element: str):
    return QAccessible.queryAccessibleInterface(phone.button(element))


def heard(widget: QWidget) -> str:
    return plain(heard_text(widget, wording()))


# -- the accessibility tree --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "role"),
    [
        (BUTTONS[0] | {"id": "one"}, Role.Button),
        (CHECK, Role.CheckBox),
        (SWITCH, Role.CheckBox),
        (LIST, Role.ComboBox),
        (DATE, Role.ComboBox),
        (FIELD, Role.EditableText),
        (ROWS, Role.ListItem),
        (CARD, Role.ListItem),
        (LINK, Role.Link),
        (MAP | {"id": "one"}, Role.Graphic),
        (STORE, Role.Button),
        (TALK, Role.ListItem),
    ],
)
def test_every_element_has_its_role(make, body, role) -> None:
    assert interface(make(shown(body)), "one").role() == role


def test_answers_are_radio_buttons_and_in_an_open_list_menu_items(make) -> None:
    radio = interface(make(shown(RADIO)), "yes")
    assert radio.role() == Role.RadioButton and radio.state().checked
    opened = make(Shown(shown(LIST).screen, shown().words, open="one"))
    assert interface(opened, "no").role() == Role.MenuItem


def test_a_chosen_tab_is_selected(make) -> None:
    phone = make(shown(tabs=TABS))
    assert [interface(phone, name).state().selected for name in ("one", "two")] == [1, 0]
    assert interface(phone, "one").role() == Role.PageTab


def test_a_secret_field_is_a_password_field(make) -> None:
    secret, open_ = (interface(make(shown(field)), "one") for field in (SECRET, FIELD))
    assert secret.state().passwordEdit and not open_.state().passwordEdit
    assert "4321" not in secret.text(QAccessible.Text.Description) + secret.text(QAccessible.Text.Value)


def test_a_screen_reader_can_press(make) -> None:
    phone = make(shown(CHECK))
    interface(phone, "one").actionInterface().doAction(QAccessibleActionInterface.pressAction())
    assert phone.done == [Tapped("one")]


@pytest.mark.parametrize("skin", Skin)
def test_everything_that_can_be_touched_is_a_named_button_in_reading_order(make, skin: Skin) -> None:
    screen = shown(
        RADIO, PIN, bar="名前", back="home/first", address="https://a.example/", tabs=TABS, skin=skin
    )
    phone = make(screen)
    assert [button.element for button in phone.buttons] == [what.id for what in screen.touchables()]
    assert all(button.accessibleName() for button in phone.buttons)


# -- hearing -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (BUTTONS[0] | {"id": "one"}, "あ\nボタンです。"),
        (CHECK, "同意します\nチェック欄です。チェックが入っています。"),
        (CHECK | {"on": False}, "同意します\nチェック欄です。チェックは入っていません。"),
        (SWITCH, "Wi-Fi\n近くの電波\nスイッチです。今はオフです。"),
        (LIST, "地区\n選んでください\n押すと、選ぶものが出てきます。"),
        (LIST | {"chosen": "no"}, "地区\nいいえ\n押すと、選ぶものが出てきます。"),
        (DATE, "生年月日\n1950年4月1日\n日付です。押すと、変えられます。"),
        (FIELD, "名前\n見本\n文字を入れるところです。"),
        (SECRET, "暗証番号\n人に見せない文字を入れるところです。中身は読み上げません。"),
        (ROWS, "予約\n3件\n押せるところです。"),
        (CARD, "べんり\n広告\n今すぐ\n押せるところです。"),
        (STORE, "地図\n見本市\n入手\nボタンです。"),
        (TALK, "こんにちは\n届いたメッセージです。"),
    ],
)
def test_an_element_says_its_label_what_stands_there_and_what_it_is(make, body, words: str) -> None:
    assert heard(make(shown(body)).button("one")) == words


def test_the_address_says_whose_page_it_is(make) -> None:
    phone = make(shown(address="https://www.city.example.jp/form?x=1"))
    assert heard(phone.button("address")).splitlines()[1] == "www.city.example.jp"


def test_what_cannot_be_touched_is_heard_too(make) -> None:
    progress = {"kind": "progress", "id": "bar", "label": "読みこんでいます"}
    phone = make(shown(TALK, progress, bar="やりとり", toast="送りました"))
    said = [heard(text) for text in phone._board.texts]
    assert said[0] == "練習です"
    assert {"やりとり", "市役所", "読みこんでいます", "送りました"} <= set(said)


def test_behind_a_question_nothing_is_heard_but_the_band(make) -> None:
    dialog = {"title": "許可しますか", "text": "写真を使います。", "buttons": [{"id": "ok", "label": "はい"}]}
    phone = make(shown(TALK, bar="やりとり", dialog=dialog))
    assert [heard(text) for text in phone._board.texts] == ["練習です", "許可しますか", "写真を使います。"]
    assert [button.element for button in phone.buttons] == ["ok"]


# -- keys --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "held", "gesture"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, Tapped("map")),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, Tapped("map")),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, Held("map")),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, TappedTwice("map")),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, Swiped(Way.LEFT, "map")),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, Swiped(Way.DOWN, "map")),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, EdgeSwiped(Edge.BACK)),
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, EdgeSwiped(Edge.BACK)),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, EdgeSwiped(Edge.HOME)),
        (Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, EdgeSwiped(Edge.NOTIFICATIONS)),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.NoModifier, Pinched("map", Size.LARGER)),
        (Qt.Key.Key_Minus, Qt.KeyboardModifier.NoModifier, Pinched("map", Size.SMALLER)),
    ],
)
def test_every_gesture_has_a_key(make, key, held, gesture) -> None:
    phone = make(shown(MAP))
    phone.button("map").setFocus()
    QTest.keyClick(phone.button("map"), key, held)
    assert phone.done == [gesture]


def test_pages_are_turned_with_keys_and_arrows(make) -> None:
    phone = make(shown(*LONG, scrolls=True))
    phone.button("row-0").setFocus()
    QTest.keyClick(phone.button("row-0"), Qt.Key.Key_PageDown)
    below = phone.scroll_now
    up, down = phone._arrows.buttons
    QTest.mouseClick(down, Qt.MouseButton.LeftButton)
    assert phone.scroll_now > below > 0 and up.isEnabled()
    assert [type(one) for one in phone.done] == [Scrolled, Scrolled]


def test_tab_goes_through_the_phone_and_leaves_it(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    before, after = QLineEdit(), QLineEdit()
    phone = Phone(shown(*BUTTONS))
    for widget in (before, phone, after):
        column.addWidget(widget)
    window.resize(560, 1000)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    before.setFocus()
    visited = []
    for _ in range(7):
        visited.append(window.focusWidget())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert visited == [before, *phone.buttons, after]


def test_the_keyboard_focus_has_a_ring_and_is_brought_into_view(make) -> None:
    phone = make(shown(*LONG, scrolls=True))
    last = phone.button("row-29")
    last.setFocus(Qt.FocusReason.TabFocusReason)
    assert phone.scroll_now == round(phone.layout_now.scroll_room)
    assert phone.marks.focus_ring.isVisible()
    assert phone.marks.focus_ring.geometry().contains(last.geometry().translated(last.parentWidget().pos()))


def test_a_finger_needs_no_focus_ring(make) -> None:
    phone = make(shown(*BUTTONS))
    phone.button("button-0").setFocus(Qt.FocusReason.MouseFocusReason)
    assert not phone.marks.focus_ring.isVisible()


# -- pointing and changing ---------------------------------------------------------------------


def test_the_ring_stands_round_what_is_marked(make) -> None:
    phone = make(shown(*BUTTONS))
    assert not phone.marks.ring.isVisible()
    phone.marks.mark("button-3")
    assert phone.marks.ring.geometry().contains(phone.place_of("button-3"))
    phone.marks.mark(None)
    assert not phone.marks.ring.isVisible()


@pytest.mark.parametrize("animations", [False, True])
def test_the_ring_breathes_only_where_things_may_move(make, animations: bool) -> None:
    phone = make(shown(*BUTTONS), animations)
    phone.marks.pulse("button-3")
    assert phone.marks.ring.isVisible() and phone.marks.ring.breathes is animations
    phone.marks.mark("button-2")
    assert not phone.marks.ring.breathes


def test_the_place_of_something_below_is_brought_into_view(make) -> None:
    phone = make(shown(*LONG, scrolls=True))
    place = phone.place_of("row-20")
    assert phone.layout_now.body.toAlignedRect().contains(place)
    assert phone.place_of("nowhere") is None


def test_the_place_of_a_group_holds_all_of_it(make) -> None:
    phone = make(shown(PIN))
    pad = phone.place_of("pin")
    assert all(pad.contains(phone.place_of(f"pin.{digit}")) for digit in "1590")


def test_a_change_keeps_the_focus_and_the_place(make) -> None:
    phone = make(shown(*LONG, CHECK, scrolls=True))
    box = phone.button("one")
    box.setFocus(Qt.FocusReason.TabFocusReason)
    at = phone.scroll_now
    phone.show_phone(shown(*LONG, CHECK | {"on": False}, scrolls=True))
    assert phone.button("one") is box and box.hasFocus() and phone.scroll_now == at > 0
    assert not interface(phone, "one").state().checked


def test_another_screen_begins_at_its_top_with_the_focus_on_its_first_button(make) -> None:
    phone = make(shown(*LONG, scrolls=True))
    phone.button("row-29").setFocus(Qt.FocusReason.TabFocusReason)
    phone.show_phone(shown(*BUTTONS))
    assert phone.scroll_now == 0
    assert phone.button("button-0").ringed


def test_another_screen_shows_no_focus_ring_to_a_finger(make) -> None:
    phone = make(shown(*BUTTONS))
    phone.button("button-0").setFocus(Qt.FocusReason.MouseFocusReason)
    phone.show_phone(shown(*BUTTONS[1:]))
    assert phone.button("button-1").hasFocus() and not phone.button("button-1").ringed


@pytest.mark.parametrize("animations", [False, True])
def test_another_screen_fades_in_where_things_may_move(make, animations: bool) -> None:
    phone = make(shown(*BUTTONS), animations)
    phone.grab()
    phone.show_phone(shown(*LONG[:3]))
    assert phone._picture.fades is animations


def test_the_same_screen_with_other_values_changes_at_once(make) -> None:
    phone = make(shown(CHECK), animations=True)
    phone.grab()
    phone.show_phone(shown(CHECK | {"on": False}))
    assert not phone._picture.fades


def test_the_keyboard_has_a_place_and_its_coming_is_told(qtbot, make) -> None:
    phone = make(shown(FIELD))
    assert phone.keyboard_box is None
    with qtbot.waitSignal(phone.keyboard_moved):
        phone.show_phone(Shown(shown(FIELD).screen, shown().words, typing="one"))
    assert phone.rect().contains(phone.keyboard_box)
    assert phone.place_of("one").bottom() < phone.keyboard_box.top()


def test_a_pressed_button_shows_it_and_the_picture_is_repainted_only_there(make) -> None:
    phone = make(shown(*BUTTONS))
    before = phone.grab().toImage()
    QTest.mousePress(phone.button("button-0"), Qt.MouseButton.LeftButton)
    box = phone.place_of("button-0")
    after = phone.grab().toImage()
    assert after.copy(box) != before.copy(box)
    other = phone.place_of("button-3")
    assert after.copy(other) == before.copy(other)


def test_arrows_stand_beside_the_phone_and_do_not_move_it(make) -> None:
    phone = make(shown(*BUTTONS))
    before = phone.layout_now.frame
    phone.show_phone(shown(*LONG, scrolls=True))
    assert phone.layout_now.frame == before
    for arrow in phone._arrows.buttons:
        assert arrow.isVisible() and arrow.geometry().left() > before.right()
        assert phone.rect().contains(arrow.geometry())


def test_where_there_is_plenty_of_room_the_phone_stands_in_the_middle(make) -> None:
    phone = make(shown(*LONG, scrolls=True))
    phone.resize(900, 900)
    assert abs(phone.layout_now.frame.center().x() - 450) < 1
