"""The phone's keyboard under a finger: every press is a real touch or mouse event."""

import random
from collections.abc import Callable
from gettext import NullTranslations

import pytest
from PySide6.QtCore import QPoint, QSize, QSizeF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.draw.fonts import load_fonts
from kiosk.i18n.catalogues import Catalogue
from kiosk.lessons.phone.forms import Keys
from kiosk.text.kana_input import (
    Backspace,
    Board,
    Change,
    Choose,
    Confirm,
    Flick,
    Letter,
    Mark,
    Move,
    NextLetter,
    Shift,
    Space,
    Tap,
    Typed,
)
from kiosk.text.kana_table import Way
from kiosk.text.lexicon import Lexicon
from kiosk.text.readings import Readings
from kiosk.text.typing_guide import Method, Wanted, next_move
from kiosk.ui.phone.candidates import CandidateButton
from kiosk.ui.phone.key_button import BOUNCE_SECONDS, FLICK_MM, KeyButton, way_of
from kiosk.ui.phone.keyboard import Keyboard
from kiosk.ui.theme import Display, Theme
from kiosk.ui.touch import TouchGuard
from kiosk.ui.wording import Wording
from tests.text.sample_words import WORDS

STEPS = {Way.LEFT: (-1, 0), Way.UP: (0, -1), Way.RIGHT: (1, 0), Way.DOWN: (0, 1)}


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def theme_of(width: int = 1920, height: int = 1080, inches: float = 24.0, animations: bool = False) -> Theme:
    size = QSize(width, height)
    display = Display.of(size, size, inches, QSizeF(0, 0), 500.0)
    return Theme(display, "normal", "light", "ja", True, animations)


def ways_to_write(kana: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((WORDS.get(kana, kana), kana, "候補一", "候補二", "とても長い候補の言葉")))


class Finger:
    """Touches a keyboard; between two touches some time goes by."""

    def __init__(self, keyboard: Keyboard, clock: Clock, theme: Theme) -> None:
        self._keyboard, self._clock, self._theme = keyboard, clock, theme
        self._screen = QTest.createTouchDevice()
        self._random = random.Random(7)

    def follow(self, wanted: Wanted, method: Method = Method.FLICK) -> str:
        """Do what the guide says until the text stands there."""
        while move := next_move(self._keyboard.typed_now, [wanted], method):
            self.make(move)
        return self._keyboard.typed_now.shown

    def make(self, move: Move) -> None:
        control = self._keyboard.control_of(move)
        assert control, f"no key for {move}"
        middle = control.mapTo(self._keyboard, control.rect().center())
        self.touch(middle, self._travel(move))

    def touch(self, start: QPoint, travel: QPoint, wait: float = 0.3) -> None:
        self._clock.now += wait
        self._touch().press(0, start, self._keyboard).commit()
        self._touch().move(0, start + travel / 2, self._keyboard).commit()
        self._touch().move(0, start + travel, self._keyboard).commit()
        self._touch().release(0, start + travel, self._keyboard).commit()

    def _travel(self, move: Move) -> QPoint:
        """A crooked flick, or a tap that trembles."""
        far = round(self._theme.mm(12) if isinstance(move, Flick) else 0)
        x, y = STEPS[move.way] if isinstance(move, Flick) else (0, 0)
        drift = int(self._theme.mm(FLICK_MM * 0.6))
        tremble = QPoint(self._random.randint(-drift, drift), self._random.randint(-drift, drift))
        return QPoint(x * far, y * far) + tremble

    def _touch(self) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(self._keyboard, self._screen, False)


KeyboardMaker = Callable[..., Keyboard]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def words(qapp) -> Wording:
    load_fonts()
    return Wording(Catalogue("ja", NullTranslations(), NullTranslations()), Readings(Lexicon({}), {}))


@pytest.fixture
def make(qtbot, words: Wording, clock: Clock) -> KeyboardMaker:
    phones: list[QWidget] = []

    def make(
        keys: Keys = Keys.KANA,
        start: Typed | None = None,
        theme: Theme | None = None,
        size: tuple[int, int] = (560, 380),
    ) -> Keyboard:
        phone = QWidget()
        phones.append(phone)
        qtbot.addWidget(phone)
        phone.resize(size[0], size[1] * 2)
        keyboard = Keyboard(theme or theme_of(), words, keys, start, ways_to_write, phone, clock)
        keyboard.setGeometry(0, size[1], *size)
        with qtbot.waitActive(phone):
            phone.show()
            phone.activateWindow()
        return keyboard

    return make


@pytest.fixture
def finger(make: KeyboardMaker, clock: Clock) -> Callable[[Keyboard], Finger]:
    return lambda keyboard: Finger(keyboard, clock, theme_of())


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize(("reading", "written"), WORDS.items())
def test_fingers_type_the_sample_words(
    make: KeyboardMaker, finger, reading: str, written: str, method: Method
) -> None:
    assert finger(make()).follow(Wanted(written, reading), method) == written


@pytest.mark.parametrize("size", [(560, 380), (330, 320)])
def test_fingers_type_letters_and_digits(make: KeyboardMaker, finger, size: tuple[int, int]) -> None:
    text = "Ab1-@c.Z 0"
    assert finger(make(Keys.LATIN, size=size)).follow(Wanted(text)) == text


def test_a_number_pad_has_only_digits(make: KeyboardMaker) -> None:
    keyboard = make(Keys.DIGITS)
    moves = {button.key.move for button in keyboard.buttons}
    assert moves == {*map(Letter, "1234567890"), Backspace(), Confirm()}


def test_what_was_typed_is_told_and_the_end_too(make: KeyboardMaker, finger, qtbot) -> None:
    keyboard = make(Keys.DIGITS)
    with qtbot.waitSignal(keyboard.typed) as told:
        finger(keyboard).make(Letter("5"))
    with qtbot.waitSignal(keyboard.done):
        finger(keyboard).make(Confirm())
    assert told.args == [Typed("5", board=Board.DIGITS)]


def test_confirming_kana_is_not_the_end(make: KeyboardMaker, finger, qtbot) -> None:
    keyboard = make(start=Typed(composing="か"))
    with qtbot.assertNotEmitted(keyboard.done):
        finger(keyboard).make(Confirm())
    assert keyboard.typed_now == Typed("か")


@pytest.mark.parametrize(
    ("x", "y", "way"),
    [
        *((0, 0, None), (3, 1, None), (2, -2.7, None), (3.6, 0, Way.RIGHT), (-4, 3.9, Way.LEFT)),
        *((3.9, -4, Way.UP), (0, 30, Way.DOWN)),
    ],
)
def test_a_flick_is_longer_than_a_tremble_and_may_be_crooked(x: float, y: float, way: Way | None) -> None:
    assert way_of(QPoint(round(x * 10), round(y * 10)), FLICK_MM * 10) is way


def test_a_flick_may_rest_and_leave_the_keyboard(make: KeyboardMaker, finger, clock: Clock) -> None:
    keyboard = make()
    key = keyboard.control_of(Tap("あ"))
    finger(keyboard).touch(key.geometry().center(), QPoint(0, -300))
    assert keyboard.typed_now.composing == "う"


def test_a_bounce_counts_once_and_a_quick_second_tap_twice(make: KeyboardMaker, finger) -> None:
    keyboard = make(Keys.DIGITS)
    at = keyboard.control_of(Letter("1")).geometry().center()
    hand = finger(keyboard)
    hand.touch(at, QPoint(), wait=1)
    hand.touch(at, QPoint(), wait=BOUNCE_SECONDS / 2)
    assert keyboard.typed_now.text == "1"
    hand.touch(at, QPoint(), wait=BOUNCE_SECONDS * 1.5)
    assert keyboard.typed_now.text == "11"


def test_the_touch_guard_lets_keys_repeat(make: KeyboardMaker, finger, clock: Clock) -> None:
    keyboard = make()
    TouchGuard(keyboard.window(), clock).install()
    for _ in range(3):
        finger(keyboard).make(Tap("あ"))
    assert keyboard.typed_now.composing == "う"


def test_a_palm_gives_up_the_flick(make: KeyboardMaker) -> None:
    keyboard = make()
    key = keyboard.control_of(Tap("あ"))
    QTest.mousePress(key, Qt.MouseButton.LeftButton)
    key.give_up()
    QTest.mouseRelease(key, Qt.MouseButton.LeftButton)
    assert keyboard.typed_now == Typed()


def test_the_kana_round_the_finger_are_shown_while_it_is_down(make: KeyboardMaker) -> None:
    keyboard = make()
    key = keyboard.control_of(Tap("ま"))
    QTest.mousePress(key, Qt.MouseButton.LeftButton)
    cross = keyboard.cross
    assert cross.isVisible() and cross.geometry().bottom() < keyboard.y() + key.y()
    QTest.mouseRelease(key, Qt.MouseButton.LeftButton)
    assert not cross.isVisible()


def test_a_long_press_deletes_more_only_with_backspace(make: KeyboardMaker) -> None:
    repeating = [button.key.move for button in make().buttons if button.autoRepeat()]
    assert repeating == [Backspace()]


def test_a_shift_turns_the_letters_and_their_names(make: KeyboardMaker, finger) -> None:
    keyboard = make(Keys.LATIN)
    finger(keyboard).make(Shift())
    assert keyboard.control_of(Letter("a")).accessibleName() == "A"
    finger(keyboard).make(Letter("a"))
    assert keyboard.control_of(Letter("a")).accessibleName() == "a"


def test_every_key_has_a_role_a_name_and_takes_the_focus(make: KeyboardMaker) -> None:
    for board in Board:
        for button in make(start=Typed(board=board)).buttons:
            face = QAccessible.queryAccessibleInterface(button)
            assert face.role() == QAccessible.Role.Button
            assert face.text(QAccessible.Text.Name) and button.heard_text()
            assert button.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_a_real_keyboard_presses_the_key_with_the_focus(make: KeyboardMaker) -> None:
    keyboard = make()
    key = keyboard.control_of(Tap("か"))
    key.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        QTest.keyClick(key, Qt.Key.Key_Return)
    assert keyboard.typed_now.composing == "き"
    change = keyboard.control_of(Change(Board.LATIN))
    change.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(change, Qt.Key.Key_Return)
    assert keyboard.typed_now == Typed("き", board=Board.LATIN)
    assert any(button.ringed for button in keyboard.buttons)


@pytest.mark.parametrize("board", Board)
@pytest.mark.parametrize("size", [(560, 380), (330, 320)])
def test_keys_fill_the_keyboard_without_overlap(
    make: KeyboardMaker, board: Board, size: tuple[int, int]
) -> None:
    keyboard = make(start=Typed(board=board), size=size)
    boxes = [button.key.box for button in keyboard.buttons]
    area = sum(box.width() * box.height() for box in boxes)
    whole = keyboard.width() * (keyboard.height() - keyboard.bar.height())
    blank = whole / 20 if board is Board.LATIN or board is Board.SIGNS else 1
    assert whole - blank - 1 <= area <= whole + 1
    for number, box in enumerate(boxes):
        clear = box.adjusted(0.01, 0.01, -0.01, -0.01)
        assert not any(clear.intersects(other) for other in boxes[number + 1 :])


def test_candidates_have_the_size_of_a_target_and_an_arrow_for_more(make: KeyboardMaker) -> None:
    keyboard = make(start=Typed(composing="がっこう"), size=(330, 320))
    seen, first = set(), [button.word for button in keyboard.bar.buttons]
    for _ in range(6):
        shown = keyboard.bar.buttons
        seen |= {button.word for button in shown}
        assert all(min(button.width(), button.height()) >= theme_of().target for button in shown)
        assert shown[-1].geometry().right() <= keyboard.width()
        QTest.mouseClick(keyboard.bar.arrow, Qt.MouseButton.LeftButton)
    assert first[0] == "学校" and seen == set(ways_to_write("がっこう"))


def test_the_conversion_key_marks_the_candidate_it_proposes(make: KeyboardMaker, finger) -> None:
    keyboard = make(start=Typed(composing="がっこう"))
    finger(keyboard).make(Space())
    assert keyboard.typed_now.shown == "学校"
    finger(keyboard).make(Space())
    assert keyboard.typed_now.shown == "がっこう"


def test_the_ring_shows_the_next_key_and_goes_away(make: KeyboardMaker) -> None:
    keyboard = make()
    keyboard.guide(Flick("か", Way.LEFT), 1.0)
    assert keyboard.ring.isVisible()
    keyboard.guide(None, 1.0)
    assert not keyboard.ring.isVisible()
    keyboard.guide(Mark(), 0.0)
    assert not keyboard.ring.isVisible()


def test_weak_guidance_waits_and_strong_does_not(make: KeyboardMaker) -> None:
    keyboard = make(theme=theme_of(animations=True))
    keyboard.guide(Mark(), 1.0)
    assert keyboard.ring.isVisible()
    keyboard.guide(Mark(), 0.5)
    assert not keyboard.ring.isVisible()


def test_the_ring_goes_with_the_key_it_showed(make: KeyboardMaker, finger) -> None:
    keyboard = make()
    keyboard.guide(Tap("か"), 1.0)
    finger(keyboard).make(Tap("か"))
    assert not keyboard.ring.isVisible()


def test_the_ring_finds_a_candidate_that_has_no_room_yet(make: KeyboardMaker) -> None:
    keyboard = make(start=Typed(composing="がっこう"), size=(330, 320))
    keyboard.guide(Choose("候補二"), 1.0)
    assert keyboard.ring.isVisible() and keyboard.bar.button_of("候補二")


def test_a_text_from_outside_is_taken_over_silently(make: KeyboardMaker, qtbot) -> None:
    keyboard = make()
    with qtbot.assertNotEmitted(keyboard.typed):
        keyboard.start(Typed("a", board=Board.LATIN))
    assert keyboard.typed_now == Typed("a", board=Board.LATIN) and keyboard.button_of(Letter("q"))


def test_a_field_of_digits_stays_with_digits(make: KeyboardMaker) -> None:
    keyboard = make(Keys.DIGITS, Typed("1"))
    keyboard.start(Typed("12"))
    assert keyboard.typed_now == Typed("12", board=Board.DIGITS)


def test_a_key_that_is_pressed_for_show_goes_down_and_then_acts(make: KeyboardMaker) -> None:
    keyboard = make(theme=theme_of(animations=True))
    key = keyboard.control_of(Tap("か"))
    keyboard.press(Flick("か", Way.DOWN))
    assert key.isDown() and keyboard.typed_now == Typed()
    keyboard.finish_press()
    assert keyboard.typed_now.composing == "こ" and not key.isDown()


def test_every_move_can_be_pressed_for_show(make: KeyboardMaker) -> None:
    keyboard = make()
    for move in (Tap("あ"), NextLetter(), Tap("あ"), Mark(), Space(), Backspace(), Choose("亜")):
        keyboard.press(move)
    assert keyboard.typed_now == Typed("亜")


def test_after_a_while_the_learner_hears_of_a_new_letter(make: KeyboardMaker, finger, qtbot) -> None:
    keyboard = make()
    finger(keyboard).make(Tap("あ"))
    assert keyboard.typed_now.repeated
    with qtbot.waitSignal(keyboard.typed):
        keyboard.settle()
    assert keyboard.typed_now == Typed(composing="あ")


def test_a_key_without_kana_below_it_does_nothing_when_flicked_there(make: KeyboardMaker, finger) -> None:
    keyboard = make()
    finger(keyboard).make(Flick("、", Way.DOWN))
    assert keyboard.typed_now == Typed()


def test_controls_are_real_buttons(make: KeyboardMaker) -> None:
    keyboard = make(start=Typed(composing="き"))
    assert isinstance(keyboard.control_of(Mark()), KeyButton)
    assert isinstance(keyboard.control_of(Choose("候補一")), CandidateButton)
    assert keyboard.control_of(Choose("ない言葉")) is None
