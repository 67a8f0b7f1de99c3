"""Sections of the staff page for tests: work that is done at once, and screens to show them on."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.i18n.edition import Editions
from kiosk.jobs import at_once
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.theme import Display, Theme
from kiosk.ui.wording import Wording

__all__ = ["at_once"]

SCREENS = [(1920, 1080, 3.6), (1280, 720, 3.7), (1080, 1920, 3.6)]
"""Pixels, and pixels a millimetre."""

FULL_HD = Theme(Display(*SCREENS[0]))


def words_in(editions: Editions, language: str = "ja") -> Wording:
    return Wording(editions.catalogue(language), editions.readings)


def shown(page: StaffPage, theme: Theme, qtbot) -> None:
    """The page as the staff desk shows it: beside the list of sections."""
    qtbot.addWidget(page)
    page.resize(round(theme.display.width * 0.7), theme.display.height - 2 * theme.target)
    page.show()
    page.opened()


def touch(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def assert_touchable(page: StaffPage, theme: Theme) -> None:
    """Every button is large enough, and stands on the page from its left to its right edge."""
    for button in page.findChildren(TouchButton):
        if button.isVisible():
            assert min(button.width(), button.height()) >= theme.target
            left, right = (
                button.mapTo(page, corner).x()
                for corner in (button.rect().topLeft(), button.rect().topRight())
            )
            assert left >= 0
            assert right < page.width()
