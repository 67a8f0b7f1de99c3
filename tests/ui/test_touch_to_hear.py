"""While touches only ask to hear: everything says what it is, nothing is pressed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMargins, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.app import Kiosk
from kiosk.lessons.place import Place
from kiosk.paths import SHIPPED
from kiosk.settings import Settings
from kiosk.text.ruby import plain
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Progress
from kiosk.ui.controls.tile import Tile
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.hearing import audible_in, room_round, seen_box
from kiosk.ui.phone.words import PhoneWords, host
from kiosk.ui.touch import TouchGuard
from kiosk.visit import moves
from kiosk.visit.visit import ChooseLanguage, Front, Home, InLesson, OnShelf, TextSize
from tests.ui.listed_speaker import ListedSpeaker
from tests.ui.phones import Phone, shown


class Clock:
    """Every look at it is a second later, so that no touch counts as a repeated one."""

    now = 0.0

    def __call__(self) -> float:
        self.now += 1.0
        return self.now


@pytest.fixture
def speaker(qtbot) -> ListedSpeaker:
    return ListedSpeaker()


@pytest.fixture
def stage(make_stage, speaker):
    stage = make_stage(speaker=speaker)
    stage.guard = TouchGuard(stage.shell, Clock())
    stage.guard.install()
    voice = stage.presenter.voice
    stage.guard.touched.connect(voice.hush)
    stage.guard.asked.connect(voice.tell_about)
    voice.listening_changed.connect(stage.guard.listen)
    return stage


def listen(stage, page) -> None:
    stage.show(page)
    stage.state.become(moves.comfort(stage.state.visit, {"touch_to_hear": True}))
    stage.settle()


def step(stage, lesson: str, index: int) -> InLesson:
    return InLesson(Place(lesson, stage.presenter._editions.library.lesson(lesson), index))


def touch(stage, control: QWidget) -> None:
    QTest.mouseClick(control, Qt.MouseButton.LeftButton)
    stage.settle()


def found(stage, kind: type, name: str) -> QWidget:
    return next(one for one in stage.shell.findChildren(kind) if one.accessibleName() == name)


def test_it_says_how_it_works_when_it_begins(stage, speaker):
    listen(stage, Front("read-qr-code"))
    assert speaker.said[-1] == "さわったところを読みます。おわるときは、「おわる」を押します。"
    assert stage.shell.strip.label.accessibleName() == speaker.said[-1]


@pytest.mark.parametrize("name", ["もどる", "人をよぶ", "つぎへ", "文字の大きさ", "声"])
def test_a_button_says_its_words_and_is_not_pressed(stage, speaker, name):
    listen(stage, step(stage, "read-qr-code", 3))
    speaker.say_all()
    before = stage.state.visit
    touch(stage, found(stage, TouchButton, name))
    assert speaker.said[-1] == name
    assert stage.state.visit == before
    assert stage.shell.overlay is None


def test_texts_and_the_progress_say_themselves(stage, speaker):
    listen(stage, step(stage, "read-qr-code", 2))
    say = stage.shell.screen_now.spoken[0]
    touch(stage, say)
    assert speaker.said[-1] == say.accessibleName()
    speaker.range_spoken.emit(0, 2)
    assert say._spoken == (0, 2)
    touch(stage, stage.shell.findChildren(Progress)[0])
    assert speaker.said[-1].startswith("手順 3、全部で ")


def test_the_phone_says_what_is_on_it_and_is_not_touched(stage, speaker):
    listen(stage, step(stage, "read-qr-code", 2))
    touch(stage, stage.shell.screen_now.stage.scene.buttons[0])
    assert speaker.said[-1] == "電話\nアプリです。"
    touch(stage, stage.shell.findChildren(PhoneWords)[0])
    assert speaker.said[-1] == "練習です"
    assert stage.state.visit.page.feedback is None


def test_no_sound_of_what_was_typed_stays_on_the_disk(stage, speaker):
    listen(stage, step(stage, "read-qr-code", 2))
    assert speaker.kept[-1]
    touch(stage, stage.shell.screen_now.stage.scene.buttons[0])
    assert not speaker.kept[-1]


def test_a_tile_says_its_title_and_its_note(stage, speaker):
    listen(stage, OnShelf("first-steps"))
    touch(stage, found(stage, Tile, "QRコードを読み取る"))
    assert speaker.said[-1].startswith("QRコードを読み取る\nおよそ")


def test_languages_are_said_in_their_own_voice(stage, speaker):
    listen(stage, ChooseLanguage())
    touch(stage, found(stage, Tile, "English"))
    assert (speaker.said[-1], speaker.how[-1][0]) == ("English", "en")


def test_a_touch_beside_something_means_the_nearest(stage, speaker):
    listen(stage, step(stage, "read-qr-code", 2))
    back = found(stage, TouchButton, "もどる")
    corner = back.mapTo(stage.shell, back.rect().bottomLeft())
    QTest.mouseClick(stage.shell, Qt.MouseButton.LeftButton, pos=corner + QPoint(-4, 4))
    assert speaker.said[-1] == "もどる"


def test_a_bare_place_says_how_to_end(stage, speaker):
    listen(stage, step(stage, "read-qr-code", 2))
    stage.presenter.voice.tell_about(QPoint(stage.shell.width() // 3, stage.shell.height() * 7 // 10))
    assert speaker.said[-1] == plain(stage.shell.strip.said)


def test_what_is_read_is_framed(stage):
    listen(stage, step(stage, "read-qr-code", 2))
    phone_button = stage.shell.screen_now.stage.scene.buttons[1]
    touch(stage, phone_button)
    box = phone_button.rect().translated(phone_button.mapTo(stage.shell, QPoint(0, 0)))
    assert stage.shell._frame.geometry().contains(box)


@pytest.mark.parametrize("name", ["_title", "_progress", "_language", "_back"])
def test_the_frame_covers_no_neighbour(stage, name):
    listen(stage, step(stage, "read-qr-code", 3))
    framed = getattr(stage.shell.top, name)
    stage.shell.frame(framed)
    frame = stage.shell._frame.geometry()
    others = {one: box for one, box in audible_in(stage.shell) if one is not framed}
    assert frame.contains(seen_box(stage.shell, framed))
    assert [one.accessibleName() for one, box in others.items() if frame.intersects(box)] == []


def test_a_frame_keeps_off_what_is_near_and_minds_nothing_far_or_around():
    box = QRect(100, 100, 50, 50)
    near, touching = QRect(153, 100, 50, 50), QRect(100, 149, 50, 50)
    far, around = QRect(0, 100, 50, 50), QRect(0, 0, 500, 500)
    assert room_round(box, [near, touching, far, around], 10) == QMargins(10, 10, 3, 0)


def test_who_has_left_leaves_buttons_that_work(stage, speaker, qtbot):
    page = step(stage, "read-qr-code", 2)
    listen(stage, page)
    voice = stage.presenter.voice
    voice._touching._left_alone.setInterval(0)
    with qtbot.waitSignal(voice.listening_changed):
        speaker.say_all()
    assert stage.shell.strip is None
    assert stage.state.visit.page == page
    touch(stage, found(stage, TouchButton, "つぎへ"))
    assert stage.state.visit.page.place.number == 4


def test_nobody_who_listens_or_touches_has_left(stage, speaker):
    listen(stage, step(stage, "read-qr-code", 2))
    waiting = stage.presenter.voice._touching._left_alone
    assert (waiting.interval(), waiting.isActive()) == (60_000, False)
    speaker.say_all()
    assert waiting.isActive()
    touch(stage, found(stage, TouchButton, "つぎへ"))
    assert not waiting.isActive()
    speaker.say_all()
    touch(stage, found(stage, TouchButton, "おわる"))
    assert not waiting.isActive()


def test_a_touch_counts_even_where_nothing_can_be_heard(make_stage):
    stage = make_stage(speaker=None)
    listen(stage, step(stage, "read-qr-code", 2))
    waiting = stage.presenter.voice._touching._left_alone
    waiting.stop()
    stage.presenter.voice.hush()
    assert waiting.isActive()


def test_every_third_touch_in_a_row_tells_how_to_end(stage, speaker):
    listen(stage, step(stage, "read-qr-code", 2))
    how_to_end = plain(stage.shell.strip.said)
    button = found(stage, TouchButton, "はじめから")
    speaker.said.clear()
    for _ in range(6):
        touch(stage, button)
    reminded = f"はじめから\n{how_to_end}"
    assert speaker.said == ["はじめから", "はじめから", reminded] * 2
    speaker.range_spoken.emit(0, 5)
    assert (button._spoken, stage.shell.strip.label._spoken) == ((0, 5), None)
    speaker.range_spoken.emit(6, 10)
    assert (button._spoken, stage.shell.strip.label._spoken) == (None, (0, 4))


def test_a_foreign_name_is_not_followed_by_words_of_ours(stage, speaker):
    listen(stage, ChooseLanguage())
    for _ in range(3):
        touch(stage, found(stage, Tile, "English"))
    assert speaker.said[-1] == "English"
    touch(stage, found(stage, TouchButton, "人をよぶ"))
    assert speaker.said[-1].startswith("人をよぶ\nさわったところ")


@pytest.mark.parametrize(
    ("size", "text_size", "inches", "marked"),
    [((1920, 1080), TextSize.NORMAL, 24.0, (0, 4)), ((1280, 720), TextSize.LARGEST, 15.6, None)],
)
def test_the_strip_is_marked_where_it_shows_all_that_is_said(
    make_stage, speaker, size, text_size, inches, marked
):
    stage = make_stage(size, text_size, inches=inches, speaker=speaker)
    listen(stage, step(stage, "read-qr-code", 2))
    speaker.range_spoken.emit(0, 4)
    assert stage.shell.strip.label._spoken == marked


def test_only_the_end_button_and_escape_end_it(stage, speaker):
    page = step(stage, "read-qr-code", 2)
    for leave in (
        lambda: touch(stage, found(stage, TouchButton, "おわる")),
        lambda: QTest.keyClick(stage.shell, Qt.Key.Key_Escape),
    ):
        listen(stage, page)
        leave()
        assert not stage.state.visit.touch_to_hear
        assert stage.shell.strip is None
        assert stage.shell._frame is None
        assert stage.state.visit.page == page


def test_stop_stops_and_switches_nothing_off(stage, speaker):
    listen(stage, step(stage, "read-qr-code", 2))
    assert speaker.speaking
    touch(stage, found(stage, TouchButton, "とめる"))
    assert not speaker.speaking
    assert stage.state.visit.read_aloud
    touch(stage, found(stage, TouchButton, "きく"))
    assert speaker.said[-1] == "きく"


def test_the_reading_can_go_on_afterwards(stage, speaker):
    listen(stage, step(stage, "read-qr-code", 2))
    touch(stage, stage.shell.screen_now.stage.scene.buttons[0])
    touch(stage, found(stage, TouchButton, "おわる"))
    stage.presenter.voice._narrator.go_on()
    assert speaker.said[-1] == plain(stage.shell.screen_now.spoken_text())


def test_a_key_asks_too(stage, speaker):
    listen(stage, step(stage, "read-qr-code", 2))
    stage.shell.bottom.next_button.setFocus()
    QTest.keyClick(stage.shell.bottom.next_button, Qt.Key.Key_Return)
    assert speaker.said[-1] == "つぎへ"
    assert stage.state.visit.page.place.number == 3


def test_the_end_of_the_visit_ends_it(stage):
    listen(stage, step(stage, "read-qr-code", 2))
    stage.state.start_over()
    stage.show(Front("read-qr-code"))
    assert stage.shell.strip is None
    assert not stage.guard._listening


def test_the_bars_keep_their_places(stage):
    stage.show(step(stage, "read-qr-code", 2))
    before = stage.shell.top.geometry(), stage.shell.bottom.geometry()
    listen(stage, step(stage, "read-qr-code", 2))
    assert (stage.shell.top.geometry(), stage.shell.bottom.geometry()) == before


def test_no_sound_is_said_on_the_strip(stage, speaker):
    listen(stage, Front("read-qr-code"))
    speaker.no_sound.emit()
    assert stage.shell.strip.label.accessibleName().startswith("ここでは、いま音が出ません。")
    assert found(stage, TouchButton, "おわる").isVisibleTo(stage.shell)


@pytest.fixture
def make_phone(qtbot):
    def make(*body, **screen) -> Phone:
        phone = Phone(shown(*body, **screen))
        qtbot.addWidget(phone)
        return phone

    return make


@pytest.mark.parametrize(
    ("secret", "heard"),
    [
        (False, "暗証番号\n1234\n文字を入れるところです。"),
        (True, "暗証番号\n人に見せない文字を入れるところです。中身は読み上げません。"),
    ],
)
def test_secret_digits_are_never_spoken(make_phone, secret, heard):
    box = {"kind": "field", "id": "pin", "label": "暗証番号", "value": "1234", "secret": secret}
    (button,) = make_phone(box).buttons
    assert plain(button.heard_text()) == heard
    assert ("1234" in button.accessibleDescription()) is not secret


def test_an_address_is_heard_as_its_host(make_phone):
    text = {"kind": "text", "text": "ようこそ"}
    phone = make_phone(text, bar="市のページ", address="https://www.city.saikai.nagasaki.jp/bousai/")
    heard = [plain(one.heard_text()) for one in phone.findChildren(PhoneWords)]
    assert sorted(heard) == sorted(["練習です", "市のページ", "ようこそ"])
    assert plain(phone.buttons[0].heard_text()).splitlines()[1] == "www.city.saikai.nagasaki.jp"


@pytest.mark.parametrize("address", ["myna.go.jp", "myna.go.jp/x", "https://myna.go.jp/x?y"])
def test_the_host_of_an_address(address):
    assert host(address) == "myna.go.jp"


def test_everything_with_words_can_be_asked(stage, speaker):
    """Whatever shows words on a finish page says exactly them."""
    lesson = stage.presenter._editions.library.lesson("read-qr-code")
    listen(stage, step(stage, "read-qr-code", len(lesson.steps) - 1))
    how_to_end = f"\n{plain(stage.shell.strip.said)}"
    for label in stage.shell.screen_now.findChildren(RubyLabel):
        if label.text and label.isVisibleTo(stage.shell) and not label.visibleRegion().isEmpty():
            touch(stage, label)
            assert speaker.said[-1].removesuffix(how_to_end) == plain(label.text)


def test_the_kiosk_hands_touches_over_and_takes_them_back(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    kiosk = Kiosk(SHIPPED, Settings(animations=False, read_aloud=False))
    qtbot.addWidget(kiosk.shell)
    with qtbot.waitSignal(kiosk.ready):
        kiosk.open(True)
    kiosk.state.become(replace(kiosk.state.visit, page=Home(), touch_to_hear=True))
    touch_anything = kiosk.shell.screen_now.spoken[-1]
    QTest.mouseClick(touch_anything, Qt.MouseButton.LeftButton)
    assert isinstance(kiosk.state.visit.page, Home)
    assert kiosk.shell._frame is not None
    kiosk.state.start_over()
    assert not kiosk.guard._listening
    kiosk.close()


def test_a_thing_to_tick_says_whether_it_is_ticked(stage, speaker):
    lesson = stage.presenter._editions.library.lesson("apply-disaster-certificate")
    check = next(index for index, one in enumerate(lesson.steps) if one.do == "check")
    listen(stage, step(stage, "apply-disaster-certificate", check))
    touch(stage, stage.shell.screen_now._items[0])
    assert speaker.said[-1].endswith("\nまだです")
