"""The ways out that are the program's own affair: dialogs, menus, links, drops, the hands on the glass, closing."""

import ast
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QWidget

import kiosk
from kiosk.shots import pages
from kiosk.ui.other_screens import PaperWindow
from kiosk.ui.touch import TouchGuard
from kiosk.ui.window_guard import WindowGuard
from tests.ui.phones import Clock

PACKAGE = Path(kiosk.__file__).parent

NATIVE = {
    *(
        "QFileDialog",
        "QMessageBox",
        "QInputDialog",
        "QColorDialog",
        "QFontDialog",
        "QErrorMessage",
        "QDialog",
    ),
    *("QPrintDialog", "QPrintPreviewDialog", "QPageSetupDialog", "QWizard", "QProgressDialog"),
    *("QDesktopServices", "QMenu", "QMenuBar", "QToolTip", "QWhatsThis", "QSystemTrayIcon", "QDockWidget"),
    *("QLineEdit", "QTextEdit", "QPlainTextEdit", "QTextBrowser", "QComboBox", "QCalendarWidget", "QDrag"),
    *("QWebEngineView", "QShortcut", "QKeySequenceEdit"),
}
OPENING = {"setOpenExternalLinks", "setTextInteractionFlags", "setAcceptDrops", "openUrl", "startfile"}
"""What opens a window of the system, another program, or a menu of Qt's own."""

HANDS = range(1, 6)
"""So many fingers."""

SWIPES = {
    "from-bottom": (QPoint(900, 1079), QPoint(0, -90)),
    "from-left": (QPoint(0, 500), QPoint(90, 0)),
    "from-right": (QPoint(1919, 500), QPoint(-90, 0)),
    "from-top": (QPoint(900, 0), QPoint(0, 90)),
}
SHORTCUTS = [
    *(QKeySequence(f"Ctrl+{letter}")[0] for letter in "ACOPQSVW"),
    *(QKeySequence(keys)[0] for keys in ("Shift+F1", "Alt+F4", "Shift+F10", "Menu", "Print")),
]
FINGER = QPoint(70, 10)
"""From one finger to the next."""

MOVES = 4


@pytest.fixture(autouse=True)
def alone() -> None:
    """What other tests left open is not looked at."""
    for window in QApplication.topLevelWidgets():
        window.hide()


def names_used() -> set[str]:
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in PACKAGE.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    return {node.id for node in nodes if isinstance(node, ast.Name)} | {
        node.attr for node in nodes if isinstance(node, ast.Attribute)
    }


def test_nothing_opens_a_dialog_a_menu_or_another_program():
    used = names_used()
    assert "QWidget" in used
    assert used & (NATIVE | OPENING) == set()


def test_no_page_takes_drops_text_or_menus(make_stage, editions):
    stage = make_stage()
    found = []
    for name, page in pages(editions):
        found += [f"{name}: {widget}" for widget in open_to_more(stage.show(page))]
    assert found == []


def open_to_more(shell):
    """Widgets that would take a dropped file, or have a menu, a selection or a link of their own."""
    yield from shell.findChildren(QTextDocument)
    for widget in (shell, *shell.findChildren(QWidget)):
        takes_text = isinstance(widget, QLineEdit | QTextEdit)
        links = isinstance(widget, QLabel) and bool(
            widget.openExternalLinks()
            or widget.textInteractionFlags() & Qt.TextInteractionFlag.TextEditorInteraction
        )
        own_menu = widget.contextMenuPolicy() in {
            Qt.ContextMenuPolicy.ActionsContextMenu,
            Qt.ContextMenuPolicy.CustomContextMenu,
        }
        if widget.acceptDrops() or takes_text or links or own_menu:
            yield widget


class Closings(QObject):
    """What the window was told that would end or shrink it."""

    KINDS = (QEvent.Type.Close, QEvent.Type.Hide, QEvent.Type.WindowStateChange)

    def __init__(self, window):
        super().__init__(window)
        self.seen = []
        window.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() in self.KINDS:
            self.seen.append(event.type())
        return False


@pytest.mark.parametrize("swipe", SWIPES)
def test_no_hand_on_the_glass_brings_anything_in(make_stage, editions, swipe):
    stage = make_stage()
    TouchGuard(stage.shell, Clock()).install()
    closings, screen = Closings(stage.shell), QTest.createTouchDevice()
    for (_name, page), fingers in product(list(pages(editions))[::12], HANDS):
        stage.show(page)
        swipe_over(stage.shell, screen, *SWIPES[swipe], fingers)
        stage.settle()
        assert visible_windows() == [stage.shell], fingers
    assert closings.seen == []


def test_no_pinch_changes_the_size_of_a_page(make_stage, editions):
    stage = make_stage()
    TouchGuard(stage.shell, Clock()).install()
    screen = QTest.createTouchDevice()
    for _name, page in list(pages(editions))[1::12]:
        content = stage.show(page).content_box
        pinch(stage.shell, screen)
        stage.settle()
        assert (stage.shell.content_box, visible_windows()) == (content, [stage.shell])


def visible_windows():
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def swipe_over(window, screen, start, step, fingers):
    places = [start + FINGER * number for number in range(fingers)]
    inside = window.rect()
    touch(window, screen, "press", [bounded(at, inside) for at in places])
    for move in range(1, MOVES + 1):
        touch(window, screen, "move", [bounded(at + step * move, inside) for at in places])
    touch(window, screen, "release", [bounded(at + step * MOVES, inside) for at in places])


def pinch(window, screen):
    middle = window.rect().center()
    for kind, apart in (("press", 60), ("move", 160), ("move", 320), ("release", 320)):
        touch(window, screen, kind, [middle - QPoint(apart, 0), middle + QPoint(apart, 0)])


def bounded(at, inside):
    return QPoint(min(max(at.x(), 0), inside.right()), min(max(at.y(), 0), inside.bottom()))


def touch(window, screen, kind, places):
    event = QTest.touchEvent(window, screen)
    for number, at in enumerate(places):
        getattr(event, kind)(number, at, window)
    event.commit()


def test_no_shortcut_of_qt_does_anything_else_than_a_page(make_stage, editions):
    stage = make_stage()
    closings = Closings(stage.shell)
    before = QGuiApplication.clipboard().text()
    for (_name, page), keys in product(list(pages(editions))[::12], SHORTCUTS):
        QTest.keyClick(stage.show(page), keys.key(), keys.keyboardModifiers())
        assert visible_windows() == [stage.shell], keys
        assert (closings.seen, QGuiApplication.clipboard().text()) == ([], before), keys


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.setWindowTitle("まなびキオスク")
    qtbot.addWidget(window)
    return window


@pytest.fixture
def guard(window):
    guard = WindowGuard(window)
    yield guard
    guard.allow_close()


def test_the_window_fills_its_screen_without_a_frame(window, guard):
    guard.close_in()
    assert window.isVisible()
    assert window.geometry() == QGuiApplication.primaryScreen().geometry()
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint


def test_it_does_not_close_until_it_may(window, guard):
    guard.close_in()
    assert not window.close()
    assert window.isVisible()
    guard.allow_close()
    assert window.close()


def test_a_window_that_is_taken_away_does_not_end_the_program(guard):
    QGuiApplication.setQuitOnLastWindowClosed(True)
    guard.close_in()
    assert not QGuiApplication.quitOnLastWindowClosed()


def test_a_window_that_is_not_kept_in_closes_as_usual(window, guard):
    window.show()
    assert window.close()


@pytest.mark.parametrize("leave", [QWidget.hide, QWidget.showMinimized], ids=["hidden", "minimised"])
def test_it_comes_back(qtbot, window, guard, leave):
    guard.close_in()
    leave(window)
    qtbot.waitUntil(lambda: window.isVisible() and not window.isMinimized())
    assert window.geometry() == QGuiApplication.primaryScreen().geometry()


def test_paper_for_another_screen_is_calm_and_takes_no_focus(qtbot, window):
    paper = PaperWindow("まなびキオスク")
    qtbot.addWidget(paper)
    paper.cover(window.screen().geometry())
    assert paper.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert paper.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert not paper.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
