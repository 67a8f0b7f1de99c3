"""The touch test: aimed at by fingers of every kind, and left in every way."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.i18n.edition import Editions
from kiosk.text.ruby import plain
from kiosk.ui.staff import aiming
from kiosk.ui.staff.aiming import Aiming
from kiosk.ui.staff.touch_test import BAD, DOWN, GOOD, LEFT, RIGHT, UNEVEN, UP, TouchTestPage
from kiosk.ui.theme import Display, Theme
from kiosk.visit.visit import TextSize
from tests.ui.staff_pages import FULL_HD, SCREENS, assert_touchable, shown, touch, words_in


class Window:
    """Holds the page, and shows what it wants over everything."""

    def __init__(self, qtbot, editions: Editions, theme: Theme = FULL_HD) -> None:
        self.theme, self.over = theme, list[QWidget]()
        self.page = TouchTestPage(theme, words_in(editions, theme.language), self._cover, self.over.clear)
        shown(self.page, theme, qtbot)
        touch(self.page.begin_button)

    def _cover(self, widget: QWidget) -> None:
        widget.resize(self.theme.display.width, self.theme.display.height)
        widget.show()
        self.over.append(widget)

    @property
    def aiming(self) -> Aiming:
        (one,) = self.over
        assert isinstance(one, Aiming)
        return one

    def aim(self, across_mm: float = 0, down_mm: float = 0, mirrored: bool = False) -> None:
        """Touch every cross, always so far beside it."""
        one, px = self.aiming, self.theme.display.px_per_mm
        for x, y in one.crosses:
            at = (one.width() - x if mirrored else x + across_mm * px, y + down_mm * px)
            QTest.mouseClick(one, Qt.MouseButton.LeftButton, pos=QPoint(*map(round, at)))

    @property
    def said(self) -> str:
        return plain(self.page.said.text)


@pytest.fixture
def window(qtbot, editions: Editions) -> Window:
    return Window(qtbot, editions, Theme(Display(1920, 1080, 4.0)))


@pytest.mark.parametrize(
    ("across", "down", "said"),
    [
        (0, 0, GOOD),
        (3, 0, RIGHT.format(mm=3)),
        (-3, 1, LEFT.format(mm=3)),
        (0, 3, DOWN.format(mm=3)),
        (1, -3, UP.format(mm=3)),
        (7, 7, BAD),
    ],
)
def test_a_shift_is_told_in_words(window: Window, across: float, down: float, said: str) -> None:
    window.aim(across, down)
    assert window.said == said
    assert not window.over
    assert f"横に{across:+.1f} mm" in plain(window.page.measured[1].text)


def test_a_mirrored_screen_is_never_well(window: Window) -> None:
    window.aim(mirrored=True)
    assert window.said in (BAD, UNEVEN)


def test_it_can_be_done_again(window: Window) -> None:
    window.aim(7, 7)
    touch(window.page.begin_button)
    window.aim()
    assert window.said == GOOD


def test_the_button_ends_it(window: Window) -> None:
    assert window.page.busy
    touch(window.aiming.leave)
    assert not window.over
    assert not window.page.busy


def test_a_key_ends_it(window: Window) -> None:
    QTest.keyClick(window.aiming, Qt.Key.Key_Escape)
    assert not window.over


def test_it_ends_by_itself_when_nobody_touches(
    qtbot, editions: Editions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aiming, "ALONE_MS", 1)
    window = Window(qtbot, editions)
    qtbot.waitUntil(lambda: not window.over, timeout=5000)


def test_leaving_the_page_ends_it(window: Window) -> None:
    window.page.closed()
    assert not window.over


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("text_size", TextSize)
def test_no_cross_comes_near_the_way_out_or_the_words(qtbot, editions: Editions, screen, text_size) -> None:
    window = Window(qtbot, editions, Theme(Display(*screen), text_size))
    one = window.aiming
    near = round(10 * window.theme.display.px_per_mm)
    for control in (one.leave, one._said):
        kept = control.geometry().adjusted(-near, -near, near, near)
        assert one.rect().contains(control.geometry())
        assert [at for at in one.crosses if kept.contains(QPoint(*map(round, at)))] == []
    assert not one.leave.geometry().intersects(QRect(one._said.geometry()))


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_fits(qtbot, editions: Editions, screen, language: str) -> None:
    window = Window(qtbot, editions, Theme(Display(*screen), TextSize.LARGEST, language=language))
    window.aim(3, 0)
    assert_touchable(window.page, window.theme)
