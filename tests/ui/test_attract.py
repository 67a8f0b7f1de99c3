"""The first screen, all day: it moves, it turns through its languages, and it knows what day it is."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.draw.fonts import load_fonts
from kiosk.i18n.edition import Editions
from kiosk.lessons.classes import ClassDate
from kiosk.text.ruby import parse_ruby, plain
from kiosk.ui import class_lines
from kiosk.ui.controls.class_card import ClassCard, ClassLines
from kiosk.ui.controls.drift import way_round
from kiosk.ui.screens.attract import AttractScreen, Invitation
from kiosk.ui.theme import Display, Theme
from kiosk.ui.wording import Wording
from kiosk.visit.visit import Contrast

SIZES = [((1920, 1080), 24.0), ((1280, 720), 15.6), ((1080, 1920), 24.0)]
ENTRY = ClassLines(
    parse_ruby("はじめてのスマホ{教室|きょうしつ}"),
    parse_ruby("11{月|がつ}28{日|にち}(土) 10:00から11:30まで"),
    parse_ruby("中央公民館 2階"),
)
LONG = ClassLines(
    parse_ruby("A class for everybody who begins to use a smartphone"),
    parse_ruby("Wednesday, December 23, from 10:00 AM to 11:30 AM"),
    parse_ruby("Community centre, second floor\nPlease bring your own smartphone if you have one"),
)


class Attracting:
    """A first screen on its own, with classes that the test may change."""

    def __init__(self, qtbot, editions: Editions, size, inches, contrast=Contrast.LIGHT, animations=True):
        diagonal = (size[0] ** 2 + size[1] ** 2) ** 0.5
        display = Display(*size, diagonal / (inches * 25.4))
        self.theme = Theme(display, contrast=contrast, animations=animations)
        self.classes: list[ClassLines] = []
        words = [Wording(editions.catalogue(code), editions.readings) for code in ("ja", "en")]
        told = [Invitation.in_words(one, lambda: self.classes) for one in words]
        self.screen = AttractScreen(self.theme, words[0], told)
        self.screen.tell_staff(parse_ruby("プリンターの紙がありません。"))
        qtbot.addWidget(self.screen)
        self.screen.resize(*size)
        self.screen.show()

    def turn(self) -> ClassCard | None:
        """Both languages were shown once."""
        self.screen.show_next_language()
        self.screen.show_next_language()
        for _ in range(3):  # what is shown asks for a layout, which moves what is shown
            QApplication.processEvents()
        return self.screen.findChild(ClassCard)

    def lit(self) -> np.ndarray:
        """Which pixels stand out from the paper by 3:1 or so."""
        picture = QImage(self.screen.size(), QImage.Format.Format_Grayscale8)
        picture.fill(self.theme.colours.paper)
        self.screen.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        grey = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1).astype(int)
        return np.abs(grey[:, : self.screen.width()] - grey[0, 0]) > 90


@pytest.fixture(scope="module", autouse=True)
def fonts(application) -> None:
    load_fonts()


@pytest.fixture
def attracting(qtbot, editions: Editions):
    def make(size=(1280, 720), inches=15.6, **looks) -> Attracting:
        return Attracting(qtbot, editions, size, inches, **looks)

    return make


@pytest.mark.parametrize(("across", "down"), [(67, 38), (38, 67), (0, 0), (1, 1)])
def test_the_way_is_closed_and_every_step_is_one_pixel_at_most(across: int, down: int) -> None:
    way = way_round(across, down)
    steps = [two - one for one, two in pairwise((*way, way[0]))]
    assert all(max(abs(step.x()), abs(step.y())) <= 1 for step in steps)
    assert {max(point.x() for point in way), -min(point.x() for point in way)} == {across}
    assert {max(point.y() for point in way), -min(point.y() for point in way)} == {down}


@pytest.mark.parametrize("contrast", Contrast)
@pytest.mark.parametrize("classes", [0, 3])
def test_nothing_burns_in(attracting, contrast: Contrast, classes: int) -> None:
    one = attracting(contrast=contrast)
    one.classes = [ENTRY] * classes
    one.turn()
    always = one.lit()
    assert always.mean() > 0.01
    for _ in range(0, one.screen.drift.length, 4):
        one.screen.drift.go(4)
        always &= one.lit()
    assert not always.any()


def test_all_of_it_stays_on_the_screen(attracting) -> None:
    one = attracting()
    one.classes = [ENTRY] * 3
    one.turn()
    for _ in range(0, one.screen.drift.length, 8):
        one.screen.drift.go(8)
        lit = one.lit()
        assert not (lit[0].any() or lit[-1].any() or lit[:, 0].any() or lit[:, -1].any())


def test_without_animations_it_moves_when_the_language_changes(attracting) -> None:
    one = attracting(animations=False)
    before = one.lit()
    one.turn()
    assert (one.lit() != before).any()
    assert one.screen.moving
    one.screen.rest(True)
    assert not one.screen.moving


@pytest.mark.parametrize(("size", "inches"), SIZES)
@pytest.mark.parametrize("entry", [ENTRY, LONG], ids=["japanese", "long"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_what_is_shown_of_the_classes_is_shown_whole(attracting, size, inches, entry, count) -> None:
    one = attracting(size, inches)
    one.classes = [entry] * count
    card = one.turn()
    shown = [part for part in card.entries if part.isVisible()]
    assert len(shown) >= min(count, 2)
    for part in shown:
        for label in (part.title, part.when, part.more):
            assert label.isHidden() or label.height() >= label.block(label.width()).height - 1
            assert card.rect().contains(card.mapFromGlobal(label.mapToGlobal(label.rect().bottomRight())))


def test_a_class_that_is_over_leaves_the_screen(attracting) -> None:
    one = attracting()
    assert one.turn() is None
    one.classes = [ENTRY, LONG]
    card = one.turn()
    assert [entry.isVisible() for entry in card.entries] == [True, True, False]
    one.classes = []
    assert not one.turn().isVisible()


def test_a_release_anywhere_starts(qtbot, attracting) -> None:
    one = attracting()
    one.classes = [ENTRY]
    card = one.turn()
    for at in (QPoint(3, 3), card.mapTo(one.screen, card.rect().center())):
        assert one.screen.childAt(at) is None
        with qtbot.waitSignal(one.screen.start_requested, timeout=100):
            QTest.mouseClick(one.screen, Qt.MouseButton.LeftButton, pos=at)


def test_dates_are_written_as_each_language_does(editions: Editions) -> None:
    day = ClassDate.model_validate(
        {"title": "教室", "date": "2026-11-28", "from": "10:00", "until": "11:30", "place": "公民館"}
    )
    words = Wording(editions.catalogue("ja"), editions.readings)
    shown = class_lines._lines(day, words)
    assert plain(shown.when).replace("\N{NO-BREAK SPACE}", " ") == "11月28日(土) 10:00から11:30まで"
    assert any(segment.base == "月" and segment.reading == "がつ" for segment in shown.when)
    assert plain(shown.more) == "公民館"


@pytest.mark.parametrize(
    "code", ["ja@easy", "en", "vi", "id", "zh_Hans", "zh_Hant", "ko", "fil", "ne", "my", "pt"]
)
def test_every_language_we_know_can_write_a_date(code: str) -> None:
    for number in range(365):
        day = class_lines._day(date(2027, 1, 1) + timedelta(number), code)
        assert day
        assert " " not in day
    assert class_lines._hour(datetime(2027, 1, 1, 13, 30).time(), code)
