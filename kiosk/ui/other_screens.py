"""What further screens show: a calm sheet of paper with the kiosk's name, and nothing to touch."""

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from kiosk.draw.fonts import font
from kiosk.draw.palette import palette
from kiosk.visit.visit import Contrast

ICON_SHARE = 0.12
"""Of the height of the screen."""

COVER_FLAGS = (
    Qt.WindowType.Window
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.X11BypassWindowManagerHint
)


class PaperWindow(QWidget):
    """Covers one screen. It never takes the focus, and the kiosk may end while it is still open."""

    def __init__(self, title: str) -> None:
        super().__init__(None, COVER_FLAGS)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)

    def cover(self, place: QRect) -> None:
        if self.geometry() != place:
            self.setGeometry(place)
        self.show()
        if stacks():
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = palette(Contrast.LIGHT)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.paper)
        side = round(self.height() * ICON_SHARE)
        icon = QRect(0, 0, side, side)
        icon.moveCenter(self.rect().center() - self.rect().topLeft() / 2)
        icon.translate(0, -side // 2)
        painter.drawPixmap(icon, self.windowIcon().pixmap(QSize(side, side), self.devicePixelRatio()))
        painter.setFont(font(side // 3))
        painter.setPen(colours.soft_text)
        below = QRect(0, icon.bottom() + side // 4, self.width(), side)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.windowTitle())


def stacks() -> bool:
    """Whether windows come forward when they wish: not where a compositor decides, nor where nobody sees them."""
    return QGuiApplication.platformName() in {"xcb", "windows", "cocoa"}


class OtherScreens(QObject):
    """One sheet of paper for each screen that is not the kiosk's own."""

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self._title = title
        self._papers: dict[str, PaperWindow] = {}

    @property
    def papers(self) -> tuple[PaperWindow, ...]:
        return tuple(self._papers.values())

    def follow(self, own: QScreen) -> None:
        """Cover what there is besides the kiosk's own screen; a mirror of it needs no cover."""
        if QGuiApplication.platformName().startswith("wayland"):
            return  # no window can choose its place there, and cage would lay it over the kiosk
        places = {screen.name(): screen.geometry() for screen in QGuiApplication.screens() if screen != own}
        there = {name: place for name, place in places.items() if not place.intersects(own.geometry())}
        for name in self._papers.keys() - there.keys():
            self._take_away(name)
        for name, place in there.items():
            if name not in self._papers:
                self._papers[name] = PaperWindow(self._title)
            self._papers[name].cover(place)

    def clear(self) -> None:
        for name in tuple(self._papers):
            self._take_away(name)

    def _take_away(self, name: str) -> None:
        paper = self._papers.pop(name)
        paper.hide()
        paper.deleteLater()
