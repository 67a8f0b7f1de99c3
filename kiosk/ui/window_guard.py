"""Keeps the kiosk's window over everything: full screen, in front, with the keyboard, and impossible to close."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from kiosk.ui.other_screens import OtherScreens, stacks

LOOK_MS = 500
"""A window that lays itself over ours without taking the focus tells nobody: look twice a second."""

FLAGS = (
    Qt.WindowType.Window
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    # A window manager can neither close, move, minimise nor cover what it does not manage.
    | Qt.WindowType.X11BypassWindowManagerHint
)

_TAKEN_AWAY = frozenset({QEvent.Type.WindowDeactivate, QEvent.Type.WindowStateChange, QEvent.Type.Hide})


class WindowGuard(QObject):
    """An event filter on the window. It does nothing before `close_in` and after `allow_close`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._others = OtherScreens(window.windowTitle(), self)
        self._closed_in = False
        self._was_exposed = False
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.hold)

    @property
    def closed_in(self) -> bool:
        return self._closed_in

    def close_in(self) -> None:
        """Show the window over everything and keep it there."""
        self._closed_in = True
        self._window.setWindowFlags(FLAGS)
        self._window.installEventFilter(self)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        # A window that is taken away must not end the program as if staff had left it.
        application.setQuitOnLastWindowClosed(False)
        application.primaryScreenChanged.connect(self.hold)
        application.screenAdded.connect(self._meet)
        application.screenRemoved.connect(self.hold)
        for screen in application.screens():
            self._meet(screen)
        self._look.start()

    def allow_close(self) -> None:
        """From now on the window closes like any other, and the keyboard is everybody's."""
        self._closed_in = False
        self._look.stop()
        self._others.clear()
        if _grabs() and (handle := self._window.windowHandle()):
            handle.setKeyboardGrabEnabled(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._closed_in:
            return False
        if event.type() == QEvent.Type.Close:
            event.ignore()
            return True
        if event.type() in _TAKEN_AWAY:
            QTimer.singleShot(0, self.hold)
        return False

    def _meet(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.hold)
        self.hold()

    def hold(self) -> None:
        """In front, as large as the screen, with the focus. Costs nothing where all this is so."""
        screen = QGuiApplication.primaryScreen()
        # Qt's stand-in for a screen that was unplugged has no size.
        if not self._closed_in or screen is None or screen.geometry().isEmpty():
            return
        self._come_back()
        self._fill(screen)
        self._others.follow(screen)
        if stacks():
            self._come_forward()

    def _come_back(self) -> None:
        """After another program took the window off the screen or destroyed it: Qt still believes it is there."""
        exposed = self._window.isVisible() and self._window.windowHandle().isExposed()
        if self._was_exposed and not exposed and _grabs():
            self._window.hide()
            self._window.destroy()
        self._was_exposed = exposed

    def _come_forward(self) -> None:
        self._window.raise_()
        if not self._window.isActiveWindow():
            self._window.activateWindow()
        if _grabs():
            self._window.windowHandle().setKeyboardGrabEnabled(True)

    def _fill(self, screen: QScreen) -> None:
        # Without a window manager full screen keeps the size hint: set the geometry first.
        if self._window.geometry() != screen.geometry():
            self._window.setGeometry(screen.geometry())
        if not self._window.isVisible() or self._window.isMinimized():
            self._window.showFullScreen()


def _grabs() -> bool:
    """Whether one program can have all keys. Elsewhere the compositor or the system's own kiosk mode keeps them."""
    return QGuiApplication.platformName() == "xcb"
